"""The lexer of shortcodes: hugo, ``parser/pageparser/pagelexer_shortcode.go``."""

from __future__ import annotations

from typing import Final

from articlelint.named_tuple import NamedTuple
from articlelint.templates.fault import SyntaxFault
from articlelint.text.regex import regex

_SPACE: Final = regex(r"[ \t\r\n]*+")
_NAME: Final = regex(r"[\w/-]++")
_INLINE: Final = ".inline"
_INLINE_NAME: Final = ".inline "
_PARAMETER: Final = regex(r"[\w-][\w.-]*+")
_QUOTED: Final = regex(r'"((?:[^"\\\n]|\\"|\\(?!["`]))*+)"')
_ESCAPED: Final = regex(r'\\"((?:[^"\\\n]|\\(?!["`]))*+)(?:\\"|")')
_RAW: Final = regex(r"`([^`]*+)`")
_BARE: Final = regex(r"[^ \t\r\n]*+")


class Parameter(NamedTuple):
    """One argument: *key* is empty where it has none; *bare* tells that no quotes are around it."""

    key: str
    value: str
    start: int
    end: int
    bare: bool


class Shortcode(NamedTuple):
    """What stands between the delimiters of a shortcode; *end* is where the second begins."""

    name: str
    end: int
    closing: bool
    alone: bool
    """Whether a slash ends it, so that no end tag is wanted."""
    parameters: tuple[Parameter, ...]


class Lexer:
    """Reads the shortcodes of one text, in order: what was seen before decides on end tags."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: set[str] = set()
        self._at = 0
        self._end = 0
        self._slash = self._closing = self._named = False
        self.name = ""
        """The shortcode that was read last, up to where that failed."""

    def read(self, at: int, closer: str, end: int) -> Shortcode:
        """Read a shortcode whose delimiter ends at *at*, not beyond *end*; raises SyntaxFault."""
        self._at, self._end, self.name = at, end, ""
        self._slash = self._closing = self._named = False
        arguments = _Arguments()
        while True:
            self._skip_blanks()
            if self._text.startswith(closer, self._at):
                break
            if self._at >= end:
                raise SyntaxFault(f"`{closer}` is missing")
            self._element(self._text[self._at], arguments)
            if self._closing and self._named:
                self._skip_blanks()
                if not self._text.startswith(closer, self._at):
                    raise SyntaxFault("nothing may follow the name in an end tag")
        if not self.name:
            if not self._slash:
                raise SyntaxFault("it has no name")
            self._closing, self._slash = True, False  # of what was opened last
        found = tuple(arguments.found)
        return Shortcode(self.name, self._at, self._closing, self._slash, found)

    def _element(self, letter: str, arguments: _Arguments) -> None:
        """Read what begins with *letter*: a slash, the name, an argument."""
        if letter == "/":
            if not self._seen:
                raise SyntaxFault("no shortcode is open that it could end")
            self._at += 1
            self._slash, self._named = True, False
        elif letter == "\\" and not self._text.startswith('"', self._at + 1):
            self._at += 1
        elif self._named and (letter.isalnum() or letter in '-_"`\\'):
            arguments.add(*self._argument())
        elif letter == "=":
            self._value("")
        elif letter.isalnum() or letter == "_":
            self._closing = self._slash and not self.name
            self._name(slash=self._slash)
            self._slash, self._named = False, True
        else:
            raise SyntaxFault(f"`{letter}` is only allowed within quotes")

    def _skip_blanks(self) -> None:
        match = _SPACE.match(self._text, self._at, self._end)
        self._at = match.end() if match else self._at

    def _name(self, *, slash: bool) -> None:
        text = self._text
        match = _NAME.match(text, self._at, self._end)
        name = match[0] if match else text[self._at]
        self._at += len(name)
        if text.startswith(".", self._at):
            if not text.startswith(_INLINE_NAME, self._at):
                raise SyntaxFault("the name of a shortcode has no extension")
            self._at += len(_INLINE)
            name += _INLINE
        self.name = name
        if slash and name not in self._seen:
            raise SyntaxFault(f"no shortcode `{name}` comes before it")
        self._seen.add(name)

    def _argument(self) -> tuple[Parameter, bool]:
        """Read an argument; tell, too, whether ``=`` follows its name without a blank."""
        text, start = self._text, self._at
        if text[start] in '"`\\':
            return Parameter("", self._quoted(), start, self._at, bare=False), False
        match = _PARAMETER.match(text, start, self._end)
        word = match[0] if match else text[start]
        self._at += len(word)
        joined = text.startswith("=", self._at)
        self._skip_blanks()
        if text.startswith("=", self._at):
            return self._value(word), joined
        return Parameter("", word, start, start + len(word), bare=True), False

    def _value(self, key: str) -> Parameter:
        """Read ``=`` and what stands behind it."""
        self._at += 1
        self._skip_blanks()
        text, start = self._text, self._at
        if text.startswith(('"', "`", '\\"'), start):
            return Parameter(key, self._quoted(), start, self._at, bare=False)
        match = _BARE.match(text, start, self._end)
        value = match[0] if match else ""
        self._at += len(value)
        return Parameter(key, value, start, self._at, bare=True)

    def _quoted(self) -> str:
        pattern = {'"': _QUOTED, "`": _RAW}.get(self._text[self._at], _ESCAPED)
        match = pattern.match(self._text, self._at, self._end)
        if match is None:
            raise SyntaxFault("a quote is never closed")
        self._at = match.end()
        return match[1]


class _Arguments:
    """The arguments of one shortcode: those with a name and those without do not mix."""

    def __init__(self) -> None:
        self.found: list[Parameter] = []
        self._joined: bool | None = None

    def add(self, parameter: Parameter, joined: bool) -> None:  # noqa: FBT001 - a pair from one call
        """Take the next; raises SyntaxFault where it is of another kind than those before."""
        found = self.found
        mixed = bool(found) and bool(found[-1].key) != bool(parameter.key)
        if mixed or (self._joined is not None and self._joined != joined):
            word, what = parameter.key or parameter.value, "a" if parameter.key else "no"
            raise SyntaxFault(f"`{word[:30]}` has {what} name, unlike the argument before it")
        self._joined = joined
        found.append(parameter)
