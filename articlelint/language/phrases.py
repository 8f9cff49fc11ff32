"""English sentences in another language: recognised by the templates of a catalogue.

A template is a text with places: ``The {tag} plays sound automatically``. A sentence is that of
the template that has the most letters in common with it and whose places hold what is known:
phrases of the catalogue, in turn, or no words at all. What stands between backticks is the
author's, or the program's, and stays as it is.
"""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from articlelint.language.po import read
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CODE = regex(r"`[^`]*`")
_WORD = regex(r"(?<![\w./`<&:#-])(?:[a-z]{2,}|a)(?![\w/`>(=]|[.:-]\w)")
_IMPERATIVE = regex(r"[A-Z][a-z]+ (?:[A-Z]+ )?[`<]")
_NUMERIC = ("dd", "number", "year")
"""What places are called that hold numbers alone."""
_HAN = "\u4e00-\u9fff"
_TOUCHING = regex(f"(?<=[{_HAN}])(?=\0)|(?<=\0)(?=[{_HAN}])")
_LISTED = regex("(?<=\0), (?=\0)")
_DATE = regex(r"\d [A-Z][a-z]+ \d")
_NUMBER = regex(r"[\d.,:+-]+")
_BETWEEN_CLAUSES = ("; ", ". ")
_BETWEEN_CODES = regex(r"^(?!(?:,| and| or)? $)(?:[ ,;]|.* $)")
"""What stands between two pieces of code, unless it is between those of a list."""
_COLONS = (":", ";")
_ENDINGS = (" ", ",", ";", ":")
"""What a text begins with that is said behind another."""
_BEFORE_CODE = ("<", "</", "{% ", "{{ ", "{{< ", "U+", "--")
_LEAST_LETTERS = 8
_LONGEST = 1500
_DEEPEST = 8
_MOST_WAYS = 60
"""So many ways to read a sentence by one template are tried."""
_PATIENCE = 200
"""So many parts of a sentence are looked at."""


class Said(NamedTuple):
    """A translation, and how many *words* of it were left as they are."""

    text: str
    words: int


class _Place(NamedTuple):
    """A place of a template: whether it is code, or a number, and may hold several clauses.

    That may be one that begins or ends the sentence in both languages.
    """

    name: str
    is_code: bool
    is_number: bool
    holds_clauses: bool


