"""The expressions of Jinja: jinja2 3.1, ``parser.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.fault import SyntaxFault, unexpected
from articlelint.templates.nunjucks.lexer import Kind
from articlelint.templates.nunjucks.parser import Node, Parser, Use

if TYPE_CHECKING:
    from articlelint.templates.nunjucks.lexer import Word

_BINARY: Final = frozenset(
    {"==", "!=", "<", ">", "<=", ">=", "~", "+", "-", "*", "/", "//", "%", "**"}
)
_HARMLESS: Final = frozenset({"==", "!=", "~"})
"""Operators that take a variable that is not there."""
_TEST_ARGUMENT: Final = frozenset({"else", "or", "and", "is"})


class JinjaParser(Parser):
    """Reads the words of one tag or expression of Jinja."""

    def __init__(self, words: list[Word]) -> None:
        super().__init__(words)
        self.inside: list[Use] = []
        """The variables in which something is looked up."""

    def value(self) -> Node:
        """Read expressions separated by commas."""
        node = self.expression()
        while self.skip(","):
            if self._at_end():
                return Node()
            self.expression()
            node = Node()
        return node

    def expression(self) -> Node:
        """Read an expression, with ``if`` and ``else``."""
        node = super().expression()
        while self.symbol("if"):
            self._or()
            if self.symbol("else"):
                super().expression()
            node = Node()
        return node

    def name(self) -> None:
        """Read a name."""
        word = self.take()
        if word.kind is not Kind.SYMBOL:
            raise unexpected("" if word.kind is Kind.END else word.text, "a name")

    def context(self) -> None:
        """Go over ``with context``; Jinja does not mind the lack of the second word."""
        if self.symbol("with") or self.symbol("without"):
            self.symbol("context")

    def arguments(self, *, brackets: bool = True) -> None:
        """Read what a call is given."""
        del brackets
        if not self.skip("("):
            raise self._missing("`(`")
        while not self.skip(")"):
            if not (self.skip("*") or self.skip("**")):
                before = self._at
                if not (self._is_name() and self.skip("=")):
                    self._at = before
            self.expression()
            if not self.skip(",") and not self._is(")"):
                raise self._missing("a comma")

    def primary(self, *, postfix: bool = True) -> Node:
        """Read a literal, a name, or brackets, and what is looked up in it or called."""
        word = self.peek()
        if word is None or word.kind in {Kind.SYMBOL, Kind.NUMBER, Kind.CONSTANT, Kind.END}:
            return super().primary(postfix=postfix)
        if word.kind is Kind.STRING:
            while (word := self.peek()) and word.kind is Kind.STRING:
                last = self.take()
            return self._postfix(Node(), last) if postfix else Node()
        if word.text not in {"(", "[", "{"}:
            raise unexpected(word.text, "an expression")
        self.take()
        self._aggregate(word)
        return self._postfix(Node(), word) if postfix else Node()

    def _is_name(self) -> bool:
        word = self.peek()
        if word is None or word.kind is not Kind.SYMBOL:
            return False
        self._at += 1
        return True

    def _at_end(self) -> bool:
        word = self.peek()
        return word is None or word.kind is Kind.END

    def _is_test(self) -> Node:
        """Read operands and operators, whatever binds tighter."""
        first = self.peek()
        node = self._unary()
        while (word := self.peek()) and word.kind is Kind.OPERATOR and word.text in _BINARY:
            self._at += 1
            if first is not None and word.text not in _HARMLESS:
                node = self._within(node, first)
            first = self.peek()
            following = self._unary()
            if first is not None and word.text not in _HARMLESS:
                self._within(following, first)
            node = Node()
        return node

    def _unary(self) -> Node:
        signs = 0
        while self._is("-") or self._is("+"):
            self.take()
            signs += 1
        word = self.peek()
        node = super()._unary()
        if signs and word is not None:
            self._within(node, word)
            node = Node()
        while True:
            if self.symbol("is"):
                self.symbol("not")
                self._test()
                node = Node()
            elif self.skip("|"):
                self.filter_name()
            elif self._is("("):
                self.arguments()
                node = Node()
            else:
                return node

    def _test(self) -> None:
        word = self.take()
        if word.kind not in {Kind.SYMBOL, Kind.CONSTANT}:
            raise unexpected(word.text, "the name of a test")
        while self.skip("."):
            self.name()
        if self._is("("):
            self.arguments()
            return
        following = self.peek()
        if following is None or following.text in _TEST_ARGUMENT:
            return
        takes = following.kind in {Kind.SYMBOL, Kind.STRING, Kind.NUMBER, Kind.CONSTANT}
        if takes or following.text in {"(", "[", "{"}:
            if following.text in {"in", "not", "if"}:
                return
            self.primary()

    def _postfix(self, node: Node, word: Word) -> Node:
        while True:
            if self._is("("):
                self.arguments()
                if node.root is not None:
                    self.calls.append(Use(node.root, word))
                node = Node()
            elif self.skip("["):
                self._subscript()
                node = self._within(node, word)
            elif self.skip("."):
                name = self.take()
                if name.kind not in {Kind.SYMBOL, Kind.NUMBER, Kind.CONSTANT}:
                    raise unexpected("" if name.kind is Kind.END else name.text, "a name")
                node = self._within(node, word)
            else:
                return node

    def _within(self, node: Node, word: Word) -> Node:
        if node.plain and node.root is not None:
            self.inside.append(Use(node.root, word))
        return Node(node.root)

    def _subscript(self) -> None:
        while not self.skip("]"):
            if not self.skip(":"):
                self.expression()
                self.skip(",")
            if self._at_end():
                raise SyntaxFault("`]` is missing")

    def _aggregate(self, opening: Word) -> None:
        closing = {"(": ")", "[": "]", "{": "}"}[opening.text]
        while not self.skip(closing):
            self.expression()
            if opening.text == "{":
                if not self.skip(":"):
                    raise self._missing("a colon")
                self.expression()
            if not self.skip(",") and not self._is(closing):
                raise self._missing(f"`{closing}`")
