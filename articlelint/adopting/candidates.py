"""Where a comment that suppresses a finding may stand, the best place first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from articlelint.article import Syntax
from articlelint.front_matter import Format
from articlelint.text.edit import Edit
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic

_BLANKS = " \t"
_ENDING = regex(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that one comment can suppress; *block* is the stretch that they lie in."""

    findings: tuple[Diagnostic, ...]
    block: Span | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the names of their rules."""
        return tuple(sorted({each.rule for each in self.findings}))

    @property
    def start(self) -> int:
        """Return where the first of them begins."""
        return min(each.span.start for each in self.findings)

    @classmethod
    def by_line(cls, article: Article, findings: Iterable[Diagnostic]) -> list[Group]:
        """Return *findings* by the line on which they begin."""
        lines: dict[int, list[Diagnostic]] = {}
        for each in findings:
            lines.setdefault(article.lines.position(each.span.start).line, []).append(each)
        return [cls(tuple(found)) for _, found in sorted(lines.items())]

    @classmethod
    def by_block(cls, article: Article, groups: Sequence[Group]) -> list[Group]:
        """Return the findings of *groups* by the block of the page in which they begin."""
        if not groups:
            return []
        outermost = _outermost(article)
        blocks: dict[Span | None, list[Diagnostic]] = {}
        for group in groups:
            block = next((span for span in outermost if span.start <= group.start < span.end), None)
            blocks.setdefault(block, []).extend(group.findings)
        return [cls(tuple(found), block) for block, found in blocks.items()]


@dataclass(frozen=True, slots=True)
class Candidate:
    """The *edits* that put *comments* into the text."""

    edits: tuple[Edit, ...]
    comments: tuple[str, ...]


class Writer:
    """Writes comments for one article, in its notation and with its line endings.

    Where *reason* is empty they have none.
    """

    def __init__(self, article: Article, reason: str) -> None:
        self._article = article
        self._text = article.text
        self._reason = reason
        self._first = 1 if self._text.startswith("\ufeff") else 0
        front_matter = article.front_matter
        takes_comments = front_matter is not None and front_matter.format in {
            Format.YAML,
            Format.TOML,
        }
        self._data = front_matter.content if front_matter and takes_comments else None

    def beside(self, group: Group) -> Iterator[Candidate]:
        """Yield places for a comment on the line of the findings or just before it."""
        line = self._article.lines.line(self._article.lines.position(group.start).line)
        in_data = self._is_in_data(line.start)
        if not in_data and self._is_in_comment(group.start):
            return  # where the generator still looks: Hugo's shortcodes, Liquid's tags
        if in_data or self._begins_block(line):
            yield self._line_before(line, "disable-next-line", group.rules, data=in_data)
        if max(line.start, self._first) < self._article.body.start and not in_data:
            return  # a fence, or front matter that has no comments
        text = line.of(self._text)
        end = line.start + len(text.rstrip(_BLANKS))
        comment = self._comment("disable-line", group.rules, data=in_data)
        if text.rstrip(_BLANKS).endswith("|") and not in_data:
            yield Candidate((Edit.insert(end - 1, f"{comment} "),), (comment,))
        yield Candidate((Edit.insert(end, f" {comment}"),), (comment,))
        if not in_data and not self._begins_block(line):
            yield self._line_before(line, "disable-next-line", group.rules, data=False)

    def around(self, group: Group) -> Iterator[Candidate]:
        """Yield places for comments before and after the block of the findings."""
        block = group.block
        if block is None:
            return
        lines = self._article.lines
        first = lines.line(lines.position(block.start).line)
        end = block.start + len(block.of(self._text).rstrip())
        last = lines.line(lines.position(max(end - 1, block.start)).line)
        before = self._line_before(first, "disable", group.rules, data=False, indent=False)
        comment = self._comment("enable", group.rules, data=False, reason=False)
        for gap in ("", self._ending):
            after = Edit.insert(last.end, f"{gap}{self._ending}{comment}")
            yield Candidate((*before.edits, after), (*before.comments, comment))

    def for_all(self, group: Group) -> Iterator[Candidate]:
        """Yield places for a comment about the whole file."""
        if self._data is not None:
            start = max(self._data.start, self._first)
            yield self._insert_line(start, "disable-file", group.rules, data=True)
        start = max(self._article.body.start, self._first)
        yield self._insert_line(start, "disable-file", group.rules, data=False)
        comment = self._comment("disable-file", group.rules, data=False)
        double = Edit.insert(start, f"{comment}{self._ending}{self._ending}")
        yield Candidate((double,), (comment,))
        end = len(self._text)
        gap = "" if self._text.endswith(("\n", "\r")) or not self._text else self._ending
        for blank in (self._ending, ""):
            edit = Edit.insert(end, f"{gap}{blank}{comment}{self._ending}")
            yield Candidate((edit,), (comment,))

    @cached_property
    def _ending(self) -> str:
        """Return the line ending of the article's first line."""
        ending = _ENDING.search(self._text)
        return ending[0] if ending else "\n"

    def _comment(
        self, directive: str, rules: Sequence[str], *, data: bool, reason: bool = True
    ) -> str:
        said = f"articlelint-{directive} {', '.join(rules)}"
        if reason and self._reason:
            said += f" -- {self._reason}"
        if data:
            return f"# {said}"
        return f"{{/* {said} */}}" if self._article.syntax is Syntax.MDX else f"<!-- {said} -->"

    def _line_before(
        self, line: Span, directive: str, rules: Sequence[str], *, data: bool, indent: bool = True
    ) -> Candidate:
        text = line.of(self._text)
        blank = text[: len(text) - len(text.lstrip(_BLANKS))] if indent else ""
        start = max(line.start, self._first)
        return self._insert_line(start, directive, rules, data=data, indent=blank)

    def _insert_line(
        self, start: int, directive: str, rules: Sequence[str], *, data: bool, indent: str = ""
    ) -> Candidate:
        comment = self._comment(directive, rules, data=data)
        return Candidate((Edit.insert(start, f"{indent}{comment}{self._ending}"),), (comment,))

    def _is_in_data(self, offset: int) -> bool:
        data = self._data
        return data is not None and data.start <= max(offset, self._first) < data.end

    def _is_in_comment(self, offset: int) -> bool:
        begin = self._text.rfind("<!--", 0, offset)
        return begin >= 0 and self._text.find("-->", begin, offset) < 0

    def _begins_block(self, line: Span) -> bool:
        """Tell whether the line before is blank, so that a comment in between parts nothing."""
        start = self._article.body.start
        if max(line.start, self._first) < start:
            return False
        number = self._article.lines.position(line.start).line
        before = self._article.lines.line(number - 1) if number > 1 else None
        return before is None or before.end <= start or not before.of(self._text).strip()


def _outermost(article: Article) -> list[Span]:
    """Return the spans of the page's outermost blocks; paragraphs of lines where there are none."""
    found: list[Span] = []
    if article.syntax is not Syntax.HTML:
        depth = 0
        offset = article.markdown.offset
        for role, _, _, start, end in article.markdown.events:
            if depth == 0:
                found.append(Span(start, end).shift(offset))
            depth += role
    covered = article.body.start
    gaps = []
    for span in [*found, Span.at(len(article.text))]:
        if span.start > covered:
            gaps.append(Span(covered, span.start))
        covered = max(covered, span.end)
    for gap in gaps:
        found += _paragraphs(article, gap)
    return sorted(found)


def _paragraphs(article: Article, gap: Span) -> Iterator[Span]:
    """Yield the stretches of lines between blank ones in *gap*."""
    lines = article.lines
    start = None
    for number in range(lines.position(gap.start).line, lines.position(gap.end).line + 1):
        line = lines.line(number)
        if line.start >= gap.start and line.of(article.text).strip():
            start = line.start if start is None else start
            end = line.end
        elif start is not None:
            yield Span(start, end)
            start = None
    if start is not None:
        yield Span(start, end)
