import re
from bisect import bisect_right
from collections.abc import Sequence

from articlelint import (
    WARNING,
    Article,
    Diagnostic,
    Element,
    Findings,
    Rule,
    Span,
    Syntax,
    Text,
    regex,
)
from articlelint_rules.html._vocabulary import KNOWN

_MARKDOWN = regex(
    r"""(\*\*[^\s*<>](?:[^*<>\n]*[^\s*<>])?\*\*(?!\*)              # **bold**
    |!?\[[^\[\]<>\n]+\]\((?:https?://|/|\.\.?/|\#)[^\s()<>]*\)   # [text](address)
    |!?\[[^\[\]<>\n]+\]\([^\s()<>:]+\.(?:md|html?)\)             # [text](page)
    |!\[[^\[\]<>\n]*\]\([^\s()<>:]+\.(?:png|jpe?g|gif|svg|webp|avif)\)  # ![text](image)
    |(?<!`)`[^`\s<>](?:[^`<>\n]*[^`\s<>])?`(?!`))             # `code`
    """,
    re.VERBOSE,
)
_BLOCK = regex(
    r"\n[ \t]*\r?\n[ ]{0,3}((?:[-*+]|1\.) [^\s<>](?=[^\n<>]*\n {0,3}(?:[-*+]|2\.) \S)"
    r"|#{2,6} [^\s<>])"
)
"""A list or a heading behind a blank line."""
_ATTRIBUTE = regex(
    r"<[A-Za-z][\w-]*(?=\s)[^<>]*?\s(markdown(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[\w-]+))?)(?=[\s/>])"
)
_RAW = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea",
                  "title", "tt", "xmp"})  # fmt: skip


class UnrenderedMarkdown(Rule):
    """Markdown inside an HTML block is shown as it is written."""

    name = "html/unrendered-markdown"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        if article.syntax is not Syntax.MARKDOWN or not article.has_html:
            return
        if not article.knows_constructs:
            return
        blocks = []
        for node in article.markdown.nodes("HtmlBlock"):
            source = node.span.of(article.text)
            attribute = _ATTRIBUTE.search(source) if "markdown" in source else None
            if attribute is not None and article.dialect.ignores_markdown_attribute:
                yield self._of_attribute(article, Span(*attribute.span(1)).shift(node.span.start))
            elif attribute is None and _may_have_markdown(article, source):
                blocks.append(node.span)
        if article.dialect.ignores_markdown_attribute and "markdown" in article.markdown.text:
            yield from self._in_items(article)
        if blocks:
            swallowing = [slip.start for slip in article.markdown.slips if slip.kind == "unclosed"]
            blocks = [block for block in blocks if block.start not in swallowing]
        if blocks:
            yield from self._in(blocks, article)

    def _in_items(self, article: Article) -> Findings:
        """Tell of the attribute in tags that stand in paragraphs, as those in items do."""
        for node in article.markdown.nodes("InlineHtml"):
            attribute = _ATTRIBUTE.match(article.text, node.span.start, node.span.end)
            if attribute is not None:
                yield self._of_attribute(article, Span(*attribute.span(1)))

    def _of_attribute(self, article: Article, span: Span) -> Diagnostic:
        return self.diagnostic(
            span,
            "This attribute does nothing here; readers see the Markdown in the element as written",
            hint=article.dialect.markdown_in_html,
        )

    def _in(self, blocks: Sequence[Span], article: Article) -> Findings:
        done = -1
        for element in article.elements():
            start_tag = element.tag_span
            index = bisect_right(blocks, (start_tag.start, len(article.text))) - 1
            block = blocks[max(index, 0)]
            if not block.encloses(start_tag) or block.start == done or _is_raw(element):
                continue
            if not article.dialect.tags_are_components and _is_in_component(element):
                continue
            for child in element.children:
                match = _first(article, child.value) if isinstance(child, Text) else None
                if match is None:
                    continue
                place = article.text.find(match[1], start_tag.end, block.end)
                if place >= 0 and not _stands_in_tag(article, start_tag.end, place):
                    done = block.start
                    yield self.diagnostic(
                        Span(place, place + len(match[1])),
                        "Markdown is not read inside an HTML block; readers see this as written",
                        hint=article.dialect.markdown_in_html,
                        cause=f"article/{element.tag}",
                    )
                    break


def _stands_in_tag(article: Article, start: int, end: int) -> bool:
    """Tell whether a shortcode is open at *end*, which may render what it holds."""
    tags = [
        tag.span.of(article.text) for tag in article.masked.tags if start <= tag.span.start < end
    ]
    closing = sum(bool(_END.match(tag)) for tag in tags)
    return len(tags) > 2 * closing


_END = regex(r"\{[{%][<%]?-?\s*(?:/|end)")


def _may_have_markdown(article: Article, block: str) -> bool:
    if _is_comment(block):  # translators keep the original in some, paragraph by paragraph
        return False
    if any(mark in block for mark in ("**", "](", "`")) and _MARKDOWN.search(block) is not None:
        return True
    return not article.dialect.blank_lines_end_html and _BLOCK.search(block) is not None


def _is_comment(block: str) -> bool:
    """Tell whether a block of HTML is a comment and no element."""
    if not block.startswith("<!--") or "--!>" in block:
        return False
    return "<" not in block[2:].partition("-->")[2]


def _first(article: Article, text: str) -> re.Match[str] | None:
    """Return the first Markdown in the text of an element."""
    block = None if article.dialect.blank_lines_end_html else _BLOCK.search(text)
    return block or _MARKDOWN.search(text)


def _is_raw(element: Element) -> bool:
    """Tell whether a program reads the element, or wrote it: a post of somebody, embedded."""
    return any(
        each.tag in _RAW
        or "mermaid" in (each.get("class") or "")
        or (each.tag == "blockquote" and _EMBEDDED.search(each.get("class") or ""))
        for each in (element, *element.ancestors())
    )


def _is_in_component(element: Element) -> bool:
    """Tell whether the element, or one around it, is no element of HTML: a program reads it."""
    return any(each.tag not in KNOWN for each in (element, *element.ancestors()))


_EMBEDDED = regex("tweet|twitter|instagram|mastodon|reddit|bluesky|tiktok|imgur")
