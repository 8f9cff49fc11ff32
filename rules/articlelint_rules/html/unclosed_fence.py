import re

from articlelint import WARNING, Article, Findings, Related, Rule, Span, Syntax, regex

_OPENING = regex(r"(?:`{3,}|~{3,})[^\r\n]*")
_FENCE_LIKE = regex(r"^[ \t>]*(`{3,}|~{3,})[^\r\n]*$", re.MULTILINE)


class UnclosedFence(Rule):
    """A code fence is not closed; the rest of the article is code."""

    name = "html/unclosed-fence"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        if article.syntax is Syntax.MDX:  # its fences may stand indented inside components
            return
        end = len(article.text.rstrip())
        for node in article.markdown.nodes("CodeBlock"):
            opening = _OPENING.match(article.text, node.span.start)
            if opening is None or node.span.end < end:
                continue
            lines = article.text[opening.end() : node.span.end].rstrip().splitlines()
            fence = re.match(r"`+|~+", opening[0])
            if fence is None or (lines and _closes(lines[-1], fence[0])):
                continue
            what = "backticks" if fence[0][0] == "`" else "tildes"
            inner = _FENCE_LIKE.search(article.text, opening.end(), node.span.end)
            related = []
            if inner is not None:
                place = Span(*inner.span())
                related = [Related(place, "this line does not close it")]
            yield self.diagnostic(
                Span(*opening.span()),
                "The code block is never closed; everything after it is code",
                hint=f"Where the code ends, put a line of {len(fence[0])} {what} and nothing else",
                related=related,
            )


def _closes(line: str, fence: str) -> bool:
    line = line.strip(" \t>")
    return len(line) >= len(fence) and set(line) == {fence[0]}
