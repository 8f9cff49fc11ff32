"""What a fix of front matter that does not parse is made from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from articlelint import SAFE, Applicability, Article, Edit, Fix, Format, Span, SyntaxProblem, regex

_KEY = regex(r"[ \t]*(?:-[ \t]+)*[\"']?(?P<key>[\w.-]+)")


@dataclass(frozen=True, slots=True)
class Case:
    """A problem and all that a fix is made from."""

    article: Article
    notation: Format
    content: Span
    problem: SyntaxProblem

    @property
    def span(self) -> Span:
        """Return the place of what is at fault."""
        return self.problem.span

    @property
    def words(self) -> str:
        """Return what is at fault."""
        return self.span.of(self.article.text)

    @property
    def line(self) -> Span:
        """Return the line on which the problem begins, as far as it is front matter."""
        text = self.article.text
        start = max(text.rfind("\n", 0, self.span.start) + 1, self.content.start)
        end = text.find("\n", self.span.start, self.content.end)
        end = self.content.end if end < 0 else end
        return Span(start, end - 1 if text[start:end].endswith("\r") else end)

    @property
    def key(self) -> str:
        """Return the key of that line, or nothing."""
        match = _KEY.match(self.article.text, self.line.start, self.line.end)
        return match["key"] if match else ""


Fixing: TypeAlias = Callable[[Case], Fix | None]


def replace(case: Case, title: str, text: str, how: Applicability = SAFE) -> Fix:
    """Return the fix that writes *text* in place of what is at fault."""
    return Fix(title, (Edit(case.span, text),), how)
