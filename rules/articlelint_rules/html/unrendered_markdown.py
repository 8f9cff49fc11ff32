import re
from bisect import bisect_right

from articlelint import WARNING, Article, Element, Findings, Rule, Span, Syntax, Text, regex

_MARKDOWN = regex(
    r"""\*\*[^\s*<>](?:[^*<>\n]*[^\s*<>])?\*\*(?!\*)              # **bold**
    |!?\[[^\[\]<>\n]+\]\((?:https?://|/|\.\.?/|\#)[^\s()<>]*\)  # [text](address)
    |(?<!`)`[^`\s<>](?:[^`<>\n]*[^`\s<>])?`(?!`)             # `code`
    """,
    re.VERBOSE,
)
_RAW = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea",
                  "title", "tt", "xmp"})  # fmt: skip


class UnrenderedMarkdown(Rule):
    """Markdown stands inside a block of HTML, where it stays as it is."""

    name = "html/unrendered-markdown"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        if article.syntax is not Syntax.MARKDOWN or not article.has_html:
            return
        if not article.knows_constructs:
            return
        blocks = [
            node.span
            for node in article.markdown.nodes("HtmlBlock")
            if _may_have_markdown(node.span.of(article.text))
        ]
        if blocks:
            swallowing = [slip.start for slip in article.markdown.slips if slip.kind == "unclosed"]
            blocks = [block for block in blocks if block.start not in swallowing]
        if not blocks:
            return
        done = -1
        for element in article.elements():
            start_tag = element.tag_span
            index = bisect_right(blocks, (start_tag.start, len(article.text))) - 1
            block = blocks[max(index, 0)]
            if not block.encloses(start_tag) or block.start == done or _is_raw(element):
                continue
            for child in element.children:
                match = _MARKDOWN.search(child.value) if isinstance(child, Text) else None
                if match is None:
                    continue
                place = article.text.find(match[0], start_tag.end, block.end)
                if place >= 0:
                    done = block.start
                    yield self.diagnostic(
                        Span(place, place + len(match[0])),
                        "Inside a block of HTML Markdown is not read; this is shown as it is",
                        hint=article.dialect.markdown_in_html,
                    )
                    break


def _may_have_markdown(block: str) -> bool:
    return (
        any(mark in block for mark in ("**", "](", "`"))
        and _MARKDOWN.search(block) is not None
        and "markdown=" not in block
    )


def _is_raw(element: Element) -> bool:
    return element.tag in _RAW or any(outer.tag in _RAW for outer in element.ancestors())
