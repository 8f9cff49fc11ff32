"""Compares front matter with a schema."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from articlelint.diagnostic import Related
from articlelint.front_matter import Format, Mapping, Scalar, Sequence
from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.schema.names import GLUED, intended, visible
from articlelint.schema.strayed import strayed
from articlelint.schema.values import value_problems
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from articlelint.front_matter import Field, FrontMatter, Path
    from articlelint.schema.model import FieldSpec, Schema
    from articlelint.schema.problem import Problem

_MOST_KEYS = 300
"""An article with more is no author's, and comparing all its keys would take seconds."""
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(
    schema: Schema,
    front_matter: FrontMatter,
    *,
    ignores_key_case: bool = False,
    known: Collection[str] = (),
    filled: Collection[str] = (),
) -> tuple[SchemaFinding, ...]:
    """Return what is wrong with *front_matter*, in reading order.

    *known* are further keys of this site, such as its taxonomies; *filled* are keys that may be
    missing, since the generator fills them in. Front matter that does not parse has other
    findings, and none here.
    """
    if front_matter.unclosed or (
        front_matter.root is None and (front_matter.problems or front_matter.top_level is not None)
    ):
        return ()
    if ignores_key_case:
        schema = schema.lowered
    fields = front_matter.fields
    present = {field.key.lower() if ignores_key_case else field.key for field in fields}
    looks_for_misspellings = len(present) <= _MOST_KEYS
    findings: list[SchemaFinding] = []
    for field in fields:
        name = field.key.lower() if ignores_key_case else field.key
        spec = schema.names.get(name)
        if spec is None:
            if looks_for_misspellings and name not in known:
                findings += _unknown(schema, field, name, present)
            continue
        content = field.content
        if type(content) is Scalar and type(content.value) in spec.shape.scalars and spec.is_plain:
            continue
        findings += _known(spec, field, (field.key,))
    if front_matter.format is Format.TOML:
        lost = tuple(strayed(schema, fields, present, known, fold=ignores_key_case))
        places = {finding.path for finding in lost}
        findings = [*lost, *(each for each in findings if each.path not in places)]
    findings += [f for f in _missing(schema, front_matter, present) if f.path[0] not in filled]
    for spec in schema.paired:
        findings += _conflicts(spec, front_matter, present, ignores_key_case=ignores_key_case)
    for judge in schema.judges:
        judged = judge.check(front_matter, ignores_key_case=ignores_key_case)
        findings = _joined(findings, [each for each in judged if not _may_lack(each, filled)])
    return tuple(sorted(findings, key=lambda finding: finding.span)) if findings else ()


def _may_lack(finding: SchemaFinding, filled: Collection[str]) -> bool:
    return finding.kind is FindingKind.MISSING_KEY and finding.path[0] in filled


def _joined(findings: list[SchemaFinding], judged: list[SchemaFinding]) -> list[SchemaFinding]:
    """Return both without saying the same twice: what has a suggestion tells more."""
    meant = {f.suggestion for f in findings if f.kind is FindingKind.UNKNOWN_KEY}
    named = {f.path[:1] for f in findings if f.suggestion is not None}
    judged = [
        each
        for each in judged
        if each.path[:1] not in named
        and not (each.kind is FindingKind.MISSING_KEY and each.path[0] in meant)
    ]
    places = {each.path[:1] for each in judged}
    return [each for each in findings if each.path[:1] not in places] + judged


def _known(spec: FieldSpec, field: Field, path: Path) -> Iterator[SchemaFinding]:
    key = spec.key
    if key.belongs:
        yield SchemaFinding(
            FindingKind.MISPLACED_KEY,
            path,
            field.key_span,
            f"`{field.key}` has no effect here; it belongs to `{key.belongs}`",
            hint=key.doc,
        )
        return
    if key.deprecated:
        yield SchemaFinding(
            FindingKind.DEPRECATED_KEY,
            path,
            field.key_span,
            f"`{field.key}` is deprecated: {key.deprecated}",
            suggestion=key.successor or None,
            since=key.deprecated_since,
        )
    for problem in value_problems(spec, field.content):
        yield _value_finding(problem, path)


def _value_finding(problem: Problem, path: Path) -> SchemaFinding:
    steps: list[str] = []
    place = ""
    for step in (*path, *problem.path):
        if isinstance(step, str):
            steps.append(step)
        else:
            place = f": item {step + 1}"
    return SchemaFinding(
        problem.kind,
        (*path, *problem.path),
        problem.span,
        f"`{'.'.join(steps)}`{place} {problem.message}",
        suggestion=problem.suggestion,
        hint=problem.hint,
    )


