"""The document: one text and what it is parsed into, each made when first asked for."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import filterfalse, islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from articlelint import front_matter as front_matters
from articlelint.article.clock import Clock
from articlelint.article.syntax import SYNTAXES, Syntax
from articlelint.article.view import cached_view, made
from articlelint.front_matter import Format
from articlelint.site import GENERIC_SITE
from articlelint.templates import TemplateSyntax, mask
from articlelint.templates.language import tokens_of
from articlelint.text.edit import Edit
from articlelint.text.regex import regex
from articlelint.text.source import Source
from articlelint.text.span import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import PurePosixPath

    from articlelint.front_matter import FrontMatter
    from articlelint.html.problems.problem import HtmlProblem
    from articlelint.html.tree.document import HtmlDocument
    from articlelint.html.tree.nodes import Attribute, Element
    from articlelint.markdown import Dialect, Markdown
    from articlelint.markdown.cut_html import CutHtml
    from articlelint.online import Answers
    from articlelint.rendering import Rendering
    from articlelint.schema.own import OwnSchema
    from articlelint.site import Site
    from articlelint.templates import Masked
    from articlelint.templates.jsx import Compiler
    from articlelint.templates.language import AnyLanguage
    from articlelint.templates.token import Token

T = TypeVar("T")

_NO_PAGE = regex(r"\s*+(?:<\?xml\s|<template>\s*+<)", re.IGNORECASE)
_DATA = (".atom", ".css", ".csv", ".js", ".json", ".rss", ".svg", ".txt", ".xml", ".yaml", ".yml")
_WHOLE_DOCUMENT = regex(
    r"\s*+(?:<!--.*?-->\s*+)*+(?:<!doctype|<html[\s>])", re.IGNORECASE | re.DOTALL
)
_TAG = regex(r"</?([a-z][^\t\n\f\r />]*)")


_CODE = regex(r"^[ \t]*+<pre\b", re.MULTILINE | re.IGNORECASE)
_BLANK_LINE = regex(r"\n[ \t\r]*+\n")


def _has_cut_code(text: str) -> bool:
    """Tell whether a blank line of ``<pre>`` ends a block of HTML to CommonMark.

    To other parsers it does not, and which one a generator has that is not known nobody can tell.
    """
    for match in islice(_CODE.finditer(text), _MOST_LOOKED_AT):
        if not text.endswith((">\n", ">\r\n"), 0, match.start()):
            continue  # it begins a block of its own, which ends with its end tag
        end = text.find("</pre", match.end())
        if end >= 0 and _BLANK_LINE.search(text, match.end(), end) is not None:
            return True
    return False


_MOST_LOOKED_AT = 200


_OWN_WAYS: Mapping[str, tuple[str, AnyLanguage | None]] = {
    ".qmd": ("pandoc", None),
    ".rmd": ("pandoc", None),
    ".mdoc": ("markdoc", TemplateSyntax.ANY),
}
"""Extensions that say how Markdown is read, whatever the site: dialect and template language."""


class Document:
    """An article's text, its path, the site it belongs to, and what is parsed of them.

    All spans are character offsets into ``text``, which is the whole file: a byte order
    mark, front matter, and every line ending as it is on disk. ``answers`` are what the network
    said about its URLs; None where it was not asked. ``own_schema`` is what the site's
    configuration says of its front matter.
    """

    def __init__(
        self,
        source: Source | str,
        path: PurePath | str = "article.md",
        *,
        site: Site = GENERIC_SITE,
        now: datetime | None = None,
        answers: Answers | None = None,
        own_schema: OwnSchema | None = None,
    ) -> None:
        self.source: Source = Source(source) if isinstance(source, str) else source
        self.text: str = self.source.text
        self.path = PurePath(path)
        self.site = site
        self.clock = Clock(now or datetime.now(UTC))
        self.answers = answers
        self.own_schema = own_schema
        self._views: dict[Any, Any] = {}

    def __repr__(self) -> str:
        site = f"{self.site.generator!r} at {self.site.root}"
        return f"{type(self).__name__}({self.text!r}, {str(self.path)!r}, site={site})"

    @property
    def now(self) -> datetime:
        """Return the moment that dates are compared with; ``clock`` answers narrower questions."""
        return self.clock.now

    @now.setter
    def now(self, now: datetime) -> None:
        self.clock = Clock(now)

    def with_text(self, text: str) -> Self:
        """Return the same article with another text."""
        other = type(self)(
            text,
            self.path,
            site=self.site,
            answers=self.answers,
            own_schema=self.own_schema,
        )
        other.clock = self.clock
        return other

    def view(self, make: Callable[[Self], T]) -> T:
        """Return the result of *make* for this article; it is computed once.

        Use it for the views of your own rules.
        """
        if make in self._views:
            return cast("T", self._views[make])
        return made(self, self._views, make, make)

    @cached_view
    def syntax(self) -> Syntax:
        """Return what the body is written in, by the extension; Markdown where it is unknown."""
        syntax = SYNTAXES.get(self.path.suffix.lower(), Syntax.MARKDOWN)
        if syntax is Syntax.MARKDOWN and self.site.generator.is_mdx(self.text):
            return Syntax.MDX
        return syntax

    @cached_view
    def site_path(self) -> PurePosixPath:
        """Return the path from the site's root; the whole path if the file lies elsewhere."""
        return self.site.relative(self.path)

    @cached_view
    def is_content(self) -> bool:
        """Tell whether the file lies in one of the folders that hold articles."""
        return self.site.is_content(self.path)

    @cached_view
    def is_template(self) -> bool:
        """Tell whether the file is a template for articles, such as an archetype."""
        return self.site.takes_for_template(self.site_path)

    @cached_view
    def lines(self) -> LineIndex:
        """Return the index that turns offsets into lines and columns."""
        return LineIndex(self.text)

    @cached_view
    def unprintable(self) -> frozenset[str]:
        """Return the characters of the text that show nothing, without blanks and line feeds.

        They are controls, tabs, spaces of other widths. To look through the text for each takes
        far longer.
        """
        if self.text.replace("\n", "").isprintable():
            return frozenset()
        odd = "".join(filterfalse(str.isprintable, self.text.split("\n")))
        return frozenset(filterfalse(str.isprintable, {*odd}))

    @cached_view
    def front_matter(self) -> FrontMatter | None:
        """Return the front matter; None if there is none, an object if it is empty."""
        generator = self.site.generator
        formats = generator.front_matter_formats
        if self.syntax is Syntax.MDX:
            formats -= {Format.JSON}  # what begins with a brace is an expression
        return front_matters.parse(
            self.text,
            formats=formats,
            optional_opening_fence=generator.optional_opening_fence,
            closing_dots=generator.closing_dots,
            html=self.syntax is Syntax.HTML,
        )

    @property
    def has_front_matter(self) -> bool:
        """Tell whether there is front matter, broken or not."""
        return self.front_matter is not None

    @cached_view
    def body(self) -> Span:
        """Return the span of what follows the front matter."""
        front_matter = self.front_matter
        if front_matter is None or front_matter.format is Format.META:
            return Span(1 if self.text.startswith("\ufeff") else 0, len(self.text))
        return Span(front_matter.span.end, len(self.text))

    @cached_view
    def masked(self) -> Masked:
        """Return the body with template tags masked at equal length."""
        body, tokens = self.body, self.template_tokens
        return mask(body.of(self.text), self.template_syntax, body.start, tokens=tokens)

    @cached_view
    def template_tokens(self) -> Sequence[Token]:
        """Return the tokens of the body's template language; they count from its beginning."""
        return tokens_of(self.body.of(self.text), self.template_syntax)

    @cached_view
    def template_syntax(self) -> AnyLanguage:
        """Return the template language that the generator runs over the body."""
        site = self.site
        own = _OWN_WAYS.get(self.path.suffix.lower())
        if own is not None and own[1] is not None:
            return own[1]
        data = self.front_matter.data if self.front_matter is not None else None
        return site.generator.template_language(self.site_path, data, site.settings)

    @cached_view
    def compiler(self) -> Compiler | None:
        """Return how the article is compiled, if it is MDX; None if that is not known."""
        if self.syntax is not Syntax.MDX:
            return None
        site = self.site
        data = self.front_matter.data if self.front_matter is not None else None
        return site.generator.mdx_compiler(self.site_path, data, site.settings, site.root)

    @cached_view
    def markdown(self) -> Markdown:
        """Return the Markdown events of the body; an empty one for an HTML article."""
        from articlelint.markdown import Markdown

        text = "" if self.syntax is Syntax.HTML else self.masked.text
        return Markdown(text, self.body.start, self.dialect)

    @cached_view
    def dialect(self) -> Dialect:
        """Return how the body's Markdown is read."""
        own = _OWN_WAYS.get(self.path.suffix.lower())
        if own is not None and own[0] != self.site.dialect.name:
            from articlelint.generators.named_dialects import of_extension

            return of_extension(own[0])
        if (
            self.front_matter is not None
            and not self.site.generator.knows_opening_fence
            and _has_cut_code(self.body.of(self.text))
        ):
            from articlelint.generators.named_dialects import unknown

            return unknown()
        data = self.front_matter.data if self.front_matter is not None else {}
        dialect = self.site.generator.page_dialect(data, self.site.dialect)
        if self.syntax is not Syntax.MDX:
            return dialect
        from articlelint.markdown.mdx import Mdx

        return Mdx.like(dialect, self.compiler)

    @cached_view
    def knows_constructs(self) -> bool:
        """Tell whether everything that the site's Markdown can contain is known.

        Otherwise, what looks like text or HTML may be something else to a parser, an extension or
        a hook that articlelint does not know.
        """
        if self.syntax is not Syntax.MARKDOWN:
            return True
        return self.dialect.is_known and not self.dialect.has_unknown_constructs

    @cached_view
    def knows_html(self) -> bool:
        """Tell whether it is known what becomes of the author's HTML."""
        if self.syntax is not Syntax.MARKDOWN:
            return True
        leaves = self.dialect.extensions_leave_html or not self.dialect.has_unknown_constructs
        return self.dialect.is_known and leaves

    @cached_view
    def drops_html(self) -> bool:
        """Tell whether the generator leaves HTML in the body's Markdown out of the page."""
        return self.syntax is Syntax.MARKDOWN and not self.site.settings.raw_html

    @cached_view
    def rendering(self) -> Rendering:
        """Return the body as HTML with its source map; an HTML body is its own rendering."""
        from articlelint.rendering import Rendering, SourceMap, render

        if self.syntax is Syntax.HTML:
            text = self.masked.text
            return Rendering(text, SourceMap.identity(self.body.start, len(text)))
        return render(self.markdown, drops_html=self.drops_html)

    @cached_view
    def html(self) -> HtmlDocument:
        """Return the tree of the rendered page, every node at its place in this article."""
        from articlelint.html.tree.document import HtmlDocument

        rendering = self.rendering
        return HtmlDocument(
            rendering,
            document=bool(self.has_html and _WHOLE_DOCUMENT.match(rendering.html)),
            slips=self.markdown.slips,
        )

    @cached_view
    def has_html(self) -> bool:
        """Tell whether the author wrote any HTML; if not, the tree has nothing of interest."""
        if self._is_data:
            return False
        return self.syntax is Syntax.HTML or (self.markdown.has_html and not self.drops_html)

    @cached_view
    def _is_data(self) -> bool:
        """Tell whether it is XML, or published under the name of no page: ``permalink: /feed.xml``.

        The part of an application that begins with ``<template>`` is no page either.
        """
        if self.syntax is Syntax.HTML and _NO_PAGE.match(self.text, self.body.start):
            return True
        if "permalink" not in self.text[: self.body.start] or self.front_matter is None:
            return False
        address = self.front_matter.data.get("permalink")
        return isinstance(address, str) and address.endswith(_DATA)

    @cached_view
    def _own_html(self) -> str:
        """Return the HTML that the author wrote, in lower case."""
        return self.masked.text.lower() if self.syntax is Syntax.HTML else self.markdown.html

    @cached_view
    def _own_tags(self) -> frozenset[str]:
        found = _TAG.findall(self._own_html)
        return frozenset(["img", *found] if "image" in found else found)  # as browsers read it

    def may_have_written(self, tag: str) -> bool:
        """Tell whether an element *tag* (in lower case) may be the author's own HTML.

        Most elements of most pages were made from Markdown. This is known without the tree.
        """
        return tag in self._own_tags

    @cached_view
    def has_own_html(self) -> bool:
        """Tell whether the author wrote HTML tags; the tags of MDX are JSX."""
        return self.syntax is not Syntax.MDX and self.has_html

    def html_problems(self, kind: str) -> tuple[HtmlProblem, ...]:
        """Return the problems of one kind in the page's markup, in reading order.

        There are none in MDX, whose tags are JSX, and none if the author wrote no HTML or if it is
        not known how the Markdown is read.
        """
        if not (self.knows_html and self.has_own_html):
            return ()
        found = self.html.problems_of(kind)
        if found and self.site.generator.blocks_take_text:
            found = tuple(each for each in found if not self.goes_to_program(each.span.start))
        if not found or not self.cut_html:
            return found
        from articlelint.html.problems.slips import without_cut_tags

        return without_cut_tags(found, self.cut_html)

    def goes_to_program(self, at: int) -> bool:
        """Tell whether the character at *at* is in a template block that the site defines."""
        return any(start <= at < end for start, end in self._own_blocks)

    @cached_view
    def _own_blocks(self) -> tuple[Span, ...]:
        if not self.site.generator.blocks_take_text:
            return ()
        from articlelint.article.own_blocks import contents

        return contents(self.masked.tags)

    @cached_view
    def cut_html(self) -> tuple[CutHtml, ...]:
        """Return the places in Markdown where a blank line turns HTML into code."""
        from articlelint.markdown.cut_html import cut_html

        return cut_html(self.markdown) if self.syntax is Syntax.MARKDOWN else ()

    def elements(self, *tags: str) -> Sequence[Element]:
        """Return the elements that the author wrote as HTML, in document order.

        With *tags*, only these. There are none in MDX, whose tags are JSX.
        """
        if not self.has_own_html:
            return ()
        possible = tuple(filter(self.may_have_written, tags))
        if tags and not possible:
            return ()
        return [element for element in self.html.elements(*possible) if element.authored]

    def attributes(self, name: str) -> Sequence[Attribute]:
        """Return the attributes *name* of the elements that the author wrote as HTML."""
        if not self.has_own_html or name not in self._own_html:
            return ()
        return [
            element.attributes[name]
            for element in self.html.with_attribute(name)
            if name in element.attributes and element.authored
        ]

    def replace_html(self, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """Return the edit that puts *text* in the place of ``html[start:end]`` of the page.

        Nothing if the author did not write that part, character by character.
        """
        source_map = self.rendering.source_map
        if not source_map.is_verbatim(start, end):
            return ()
        return (Edit(source_map.span(start, end), text),)

    def insert_html(self, at: int, text: str) -> tuple[Edit, ...]:
        """Return the edit that puts *text* before ``html[at]``; see ``replace_html``."""
        source_map = self.rendering.source_map
        if not at or not source_map.is_verbatim(at - 1, at):
            return ()
        return (Edit.insert(source_map.span(at - 1, at).end, text),)

    @cached_view
    def code_spans(self) -> tuple[Span, ...]:
        """Return the spans of Markdown code, blocks and inline, in reading order."""
        # The labels of tabs stand together on the page, each of them above its tab in the article.
        return tuple(sorted(node.span for node in self.markdown.nodes("CodeBlock", "Code")))
