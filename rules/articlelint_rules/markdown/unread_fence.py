import re
from collections.abc import Iterator, Sequence

from articlelint import (
    FILLER,
    WARNING,
    Article,
    Findings,
    Rule,
    Span,
    Spoilt,
    is_escaped,
    regex,
    shown_text,
)


class UnreadFence(Rule):
    """A code fence is shown as text, or its lines run together."""

    name = "markdown/unread-fence"
    severity = WARNING
    many_are_one = True

    def check(self, article: Article) -> Findings:
        if article.dialect.name not in _DIALECTS or not article.knows_constructs:
            return
        text, offset = article.markdown.text, article.markdown.offset
        if "```" not in text and "~~~" not in text:
            return
        fences = [
            match
            for match in _FENCE.finditer(text)
            if FILLER not in match[0] and not _WORDS.match(match["info"])
        ]
        joined = {
            node.span.start - offset
            for node in article.markdown.nodes("Code")
            if "\n" in node.span.of(article.text)
        }
        for fence in fences:
            if fence.start("fence") in joined:
                yield self.diagnostic(
                    Span(*fence.span("fence")).shift(offset),
                    "The lines of this code run together: no fence is read here",
                    hint=article.dialect.where_fences_are_read,
                )
        for fence, end in _shown(article, fences):
            mark = fence["fence"]
            what = f"a line of {len(mark)} {'backticks' if mark[0] == '`' else 'tildes'}"
            if end is not None:
                why, hint = "it is not read here", article.dialect.where_fences_are_read
            elif fence["info"]:
                why, hint = (
                    "it is never closed",
                    f"Where the code ends, put {what} and nothing else",
                )
            else:
                why, hint = (
                    "no other fence matches it",
                    f"Where the code begins or ends, put {what}",
                )
            yield self.diagnostic(
                Span(*fence.span("fence")).shift(offset),
                f"This fence is shown as text: {why}",
                hint=hint,
                cause="article",
                spoils=None
                if end is None
                else Spoilt(Span(fence.start(), end).shift(offset), _OF_PAGE),
            )


_OF_PAGE = ("accessibility", "headings", "html", "images", "links")
"""The families that find something in code that is read as text; templates run in both."""
_DIALECTS = frozenset({"kramdown", "python-markdown"})
"""Those in which a fence has to be closed, and to stand where it is looked for."""
_FENCE = regex(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<fence>`{3,}+|~{3,}+)"
    r"[ \t]*+(?P<info>[^`~\r\n]*+)\r?$",
    re.MULTILINE,
)


_WORDS = regex(r"[^\x00-\x7f]+ ")
"""What follows backticks that are named in a sentence of a language without our letters."""


def _shown(
    article: Article, fences: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], int | None]]:
    """Yield the fences that are text where code was meant to begin, and where it ends."""
    text, visible = article.markdown.text, article.view(shown_text)
    ends_at = -1
    for index, fence in enumerate(fences):
        at = fence.start("fence")
        if at < ends_at or is_escaped(text, at):
            continue
        block = visible.block(at)
        if block is None or not visible.has_all(at, fence.end("fence") - 1):
            continue
        if fence["fence"][0] == "~" and visible.beginnings[block] != at:
            continue  # a heading of reStructuredText
        mark = fence["fence"]
        end = next(
            (
                each
                for each in fences[index + 1 :]
                if not each["info"] and each["fence"].startswith(mark)
            ),
            None,
        )
        ends_at = end.end() if end else ends_at
        yield fence, end.end() if end else None