def _unknown(schema: Schema, field: Field, name: str, present: set[str]) -> Iterator[SchemaFinding]:
    """Yield a finding where another key is evidently meant, and is not there."""
    if name in schema.accepted and name not in schema.confusions:
        return
    path, span = (field.key,), field.key_span
    right = intended(schema, name)
    if right is not None and right not in present:
        spec = schema.names.get(right)
        names = (right,) if spec is None else (spec.name, *spec.key.aliases)
        if (spec is None or _fits(spec, field)) and present.isdisjoint(names):
            written = schema.spellings.get(right, right) if schema.spellings is not None else right
            reader = "anything" if spec is not None else "any known theme or plugin"
            message, suggestion = _misspelt(field.key, written, reader)
            yield SchemaFinding(
                FindingKind.UNKNOWN_KEY, path, span, message, suggestion, stops=schema.stops
            )
            return
    if schema.closed:
        message = (
            f"`{field.key}` is not a key of a {schema.name.lower()}, which allows no other keys"
        )
        yield SchemaFinding(FindingKind.UNKNOWN_KEY, path, span, message, stops=schema.stops)


def _misspelt(key: str, right: str, reader: str) -> tuple[str, str]:
    """Return what is wrong with *key*, which stands for *right*, and what to write for it."""
    glued = GLUED.match(key)
    if glued:
        message = f"No `: ` follows `{glued['key']}`, so the key goes on to the next colon"
        return message, f"{glued['key']}: {key[glued.end() :]}"
    if visible(key) != key:
        odd = next(character for character in key if not character.isprintable())
        message = (
            f"`{right}` contains the invisible character U+{ord(odd):04X}, so nothing reads it"
        )
        return message, right
    return f"`{key}` is not a key that {reader} reads; `{right}` was probably meant", right


def _fits(spec: FieldSpec, field: Field) -> bool:
    """Tell whether the value could be the one of another key: a sign that it is meant."""
    content = field.content
    if spec.shape.is_date:
        if type(content) is not Scalar:
            return False
        value = content.value
        return isinstance(value, dt.date) or (
            isinstance(value, str) and _YEAR.search(value) is not None
        )
    return next(value_problems(spec, content), None) is None


def _missing(
    schema: Schema, front_matter: FrontMatter, present: set[str]
) -> Iterator[SchemaFinding]:
    for spec in schema.wanted:
        names = (spec.name, *spec.key.aliases)
        if not spec.required and present.isdisjoint(spec.key.wanted_with):
            continue
        if any(name in present or name.lower() in present for name in names):
            continue
        if len(present) <= _MOST_KEYS and any(
            intended(schema, name) in names for name in present if name not in schema.names
        ):
            continue  # reported as a misspelling
        opening = front_matter.opening
        span = opening or Span.at(front_matter.content.start)
        if front_matter.format is Format.META:
            span = Span.at(span.start)
        yield SchemaFinding(
            FindingKind.MISSING_KEY,
            (spec.name,),
            span,
            f"`{spec.name}` is missing" + (f": {spec.key.empty}" if spec.key.empty else ""),
            hint=spec.key.doc or None,
        )


def _conflicts(
    spec: FieldSpec,
    front_matter: FrontMatter,
    present: set[str],
    *,
    ignores_key_case: bool,
) -> Iterator[SchemaFinding]:
    def find(name: str) -> Field | None:
        wanted = name.lower() if ignores_key_case else name
        if wanted not in present:
            return None
        return next(
            field
            for field in front_matter.fields
            if (field.key.lower() if ignores_key_case else field.key) == wanted
        )

    fields = [field for name in (spec.name, *spec.key.aliases) if (field := find(name)) is not None]
    for first, second in pairwise(fields):
        yield SchemaFinding(
            FindingKind.CONFLICTING_KEYS,
            (second.key,),
            second.key_span,
            f"`{second.key}` and `{first.key}` mean the same; only one of them is used",
            related=(Related(first.key_span, f"`{first.key}` is here"),),
        )
    for name in spec.key.conflicts:
        other = find(name)
        if not fields or other is None:
            continue
        if _is_true(fields[0]) and _is_true(other):
            yield SchemaFinding(
                FindingKind.CONFLICTING_KEYS,
                (other.key,),
                other.key_span,
                f"`{other.key}` and `{fields[0].key}` cannot both be true",
                related=(Related(fields[0].key_span, f"`{fields[0].key}` is here"),),
            )


def _is_true(field: Field) -> bool:
    content = field.content
    return not isinstance(content, (Sequence, Mapping)) and content.value is True
