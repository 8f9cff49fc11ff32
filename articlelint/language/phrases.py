"""English sentences in another language: recognised by the templates of a catalogue.

A template is a text with places: ``The {tag} starts with sound by itself``. A sentence is that of
the template that has the most letters in common with it and whose places hold what is known:
phrases of the catalogue, in turn, or no words at all. What stands between backticks is the
author's, or the program's, and stays as it is.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from articlelint.language.po import read
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_CODE = regex(r"`[^`]*`")
_WORD = regex(r"(?<![\w./`<&:#-])(?:[a-z]{2,}|a)(?![\w/`>(=]|[.:-]\w)")
_ENDINGS = (" ", ",", ";", ":")
_BEFORE_CODE = ("<", "</", "{% ", "{{ ", "{{< ", "U+", "--")
_IMPERATIVE = regex(r"[A-Z][a-z]+ [`<]")
_LEAST_LETTERS = 8
_MOST_WAYS = 60
"""So many ways to read a sentence by one template are tried."""
_DEEPEST = 8
_LONGEST = 1500


class Said(NamedTuple):
    """A translation, and how many *words* of it were left as they are."""

    text: str
    words: int


class Template(NamedTuple):
    """The *literals* of a text, with places between them, and its *translation*.

    *code* tells of each place whether it lies between backticks.
    """

    literals: tuple[str, ...]
    code: tuple[bool, ...]
    names: tuple[str, ...]
    translation: str
    longest: str
    weight: int
    is_telling: bool
    """Whether it says something even if a place holds what is not known."""

    @classmethod
    def of(cls, text: str, translation: str) -> Template:
        """Return the template of an entry."""
        literals, names = parts_of(text)
        ticks = 0
        code = []
        for literal in literals[:-1]:
            ticks += literal.count("`")
            code.append(ticks % 2 == 1 or literal.endswith(_BEFORE_CODE))
        weight = sum(map(len, literals))
        letters = sum(character.isalpha() for literal in literals for character in literal)
        longest = max(literals, key=len)
        is_telling = not 0 < letters < _LEAST_LETTERS
        return cls(literals, tuple(code), names, translation, longest, weight, is_telling)

    def ways(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield what the places hold, for each way to read *text* by this template."""
        first, *others = self.literals
        if not (text.startswith(first) and text.endswith(self.literals[-1])):
            return
        yield from self._ways(text, len(first), others)

    def _ways(self, text: str, start: int, literals: Sequence[str]) -> Iterator[tuple[str, ...]]:
        literal, *others = literals
        if not others:
            end = len(text) - len(literal)
            if end >= start:
                yield (text[start:end],)
            return
        at = text.find(literal, start)
        while at >= 0:
            for rest in self._ways(text, at + len(literal), others):
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
        self._whole: dict[str, str] = {}
        templates: list[Template] = []
        for text, translation in entries:
            if "{" in text or "}" in text:
                template = Template.of(text, translation)
                if template.names:
                    templates.append(template)
                else:
                    self._whole.setdefault(template.literals[0], translation.format())
            else:
                self._whole.setdefault(text, translation)
            if text.startswith(_ENDINGS):  # it is said behind something else
                templates.append(Template.of(f"{{head}}{text}", f"{{head}}{translation}"))
        self._templates = sorted(templates, key=lambda each: -each.weight)
        self._known: dict[str, Said] = {}

    @classmethod
    def read(cls, language: str, folders: Iterable[Path]) -> Phrases:
        """Return what articlelint's own catalogue and those in *folders* say in *language*."""
        from pathlib import Path

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

    def said(self, text: str) -> str:
        """Return *text* in the language, as far as it is known."""
        return self.reading(text).text

    def reading(self, text: str, depth: int = 0) -> Said:
        """Return *text* in the language, with the number of words that are left."""
        whole = self._whole.get(text)
        if whole is not None:
            return Said(whole, 0)
        known = self._known.get(text)
        if known is None:
            known = self._read(text, depth) if _has_words(text) else Said(text, 0)
            self._known[text] = known
        return known

    def _read(self, text: str, depth: int) -> Said:
        best = Said(text, words_in(text))
        if depth > _DEEPEST or len(text) > _LONGEST:
            return best
        for template in self._templates:
            if template.longest not in text or template.weight > len(text):
                continue
            for number, values in enumerate(template.ways(text)):
                if number == _MOST_WAYS:
                    break
                if not template.weight and values == (text,):
                    continue
                found = self._filled(template, values, depth)
                if found.words < best.words and (not found.words or template.is_telling):
                    best = found
                if not best.words:
                    return best
        return best

    def _filled(self, template: Template, values: Sequence[str], depth: int) -> Said:
        said: dict[str, str] = {}
        words = 0
        for name, is_code, value in zip(template.names, template.code, values, strict=True):
            if is_code:
                if value.count("`") % 2:
                    return Said("", 1000)
                said[name] = value
                continue
            if value.count("`") % 2:
                return Said("", 1000)
            part = self.reading(value, depth + 1)
            said[name] = part.text
            words += part.words
        return Said(template.translation.format_map(said), words)


def _has_words(text: str) -> bool:
    return bool(words_in(text))


def words_in(text: str) -> int:
    """Return how many English words *text* has outside of code, names left out."""
    plain = _CODE.sub("``", text)
    return len(_WORD.findall(plain)) + (_IMPERATIVE.match(plain) is not None)
