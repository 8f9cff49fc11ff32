"""Brings a catalogue up to date with the sources whose texts it has."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.language.phrases import parts_of
from articlelint.language.po import Catalogue, Entry
from articlelint.language.templates import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_LEFT_OUT = "X-Left-Out"
BY_HAND = "by-hand"
"""The place of an entry that nobody finds in a source; it is kept."""


def texts_in(
    folder: Path, left_out: Sequence[str] = (), *, within: str = ""
) -> dict[str, list[str]]:
    """Return the texts of the Python files in *folder*, each with the files that it stands in.

    *left_out* are globs of files that say nothing to anybody; *within* is the part of *folder*
    to look at, a folder or a file.
    """
    found: dict[str, list[str]] = {}
    place = folder / within
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        name = path.relative_to(folder).as_posix()
        if any(PurePosixPath(f"/{name}").match(glob) for glob in left_out):
            continue
        for text in texts_of(path.read_text(encoding="utf-8")):
            found.setdefault(text, []).append(name)
    return found


def refreshed(catalogue: Catalogue, folder: Path) -> Catalogue:
    """Return *catalogue* with the texts that the Python files in *folder* have now."""
    return updated(catalogue, texts_in(folder, left_out(catalogue)))


AWAITED = "fuzzy"
"""The flag of an entry whose translation is awaited."""


def left_out(catalogue: Catalogue) -> list[str]:
    """Return the globs of files that have no texts of *catalogue*, as its header says."""
    fields = dict(line.split(": ", 1) for line in catalogue.header.splitlines())
    return fields.get(_LEFT_OUT, "").split()


def updated(catalogue: Catalogue, texts: dict[str, list[str]]) -> Catalogue:
    """Return *catalogue* with exactly *texts*, and those that were put in by hand.

    A translation is kept where only the names of places changed. A text that has none yet is
    marked as gettext marks it, and said in English.
    """
    by_hand = [entry for entry in catalogue.entries if entry.places == [BY_HAND]]
    known = {entry.text for entry in by_hand}
    translated = {parts_of(entry.text)[0]: entry for entry in catalogue.entries}
    entries = []
    for text, places in sorted(texts.items(), key=lambda each: (each[1][0], each[0])):
        if text in known:
            continue
        old = translated.get(parts_of(text)[0])
        translation = _renamed(old, text) if old else ""
        entries.append(Entry(text, translation, places, [] if translation else [AWAITED]))
    return Catalogue(catalogue.head, catalogue.header, by_hand + entries)


def _renamed(old: Entry, text: str) -> str:
    """Return the translation of *old* with the names that the places have in *text*."""
    before, after = parts_of(old.text)[1], parts_of(text)[1]
    names = dict(zip(before, after, strict=True))
    literals, used = parts_of(old.translation)
    escaped = [literal.replace("{", "{{").replace("}", "}}") for literal in literals]
    return escaped[0] + "".join(
        f"{{{names.get(name, name)}}}{literal}"
        for name, literal in zip(used, escaped[1:], strict=True)
    )


def lost_places(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries whose translation has other places than the text."""
    return [
        entry
        for entry in entries
        if entry.translation
        and sorted(parts_of(entry.text)[1]) != sorted(parts_of(entry.translation)[1])
    ]
