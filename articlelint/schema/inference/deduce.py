"""What the counts suggest: the type of each key, whether it is required, its choices."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from articlelint.schema.inference.kinds import Kind
from articlelint.schema.names import is_near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.schema.inference.observe import Observation, Observed, Values
    from articlelint.schema.model import Shape

_FEW = 8
"""Choices at most."""
_USES = 5
"""How often each choice is used on average, at least."""
_ENOUGH = 20
"""Values that it takes for one of them to stand out, or for choices to be all there are."""
_SURE = 100
"""Values of one kind after which another is seldom to be expected.

The rule of three: of what was seen in none of *n* values, no more than 3/n is to be expected
(with 95 % confidence); so 100 values say it of all but three in a hundred.
"""
_RARE = 0.01
"""The share of values, or of articles, that may stand out."""
_MOST_INNER = 30
"""Keys of a mapping; one with more holds data, not fields."""
_SCALARS = frozenset(
    {Kind.TEXT, Kind.INTEGER, Kind.NUMBER, Kind.DATE, Kind.URL, Kind.IMAGE, Kind.LINK}
)
_TYPES: tuple[tuple[str, frozenset[Kind]], ...] = (
    ("boolean", frozenset({Kind.BOOLEAN})),
    ("integer", frozenset({Kind.INTEGER})),
    ("number", frozenset({Kind.INTEGER, Kind.NUMBER})),
    ("date", frozenset({Kind.DATE})),
    ("url", frozenset({Kind.URL})),
    ("image", frozenset({Kind.IMAGE})),
    ("image", frozenset({Kind.IMAGE, Kind.URL})),
    ("link", frozenset({Kind.LINK, Kind.URL, Kind.IMAGE})),
    ("text", _SCALARS),
    ("list", frozenset({Kind.LIST})),
    ("mapping", frozenset({Kind.MAPPING})),
)
"""Types of fields, the narrower first, with the kinds that each allows."""


_WIDER = {"url": "link", "integer": "number"}
"""Types for values too few to tell that others than theirs are none."""
_TAKE_BLANKS = frozenset({"text", "date", "url", "image", "link"})


@dataclass
class Field:
    """A key that articles have: its *table* for the configuration, and what was counted.

    *share* is the part of the articles, or of the mappings around it, that have it.
    *notes* are remarks, such as how dates are written; *expected* tells that hardly any
    article lacks it.
    """

    name: str
    table: dict[str, Any]
    count: int
    of: int
    notes: list[str] = field(default_factory=list)
    expected: bool = False

    @property
    def share(self) -> float:
        """Return the part of the articles that have it, from 0 to 1."""
        return self.count / self.of if self.of else 0.0


def deduce(observation: Observation) -> tuple[list[Field], dict[str, str]]:
    """Return the fields that the articles have, and the keys that are misspelt, with the right one.

    A key that hardly any article has is no field.
    """
    misspelt = {wrong: right for (wrong, right), _ in observation.misspelt.most_common()}
    misspelt |= dict(_slips(observation, misspelt))
    meant_by: Counter[str] = Counter()
    for wrong, right in misspelt.items():
        observed = observation.keys.get(wrong) or observation.keys.get(wrong.lower())
        meant_by[right] += observed.count if observed is not None else 0
    crowded = _crowded(observation)
    fields = []
    for name, observed in sorted(observation.keys.items(), key=_frequent_first):
        above = name.rpartition(".")[0]
        if name in misspelt or any(name.startswith(f"{each}.") for each in crowded):
            continue
        whole = observation.keys[above].values.kinds[Kind.MAPPING] if above else None
        total = observation.with_front_matter if whole is None else whole
        if not above and _is_rare(observed.count, total):
            continue
        spelt = ".".join((observation.spelling(part) if i == 0 else part)
                         for i, part in enumerate(name.split(".")))  # fmt: skip
        fields.append(_field(spelt, observed, total, meant_by[name]))
    names = {each.name for each in fields}
    fields = [each for each in fields if _above(each.name) <= names]
    return fields, misspelt


def _frequent_first(item: tuple[str, Observed]) -> tuple[int, str]:
    return (-item[1].count, item[0])


def _above(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:depth]) for depth in range(1, len(parts))}


def _is_rare(count: int, total: int) -> bool:
    """Tell whether a key is no field of these articles, but a matter of one or two."""
    return total >= 2 * _ENOUGH and count <= max(1, int(total * _RARE / 2))


def _crowded(observation: Observation) -> set[str]:
    inner = Counter(name.rpartition(".")[0] for name in observation.keys if "." in name)
    return {name for name, number in inner.items() if number > _MOST_INNER}


def _slips(observation: Observation, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield keys of one or two articles that are slips of a key that many others have."""
    for name, observed in observation.keys.items():
        if name in known or observed.count > 2:
            continue
        above, _, own = name.rpartition(".")
        for right, other in observation.keys.items():
            place, _, usual = right.rpartition(".")
            if place != above or other.count < _ENOUGH * observed.count:
                continue
            if (_folded(own) == _folded(usual) or is_near(own, usual)) and not any(
                right in beside for beside in observed.beside
            ):
                yield name, right
                break