class Template(NamedTuple):
    """The *literals* of a text, one more than the *places* between them, and its *translation*.

    It is *telling* if it says something even where a place holds what is not known.
    """

    literals: tuple[str, ...]
    places: tuple[_Place, ...]
    translation: str
    longest: str
    weight: int
    is_telling: bool

    @classmethod
    def of(cls, text: str, translation: str) -> Template:
        """Return the template of an entry."""
        literals, names = parts_of(text)
        said, said_names = parts_of(translation)
        begins = said_names[0] if said_names and not said[0] + literals[0] else None
        ends = said_names[-1] if said_names and not said[-1] + literals[-1] else None
        places = []
        ticks = 0
        for number, (literal, name) in enumerate(zip(literals[:-1], names, strict=True)):
            ticks += literal.count("`")
            is_code = ticks % 2 == 1 or literal.endswith(_BEFORE_CODE)
            is_edge = (number == 0 and name == begins) or (name == ends and name == names[-1])
            is_number = name.rstrip("0123456789") in _NUMERIC
            places.append(_Place(name, is_code, is_number, is_edge))
        letters = sum(character.isalpha() for literal in literals for character in literal)
        return cls(
            literals,
            tuple(places),
            translation,
            longest=max(literals, key=len),
            weight=sum(map(len, literals)),
            is_telling=not 0 < letters < _LEAST_LETTERS,
        )

    def ways(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield what the places hold, for each way to read *text* by this template."""
        first, *others = self.literals
        if self.weight <= len(text) and text.startswith(first) and text.endswith(others[-1]):
            yield from _ways(text, len(first), others)


def _ways(text: str, start: int, literals: Sequence[str]) -> Iterator[tuple[str, ...]]:
    literal, *others = literals
    if not others:
        end = len(text) - len(literal)
        if end >= start:
            yield (text[start:end],)
        return
    at = text.find(literal, start)
    while at >= 0:
        for rest in _ways(text, at + len(literal), others):
            yield (text[start:at], *rest)
        at = text.find(literal, at + 1)


def parts_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the literals of a template, one more than its places, and the names of these.

    Raises ValueError where its braces do not pair.
    """
    literals, names = [""], []
    for literal, name, _, _ in Formatter().parse(text):
        literals[-1] += literal
        if name is not None:
            names.append(name)
            literals.append("")
    return tuple(literals), tuple(names)


class Phrases:
    """What is known of one language."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._entries: dict[str, str] = {}
        for text, translation in entries:
            self._entries.setdefault(text, translation)
        self._whole: dict[str, str] = {}
        templates: list[Template] = []
        for text, translation in self._entries.items():
            if "{" in text or "}" in text:
                template = Template.of(text, translation)
                if template.places:
                    templates.append(template)
                else:
                    self._whole.setdefault(template.literals[0], translation.format())
            else:
                self._whole.setdefault(text, translation)
            if text.startswith(_ENDINGS):
                templates.append(Template.of(f"{{head}}{text}", f"{{head}}{translation}"))
        self._templates = sorted(templates, key=lambda each: -each.weight)
        self._known: dict[str, Said] = {}
        self._patience = _PATIENCE

    @classmethod
    def read(cls, language: str, folders: Iterable[Path]) -> Phrases:
        """Return what articlelint's own catalogue and those in *folders* say in *language*."""
        pairs: list[tuple[str, str]] = []
        for folder in dict.fromkeys((*folders, Path(__file__).parent.parent)):
            path = folder / f"{language}.po"
            if path.is_file():
                pairs += (
                    (entry.text, entry.translation)
                    for entry in read(path).entries
                    if entry.translation
                )
        return cls(pairs)

    def template(self, text: str) -> str:
        """Return what the entry *text* is in the language, its places as they are."""
        return self._entries.get(text, text)

    def said(self, text: str) -> str:
        """Return *text* in the language, as far as it is known.

        A blank is put between Chinese and code, and a mark of enumeration between codes, as Chinese
        typography has it.
        """
        found = self.reading(text).text
        code = _CODE.findall(found)
        if not code:
            return found
        plain = _TOUCHING.sub(" ", _CODE.sub("\0", found))
        if found != text:
            plain = _LISTED.sub("、", plain)
        return "".join(
            part + span for part, span in zip(plain.split("\0"), [*code, ""], strict=True)
        )

    def reading(self, text: str) -> Said:
        """Return *text* in the language, with the number of words that are left."""
        self._patience = _PATIENCE
        return self._reading(text, 0)

    def _reading(self, text: str, depth: int) -> Said:
        whole = self._whole.get(text)
        if whole is not None:
            return Said(whole, 0)
        known = self._known.get(text)
        if known is None:
            known = Said(text, words_in(text))
            if known.words:
                known = self._read(text, known, depth)
            self._known[text] = known
        return known

    def _read(self, text: str, best: Said, depth: int) -> Said:
        self._patience -= 1
        if depth > _DEEPEST or len(text) > _LONGEST or self._patience < 0:
            return best
        for template in self._templates:
            if template.longest not in text:
                continue
            for number, values in enumerate(template.ways(text)):
                if number == _MOST_WAYS:
                    break
                found = self._filled(template, values, depth) if text not in values else None
                if found and found.words < best.words and (template.is_telling or not found.words):
                    best = found
                if not best.words:
                    return best
        return best

    def _filled(self, template: Template, values: Sequence[str], depth: int) -> Said | None:
        """Return *template* with *values* in its places; None where they do not belong there."""
        said: dict[str, str] = {}
        words = 0
        for place, value in zip(template.places, values, strict=True):
            if value.count("`") % 2:
                return None
            if place.is_code:
                if any(_BETWEEN_CODES.search(part) for part in value.split("`")[1::2]):
                    return None  # it is not one piece of code, but the words between two
                said[place.name] = value
                continue
            if place.is_number and not _NUMBER.fullmatch(value):
                return None
            if not place.holds_clauses and any(mark in value for mark in _BETWEEN_CLAUSES):
                return None
            if value.endswith(_COLONS):  # half of what stands before it
                return None
            part = self._reading(value, depth + 1)
            said[place.name] = part.text
            words += part.words
        return Said(template.translation.format_map(said), words)


def words_in(text: str) -> int:
    """Return how many English words *text* has outside of code, names left out."""
    plain = _CODE.sub("``", text)
    dates = len(_DATE.findall(plain))
    return len(_WORD.findall(plain)) + dates + (_IMPERATIVE.match(plain) is not None)
