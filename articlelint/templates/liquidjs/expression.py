"""The expressions of LiquidJS: liquidjs 10, ``parser/tokenizer.ts``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from articlelint.templates.fault import SyntaxFault, unexpected
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

_BLANK: Final = r" \t\n\v\f\r\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SPACE: Final = regex(rf"[{_BLANK}]*+")
_WORD: Final = regex(rf"(?:[\w?-]|(?![{_BLANK}“”])[^\x00-\x7f])++")
_OPERATOR: Final = regex(r"==|!=|>=|<=|>|<|(?:contains|not|and|or)(?![A-Za-z0-9_?-])")
_LITERAL: Final = regex(r"(?:true|false|nil|null|empty|blank)(?![A-Za-z0-9_?-])")
_NUMBER: Final = regex(r"[+-]?(?:\d++(?:\.(?!\.)\d*+)?)(?![A-Za-z_?-])")
_QUOTED: Final = regex(r"\"(?:[^\"\\]|\\.)*+(?:\"|\\?\Z)|'(?:[^'\\]|\\.)*+(?:'|\\?\Z)", 16)


@dataclass
class Value:
    """An expression with its filters.

    *root* is the name of the variable that it is, "" for a lookup without one, None where it is
    no mere lookup.
    """

    root: str | None = None
    filters: list[str] = field(default_factory=list)


class Reader:
    """Reads what stands between the braces of an expression, or behind a tag's name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def filtered_value(self) -> Value:
        """Read an expression and its filters; what follows a comma or a bracket is not read."""
        begin = self.at
        operands: list[str | None] = []
        operators = 0
        while self.at < len(self.text):
            if self._take(_OPERATOR):
                operators += 1
                continue
            found, root = self.value()
            if not found:
                break
            operands.append(root)
        if not operands and not operators:
            self.at = begin
            raise self.fail("an expression")
        value = Value(operands[0] if operands and not operators else None)
        while self._filter(value):
            pass
        return value

    def value(self) -> tuple[bool, str | None]:
        """Read a literal or a lookup; return whether there is one, and the lookup's variable."""
        self.skip()
        literal = self._take(_LITERAL) or self._take(_QUOTED) or self._take(_NUMBER)
        if literal is None and self.peek() == "(":
            self._range()
            literal = ""
        properties = self._properties(begins=literal is None)
        if literal is not None:
            return True, None
        return bool(properties), properties[0] if properties else None

    def identifier(self) -> str:
        """Read a name; "" where there is none."""
        self.skip()
        return self._take(_WORD) or ""

    def skip(self) -> None:
        """Go over blanks."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def peek(self) -> str:
        """Return the next character; "" at the end."""
        return self.text[self.at : self.at + 1]

    def fail(self, expected: str) -> SyntaxFault:
        """Return the fault of something else standing here."""
        rest = self.text[self.at :].split(None, 1)
        return unexpected(rest[0] if rest else "", expected)

    def _filter(self, value: Value) -> bool:
        """Read a filter; tell whether another may follow."""
        self.skip()
        if self.peek() in {"", ")", ","}:
            return False
        if self.peek() != "|":
            raise self.fail("`|` and a filter")
        self.at += 1
        name = self.identifier()
        if not name:
            if self.at < len(self.text):
                raise self.fail("the name of a filter")
            return False
        self.skip()
        if self.peek() == ":":
            self._arguments()
        elif self.peek() not in {"|", ")", ",", ""}:
            raise self.fail(f"`:` after `{name}`")
        value.filters.append(name)
        return True

    def _arguments(self) -> None:
        more = True
        while more:
            self.at += 1
            found, _ = self.value()
            self.skip()
            if found and self.peek() == ":":
                self.at += 1
                self.value()
                self.skip()
            if self.peek() not in {"", ",", "|", ")"}:
                raise self.fail("`,` or `|`")
            more = self.peek() == ","

    def _range(self) -> None:
        self.at += 1
        for end in ("..", ")"):
            found, _ = self.value()
            if not found:
                raise self.fail("a value")
            self.skip()
            if not self.text.startswith(end, self.at):
                raise SyntaxFault("brackets must contain a range (`(1..3)`)")
            self.at += len(end)

    def _properties(self, *, begins: bool) -> list[str]:
        found: list[str] = []
        while True:
            if self.peek() == "[":
                self.at += 1
                self.value()
                close = self.text.find("]", self.at)
                if close < 0:
                    raise SyntaxFault("`[` is not closed")
                self.at = close + 1
                found.append("")
            elif begins and not found and (name := self._take(_WORD)):
                found.append(name)
            elif self.peek() == "." and not self.text.startswith("..", self.at):
                self.at += 1
                self.skip()
                name = self._take(_WORD)
                if name is None:
                    return found
                found.append(name)
            else:
                return found

    def _take(self, pattern: re.Pattern[str]) -> str | None:
        if pattern is not _WORD:
            self.skip()
        match = pattern.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        return match[0]
