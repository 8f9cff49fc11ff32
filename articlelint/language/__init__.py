"""What articlelint says, in the author's language.

Everything is said in English where it arises; what people read passes through ``said`` on its way
out. Without a language that is all: nothing is imported, nothing is read. With one, the catalogues
``zh.po`` of articlelint and of the packages that the rules come from are read when the first
text is said, and the English sentence is recognised by its template; see ``phrases``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from articlelint.errors import ConfigError, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from articlelint.language.phrases import Phrases

__all__ = [
    "LANGUAGES",
    "VARIABLE",
    "add_catalogues",
    "choose",
    "is_english",
    "language",
    "prefer",
    "said",
    "said_page",
    "template",
    "use",
]

FLAG: Final = "--language"
ENGLISH: Final = "en"
LANGUAGES: Final = (ENGLISH, "zh")
"""The languages that articlelint speaks."""
VARIABLE: Final = "ARTICLELINT_LANGUAGE"
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that say what the machine speaks, the one that counts first (POSIX, 8.2)."""

_chosen = ENGLISH
_is_asked_for = False
_folders: tuple[Path, ...] = ()
_phrases: Phrases | None = None


def use(language: str, *, is_asked_for: bool = True) -> None:
    """Say everything in *language* from now on."""
    global _chosen, _is_asked_for, _folders, _phrases
    _chosen, _is_asked_for, _folders, _phrases = language, is_asked_for, (), None


def prefer(language: str) -> None:
    """Say everything in *language*, unless the one that is used was asked for."""
    if not _is_asked_for:
        use(language, is_asked_for=False)


def add_catalogues(folders: Iterable[Path]) -> None:
    """Look for catalogues in *folders* too: those of the packages that rules come from."""
    global _folders, _phrases
    _folders, _phrases = (*_folders, *folders), None


def is_english() -> bool:
    """Tell whether nothing is translated."""
    return _chosen == ENGLISH


def language() -> str:
    """Return the language that is used."""
    return _chosen


def said(text: str) -> str:
    """Return *text*, which is English, in the language that is used."""
    return text if _chosen == ENGLISH else _translated(text)


def template(text: str) -> str:
    """Return *text*, whose places somebody else fills, in the language that is used."""
    return text if _chosen == ENGLISH else _known().template(text)


def said_page(page: str) -> str:
    """Return the *page* of a rule in the language that is used, as far as that is ours to say."""
    if _chosen == ENGLISH:
        return page
    from articlelint.language.pages import translated

    return translated(page, said)


def _translated(text: str) -> str:
    return _known().said(text)


def _known() -> Phrases:
    global _phrases  # noqa: PLW0603 - read once, when the first text is said
    if _phrases is None:
        from articlelint.language.phrases import Phrases

        _phrases = Phrases.read(_chosen, _folders)
    return _phrases


def choose(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> None:
    """Use the language that the *arguments* of the program, or else the *environment*, ask for.

    They are looked at before they are read, so that what is wrong with them is said in that
    language. What neither asks for is that of the machine, and the configuration may ask for
    another. Raises ConfigError for one that articlelint does not speak.
    """
    asked = _flag(arguments) or environment.get(VARIABLE)
    if asked in LANGUAGES:
        use(asked)
        return
    locale = next((value for name in _LOCALES if (value := environment.get(name))), "")
    use("zh" if locale[:2].lower() == "zh" else ENGLISH, is_asked_for=False)
    if asked and environment.get(VARIABLE) == asked:
        raise ConfigError(
            f"{VARIABLE}: there is no language `{asked}`; choose from {named(LANGUAGES)}"
        )


def _flag(arguments: Sequence[str]) -> str | None:
    for number, argument in enumerate(arguments):
        if argument == FLAG:
            return next(iter(arguments[number + 1 :]), None)
        if argument.startswith(f"{FLAG}="):
            return argument.partition("=")[2]
    return None
