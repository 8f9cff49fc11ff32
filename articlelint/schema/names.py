"""Which known key is meant by an unknown one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.schema import well_known
from articlelint.schema.well_known import COMMON
from articlelint.text.near import distance
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.schema.model import Schema

GLUED = regex(r"(?P<key>[\w-]+)(?:[:：]|[ \t]*=[ \t]*)(?=\S)")
"""A key of YAML that has taken in a part of its value."""
_WORD = regex(r"[A-Z]?[a-z]+")
_LONGEST = 40
_TITLE = "title"
_REMEMBERED = 20_000
_READ = frozenset(
    name for names in vars(well_known).values() if isinstance(names, list) for name in names
)
_COMMON = frozenset(COMMON)
_READ_LOWERED = frozenset(name.lower() for name in _READ)
_LOWERED = frozenset(name.lower() for name in COMMON)


def intended(schema: Schema, name: str) -> str | None:
    """Return the known key that *name* evidently stands for; None where none comes near.

    *name* is unknown to the schema. A key that themes, plugins or other tools know stands
    for itself, unless only its case, or what joins its words, is wrong.
    """
    memory = schema.misspelt
    if name not in memory:
        if len(memory) >= _REMEMBERED:
            memory.clear()
        memory[name] = _intended(schema, name)
    return memory[name]


def _intended(schema: Schema, name: str) -> str | None:
    if name in schema.confusions:
        return schema.confusions[name].name
    glued = GLUED.match(name)
    if glued and glued["key"] in schema.names:
        return glued["key"]
    shown = visible(name)
    if shown != name and (shown in schema.names or shown in schema.accepted or shown in _READ):
        return shown
    if name in schema.accepted or name in _COMMON or not 3 <= len(name) <= _LONGEST:
        return None
    folded = _fold(name)
    same = next((right for right in schema.names if _fold(right) == folded), None)
    if same is not None:
        return same
    if name not in (_READ_LOWERED if schema.is_lowered else _READ):
        alike = [right for right in schema.accepted if _fold(right) == folded]
        if alike:  # of two spellings that are read, neither is evident
            return alike[0] if len(alike) == 1 else None
    if name.lower() in _LOWERED or any(character.isdigit() for character in name):
        return None
    near = [right for right in schema.names if is_near(name, right)]
    if near:
        return min(near, key=lambda right: distance(name, right, 3))
    # A key of a theme is meant only where a letter is too many, too few, or out of place.
    candidates = (right for right in (*sorted(schema.accepted), *COMMON) if len(right) >= 7)
    return next((r for r in candidates if is_near(name, r) and _is_slip(name, r)), None)


def visible(name: str) -> str:
    """Return *name* without characters that nobody sees, and without blanks around it."""
    return name if name.isprintable() else "".join(filter(str.isprintable, name)).strip()


def _fold(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")


def is_near(name: str, right: str) -> bool:
    """Tell whether *name* is a typo of *right* rather than another word.

    A singular or plural is another word; so is one with another first letter, unless the first two
    are swapped. The shorter the word, the fewer typos are allowed.
    """
    if len(right) < 4 or abs(len(name) - len(right)) > 2:
        return False
    if right in {f"{name}s", f"{name}es"} or name in {f"{right}s", f"{right}es"}:
        return len(_WORD.findall(right)) >= 3  # nobody has hide_table_of_content as well
    if name[0] != right[0] and name[:2] != right[1::-1]:
        return False
    longest = max(len(name), len(right))
    if longest <= 4:
        return sorted(name) == sorted(right)
    if right == _TITLE and len(name) == len(right):  # no other word is so near
        return sorted(name) == sorted(right) or (
            name[-1] == right[-1] and distance(name, right, 2) == 1
        )
    if longest == 5:  # a letter left out, doubled or swapped; ``dates`` and ``tales`` are words
        return sorted(name) == sorted(right) or _is_doubled(name, right)
    edits = distance(name, right, 3)
    if len(name) == len(right) and name[:-1] == right[:-1]:
        return False  # ``publisher`` is no ``published``
    return edits == 1 or (edits == 2 and longest >= 9)


def _is_slip(name: str, right: str) -> bool:
    """Tell whether one letter is too many, too few, or two have changed places."""
    if len(name) == len(right):
        return sorted(name) == sorted(right)
    return distance(name, right, 2) == 1 and name[-1] == right[-1]


def _is_doubled(name: str, right: str) -> bool:
    """Tell whether a letter is left out of *right*, or stands twice where it should once."""
    if len(name) + 1 == len(right):
        return distance(name, right, 2) == 1
    return any(
        name[:index] + name[index + 1 :] == right
        for index in range(1, len(name))
        if name[index] == name[index - 1]
    )
