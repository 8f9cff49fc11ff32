"""Masking: the tags of a text, what belongs together, and the text without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.filler import Filler, Stretch
from articlelint.templates.language import language_of, tokens_of
from articlelint.templates.model import Masked, TemplateSyntax, TemplateTag
from articlelint.templates.token import Token, TokenKind
from articlelint.text.filler import FILLER
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.templates.language import AnyLanguage, Language

_DYNAMIC: Final = (FILLER, "{{", "{%")
_FILLED_IN: Final = regex(r"@[A-Za-z_]\w*@")
"""What ``configure`` and Meson fill in."""
_BRANCHING: Final = frozenset(
    {"if", "unless", "ifversion", "ifchanged", "case", "for", "tablerow", "asyncEach", "asyncAll"}
)
_OF_CODE: Final = regex(r"(?:^|\s)(?:lang|language|lexer)=")
"""Arguments that name the language of code."""
_BRANCHES: Final = frozenset({"else", "elsif", "elseif", "elif", "when"})
_CLOSED_BY: Final = {"ifversion": "if"}
_TAGS: Final = frozenset({TokenKind.EXPRESSION, TokenKind.TAG})
_SHOWN: Final = frozenset({TokenKind.EXPRESSION, TokenKind.ESCAPED})


def is_dynamic(text: str) -> bool:
    """Tell whether a template makes a part of *text*, so that it is not known."""
    return any(map(text.__contains__, _DYNAMIC)) or _FILLED_IN.match(text) is not None


def mask(
    text: str,
    syntax: AnyLanguage,
    offset: int = 0,
    *,
    tokens: Iterable[Token] | None = None,
) -> Masked:
    """Return *text* with its template tags masked; *offset* is where it begins in the article.

    *tokens* are those of the text, where they are known already.

    The masked text has the same length and line endings. What no Markdown parser sees is
    masked with its tags, as are all but the first branch of a condition. What is no complete
    tag stays as it is.
    """
    tokens = [
        token for token in (tokens_of(text, syntax) if tokens is None else tokens) if token.closed
    ]
    language = language_of(syntax) if tokens else None
    if language is None:
        return Masked(text)
    pairs = _Pairs(tokens, syntax)
    if language.hides and (hidden := pairs.hidden(language.hides)):
        tokens = _without(tokens, hidden)
        pairs = _Pairs(tokens, syntax)
    masked = Filler(text).fill(_stretches(tokens, pairs, language))
    return Masked(
        masked,
        tuple(
            [
                TemplateTag(
                    token.name,
                    Span(token.start + offset, token.end + offset),
                    text[token.start : token.end],
                    token.arguments,
                    token.closing,
                    _content(token, pairs.closed_at.get(index), offset),
                )
                for index, token in enumerate(tokens)
                if token.kind in _TAGS
            ]
        ),
    )


def _content(token: Token, closed_at: int | None, offset: int) -> Span | None:
    return None if closed_at is None else Span(token.end + offset, closed_at + offset)


def _without(tokens: list[Token], hidden: list[Token]) -> list[Token]:
    """Return *tokens* with each region of *hidden* in place of what stands in it."""
    left = iter([*hidden, Token(TokenKind.RAW, tokens[-1].end, tokens[-1].end)])
    region = next(left)
    found: list[Token] = []
    for token in tokens:
        if token.start >= region.end > region.start:
            found.append(region)
            region = next(left)
        if token.start < region.start:
            found.append(token)
    return found


class _Pairs:
    """Which tag closes which, and which stretches are branches that are not taken."""

    def __init__(self, tokens: list[Token], syntax: AnyLanguage) -> None:
        self.closed_at: dict[int, int] = {}
        self.branches: list[tuple[int, int]] = []
        self._tokens = tokens
        self._any_end = syntax is TemplateSyntax.ZOLA  # all blocks end with one tag
        self._open: list[int] = []
        self._names: dict[str, int] = {}
        self._branching: list[int] = []
        self._untaken: dict[int, int] = {}
        for index, token in enumerate(tokens):
            if token.kind is not TokenKind.TAG:
                continue
            if token.closing:
                self._close(token)
            elif token.name in _BRANCHES and self._branching:
                self._branch(token, self._branching[-1])
            else:
                self._push(index, token)

    def hidden(self, names: frozenset[str]) -> list[Token]:
        """Return what the blocks called *names* hold, and those of code, as hidden regions."""
        found: list[Token] = []
        for index, end in sorted(self.closed_at.items()):
            token = self._tokens[index]
            is_code = token.name in names or _OF_CODE.search(token.arguments) is not None
            if is_code and (not found or found[-1].end <= token.start):
                found.append(Token(TokenKind.RAW, token.end, end, token.name, hidden=True))
        return found

    def _push(self, index: int, token: Token) -> None:
        self._open.append(index)
        name = _CLOSED_BY.get(token.name, token.name)
        self._names[name] = self._names.get(name, 0) + 1
        if token.name in _BRANCHING:
            self._branching.append(index)

    def _branch(self, token: Token, opener: int) -> None:
        first = token.name == "when" and not self._untaken.get(-1 - opener)
        if first:  # what stands before it is nothing; it begins the first branch
            self._untaken[-1 - opener] = 1
        else:
            self._untaken.setdefault(opener, token.start)

    def _close(self, closing: Token) -> None:
        if not self._any_end and not self._names.get(closing.name):
            return
        while self._open:
            index = self._open.pop()
            token = self._tokens[index]
            name = _CLOSED_BY.get(token.name, token.name)
            self._names[name] -= 1
            if self._branching and self._branching[-1] == index:
                self._branching.pop()
            if self._any_end or name == closing.name:
                self.closed_at[index] = closing.start
                if index in self._untaken:
                    self.branches.append((self._untaken[index], closing.end))
                return


def _stretches(tokens: list[Token], pairs: _Pairs, language: Language) -> list[Stretch]:
    """Return what to mask, in order and apart."""
    branches = pairs.branches
    flowing, silent = language.flowing, language.silent
    found = [
        Stretch(
            token.start,
            token.end,
            token.kind in _SHOWN,
            flowing
            and token.kind is TokenKind.TAG
            and not token.closing
            and index not in pairs.closed_at,
            silent=token.name in silent,
        )
        for index, token in enumerate(tokens)
        if token.kind is not TokenKind.RAW or token.hidden
    ]
    found += [Stretch(start, end, output=False) for start, end in branches]
    if branches:
        found.sort(key=lambda stretch: (stretch.start, -stretch.end))
    apart: list[Stretch] = []
    end = 0
    for stretch in found:
        if stretch.start >= end:
            apart.append(stretch)
            end = stretch.end
    return apart
