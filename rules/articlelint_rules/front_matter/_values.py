"""Values of front matter: what follows them, and how messages show them."""

from articlelint import Article, Scalar, Span, Style, regex

GLUED_COMMENT = regex(r":?[ \t]+(?P<comment>#(?=\w)(?!articlelint)[^\r\n]*[^\s])")


def glued_comment(article: Article, scalar: Scalar) -> Span | None:
    """Return the comment behind a plain scalar that has no space after its ``#``.

    Who writes a comment writes ``# why``; who writes ``#1`` means a number, or a tag.
    """
    if scalar.style is not Style.PLAIN or "\n" in scalar.source:
        return None
    match = GLUED_COMMENT.match(article.text, scalar.span.end)
    return Span(*match.span("comment")) if match else None


def shown(text: str, limit: int = 40) -> str:
    """Return *text* on one line, cut to what a message can bear."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
