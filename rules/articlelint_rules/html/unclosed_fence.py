import re

from articlelint import (
    WARNING,
    Article,
    Depends,
    Findings,
    Node,
    Related,
    Rule,
    Span,
    Syntax,
    on,
    regex,
)

_OPENING = regex(r"(?:`{3,}+|~{3,}+)[^\r\n]*+")
_FENCE_LIKE = regex(r"^[ \t>]*(`{3,}|~{3,})[^\r\n]*$", re.MULTILINE)


class UnclosedFence(Rule):
    """A code fence is not closed; the rest of the article is code."""

    name = "html/unclosed-fence"
    severity = WARNING
    depends = Depends.DISK  # how MDX is compiled

    @on.markdown("CodeBlock")
    def check(self, node: Node, article: Article) -> Findings:
        text, end = article.text, node.span.end
        opening = _OPENING.match(text, node.span.start)
        if opening is None or text[end:].strip():
            return
        lines = text[opening.end() : end].rstrip().splitlines()
        fence = re.match(r"`+|~+", opening[0])
        # In MDX, which has no indented code, a closing fence may stand anywhere.
        last = lines if article.syntax is Syntax.MDX else lines[-1:]
        if fence is None or any(_closes(line, fence[0]) for line in last):
            return
        what = "backticks" if fence[0][0] == "`" else "tildes"
        inner = _FENCE_LIKE.search(text, opening.end(), end)
        yield self.diagnostic(
            Span(*opening.span()),
            "The code block is never closed; everything after it is code",
            hint=f"Where the code ends, put a line of {len(fence[0])} {what} and nothing else",
            related=[Related(Span(*inner.span()), "this line does not close it")] if inner else [],
        )


def _closes(line: str, fence: str) -> bool:
    line = line.strip(" \t>")
    return len(line) >= len(fence) and set(line) == {fence[0]}