def _folded(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")


def _field(name: str, observed: Observed, total: int, misspelt: int) -> Field:
    values = observed.values
    kinds = _kinds(values)
    table: dict[str, Any] = {}
    notes = []
    shapes = [spec.shape for spec in observed.specs]
    table["type"] = _one_or_all(_with_read(kinds, values, shapes))
    if "list" in kinds:
        shapes = [shape.items for shape in shapes if shape.items is not None]
        inner = _with_read(_kinds(observed.items), observed.items, shapes)
        if inner != ["any"]:
            table["items"] = _one_or_all(inner)
    blanks = values.blanks
    missing = max(0, total - observed.count - misspelt)
    is_inner = "." in name
    if not missing and _stands_out(blanks, total) and (not is_inner or total >= _SURE):
        table["required"] = True
    elif blanks:
        notes.append(f"no value in {blanks}")
    chosen = values
    choices = _choices(values, kinds)
    if choices is None and kinds == ["list"]:
        chosen = observed.items
        choices = _choices(chosen, _kinds(chosen))
    if choices and chosen.count >= _SURE:
        table["choices"] = choices
    elif choices:
        notes.append("so far " + " or ".join(choices))
    forms = values.forms if "date" in kinds else Counter[str]()
    if forms:
        notes.append("written " + ", ".join(f"{form} ({n})" for form, n in forms.most_common(4)))
    expected = not is_inner and 0 < missing <= int(total * _RARE / 2)
    return Field(name, table, observed.count, total, notes, expected=expected)


def _one_or_all(types: list[str]) -> str | list[str]:
    return types[0] if len(types) == 1 else types


def _with_read(types: list[str], values: Values, shapes: Iterable[Shape]) -> list[str]:
    """Return *types* with those of *shapes*, which the generator reads, if *values* are few."""
    read = _types_read(shapes) if values.count < _SURE else []
    return _joined([*types, *read]) if types != ["any"] else read or types


def _types_read(shapes: Iterable[Shape]) -> list[str]:
    """Return the types that *shapes* allow, none where they have no names."""
    found: list[str] = []
    for shape in shapes:
        if shape.literals or shape.foreign is not None or shape.anything:
            return []
        if shape.is_date:
            found.append("date")
        elif str in shape.scalars:
            found.append("text" if int in shape.scalars else "string")
        elif shape.scalars & {int, float}:
            found.append("number" if float in shape.scalars else "integer")
        if bool in shape.scalars:
            found.append("boolean")
        if shape.items is not None:
            found.append("list")
        if shape.schema is not None or shape.values is not None:
            found.append("mapping")
    return sorted(set(found), key=found.index)


def _kinds(values: Values) -> list[str]:
    """Return the types that nearly all values have, the fewest and narrowest that do."""
    kinds: Counter[Kind] = Counter(values.kinds)
    blanks = kinds[Kind.BLANK]
    for kind in (Kind.NOTHING, Kind.BLANK, Kind.TEMPLATE):
        del kinds[kind]
    total = kinds.total()
    if not total:
        return ["any"]
    best: list[str] = []
    while kinds.total() and not (best and _is_slip(kinds, values, total)):
        left = {each: Counter({k: n for k, n in kinds.items() if k not in each[1]})
                for each in _TYPES}  # fmt: skip
        enough = (each for each in _TYPES if _is_slip(left[each], values, total))
        found = next(enough, None) or min(_TYPES, key=lambda each: left[each].total())
        best.append(found[0])
        kinds = left[found]
    if blanks and not _TAKE_BLANKS.intersection(best) and not _stands_out(blanks, total + blanks):
        best.append("text")
    if total < _SURE:
        best = [_WIDER.get(kind, kind) for kind in best]
    return _joined(best)


def _is_slip(kinds: Counter[Kind], values: Values, total: int) -> bool:
    """Tell whether values of these kinds stand out, and the generator would not take them."""
    return _stands_out(kinds.total(), total) and values.approved.isdisjoint(kinds)


def _joined(types: list[str]) -> list[str]:
    """Return *types* without those that another one takes in."""
    narrow = {"integer", "number", "date", "url", "image", "link"}
    joined = [each for each in types if not ("text" in types and each in narrow)]
    return list(dict.fromkeys(joined))


def _stands_out(count: int, total: int) -> bool:
    """Tell whether so many of *total* values are slips rather than a kind of their own."""
    return count == 0 or (total >= _ENOUGH and count <= max(1, int(total * _RARE)))


def _choices(values: Values, kinds: list[str]) -> list[str] | None:
    """Return all texts that there are where they are few, slips left out."""
    texts = values.texts
    if not texts or kinds != ["text"] or values.kinds[Kind.TEMPLATE]:
        return None
    total = texts.total()
    usual = [text for text, n in texts.most_common() if n > 1]
    slips = {
        text
        for text, n in texts.items()
        if n == 1 and total >= 2 * _ENOUGH and any(_is_choice_slip(text, each) for each in usual)
    }
    choices = [text for text, _ in texts.most_common() if text not in slips]
    if total < _ENOUGH or len(choices) > _FEW or len(choices) * _USES > total:
        return None
    # Good and Turing: what stands once is about as frequent as what has not been seen yet.
    once = sum(texts[text] == 1 for text in choices)
    return choices if once <= total * _RARE else None


def _is_choice_slip(text: str, usual: str) -> bool:
    """Tell whether *text* is *usual* mistyped; numbers in names are no slips."""
    if any(map(str.isdigit, text)):
        return False
    first, second = text.strip().casefold(), usual.casefold()
    return first == second or is_near(first, second)
