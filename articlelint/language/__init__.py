"""What articlelint says, in the author's language.

Everything is said in English where it arises; what people read passes through ``said`` on its way
out. Without a language that is all: nothing is imported, nothing is read. With one, the catalogues
``zh.po`` of articlelint and of the packages that the rules come from are read when the first
text is said, and the English sentence is recognised by its template; see ``phrases``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from articlelint.language.phrases import Phrases

__all__ = ["LANGUAGES", "VARIABLE", "from_environment", "is_english", "said", "use"]

ENGLISH: Final = "en"
LANGUAGES: Final = (ENGLISH, "zh")
"""The languages that articlelint speaks."""
VARIABLE: Final = "ARTICLELINT_LANGUAGE"
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that say what the machine speaks, the one that counts first (POSIX, 8.2)."""

_chosen = ENGLISH
_folders: tuple[Path, ...] = ()
_phrases: Phrases | None = None


def use(language: str, folders: Iterable[Path] = ()) -> None:
    """Say everything in *language* from now on; *folders* may have catalogues of their own."""
    global _chosen, _folders, _phrases  # noqa: PLW0603 - one process speaks one language
    _chosen, _folders, _phrases = language, tuple(folders), None


def is_english() -> bool:
    """Tell whether nothing is translated."""
    return _chosen == ENGLISH


def said(text: str) -> str:
    """Return *text*, which is English, in the language that is used."""
    return text if _chosen == ENGLISH else _translated(text)


def _translated(text: str) -> str:
    global _phrases  # noqa: PLW0603 - read once, when the first text is said
    if _phrases is None:
        from articlelint.language.phrases import Phrases

        _phrases = Phrases.read(_chosen, _folders)
    return _phrases.said(text)


def from_environment(environment: Mapping[str, str] = os.environ) -> tuple[str | None, str]:
    """Return the language that ``ARTICLELINT_LANGUAGE`` asks for, and that of the machine.

    The former is None where it is not set, and may be one that articlelint does not speak.
    """
    asked = environment.get(VARIABLE) or None
    locale = next((value for name in _LOCALES if (value := environment.get(name))), "")
    return asked, "zh" if locale[:2].lower() == "zh" else ENGLISH
