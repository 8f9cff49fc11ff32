"""The inline level: one pass over a stretch of text, mark by mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.events import END, LEAF, START, Event
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from articlelint.markdown.dialect import Tag
    from articlelint.markdown.kramdown.scope import Text

_SPECIAL: Final = regex(r"\*|_|`|<|\[|\]|\\|&|!\[|\$\$|\{:|>>|~~")
_RAW: Final = regex("<|&")
_SIGN: Final = regex(r"---?|\.\.\.")
_SIGNS: Final = {"---": "—", "--": "–", "...": "…"}
_DEPTH: Final = 40
_FUEL: Final = 6


class _State(NamedTuple):
    """What encloses the place that is read: it decides what may begin there.

    *level* is how many events there were when it was begun.
    """

    parent: str = ""
    in_link: bool = False
    in_em: bool = False
    in_strong: bool = False
    is_raw: bool = False
    depth: int = 0
    level: int = 0


_OUTSIDE: Final = _State()


class Spans:
    """Reads stretches of text into ``events``, whose places count from *base*.

    *marks* says what a character may begin. A reading that fails is taken back, and what was looked
    at is looked at again. So that this takes linear time, there is fuel for so many such attempts;
    after them marks are text.
    """

    def __init__(self, text: Text, marks: Mapping[str, Callable[[Spans, int], int]]) -> None:
        self.text = text
        self.source = ""
        self.base = 0
        self.events: list[Event] = []
        self.pending = 0
        """Where text begins that is in no event yet."""
        self.images = 0
        """How many images were found directly in what is read."""
        self.state = _OUTSIDE
        self.open: tuple[Tag, ...] = ()
        """The author's tags around it."""
        self.in_html = False
        """Whether it all stands in a block of HTML."""
        self._marks = marks
        self._fuel = 0
        self._failed: set[str] = set()

    def anew(self) -> Spans:
        """Return a reader for what stands in an element of its own."""
        spans = Spans(self.text, self._marks)
        spans.in_html = True
        return spans

    def run(self, source: str, base: int) -> list[Event]:
        """Read all of *source*, which begins at *base*."""
        self.source = source
        self.base = base
        self.events = []
        self.pending = 0
        self._fuel = _FUEL * len(source) + 4000
        if self._failed:
            self._failed = set()
        self.read(0, "", None)
        return self.events

    def read(self, at: int, stops: str, stop: Callable[[int], bool] | None) -> int:
        """Read from *at* to where *stop* says so of one of *stops*; return where, or -1."""
        source = self.source
        search = (_RAW if self.state.is_raw else _SPECIAL).search
        marks = self._marks
        while (match := search(source, at)) is not None:
            at = match.start()
            character = source[at]
            if character in stops and stop is not None and stop(at):
                self.flush(at)
                return at
            at = marks[character](self, at)
        self.flush(len(source))
        return -1

    def inside(
        self,
        at: int,
        stops: str,
        stop: Callable[[int], bool],
        **state: Any,
    ) -> int:
        """Read what stands inside an element that has just been begun; see ``read``."""
        outer, images = self.state, self.images
        self.state = outer._replace(depth=outer.depth + 1, level=len(self.events), **state)
        self.images = 0
        self.pending = at
        found = self.read(at, stops, stop)
        self.state, self.images = outer, images
        return found

    def may_try(self) -> bool:
        """Tell whether something may be tried that can fail."""
        return self._fuel > 0 and self.state.depth < _DEPTH

    def is_followed_by(self, mark: str, at: int) -> bool:
        """Tell whether *mark* stands anywhere from *at* on."""
        if mark in self._failed:
            return False
        if self.source.find(mark, at) < 0:
            self._failed.add(mark)
            return False
        return True

    def has_failed(self, what: str) -> bool:
        """Tell whether there is no *what* any more."""
        return what in self._failed

    def fail(self, what: str) -> None:
        """Remember that there is no *what* any more."""
        self._failed.add(what)

    def mark(self) -> tuple[int, int, int]:
        """Return what ``revert`` needs."""
        return len(self.events), len(self.text.slips), self.pending

    def revert(self, mark: tuple[int, int, int], looked_at: int) -> None:
        """Take back what was read since *mark*; *looked_at* tells how much that was."""
        del self.events[mark[0] :]
        del self.text.slips[mark[1] :]
        self.pending = mark[2]
        self._fuel -= looked_at

    def put(self, role: int, kind: str, data: Any, start: int, end: int) -> None:
        """Add an event."""
        self.events.append((role, kind, data, start + self.base, end + self.base))

    def leaf(self, kind: str, data: object, start: int, end: int) -> int:
        """Add a leaf behind the text that stands before it; return its *end*."""
        self.flush(start)
        self.put(LEAF, kind, data, start, end)
        self.pending = end
        return end

    def skip(self, at: int, skipped: int, kept: int) -> int:
        """Leave out *skipped* characters *at*; return the end of those *kept* as text."""
        self.flush(at)
        self.pending = at + skipped
        return at + skipped + kept

    def close(self, first: int, kind: str, data: object, end: int) -> int:
        """End the element whose START is the event *first*; return its *end*."""
        start = self.events[first][3]
        self.events[first] = (START, kind, data, start, end + self.base)
        self.put(END, kind, None, start - self.base, end)
        self.pending = end
        return end

    def flush(self, end: int) -> None:
        """Add the text before *end*."""
        start = self.pending
        if start >= end:
            return
        self.pending = end
        base = self.base
        run = self.source[start:end]
        if "--" in run or "..." in run:
            self._split(start, end, self._signs)
        elif "\n" in run:
            self._split(start, end, None)
        else:
            self.events.append((LEAF, "Text", run, start + base, end + base))

    def _split(self, at: int, end: int, signs: Callable[[int, int], None] | None) -> None:
        """Add text line by line; *signs* adds what has typographic signs in it."""
        source, base, options = self.source, self.base, self.text.options
        add = self.events.append
        breaks = options.gfm and not (self.in_html or self.open)
        every = breaks and options.hard_wrap
        while at < end:
            newline = source.find("\n", at, end)
            finish = stop = end if newline < 0 else newline
            if newline > at and source[newline - 1] in " \\":
                while finish > at and source[finish - 1] == " ":
                    finish -= 1
                if finish == newline and breaks and not every:
                    finish -= 1
            if at < finish:
                if signs is not None:
                    signs(at, finish)
                else:
                    add((LEAF, "Text", source[at:finish], at + base, finish + base))
            if newline < 0:
                return
            at = stop + 1
            spaces = stop - finish > 1 and not options.hard_wrap
            hard = every or spaces or source[finish] == "\\"
            add((LEAF, "HardBreak" if hard else "SoftBreak", None, finish + base, at + base))
            while at < end and source[at] in " \t":
                at += 1

    def _signs(self, at: int, end: int) -> None:
        """Add a line of text with dashes and dots that typographic ones stand for."""
        source = self.source
        if self.text.options.typographic and not self.state.is_raw:
            for match in _SIGN.finditer(source, at, end):
                start, finish = match.span()
                if at < start:
                    self.put(LEAF, "Text", source[at:start], at, start)
                self.put(LEAF, "Text", _SIGNS[match[0]], start, finish)
                at = finish
        if at < end:
            self.put(LEAF, "Text", source[at:end], at, end)
