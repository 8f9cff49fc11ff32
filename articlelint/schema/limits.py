"""What a value has to be beyond its type: choices, lengths, ranges, forms of text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from articlelint.dataclass import dataclass
from articlelint.text.near import distance
from articlelint.text.regex import regex
from articlelint.text.timed import SettingOverdue, timed_setting

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from articlelint.front_matter import Scalar, Sequence

_SHOWN = 8
"""How many choices a message lists."""
_LONGEST = 40
_MOST_TESTED = 10_000
"""Characters of a text that a pattern is tried on; a longer one is no author's."""
_PATIENCE = 1.0
"""Seconds that a pattern of the settings may take on one text."""

_URL = regex(r"(?i:https?)://(?:[^\s/?#@]*@)?[^\s/?#@:]+(?::\d+)?(?:[/?#]\S*)?")
_LINK = regex(r"(?!(?i:undefined|null|none|nan)\Z)\S+")
_IMAGE = regex(r"(?!(?i:undefined|null|none|nan)\Z)\S(?:[^\r\n]*\S)?")
_SLUG = regex(r"[\w.~+-]+")
_EMAIL = regex(r"[^\s@<>]++@[^\s@<>][^\s@<>.]*+\.[^\s@<>]++")


@dataclass(frozen=True, slots=True)
class Failing:
    """Why a value does not do: goes on after the name of its key."""

    message: str
    suggestion: str | None = None


@dataclass(frozen=True)
class Limits:
    """What holds for a value, and for each item where it is a list.

    *forms* are names of FORMS of which a text has to have one; *needs_value* says that
    nothing and a blank text do not do.
    """

    choices: tuple[object, ...] = ()
    pattern: re.Pattern[str] | None = None
    expected: str = ""
    least: float | None = None
    most: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    forms: tuple[str, ...] = ()
    needs_value: bool = False

    def described(self) -> list[str]:
        """Return what holds, each in an author's words; forms are a matter of the type's name."""
        words = [listed(self.choices)] if self.choices else []
        if self.least is not None or self.most is not None:
            words.append(self._range())
        for least, most, counted in (
            (self.min_length, self.max_length, _characters),
            (self.min_items, self.max_items, _items),
        ):
            if least is not None:
                words.append(f"at least {counted(least)}")
            if most is not None:
                words.append(f"at most {counted(most)}")
        if self.pattern is not None:
            words.append(f"should {self.expected or f'match `{self.pattern.pattern}`'}")
        return words

    def of_list(self, items: Sequence) -> Iterator[Failing]:
        """Yield what is wrong with the number of items."""
        count = len(items.items)
        if self.min_items is not None and count < self.min_items:
            yield Failing(f"should have at least {_items(self.min_items)}, has {count or 'none'}")
        elif self.max_items is not None and count > self.max_items:
            yield Failing(f"should have at most {_items(self.max_items)}, has {count}")

    def of_scalar(self, scalar: Scalar) -> Failing | None:
        """Return the first thing that is wrong with a value; its type is right."""
        value = scalar.value
        if value is None or (isinstance(value, str) and self._may_be_blank(value)):
            return None
        if self.choices and not _is_one_of(value, scalar, self.choices):
            return self._no_choice(str(value))
        if isinstance(value, bool):
            return None
        if isinstance(value, (int, float)) and not self._in_range(value):
            return Failing(f"should be {self._range()}, found `{scalar.source}`")
        text = value if isinstance(value, str) else scalar.source
        return self._of_text(text, scalar)

    def _may_be_blank(self, text: str) -> bool:
        """Tell whether *text* is a value left out: blank, where nothing says how long it is."""
        return not text.strip() and not (self.min_length or self.pattern or self.needs_value)

    def _of_text(self, text: str, scalar: Scalar) -> Failing | None:
        length = len(text)
        if self.min_length is not None and length < self.min_length:
            return Failing(f"should have at least {_characters(self.min_length)}, has {length}")
        if self.max_length is not None and length > self.max_length:
            return Failing(f"should have at most {_characters(self.max_length)}, has {length}")
        if self.forms and not any(FORMS[form].fits(scalar) for form in self.forms):
            nouns = " or ".join(FORMS[form].noun for form in self.forms)
            if "://" in text and any(map(str.isspace, text)):
                nouns += " without spaces"
            return Failing(f"should be {nouns}, found {_found(text)}")
        return self._of_pattern(text, self.pattern) if self.pattern is not None else None

    def _of_pattern(self, text: str, pattern: re.Pattern[str]) -> Failing | None:
        try:
            with timed_setting(_PATIENCE):
                if pattern.search(text[:_MOST_TESTED]):
                    return None
        except SettingOverdue:
            return Failing(
                f"was not checked against its `pattern` in the settings, `{pattern.pattern}`, "
                f"which takes longer than {_PATIENCE:g} s"
            )
        wanted = self.expected or f"match `{pattern.pattern}`"
        return Failing(f"should {wanted}, found {_found(text)}")

    def _no_choice(self, text: str) -> Failing:
        near = meant(text, self.choices)
        return Failing(f"should be {listed(self.choices)}, found {_found(text)}", near)

    def _in_range(self, number: float) -> bool:
        least, most = self.least, self.most
        return (least is None or number >= least) and (most is None or number <= most)

    def _range(self) -> str:
        if self.least is None:
            return f"at most {_number(self.most)}"
        if self.most is None:
            return f"at least {_number(self.least)}"
        return f"from {_number(self.least)} to {_number(self.most)}"


