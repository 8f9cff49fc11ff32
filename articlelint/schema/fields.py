"""Fields as a configuration describes them, laid over the schema of the generator."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from articlelint.errors import named
from articlelint.schema.key import Key
from articlelint.schema.limits import FORMS, Limits
from articlelint.schema.model import FieldSpec, Schema, Shape
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_TEXT = frozenset({str, int, float, dt.date, dt.datetime})

TYPES: dict[str, tuple[Shape, str]] = {
    "text": (Shape(_TEXT), "text"),
    "string": (Shape(frozenset({str})), "text"),
    "boolean": (Shape(frozenset({bool})), "`true` or `false`"),
    "number": (Shape(frozenset({int, float})), "a number"),
    "integer": (Shape(frozenset({int})), "a whole number"),
    "date": (Shape(_TEXT | {dt.time}), "a date"),
    "list": (Shape(items=Shape(anything=True)), "a list"),
    "mapping": (Shape(values=Shape(anything=True)), "a mapping"),
    "any": (Shape(anything=True), "anything"),
    **{
        name: (Shape(frozenset({str})), form.noun) for name, form in FORMS.items() if name != "date"
    },
}
"""What each type allows, and what to call it."""

_LIMITS = {
    "min": "least",
    "max": "most",
    "min-length": "min_length",
    "max-length": "max_length",
    "min-items": "min_items",
    "max-items": "max_items",
    "expected": "expected",
}


def problem_of(name: str, table: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong with a field's *table*: the attribute and a sentence; None: nothing.

    The types of the attributes are right.
    """
    if not all(name.split(".")):
        return "", f"`{name}` has an empty part between its dots"
    for attribute in ("type", "items"):
        for kind in _listed(table.get(attribute, ())):
            if kind not in TYPES:
                from difflib import get_close_matches

                near = get_close_matches(kind, TYPES, 1, 0.5)
                known = f"did you mean `{near[0]}`?" if near else f"choose from {named(TYPES)}"
                return attribute, f"there is no type `{kind}`; {known}"
    if "pattern" in table:
        try:
            re.compile(table["pattern"])  # noqa: TID251 - a wrong one is told here
        except re.error as error:
            return "pattern", f"`pattern` is not a regular expression: {error}"
    if table.get("choices") == []:
        return "choices", "`choices` is empty, so no value would be valid"
    for least in ("min", "min-length", "min-items"):
        most = least.replace("min", "max")
        if least in table and most in table and table[least] > table[most]:
            return least, f"`{least}` is greater than `{most}`"
    return None


def laid_over(
    base: Schema,
    tables: Mapping[str, Mapping[str, Any]],
    *,
    judged_dates: Collection[str] = (),
    judged_blanks: Collection[str] = (),
) -> Schema:
    """Return *base* with the fields that *tables* describe, by their dotted names.

    What a table does not say stays as it is in *base*. Other rules see to it that
    *judged_dates* can be read and that *judged_blanks* have a value.
    """
    tree = _tree(tables)
    return _overlaid(base, tree, frozenset(judged_dates), frozenset(judged_blanks))


Tree = dict[str, tuple[dict[str, Any], "Tree"]]


def _tree(tables: Mapping[str, Mapping[str, Any]]) -> Tree:
    tree: Tree = {}
    for name, table in tables.items():
        *above, own = name.split(".")
        branch = tree
        for part in above:
            branch = branch.setdefault(part, ({}, {}))[1]
        branch.setdefault(own, ({}, {}))[0].update(table)
    return tree


def _overlaid(
    base: Schema, tree: Tree, judged_dates: frozenset[str], judged_blanks: frozenset[str]
) -> Schema:
    fields = dict(base.fields)
    names = dict(base.names)
    for name, (table, inner) in tree.items():
        spec = _spec(
            name,
            names.get(name),
            table,
            inner,
            date_is_judged=name in judged_dates,
            blank_is_judged=name in judged_blanks,
        )
        fields[spec.name] = spec
        names |= dict.fromkeys((name, spec.name, *spec.key.aliases), spec)
    return replace(base, fields=fields, names=names)


