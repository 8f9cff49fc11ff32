import re

from articlelint import WARNING, Article, Findings, Node, Rule, Span, on, regex

_UNDERLINE = regex(r"^[ \t>]*(?P<mark>=+|-+)[ \t]*\Z", re.MULTILINE)
_METADATA = regex(r"[\w-]+:(?:\s|\Z)")
_OTHER = regex(r"[-*+][ \t]|>")


class AccidentalHeading(Rule):
    """An underline makes a heading of more than a title."""

    name = "markdown/accidental-heading"
    severity = WARNING

    @on.markdown("Heading")
    def check(self, heading: Node, article: Article) -> Findings:
        if article.text.startswith("#", heading.span.start):
            return
        source = heading.span.of(article.text).rstrip()
        mark = _UNDERLINE.search(source)
        if mark is None or mark.start() == 0:
            return
        lines = source[: mark.start()].splitlines()
        other = _OTHER.match(lines[0])
        if other is not None:
            what = "a quotation" if other[0] == ">" else "an item of a list"
        elif len(lines) > 1 and not all(_METADATA.match(line) for line in lines):
            what = f"a paragraph of {len(lines)} lines"
        else:
            return
        start = heading.span.start + mark.start("mark")
        yield self.diagnostic(
            Span(start, start + len(mark["mark"])),
            f"This underline makes a heading of {what}",
            hint="Put a blank line before it, or before the line that is the heading",
        )
