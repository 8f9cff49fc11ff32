"""The template languages, their tags, and what a masked text is."""

from __future__ import annotations

from enum import StrEnum

from articlelint.named_tuple import NamedTuple
from articlelint.text.span import Span


class TemplateSyntax(StrEnum):
    """The template language that a generator runs over an article's body, as it runs it."""

    NONE = "none"
    ANY = "any"
    """Tags of Liquid's form, of whose engine nothing is known."""
    LIQUID = "liquid"
    """Inside of Jekyll."""
    LIQUIDJS = "liquidjs"
    """Inside of Eleventy."""
    NUNJUCKS = "nunjucks"
    """Inside of Eleventy."""
    HEXO = "hexo"
    """Nunjucks, with Hexo's tag plugins, and nothing of it inside of Markdown code."""
    HEXO7 = "hexo7"
    """The same in Hexo 6 and 7."""
    HEXO5 = "hexo5"
    """The same before Hexo 6."""
    JINJA = "jinja"
    """Inside of MkDocs' plugin for macros."""
    PLAIN_JINJA = "plain-jinja"
    """Inside of Pelican's plugin jinja2content."""
    HUGO = "hugo"
    ZOLA = "zola"
    MDN = "mdn"
    VUE = "vue"
    """Expressions in what Markdown has made."""


class TemplateTag(NamedTuple):
    """One tag of a template language.

    *name* is the tag's, shortcode's or macro's, without ``end`` or ``/`` in a *closing* one, and
    empty in an expression (``{{ page.title }}``); *arguments* is what follows it, *source* the
    whole tag, *span* its place in the article. *content* is the span from a tag to the one that
    closes it, None where nothing does.
    """

    name: str
    span: Span
    source: str
    arguments: str = ""
    closing: bool = False
    content: Span | None = None

    @property
    def arguments_span(self) -> Span:
        """Return the span of the arguments in the article."""
        start = self.source.find(self.name) + len(self.name)
        at = self.span.start + self.source.find(self.arguments, start)
        return Span(at, at + len(self.arguments))


class Masked(NamedTuple):
    """A text whose template tags are masked at equal length, and the tags, in reading order."""

    text: str
    tags: tuple[TemplateTag, ...] = ()
