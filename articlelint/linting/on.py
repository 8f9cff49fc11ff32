"""Decorators that say what a method of a rule looks at: ``@on.image()``, ``@on.element("a")``.

The engine gathers each subject once for all rules that look at it, and calls no rule where an
article has none. The singular calls the method once for each of them, the plural once with all of
them in reading order, if there are any. A method ``check`` without a decorator is called for
every article, as with ``@on.article()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from articlelint.linting.subjects import MARK, WHOLE_ARTICLE, Gate, Subject

if TYPE_CHECKING:
    import re

    from articlelint.article import Article
    from articlelint.article.dates import ArticleDate, Origin
    from articlelint.article.fields import FieldRole, FieldText
    from articlelint.article.headings import Heading
    from articlelint.article.images import Image
    from articlelint.article.links import Link
    from articlelint.dates.role import DateRole
    from articlelint.diagnostic import Diagnostic
    from articlelint.front_matter import Format, FrontMatter
    from articlelint.front_matter.model import ScalarAt
    from articlelint.html.problems.problem import HtmlProblem
    from articlelint.html.tree.nodes import Attribute, Element
    from articlelint.markdown import Node
    from articlelint.schema.finding import SchemaFinding
    from articlelint.templates.problem import TemplateProblem

R = TypeVar("R")
"""The rule."""
T = TypeVar("T")
"""What a view of a family's own is made of."""
Found = Iterable["Diagnostic"]
Check = Callable[..., Found]
"""A method of a rule, whatever it looks at."""
One = Callable[[Callable[[R, Any, "Article"], Found]], Check]


def _marked(subject: Subject) -> Callable[[Callable[..., Found]], Check]:
    def decorate(method: Callable[..., Found]) -> Check:
        setattr(method, MARK, subject)
        return method

    return decorate


_HTML: Final = Gate("html", attrgetter("has_own_html"))
_FRONT_MATTER: Final = Gate("front matter", attrgetter("has_front_matter"))
_IMAGES: Final = Gate("images", attrgetter("images"))
_LINKS: Final = Gate("links", attrgetter("links"))
_DATES: Final = Gate("dates", attrgetter("dates"))
_TEMPLATES: Final = Gate("templates", attrgetter("has_template_problems"))

GATES: Final = {
    gate.name: gate for gate in (_HTML, _FRONT_MATTER, _IMAGES, _LINKS, _DATES, _TEMPLATES)
}
"""All gates, by their names."""


def article() -> Callable[[Callable[[R, Article], Found]], Check]:
    """Look at every article as a whole."""
    return _marked(WHOLE_ARTICLE)


def front_matter(
    *formats: Format,
) -> Callable[[Callable[[R, FrontMatter, Article], Found]], Check]:
    """Look at the front matter if there is any, broken or not; with *formats*, only at these."""

    def find(article: Article) -> Sequence[FrontMatter]:
        front_matter = article.front_matter
        if front_matter is None or (formats and front_matter.format not in formats):
            return ()
        return (front_matter,)

    return _marked(Subject("front_matter", formats, find, _FRONT_MATTER))


def scalar(*formats: Format) -> Callable[[Callable[[R, ScalarAt, Article], Found]], Check]:
    """Look at each scalar of the front matter, with its path; with *formats*, only in these."""

    def find(article: Article) -> Sequence[ScalarAt]:
        front_matter = article.front_matter
        if front_matter is None or (formats and front_matter.format not in formats):
            return ()
        return tuple(front_matter.scalars())

    return _marked(Subject("scalar", formats, find, _FRONT_MATTER))


def image() -> Callable[[Callable[[R, Image, Article], Found]], Check]:
    """Look at each image, whatever syntax it stands in."""
    return _marked(Subject("image", (), lambda article: article.images, _IMAGES))


def images() -> Callable[[Callable[[R, Sequence[Image], Article], Found]], Check]:
    """Look at all images."""
    return _marked(Subject("image", (), lambda article: article.images, _IMAGES, whole=True))


def image_url() -> Callable[[Callable[[R, Image, Article], Found]], Check]:
    """Look at each image whose URL is known, one for each place where a URL is written."""
    return _marked(Subject("image_url", (), lambda article: article.image_urls, _IMAGES))


def image_urls() -> Callable[[Callable[[R, Sequence[Image], Article], Found]], Check]:
    """Look at all images whose URL is known, one for each place where a URL is written."""
    subject = Subject("image_url", (), lambda article: article.image_urls, _IMAGES, whole=True)
    return _marked(subject)


def link() -> Callable[[Callable[[R, Link, Article], Found]], Check]:
    """Look at each link, whatever syntax it stands in."""
    return _marked(Subject("link", (), lambda article: article.links, _LINKS))


def links() -> Callable[[Callable[[R, Sequence[Link], Article], Found]], Check]:
    """Look at all links."""
    return _marked(Subject("link", (), lambda article: article.links, _LINKS, whole=True))


def link_url() -> Callable[[Callable[[R, Link, Article], Found]], Check]:
    """Look at each link whose URL is known, one for each place where a URL is written.

    What a template tag looks up (``{% post_link %}``) is no URL.
    """
    return _marked(Subject("link_url", (), lambda article: article.link_urls, _LINKS))


def heading() -> Callable[[Callable[[R, Heading, Article], Found]], Check]:
    """Look at each heading, Markdown or HTML."""
    return _marked(Subject("heading", (), lambda article: article.headings))


def headings() -> Callable[[Callable[[R, Sequence[Heading], Article], Found]], Check]:
    """Look at all headings, if there are any."""
    return _marked(Subject("heading", (), lambda article: article.headings, whole=True))


