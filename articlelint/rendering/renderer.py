"""Markdown to HTML, piece by piece, each with its place in the source.

What is written for which event is pulldown-cmark's own ``html.rs``, so that the result equals
``pyromark.html`` character by character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.events import END, START
from articlelint.named_tuple import NamedTuple
from articlelint.rendering.markup import (
    ALIGNED,
    BLOCKS,
    ENDS,
    INLINE,
    LEAVES,
    OWN_LINE,
    escape,
    escape_href,
    escape_text,
    heading_tag,
    title_attribute,
)
from articlelint.rendering.source_map import SourceMap, Stretch
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown import Event, Markdown

_LINE_ENDING: Final = regex(r"(\r\n|\n|\r)")
_START_TAG: Final = regex(r"\n?<[a-z][^ >]*")


class Rendering(NamedTuple):
    """A page's HTML, and where each stretch of it comes from."""

    html: str
    source_map: SourceMap


def render(markdown: Markdown, *, drops_html: bool = False) -> Rendering:
    """Return *markdown* as ``pyromark.html`` renders it, with a map to its source.

    With *drops_html* the author's own HTML is left out.

    A start tag stands for its whole construct, an end tag for what follows the content.
    """
    stretches = _Renderer(markdown, drops_html=drops_html).run()
    html = "".join([piece for piece, _, _ in stretches])
    return Rendering(html, SourceMap(markdown.text, markdown.offset, stretches))