def _spec(
    name: str,
    known: FieldSpec | None,
    table: Mapping[str, Any],
    inner: Tree,
    *,
    date_is_judged: bool,
    blank_is_judged: bool,
) -> FieldSpec:
    old = known or FieldSpec(name, Any, Key(""), Shape(anything=True))
    shape, key = old.shape, old.key
    kinds = _listed(table.get("type", ()))
    if kinds or "items" in table:
        shape = _shape(kinds or ["list"], _listed(table.get("items", ())))
        # A text that may stand for a list is still one term to the generator.
        separator = key.separator if shape.items is not None else None
        key = replace(key, pattern="", expected="", separator=separator)
    if inner:
        shape = _with_inner(shape, inner, plain=not kinds)
    required = bool(table.get("required", old.required))
    limits = _limits(table, old.limits, kinds, date_is_judged=date_is_judged)
    needed = table.get("required", limits.needs_value) is True
    limits = replace(limits, needs_value=needed and not blank_is_judged)
    return replace(
        old,
        key=_key(key, table),
        shape=shape,
        required=required,
        limits=limits if limits != Limits() else None,
    )


def _key(key: Key, table: Mapping[str, Any]) -> Key:
    deprecated = table.get("deprecated", key.deprecated)
    if deprecated is True:
        deprecated = "this site does not use it any more"
    return replace(
        key,
        doc=table.get("description", key.doc),
        deprecated=deprecated or "",
        successor=table.get("successor", key.successor),
    )


def _shape(kinds: Sequence[str], items: Sequence[str]) -> Shape:
    shape = _union(kinds)
    if items:
        return replace(shape, items=_union(items))
    return shape


def _union(kinds: Sequence[str]) -> Shape:
    shapes = [TYPES[kind][0] for kind in kinds]
    if any(shape.anything for shape in shapes):
        return Shape(anything=True)
    nouns = list(dict.fromkeys(TYPES[kind][1] for kind in kinds))
    scalars = frozenset[type]().union(*(shape.scalars for shape in shapes))
    if any(shape.scalars and not shape.is_date for shape in shapes):
        scalars -= {dt.time}  # which stands for a date and nothing else
    return Shape(
        scalars=scalars,
        items=next((shape.items for shape in shapes if shape.items), None),
        values=next((shape.values for shape in shapes if shape.values), None),
        noun=" or ".join(nouns),
    )


def _with_inner(shape: Shape, inner: Tree, *, plain: bool) -> Shape:
    """Return *shape* with the fields of a mapping, or of the mappings in a list."""
    if shape.items is not None and shape.schema is None and shape.values is None:
        return replace(shape, items=_with_inner(shape.items, inner, plain=True))
    below = shape.schema or Schema("mapping", {}, {})
    noun = shape.noun if not plain else ""
    return replace(
        shape,
        anything=False,
        schema=_overlaid(below, inner, frozenset(), frozenset()),
        values=None,
        noun=noun,
    )


def _limits(
    table: Mapping[str, Any], old: Limits | None, kinds: Sequence[str], *, date_is_judged: bool
) -> Limits:
    changed: dict[str, Any] = {
        attribute: table[name] for name, attribute in _LIMITS.items() if name in table
    }
    if "choices" in table:
        changed["choices"] = tuple(table["choices"])
    if "pattern" in table:
        changed["pattern"] = regex(table["pattern"])
    kinds = [*kinds, *_listed(table.get("items", ()))]
    if kinds:
        takes_any = bool({"text", "string", "any"}.intersection(kinds))
        forms = [kind for kind in kinds if kind in FORMS and not takes_any]
        changed["forms"] = tuple(each for each in forms if each != "date" or not date_is_judged)
    return replace(old or Limits(), **changed)


def _listed(kinds: object) -> list[str]:
    return [kinds] if isinstance(kinds, str) else list(cast("Sequence[str]", kinds))