def date(
    *origins: Origin, readable: bool = True
) -> Callable[[Callable[[R, ArticleDate, Article], Found]], Check]:
    """Look at each date in the article's text that can be read; not in the file's name.

    With *origins*, look only at dates in these places. With *readable* False, look at each text
    that should be a date and cannot be read.
    """

    def find(article: Article) -> Sequence[ArticleDate]:
        return [
            each
            for each in article.dates
            if each.is_readable is readable
            and (each.origin in origins if origins else not each.of_file_name)
        ]

    return _marked(Subject("date", (*origins, readable), find, _DATES))


def moment(*roles: DateRole) -> Callable[[Callable[[R, ArticleDate, Article], Found]], Check]:
    """Look at each date of the front matter that means one moment; with *roles*, only at these."""
    return _marked(_moments(roles))


def moments(
    *roles: DateRole,
) -> Callable[[Callable[[R, Sequence[ArticleDate], Article], Found]], Check]:
    """Look at all dates of the front matter that mean one moment; with *roles*, only at these."""
    return _marked(_moments(roles)._replace(whole=True))


def _moments(roles: tuple[DateRole, ...]) -> Subject:
    return Subject("moment", roles, lambda article: article.moments(*roles), _DATES)


def field(
    *roles: FieldRole, formats: tuple[Format, ...] = ()
) -> Callable[[Callable[[R, FieldText, Article], Found]], Check]:
    """Look at each text of the front matter with one of *roles*: titles, descriptions, terms.

    In a list, look at each item. With *formats*, only in front matter of one of these.
    """

    def find(article: Article) -> Sequence[FieldText]:
        front_matter = article.front_matter
        if formats and (front_matter is None or front_matter.format not in formats):
            return ()
        return article.field_texts(*roles)

    return _marked(Subject("field", (*roles, *formats), find, _FRONT_MATTER))


def schema(kind: str) -> Callable[[Callable[[R, SchemaFinding, Article], Found]], Check]:
    """Look at each finding of one *kind* that comes from the schema of the front matter."""

    def find(article: Article) -> Sequence[SchemaFinding]:
        return [each for each in article.schema_findings if each.kind == kind]

    return _marked(Subject("schema", (kind,), find, _FRONT_MATTER))


def element(*tags: str) -> Callable[[Callable[[R, Element, Article], Found]], Check]:
    """Look at each element that the author wrote as HTML; with *tags*, only at these."""
    return _marked(Subject("element", tags, lambda article: article.elements(*tags), _HTML))


def elements(*tags: str) -> Callable[[Callable[[R, Sequence[Element], Article], Found]], Check]:
    """Look at all elements that the author wrote as HTML; with *tags*, only at these."""
    subject = Subject("element", tags, lambda article: article.elements(*tags), _HTML, whole=True)
    return _marked(subject)


def attribute(*names: str) -> Callable[[Callable[[R, Attribute, Article], Found]], Check]:
    """Look at each attribute with one of *names* in an element that the author wrote."""

    def find(article: Article) -> Sequence[Attribute]:
        return [each for name in names for each in article.attributes(name)]

    return _marked(Subject("attribute", names, find, _HTML))


def problem(*kinds: str) -> Callable[[Callable[[R, HtmlProblem, Article], Found]], Check]:
    """Look at each problem of the page's markup of one of *kinds*."""
    return _marked(Subject("problem", kinds, lambda article: _problems(article, kinds), _HTML))


def problems(
    *kinds: str,
) -> Callable[[Callable[[R, Sequence[HtmlProblem], Article], Found]], Check]:
    """Look at all problems of the page's markup of one of *kinds*."""
    subject = Subject(
        "problem", kinds, lambda article: _problems(article, kinds), _HTML, whole=True
    )
    return _marked(subject)


def _problems(article: Article, kinds: tuple[str, ...]) -> Sequence[HtmlProblem]:
    return [each for kind in kinds for each in article.html_problems(kind)]


def template(kind: str) -> Callable[[Callable[[R, TemplateProblem, Article], Found]], Check]:
    """Look at each problem of one kind that the template engine has with the body."""
    subject = Subject("template", (kind,), lambda a: a.template_problems(kind), _TEMPLATES)
    return _marked(subject)


def markdown(*kinds: str) -> Callable[[Callable[[R, Node, Article], Found]], Check]:
    """Look at each construct of Markdown of one of *kinds*, which ``Node`` names."""
    return _marked(Subject("markdown", kinds, lambda article: article.markdown.nodes(*kinds)))


def view(
    make: Callable[[Article], Sequence[T]],
) -> Callable[[Callable[[R, T, Article], Found]], Check]:
    """Look at each item that *make* finds in an article; it is called once for all rules."""
    return _marked(Subject("view", (make,), lambda article: article.view(make)))


def text(
    pattern: re.Pattern[str], *, within: str = "file"
) -> Callable[[Callable[[R, re.Match[str], Article], Found]], Check]:
    """Look at each match of *pattern*, in the whole file or *within* one part of it.

    The parts are ``front matter`` (its content, without fences) and ``body``. The offsets of a
    match are those of ``article.text``.
    """

    def find(article: Article) -> Sequence[re.Match[str]]:
        span = _part(article, within)
        return () if span is None else tuple(pattern.finditer(article.text, *span))

    return _marked(Subject("text", (pattern, within), find))


def _part(article: Article, name: str) -> tuple[int, int] | None:
    match name:
        case "front matter":
            return None if article.front_matter is None else article.front_matter.content
        case "body":
            return article.body
        case "file":
            return (0, len(article.text))
    raise ValueError(f"an article has no part {name!r}")
