"""docs/configuration.md has every setting with its type, default and an example that works."""

from __future__ import annotations

import json
import re
import tomllib
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from articlelint.config import Configs
from articlelint.config.declared import FrontMatter, Override, Settings, SiteTable
from articlelint.config.field import Field
from articlelint.config.schema import json_schema
from articlelint.generators import GENERATORS
from articlelint.online.settings import OnlineSettings
from articlelint.options import fits, in_words, is_table, options_of, table_in

if TYPE_CHECKING:
    from articlelint.options import Option

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "configuration.md"
HEADING = "## Every setting\n"
INTRODUCTION = """
<!-- Made from the declarations of the settings by `pytest tests/config/test_page.py --accept`. -->
"""
SECTIONS: dict[tuple[str, ...], tuple[str, type, str]] = {
    (): ("At the top", Settings, "Or under `[tool.articlelint]` of `pyproject.toml`."),
    ("overrides",): (
        "`[[overrides]]`",
        Override,
        "Besides `files`, a table has the keys about rules and front matter listed above.",
    ),
    ("site",): (
        "`[site]`",
        SiteTable,
        "The generator and its configuration say the rest; the defaults are those of `generic`.",
    ),
    ("front-matter",): ("`[front-matter]`", FrontMatter, "See [schemas](schemas.md)."),
    ("front-matter", "fields", "KEY"): (
        "`[front-matter.fields.KEY]`",
        Field,
        "What a table leaves out is taken from the generator's schema.",
    ),
    ("online",): ("`[online]`", OnlineSettings, "See [the online check](online.md)."),
}
ALL_OPTIONS = [
    pytest.param(place, option, id=".".join((*place, option.key)))
    for place, (_, table, _) in SECTIONS.items()
    for option in options_of(table).values()
]


def of_default(option: Option) -> str:
    if option.required:
        return "required"
    if is_table(option.kind):
        return "none"
    if option.otherwise:
        return option.otherwise
    if in_words(option.kind).startswith("a table"):
        return "`{}`"
    match option.default:
        case None:
            return "none"
        case bool() | str() as value:
            return f"`{json.dumps(value)}`"
        case int() | float() as value:
            return f"`{value:g}`" if value < 1000 else f"`{value:.0f}`"
        case items if isinstance(items, tuple | frozenset):
            return f"`{json.dumps([str(item) for item in items])}`"
        case value:
            pytest.fail(f"{option.key}: a default of an unknown kind: {value!r}")


def reference() -> str:
    lines = [INTRODUCTION]
    for title, table, about in SECTIONS.values():
        lines += [f"### {title}\n", f"{about}\n"]
        lines += ["| key | type | default | what it says | example |", "| --- " * 5 + "|"]
        for key, option in options_of(table).items():
            if table is Override and key in options_of(Settings):
                continue
            cells = (
                f"`{option.key}`",
                in_words(option.kind),
                of_default(option),
                option.doc,
                f"`{option.example}`",
            )
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        lines.append("")
    return "\n".join(lines)


def test_the_page_has_every_setting(accept: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    guide, heading, said = text.partition(HEADING)
    assert heading
    if accept:
        said = reference()
        PAGE.write_text(guide + heading + said, encoding="utf-8")
    assert said == reference()


def test_every_table_has_its_section() -> None:
    seen: set[type] = {Settings}
    found: list[type] = [Settings]
    while found:
        for option in options_of(found.pop()).values():
            inner = table_in(option.kind)
            if inner is not None and inner not in seen:
                seen.add(inner)
                found.append(inner)
    assert seen == {table for _, table, _ in SECTIONS.values()}


@pytest.mark.parametrize(("place", "option"), ALL_OPTIONS)
def test_the_example_is_valid(
    place: tuple[str, ...], option: Option, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("lint/former_name.py", "schemas/post.json", "shared/articlelint.toml"):
        Path(file).parent.mkdir(exist_ok=True)
        Path(file).touch()
    Path("lint/former_name.py").write_text(
        "from articlelint import Rule, Severity\n\n\n"
        "class FormerName(Rule):\n"
        "    name, severity = 'ours/former-name', Severity.INFO\n"
        "    def check(self, article): return ()\n",
        encoding="utf-8",
    )
    Path("schemas/post.json").write_text("{}", encoding="utf-8")
    Path("site").mkdir()
    own: dict[str, Any] = tomllib.loads(option.example.replace("../shared", "shared"))
    assert list(own) == [option.key], "an example of this setting alone"
    assert fits(own, Settings) or place
    if place == ("overrides",):
        own = {"overrides": [{"files": ["a"], **own}]}
    else:
        own = reduce(lambda inner, name: {name: inner}, reversed(place), own)
    assert fits(own, Settings)
    path = Path("articlelint.toml")
    path.write_text(_toml(own), encoding="utf-8")
    assert tomllib.loads(path.read_text(encoding="utf-8")) == own
    config = Configs().root
    config.for_file(Path("a.md"))
    schema = Draft202012Validator(json_schema(config.registry))
    assert [error.message for error in schema.iter_errors(own)] == []


def _toml(table: dict[str, Any]) -> str:
    return "".join(f"{key} = {_inline(value)}\n" for key, value in table.items())


def _inline(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{json.dumps(key)} = {_inline(each)}" for key, each in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value)


def test_the_attributes_of_fields_are_explained() -> None:
    text = (DOCS / "schemas.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert [key for key in options_of(Field) if not any(f"`{key}`" in row for row in rows)] == []


def test_the_page_names_every_generator() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## The site\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"[\w-]+", section.partition("root =")[0]))
    assert named >= {*GENERATORS, "generic"} - {"mdn"}  # whose site has no other
