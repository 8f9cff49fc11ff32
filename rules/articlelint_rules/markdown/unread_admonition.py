import re
from collections.abc import Iterator

from articlelint import WARNING, Article, Findings, Rule, Span, is_escaped, regex, shown_text


class UnreadAdmonition(Rule):
    """The marker of a note, warning or similar box is shown as text."""

    name = "markdown/unread-admonition"
    severity = WARNING
    many_are_one = True

    def check(self, article: Article) -> Findings:
        kinds = _UNREAD.get(article.dialect.name, ())
        text, offset = article.markdown.text, article.markdown.offset
        if not kinds or not article.knows_constructs:
            return
        for kind in kinds:
            sign, pattern, hints = _KINDS[kind]
            for match in _marks(article, pattern) if sign in text else ():
                start, end = match.span("mark")
                yield self.diagnostic(
                    Span(start, end).shift(offset),
                    "This note marker is shown as text: the site's Markdown does not support it",
                    hint=hints.get(article.dialect.name),
                )


def _marks(article: Article, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the marks that readers see, each at the beginning of its paragraph."""
    text, visible = article.markdown.text, article.view(shown_text)
    for match in pattern.finditer(text):
        start, end = match.span("mark")
        block = visible.block(start)
        if (
            block is not None
            and visible.beginnings[block] == start
            and visible.has_all(start, end - 1)
            and not is_escaped(text, start)
        ):
            yield match


_GITHUB = r"note|tip|important|warning|caution"
_NAMES = (
    rf"{_GITHUB}|abstract|attention|bug|danger|details|error|example|failure|hint|info|question|quote"
    r"|success|summary"
)
_TITLE = r"(?:[ \t]++\"[^\"\n]*+\")?"
_INDENTED = r"[ \t]*+\r?\n(?:[ \t]*+\r?\n)?(?: {4}|\t)[ \t]*+\S"
_KINDS = {
    "alert": (
        "[!",
        regex(
            rf"^[ \t]*+>[ \t]?(?P<mark>\[!(?:{_GITHUB})\])[ \t]*+\r?\n[ \t]*+>",
            re.MULTILINE | re.IGNORECASE,
        ),
        {"python-markdown": "Write `!!! note`, and enable the extension `admonition`"},
    ),
    "container": (
        ":::",
        regex(
            rf"^(?P<mark>:{{3,}}[ \t]*+(?:{_NAMES})(?![\w.:/-])[^\n]*+)\n[^\0]*?^:::", re.MULTILINE
        ),
        {
            "python-markdown": "Write `!!! note`, and enable the extension `admonition`",
            "vue": "Write another kind, such as `tip`",
        },
    ),
    "admonition": (
        "!!!",
        regex(rf"(?m)^(?P<mark>!!![ \t]?(?:{_NAMES}){_TITLE}){_INDENTED}"),
        {"python-markdown": "Enable the extension `admonition`"},
    ),
    "details": (
        "???",
        regex(rf"(?m)^(?P<mark>\?\?\?\+?[ \t]?(?:{_NAMES}){_TITLE}){_INDENTED}"),
        {"python-markdown": "Enable the extension `pymdownx.details`"},
    ),
}
"""What each has in it, its first line, and what to do."""
_UNREAD = {
    "python-markdown": ("alert", "container", "admonition", "details"),
    "marked": ("alert", "container", "admonition"),
    "vue": ("container",),  # of a kind that there is not
    "goldmark": ("container", "admonition"),  # a template of the theme may make boxes of alerts
}
"""What a parser makes no box of by itself; what an extension makes is no text to it."""
