r"""What mdBook's own preprocessor puts something in place of: ``{{#include file.rs:2:10}}``."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.templates.language import Language
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.files import exists, is_folder
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from articlelint.templates.names import Names

# mdbook, crates/mdbook-driver/src/builtin_preprocessors/links.rs, find_links.
_TAG: Final = regex(r"(\\?)\{\{\s*+#([\w]++)\s++([^{}\n]{1,500})\}\}")
_FILES: Final = frozenset({"include", "rustdoc_include", "playground", "playpen"})
_PATH: Final = regex(r"[^:]+")
_PATH_BEFORE_WORDS: Final = regex(r"[^:\s]+")


class Includes(Language):
    r"""``{{#include file}}`` and the like; ``\{{#include file}}`` shows it."""

    def __str__(self) -> str:
        return "mdbook"

    def may_stand_in(self, text: str) -> bool:
        """Tell whether there can be any."""
        return "#" in text and "{{" in text

    def tokens(self, text: str) -> list[Token]:
        """Return those that are complete."""
        return [
            Token(
                TokenKind.ESCAPED if match[1] else TokenKind.TAG,
                *match.span(),
                name=match[2],
                arguments=match[3].strip(),
            )
            for match in islice(_TAG.finditer(text), MOST)
        ]

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield the files that are not there: mdBook shows the tag as it is written."""
        for token in tokens:
            if token.kind is TokenKind.TAG and token.name in _FILES and names.folder is not None:
                pattern = _PATH_BEFORE_WORDS if token.name.startswith("play") else _PATH
                found = pattern.match(token.arguments)
                if found is not None and _is_gone(names.folder, found[0]):
                    start = text.index(found[0], token.start)
                    yield TemplateProblem(
                        ProblemKind.MISSING_INCLUDE,
                        Span(start, start + len(found[0])),
                        f"`{found[0]}` leads to no file: mdBook shows the tag instead",
                        stops=False,
                    )


def _is_gone(folder: Path, name: str) -> bool:
    """Tell whether a file is not there, but its folder is: a program may make folders."""
    path = folder / name
    return is_folder(path.parent) and not exists(path)
