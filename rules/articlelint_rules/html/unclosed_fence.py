import re

from articlelint import (
    WARNING,
    Article,
    Depends,
    Diagnostic,
    Findings,
    OpenFence,
    Related,
    Rule,
    Span,
    Spoilt,
    on,
    open_fences,
    regex,
    shown_text,
)

_FENCE_LIKE = regex(
    r"^[ \t>]*(?:`{3,}|~{3,})[^\r\n]*$|(?<=[^\s`~])(?:`{3,}|~{3,})[ \t]*$", re.MULTILINE
)
_INDENTED = regex(r"^[ \t>]+(?:`{3}|~{3})", re.MULTILINE)


def _ends_with_its_code(article: Article, fence: OpenFence) -> bool:
    """Tell whether the code is the article's last piece, as it seems: nothing else is in it.

    The page looks as it would with the fence closed.
    """
    if not article.text[fence.span.start : fence.span.end].strip(f"{fence.mark} "):
        return False  # it may be the end of another one
    code = article.text[fence.span.end : fence.end]
    return bool(code.strip()) and fence.mark not in code and _PROSE.search(code) is None


_PROSE = regex(
    r"^ {0,3}(?:#{2,6} |[-*+] |>(?!>)|!?\[|\*\*|\d{1,9}[.)] |\|)"
    r"|^[^\W\d_][^=(){}\[\];\n]*[.。!！?？：][ \t]*$",
    re.MULTILINE,
)
"""What has the look of Markdown, or of a sentence."""


def _glued_fence(article: Article, fence: OpenFence) -> Span | None:
    """Return what was to be a fence: one that no space sets apart, ``-```sh``, or a short one."""
    visible, offset = article.view(shown_text), article.markdown.offset
    for match in _GLUED.finditer(article.text, article.body.start, fence.span.start):
        short = match["short"] is not None and fence.mark[0] == "`"
        place = Span(*match.span("short" if short else "fence"))
        if (short or place.of(article.text).startswith(fence.mark)) and visible.has(
            place.start - offset
        ):
            return place
    return None


_GLUED = regex(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])(?P<fence>`{3,}+[\w#+-]*+)|(?P<short>``))[ \t\r]*+$",
    re.MULTILINE,
)


def _first_inside_out(article: Article, fence: OpenFence) -> Span | None:
    """Return the fence from which on text is code, where the last one was to end the last code.

    Nothing comes after that one, and a heading stands between blank lines in the code of the first.
    """
    if (
        article.text[fence.span.end : fence.end].strip()
        or article.markdown.offset > fence.span.start
    ):
        return None
    for node in article.markdown.nodes("CodeBlock"):
        if node.span.start >= fence.span.start:
            return None
        match = _BARE.match(article.text, node.span.start)
        if match is not None and _HEADING.search(article.text, match.end(), node.span.end):
            return Span(*match.span(1))
    return None


_BARE = regex(r"(`{3,}+|~{3,}+)[ \t\r]*\n")
_HEADING = regex(r"\n[ \t\r]*\n#{2,6} [^\n]*\n[ \t\r]*\n")


class UnclosedFence(Rule):
    """A code block does not end where it was meant to."""

    name = "html/unclosed-fence"
    severity = WARNING
    depends = Depends.DISK  # how MDX is compiled

    @on.view(open_fences)
    def check(self, fence: OpenFence, article: Article) -> Findings:
        if not article.markdown.dialect.is_known and (
            _INDENTED.search(article.text)
            or _FENCE_LIKE.search(article.text, fence.span.end, fence.end)
        ):
            return  # which fences belong to items of lists, or end a block, is not known
        if fence.following is not None:
            if article.dialect.name != "python-markdown" or _begins_line(article, fence):
                yield self._lost(fence, fence.following, article)
            return
        if _ends_with_its_code(article, fence):
            return
        if (slip := _glued_fence(article, fence)) is not None:
            yield self.diagnostic(
                slip,
                "This fence begins no code block, and the next one does that it should end",
                hint="Write three backticks"
                if slip.end - slip.start < len("```")
                else "Put it on a line of its own, or a space before it",
                related=[Related(fence.span, "so this one is never closed")],
            )
            return
        if (first := _first_inside_out(article, fence)) is not None:
            yield self.diagnostic(
                first,
                "This fence begins a code block with a heading in it: one is missing above",
                hint="Look for the end of the code before it",
                related=[Related(fence.span, "so this one is never closed")],
            )
            return
        what = "backticks" if fence.mark[0] == "`" else "tildes"
        inner = _FENCE_LIKE.search(article.text, fence.span.end, fence.end)
        yield self.diagnostic(
            fence.span,
            "The code block is never closed; everything after it is code",
            hint=f"Where the code ends, put a line of {len(fence.mark)} {what} and nothing else",
            related=[Related(Span(*inner.span()), "this line does not close it")] if inner else [],
        )

    def _lost(self, fence: OpenFence, following: Span, article: Article) -> Diagnostic:
        """Return the finding on a block that is not closed before *following*."""
        text = article.text
        if fence.is_cut:
            start, end = fence.end, following.start
            first = _LINE.search(text, start, end)
            line_start = text.rfind("\n", 0, fence.span.start) + 1
            messages = _OF_QUOTE if ">" in text[line_start : fence.span.start] else _OF_ITEM
            message, hint, outside = messages
            return self.diagnostic(
                fence.span,
                message,
                hint=hint,
                related=[
                    *([Related(Span(*first.span()), outside)] if first else []),
                    Related(following, "this fence does not close it, but opens another"),
                ],
                cause="article/cut",
                spoils=Spoilt(Span(start, end), _OF_PAGE),
            )
        what = "backticks" if fence.mark[0] == "`" else "tildes"
        inner = _FENCE_LIKE.search(text, fence.span.end, following.start)
        if _SAMPLE.search(fence.span.of(text)):
            number = len(fence.mark) + 1
            hint = f"Open and close it with {number} backticks"
            if what == "tildes":
                hint = f"Open and close it with {number} tildes"
        else:
            hint = f"Where the code ends, put a line of {len(fence.mark)} {what} and nothing else"
        return self.diagnostic(
            fence.span,
            "The code block is not closed before the next one",
            hint=hint,
            related=[
                *([Related(Span(*inner.span()), "this line does not close it")] if inner else []),
                Related(following, "this line seems to open another"),
            ],
            cause="article/lost",
        )


def _begins_line(article: Article, fence: OpenFence) -> bool:
    """Tell whether the fence is not indented: extensions read others, each in its way."""
    return fence.span.start == 0 or article.text[fence.span.start - 1] in "\r\n"


_LINE = regex(r"\S[^\r\n]*")
_OF_ITEM = (
    "The code block ends before its code does, where the list item ends",
    "Indent all its lines, and the fence at its end, as far as the fence at its beginning",
    "outside the list item",
)
_OF_QUOTE = (
    "The code block ends before its code does, where the quote ends",
    "Begin all its lines, and the fence at its end, with `>`",
    "outside the quote",
)
_SAMPLE = regex(r"(?:`|~)[ \t]*(?:md|mdx|markdown)\b")
_OF_PAGE = ("accessibility", "headings", "html", "images", "links", "markdown")
"""The families that find something in code that is read as text."""