class _Renderer:
    """One run over the events of a text."""

    def __init__(self, markdown: Markdown, *, drops_html: bool) -> None:
        self._drops_html = drops_html
        self._text = markdown.text
        self._events: Iterator[Event] = iter(markdown.events)
        self._stretches: list[Stretch] = []
        self._put = self._stretches.append
        self._alignments: tuple[str, ...] = ()
        self._cell = 0
        self._cell_tag = "th"
        self._numbers: dict[str, int] = {}

    def run(self) -> list[Stretch]:  # noqa: C901, PLR0912, PLR0915 - the loop over every event
        """Return the pieces of the HTML."""
        put = self._put
        in_metadata = False
        ends_line = True  # whether the last thing written ended a line
        previous = 0  # where the source of the last thing written ends
        for role, kind, data, start, end in self._events:
            if role == START:
                previous = start
                if kind in BLOCKS:
                    tag = BLOCKS[kind]
                    put((tag if ends_line else "\n" + tag, start, end))
                    ends_line = tag[-1] == "\n"
                elif kind in INLINE:
                    put((INLINE[kind], start, end))
                    ends_line = False
                elif kind == "MetadataBlock":
                    in_metadata = True
                elif kind == "Image":
                    self._image(data, start, end)
                    previous = end
                    ends_line = False
                elif kind != "HtmlBlock":
                    tag = self._start(kind, data)
                    if not ends_line and kind in OWN_LINE:
                        tag = "\n" + tag
                    put((tag, start, end))
                    ends_line = tag[-1] == "\n"
            elif role == END:
                at = previous if previous < end else end  # noqa: FURB136 - faster
                previous = end
                if kind in ENDS:
                    tag = ENDS[kind]
                    if kind in {"TableRow", "TableHead"}:
                        self._cell_tag = "td"
                        self._cell = 0
                elif kind == "TableCell":
                    tag = f"</{self._cell_tag}>"
                    self._cell += 1
                elif kind == "Heading":
                    tag = f"</{data.lower()}>\n"
                elif kind == "List":
                    tag = "</ol>\n" if data else "</ul>\n"
                elif kind == "Element":
                    tag = f"</{data}>"
                else:
                    in_metadata = in_metadata and kind != "MetadataBlock"
                    continue
                put((tag, at, end))
                ends_line = tag[-1] == "\n"
            else:
                previous = end
                if kind == "Text":
                    if not in_metadata:
                        put((escape_text(data), start, end))
                        ends_line = data[-1:] == "\n"
                elif kind in LEAVES:
                    tag = LEAVES[kind]
                    put(("\n" + tag if kind == "Rule" and not ends_line else tag, start, end))
                    ends_line = True
                elif kind in {"InlineHtml", "Html"}:
                    if self._drops_html:
                        continue
                    self._html(data, start, end)
                    if data:
                        ends_line = data[-1] == "\n"
                else:
                    ends_line = self._leaf(kind, data, start, end)
        return self._stretches

    def _start(self, kind: str, data: Any) -> str:  # noqa: C901 - pyromark's; one branch a tag
        """Return the start tag of a construct that needs more than its kind."""
        match kind:
            case "Link":
                mail = "mailto:" if data["link_type"] == "Email" else ""
                return f'<a href="{mail}{escape_href(data["dest_url"])}{title_attribute(data)}">'
            case "Heading":
                return heading_tag(data)
            case "List":
                if data is None:
                    return "<ul>\n"
                return "<ol>\n" if data == 1 else f'<ol start="{data}">\n'
            case "CodeBlock":
                language = "" if data == "Indented" else data["Fenced"].split(" ", 1)[0]
                if not language:
                    return "<pre><code>"
                return f'<pre><code class="language-{escape(language)}">'
            case "BlockQuote":
                alert = f' class="markdown-alert-{data.lower()}"' if data else ""
                return f"<blockquote{alert}>\n"
            case "Table":
                self._alignments = data
                self._cell_tag = "td"
                self._cell = 0
                return "<table>"
            case "TableHead":
                self._cell_tag = "th"
                self._cell = 0
                return "<thead><tr>"
            case "TableCell":
                alignment = self._alignments[self._cell : self._cell + 1]
                return f"<{self._cell_tag}" + ALIGNED.get("".join(alignment), ">")
            case "Element":
                return f"<{data}>"
            case "FootnoteDefinition":
                return (
                    f'<div class="footnote-definition" id="{escape(data)}">'
                    f'<sup class="footnote-definition-label">{self._number(data)}</sup>'
                )
        raise NotImplementedError(f"pyromark has a construct that is new here: {kind}")

    def _leaf(self, kind: str, data: Any, start: int, end: int) -> bool:
        """Write a leaf that is not text; return whether it ended a line."""
        put = self._put
        match kind:
            case "Code":
                begin, finish = _inside(self._text, data, start, end)
                put(("<code>", start, begin))
                put((escape_text(data), begin, finish))
                put(("</code>", finish, end))
                return False
            case "InlineMath" | "DisplayMath":
                begin, finish = _inside(self._text, data, start, end)
                put((f'<span class="math math-{kind[:-4].lower()}">', start, begin))
                put((escape(data), begin, finish))
                put(("</span>", finish, end))
                return False
            case "FootnoteReference":
                anchor = f'<a href="#{escape(data)}">{self._number(data)}</a>'
                put((f'<sup class="footnote-reference">{anchor}</sup>', start, end))
                return False
            case "TaskListMarker":
                checked = ' checked=""' if data else ""
                put((f'<input disabled="" type="checkbox"{checked}/>\n', start, end))
                return True
            case "Markup":
                put((data, start, end))
                return bool(data[-1:] == "\n")
            case "Attributes":
                self._add_attributes(data)
                return self._stretches[-1][0][-1:] == "\n"
        raise NotImplementedError(f"pyromark has a leaf that is new here: {kind}")

    def _add_attributes(self, attributes: str) -> None:
        """Write *attributes* into the last start tag, before its own, which they go before."""
        stretches = self._stretches
        at = len(stretches) - 1
        while (tag := _START_TAG.match(stretches[at][0])) is None:
            at -= 1
        piece, start, end = stretches[at]
        name = tag.end()
        stretches[at] = (piece[:name] + attributes + piece[name:], start, end)

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def _html(self, data: str, start: int, end: int) -> None:
        """Copy HTML; where Markdown took something away between its lines, line by line."""
        if len(data) == end - start:
            self._put((data, start, end))
            return
        stretches = _align(self._text, data, start, end)
        if stretches:
            self._stretches += stretches
        else:
            self._put((data, start, end))

    def _image(self, data: Any, start: int, end: int) -> None:  # noqa: C901 - pyromark's; one branch a leaf
        """Write an image up to its end; its content becomes the alternative text."""
        put = self._put
        put((f'<img src="{escape_href(data["dest_url"])}" alt="', start, end))
        depth = 0
        for role, kind, inner, begin, finish in self._events:
            if role != 0:
                depth += role
                if depth < 0:
                    break
            elif kind in {"Text", "Code", "InlineHtml"}:
                put((escape(inner), begin, finish))
            elif kind in {"SoftBreak", "HardBreak", "Rule"}:
                put((" ", begin, finish))
            elif kind == "InlineMath":
                put((f"${escape(inner)}$", begin, finish))
            elif kind == "DisplayMath":
                put((f"$${escape(inner)}$$", begin, finish))
            elif kind == "FootnoteReference":
                put((f"[{self._number(inner)}]", begin, finish))
            elif kind == "TaskListMarker":
                put(("[x]" if inner else "[ ]", begin, finish))
            elif kind == "Attributes":
                self._add_attributes(inner)
        put((f'{title_attribute(data)}" />', start, end))


def _inside(text: str, content: str, start: int, end: int) -> tuple[int, int]:
    """Return where *content* stands between the delimiters of ``text[start:end]``."""
    at = text.find(content, start + 1, end - 1) if content else -1
    if at >= 0:
        return at, at + len(content)
    fence = text[start:end]
    width = (len(fence) - len(fence.lstrip(fence[:1]))) if fence else 0
    width = min(width, (end - start) // 2)
    return start + width, end - width


def _align(text: str, data: str, start: int, end: int) -> list[Stretch]:
    """Return the lines of *data* with their places in ``text[start:end]``.

    Each is the end of its line in the source; empty where that is not so.
    """
    stretches: list[Stretch] = []
    parts = _LINE_ENDING.split(data)
    at = start
    for line, ending in zip(parts[::2], [*parts[1::2], ""], strict=True):
        newline = _LINE_ENDING.search(text, at, end) if ending else None
        finish = newline.start() if newline else end
        begin = finish - len(line)
        if begin < at or not text.startswith(line, begin) or (newline is None and ending):
            return []
        if line:
            stretches.append((line, begin, finish))
        if newline is not None:
            at = newline.end()
            stretches.append((ending, at - len(ending), at))
    return stretches
