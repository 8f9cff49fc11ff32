"""Catalogues: what of gettext's ``.po`` files is needed here.

An entry is where the text stands, the text, and what it is in the other language, in one line
each or folded as gettext folds them. No plural forms: a catalogue has the English singular and
plural as two entries. Read as they are, so that nothing has to be compiled.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_KEYWORDS = ("msgid", "msgstr")


@dataclass
class Entry:
    """A text and its translation; *places* are the files that it stands in, *flags* gettext's."""

    text: str
    translation: str = ""
    places: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)


@dataclass
class Catalogue:
    """The *entries* of a file, with the comment at its *head* and gettext's *header*."""

    head: list[str]
    header: str
    entries: list[Entry]


def read(path: Path) -> Catalogue:
    """Return what the file at *path* holds; raises OSError."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    first, *others = blocks
    head = [line for line in first.splitlines() if line.startswith("#")]
    entries = [_entry(block.splitlines()) for block in others if "msgid" in block]
    return Catalogue(head, _entry(first.splitlines()).translation, entries)


def _entry(lines: Iterable[str]) -> Entry:
    entry = Entry("")
    parts = {"msgid": "", "msgstr": ""}
    keyword = ""
    for line in lines:
        if line.startswith("#: "):
            entry.places += line[3:].split()
        elif line.startswith("#, "):
            entry.flags += line[3:].split(", ")
        elif line.startswith("msg"):
            keyword, _, quoted = line.partition(" ")
            parts[keyword] += _unquoted(quoted)
        elif line.startswith('"'):
            parts[keyword] += _unquoted(line)
    entry.text, entry.translation = parts["msgid"], parts["msgstr"]
    return entry


def _unquoted(quoted: str) -> str:
    if "\\" not in quoted:
        return quoted[1:-1]
    text: str = ast.literal_eval(quoted)
    return text


def write(catalogue: Catalogue, path: Path) -> None:
    """Write *catalogue* to *path*."""
    path.write_text("\n".join(_lines(catalogue)), encoding="utf-8", newline="\n")


def _lines(catalogue: Catalogue) -> Iterator[str]:
    yield from catalogue.head
    yield 'msgid ""'
    yield 'msgstr ""'
    for line in catalogue.header.splitlines(keepends=True):
        yield _quoted(line)
    for entry in catalogue.entries:
        yield ""
        yield f"#: {' '.join(entry.places)}"
        if entry.flags:
            yield f"#, {', '.join(entry.flags)}"
        yield f"msgid {_quoted(entry.text)}"
        yield f"msgstr {_quoted(entry.translation)}"
    yield ""


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _quoted(text: str) -> str:
    return f'"{"".join(_ESCAPES.get(character, character) for character in text)}"'