def listed(choices: tuple[object, ...]) -> str:
    """Return choices as an author reads them: ``a``, ``b`` or ``c``; the first ones of many."""
    words = [f"`{str(item).lower() if isinstance(item, bool) else item}`" for item in choices]
    if len(words) > _SHOWN:
        return f"one of {', '.join(words[:_SHOWN])} and {len(words) - _SHOWN} others"
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _is_one_of(value: object, scalar: Scalar, choices: tuple[object, ...]) -> bool:
    # ``True == 1``, and a plain 2024 is the text "2024" to whoever shows it.
    return any(type(value) is type(item) and value == item for item in choices) or (
        not isinstance(value, str) and scalar.source in choices
    )


def meant(text: str, choices: tuple[object, ...]) -> str | None:
    """Return the only choice that *text* is a slip of, in its case or by a letter or two."""
    texts = [item for item in choices if isinstance(item, str)]
    folded = text.strip().casefold()
    near = [item for item in texts if item.casefold() == folded]
    if not near and len(folded) >= 4:
        limit = 2 if len(folded) < 8 else 3
        near = [item for item in texts if distance(folded, item.casefold(), limit) < limit]
    return near[0] if len(near) == 1 else None


def _is_date(scalar: Scalar) -> bool:
    if isinstance(scalar.value, dt.date):
        return True
    if isinstance(scalar.value, (float, dt.time)):
        return False
    from articlelint.dates import ParsedDate, parse

    return isinstance(parse(str(scalar.value)), ParsedDate)


def _matches(pattern: re.Pattern[str]) -> Callable[[Scalar], bool]:
    def fits(scalar: Scalar) -> bool:
        return not isinstance(scalar.value, str) or pattern.fullmatch(scalar.value) is not None

    return fits


@dataclass(frozen=True, slots=True)
class _Form:
    noun: str
    fits: Callable[[Scalar], bool]


FORMS = {
    "url": _Form("a URL with https://", _matches(_URL)),
    "link": _Form("a URL or a path", _matches(_LINK)),
    "image": _Form("the URL or path of an image", _matches(_IMAGE)),
    "slug": _Form("a slug of letters, digits and hyphens", _matches(_SLUG)),
    "email": _Form("an e-mail address", _matches(_EMAIL)),
    "date": _Form("a date", _is_date),
}
"""Forms that a text can have, by the name of their type."""


def _items(number: int) -> str:
    return "one item" if number == 1 else f"{number} items"


def _characters(number: int) -> str:
    return "one character" if number == 1 else f"{number} characters"


def _number(number: float | None) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)


def _found(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        return "an empty text"
    return f"`{text if len(text) <= _LONGEST else f'{text[: _LONGEST - 1]}…'}`"
