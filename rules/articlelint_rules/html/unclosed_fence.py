import re

from articlelint import (
    WARNING,
    Article,
    Depends,
    Findings,
    OpenFence,
    Related,
    Rule,
    Span,
    on,
    open_fences,
    regex,
)

_FENCE_LIKE = regex(r"^[ \t>]*(`{3,}|~{3,})[^\r\n]*$", re.MULTILINE)
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


class UnclosedFence(Rule):
    """A code fence is not closed, so the rest of the article is code."""

    name = "html/unclosed-fence"
    severity = WARNING
    depends = Depends.DISK  # how MDX is compiled

    @on.view(open_fences)
    def check(self, fence: OpenFence, article: Article) -> Findings:
        if not article.markdown.dialect.is_known and _INDENTED.search(article.text):
            return  # which fences belong to items of lists is not known
        if _ends_with_its_code(article, fence):
            return
        what = "backticks" if fence.mark[0] == "`" else "tildes"
        inner = _FENCE_LIKE.search(article.text, fence.span.end, fence.end)
        yield self.diagnostic(
            fence.span,
            "The code block is never closed; everything after it is code",
            hint=f"Where the code ends, put a line of {len(fence.mark)} {what} and nothing else",
            related=[Related(Span(*inner.span()), "this line does not close it")] if inner else [],
        )
