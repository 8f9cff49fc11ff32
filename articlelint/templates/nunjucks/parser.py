"""The expressions of Nunjucks: nunjucks 3.2, ``src/parser.js``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.templates.fault import SyntaxFault, unexpected
from articlelint.templates.nunjucks.lexer import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_BINARY: Final = (
    frozenset({"==", "===", "!=", "!==", "<", ">", "<=", ">="}),
    frozenset({"~"}),
    frozenset({"+"}),
    frozenset({"-"}),
    frozenset({"*"}),
    frozenset({"/"}),
    frozenset({"//"}),
    frozenset({"%"}),
    frozenset({"**"}),
)
"""The operators, those that bind loosest first."""
_DEEPEST: Final = 60
_CLOSING: Final = frozenset({")", "]", "}"})


class Node(NamedTuple):
    """An expression: *root* is the variable that it looks up, None where it is no mere lookup."""

    root: str | None = None
    plain: bool = False
    """Whether it is a name alone."""


class Use(NamedTuple):
    """A filter or a call: the name, or the root of what is called, and its word."""

    name: str
    word: Word


class Parser:
    """Reads the words of one tag or expression; what it finds is gathered on the way."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._at = 0
        self._depth = 0
        self.filters: list[Use] = []
        self.calls: list[Use] = []
        self.searched: list[str] = []
        """The variables that ``in`` looks into."""

    def peek(self) -> Word | None:
        """Return the next word."""
        return self._words[self._at] if self._at < len(self._words) else None

    def take(self) -> Word:
        """Return the next word and go on; raises SyntaxFault at the end."""
        word = self.peek()
        if word is None:
            raise SyntaxFault("its end is missing")
        self._at += 1
        return word

    def skip(self, text: str, kind: Kind = Kind.OPERATOR) -> bool:
        """Go over the next word if it is *text*; tell whether it was."""
        word = self.peek()
        if word is None or word.kind is not kind or word.text != text:
            return False
        self._at += 1
        return True

    def symbol(self, text: str) -> bool:
        """Go over a word of letters."""
        return self.skip(text, Kind.SYMBOL)

    def end(self, expected: str = "the end") -> None:
        """Raise SyntaxFault where anything is left."""
        word = self.peek()
        if word is None:
            raise SyntaxFault("its end is missing")
        if word.kind is not Kind.END:
            raise unexpected(word.text, expected)

    def expression(self) -> Node:
        """Read an expression, with ``if`` and ``else``."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise SyntaxFault("it is nested too deep")
        node = self._or()
        if self.symbol("if"):
            self._or()
            if self.symbol("else"):
                self._or()
            node = Node()
        self._depth -= 1
        return node

    def value(self) -> Node:
        """Read what a tag looks at."""
        return self.expression()

    def name(self) -> None:
        """Read a name that the tag gives."""
        self.primary(postfix=False)

    def context(self) -> None:
        """Go over ``with context`` or ``without context``."""
        if (self.symbol("with") or self.symbol("without")) and not self.symbol("context"):
            raise SyntaxFault("`context` is missing")

    def primary(self, *, postfix: bool = True) -> Node:
        """Read a literal, a name, or brackets, and what is looked up in it or called."""
        word = self.take()
        if word.kind in {Kind.STRING, Kind.NUMBER, Kind.CONSTANT, Kind.REGEX}:
            node = Node()
        elif word.kind is Kind.SYMBOL:
            node = Node(word.text, plain=True)
        elif word.text in {"(", "[", "{"} and word.kind is Kind.OPERATOR:
            self._aggregate(word)
            node = Node()
        else:
            raise unexpected("" if word.kind is Kind.END else word.text, "an expression")
        return self._postfix(node, word) if postfix else node

    def arguments(self, *, brackets: bool = True) -> None:
        """Read what a call or a tag is given, separated by commas."""
        if brackets and not self.skip("("):
            raise self._missing("`(`")
        first = True
        while True:
            word = self.peek()
            if word is None:
                raise SyntaxFault("its end is missing")
            if brackets and self.skip(")"):
                return
            if not brackets and word.kind is Kind.END:
                return
            if not first and not self.skip(","):
                raise self._missing("a comma")
            self.expression()
            if self.skip("="):
                self.expression()
            first = False

    def filter_name(self) -> None:
        """Read a filter's name and arguments."""
        word = self.take()
        if word.kind is not Kind.SYMBOL:
            raise unexpected("" if word.kind is Kind.END else word.text, "the name of a filter")
        name = word.text
        while self.skip("."):
            name += "." + self.take().text
        self.filters.append(Use(name, word))
        if self._is("("):
            self._postfix(Node(), word)

    def _missing(self, expected: str) -> SyntaxFault:
        word = self.peek()
        return unexpected("" if word is None or word.kind is Kind.END else word.text, expected)

    def _is(self, text: str) -> bool:
        word = self.peek()
        return word is not None and word.kind is Kind.OPERATOR and word.text == text

    def _or(self) -> Node:
        node = self._and()
        while self.symbol("or"):
            self._and()
            node = Node()
        return node

    def _and(self) -> Node:
        node = self._not()
        while self.symbol("and"):
            self._not()
            node = Node()
        return node

    def _not(self) -> Node:
        negated = False
        while self.symbol("not"):
            negated = True
        node = self._in()
        return Node() if negated else node

    def _in(self) -> Node:
        node = self._is_test()
        while True:
            before = self._at
            self.symbol("not")
            if not self.symbol("in"):
                self._at = before
                return node
            searched = self._is_test()
            if searched.root is not None:
                self.searched.append(searched.root)
            node = Node()

    def _is_test(self) -> Node:
        node = self._binary(0)
        if self.symbol("is"):
            self.symbol("not")
            self._binary(0)
            node = Node()
        return node

    def _binary(self, level: int) -> Node:
        if level == len(_BINARY):
            return self._unary()
        node = self._binary(level + 1)
        while (word := self.peek()) and word.kind is Kind.OPERATOR and word.text in _BINARY[level]:
            self._at += 1
            self._binary(level + 1)
            node = Node()
        return node

    def _unary(self) -> Node:
        signed = False
        while self.skip("-") or self.skip("+"):
            signed = True
        node = self.primary()
        while self.skip("|"):
            self.filter_name()
        return Node() if signed else node

    def _postfix(self, node: Node, word: Word) -> Node:
        while True:
            if self._is("("):
                self.arguments()
                if node.root is not None:
                    self.calls.append(Use(node.root, word))
                node = Node()
            elif self.skip("["):
                self._aggregate(word)
                node = Node(node.root)
            elif self.skip("."):
                name = self.take()
                if name.kind is not Kind.SYMBOL:
                    raise unexpected("" if name.kind is Kind.END else name.text, "a name")
                node = Node(node.root)
            else:
                return node

    def _aggregate(self, opening: Word) -> None:
        """Read up to the closing bracket; any closes, as in Nunjucks itself."""
        first = True
        while True:
            word = self.peek()
            if word is None:
                raise SyntaxFault("its end is missing")
            if word.kind is Kind.OPERATOR and word.text in _CLOSING:
                self._at += 1
                return
            if not first and not self.skip(","):
                raise self._missing("a comma or a closing bracket")
            if opening.text == "{":
                self.primary()
                if not self.skip(":"):
                    raise self._missing("a colon")
            self.expression()
            first = False
