"""Dates that only a schema names: own fields, JSON Schema, pydantic, Front Matter CMS."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from articlelint import Applicability, Article, Severity
from articlelint.article.dates import Origin
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.linting.registry import rules_of
from articlelint.recognition import site_for
from articlelint.schema.date_paths import of_json
from articlelint.schema.own import OwnSchema
from articlelint.schema.source import source_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.diagnostic import Diagnostic

RULES = [
    rule(strict=True) if rule.name == "dates/nonstandard-format" else rule()
    for rule in rules_of("articlelint_rules")
    if rule.name.startswith(("dates/", "front-matter/"))
]
TEXT = """\
---
title: a
date: 2024-05-01
event: 2024-02-31
talk: {start: soon, end: 2024-05-02}
runs: [2024-05-03, 2024-13-01]
note: not a date
---
"""
FIELDS: dict[str, dict[str, Any]] = {
    "event": {"type": "date"},
    "talk.start": {"type": "date"},
    "talk.end": {"type": "date"},
    "runs": {"type": "list", "items": "date"},
    "note": {"type": ["date", "text"]},
}
JSON_SCHEMA: dict[str, Any] = {
    "properties": {
        "event": {"$ref": "#/$defs/day"},
        "talk": {
            "properties": {
                "start": {"anyOf": [{"format": "date-time"}, {"type": "null"}]},
                "end": {"allOf": [{"format": "date"}]},
            }
        },
        "runs": {"type": "array", "items": {"$ref": "#/$defs/day"}},
        "note": {"anyOf": [{"format": "date"}, {"type": "string"}]},
    },
    "$defs": {"day": {"type": "string", "format": "date"}},
}
MODEL = """
    import datetime as dt
    from pydantic import BaseModel

    class Talk(BaseModel):
        start: dt.datetime | None = None
        end: dt.date

    class Post(BaseModel):
        event: dt.date
        talk: Talk
        runs: list[dt.date]
        note: dt.date | str
"""
CMS = {
    "frontMatter.taxonomy.contentTypes": [
        {
            "name": "default",
            "fields": [
                {"name": "event", "type": "datetime"},
                {
                    "name": "talk",
                    "type": "fields",
                    "fields": [
                        {"name": "start", "type": "datetime"},
                        {"name": "end", "type": "datetime"},
                    ],
                },
                {"name": "runs", "type": "datetime", "multiple": True},
                {"name": "note", "type": "string"},
            ],
        }
    ]
}


def of_file(name: str, content: str) -> Callable[[Path], OwnSchema]:
    def made(folder: Path) -> OwnSchema:
        path, _, _ = name.partition(":")
        (folder / path).write_text(content)
        return OwnSchema({}, (source_of(name, folder),), explicit=True)

    return made


SCHEMAS: dict[str, Callable[[Path], OwnSchema]] = {
    "fields": lambda _: OwnSchema(FIELDS, (), explicit=True),
    "json schema": of_file("post.json", json.dumps(JSON_SCHEMA)),
    "pydantic": of_file("models.py:Post", dedent(MODEL)),
    "front matter cms": of_file("frontmatter.json", json.dumps(CMS)),
}


def article(text: str, own: OwnSchema, generator: str = "hexo", zone: str | None = None) -> Article:
    site = site_for(Path("/nowhere"), generator, {"time-zone": zone} if zone else {})
    return Article(text, "source/_posts/a.md", site=site, own_schema=own)


def found(article: Article) -> list[Diagnostic]:
    return list(lint(article, RULES).diagnostics)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_schema_names_dates(kind: str, tmp_path: Path) -> None:
    page = article(TEXT, SCHEMAS[kind](tmp_path))
    dates = [date for date in page.dates if date.origin is Origin.FRONT_MATTER]
    assert [(date.key, date.text, date.by_schema) for date in dates] == [
        ("date", "2024-05-01", False),
        ("event", "2024-02-31", True),
        ("talk.start", "soon", True),
        ("talk.end", "2024-05-02", True),
        ("runs.0", "2024-05-03", True),
        ("runs.1", "2024-13-01", True),
    ]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_what_is_no_date_is_said_once_and_at_its_part(kind: str, tmp_path: Path) -> None:
    page = article(TEXT, SCHEMAS[kind](tmp_path))
    said = [(e.rule, e.span.of(TEXT), e.message.partition(";")[0]) for e in found(page)]
    assert said == [
        ("dates/invalid-date", "31", "February 2024 has 29 days, not 31"),
        ("dates/invalid-date", "soon", "`soon` is not a date"),
        ("dates/invalid-date", "13", "There is no month 13"),
    ]


def test_what_a_stricter_schema_says_is_said_once(tmp_path: Path) -> None:
    page = article("---\ntitle: a\nevent: 2 May 2024\n---\n", SCHEMAS["json schema"](tmp_path))
    assert [each.rule for each in found(page)] == ["front-matter/invalid-value"]


def test_a_fix_is_unsafe_since_what_reads_the_date_is_not_known() -> None:
    own = SCHEMAS["fields"](Path())
    page = article(
        "---\ntitle: a\nevent: Wed, 02 Feb 2022 14:07:16 GMT\n---\n", own, zone="Asia/Shanghai"
    )
    (finding,) = found(page)
    assert (finding.rule, finding.severity) == ("dates/nonstandard-format", Severity.WARNING)
    assert not fix(page, RULES, Applicability.SAFE).applied
    # Hexo thinks of the site's zone for its own dates alone.
    fixed = fix(page, RULES, Applicability.UNSAFE).article.text
    assert fixed == "---\ntitle: a\nevent: '2022-02-02T14:07:16Z'\n---\n"


def test_a_birthday_is_no_implausible_date() -> None:
    own = OwnSchema({"born": {"type": "date"}, "died": {"type": "date"}}, (), explicit=True)
    page = article("---\ntitle: a\nborn: 1815-12-10\ndied: 0001-01-01\n---\n", own)
    assert [each.rule for each in found(page)] == ["dates/implausible-date"]


def test_hugo_reads_keys_in_any_case() -> None:
    own = OwnSchema({"eventDate": {"type": "date"}, "Date": {"type": "date"}}, (), explicit=True)
    page = article("---\ntitle: a\neventdate: 2024-05-01\nDATE: 2024-05-02\n---\n", own, "hugo")
    assert [(date.key, date.by_schema) for date in page.dates] == [
        ("eventdate", True),
        ("DATE", False),
    ]


def test_a_branch_that_is_no_date_counts_too() -> None:
    either = {"oneOf": [{"properties": {"a": {"format": "date"}}}, {"properties": {"a": {}}}]}
    both = {"oneOf": [{"properties": {"a": {"format": "date"}}}] * 2}
    assert of_json(either) == frozenset()
    assert of_json(both) == {("a",)}
    loop: dict[str, Any] = {"$ref": "#/$defs/a", "$defs": {"a": {"items": {"$ref": "#/$defs/a"}}}}
    assert of_json(loop) == frozenset()


def test_an_ordinary_site_pays_nothing() -> None:
    code = (
        "from articlelint import Article; import sys;"
        "assert Article('---\\ndate: 2024-05-01\\n---\\n').dates;"
        "print([m for m in sys.modules if m.startswith(('pydantic', 'articlelint.schema.date'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
