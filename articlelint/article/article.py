"""The article: a document with the views that rules look at, each made when first asked for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.article.document import Document
from articlelint.article.view import cached_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.dates import ArticleDate
    from articlelint.article.fields import FieldRole, FieldText
    from articlelint.article.headings import Heading
    from articlelint.article.images import Image
    from articlelint.article.links import Link
    from articlelint.dates.role import DateRole
    from articlelint.front_matter.model import Field
    from articlelint.schema.finding import SchemaFinding
    from articlelint.schema.model import Schema
    from articlelint.templates.problem import TemplateProblem
    from articlelint.text.span import Span

_MOST_URLS: Final = 10_000
"""A page that holds more was made by a program, and takes long: the first tell what is wrong."""


class Article(Document):
    """A document with its images, links, headings and dates, and what its schema says of it."""

    @cached_view
    def images(self) -> tuple[Image, ...]:
        """Return every image, whatever syntax it stands in, in reading order."""
        from articlelint.article.images import images

        return images(self)

    @cached_view
    def image_urls(self) -> tuple[Image, ...]:
        """Return the images whose URL is known, one for each place where a URL is written.

        Of those that share the definition of a reference, it is the first.
        """
        found: dict[Span, Image] = {}
        for image in self.images:
            if image.url and not image.dynamic:
                found.setdefault(image.span, image)
        return tuple(islice(found.values(), _MOST_URLS))

    @cached_view
    def links(self) -> tuple[Link, ...]:
        """Return every link, whatever syntax it stands in, in reading order."""
        from articlelint.article.links import links

        return links(self)

    @cached_view
    def link_urls(self) -> tuple[Link, ...]:
        """Return the links whose URL is known, one for each place where a URL is written.

        Of those that share the definition of a reference, it is the first. What a template tag
        looks up is no URL.
        """
        from articlelint.article.links import REFERENCE_TAGS

        found: dict[Span, Link] = {}
        for link in self.links:
            if not link.dynamic and link.place not in REFERENCE_TAGS:
                found.setdefault(link.span, link)
        return tuple(islice(found.values(), _MOST_URLS))

    @cached_view
    def _template_problems(self) -> tuple[TemplateProblem, ...]:
        from articlelint.article.templates import problems

        return tuple(sorted(problems(self), key=lambda each: each.span))

    @property
    def has_template_problems(self) -> bool:
        """Tell whether the template engine finds a problem in the body."""
        return bool(self._template_problems)

    def template_problems(self, kind: str) -> tuple[TemplateProblem, ...]:
        """Return the problems of one kind that the template engine finds, in reading order."""
        return tuple(each for each in self._template_problems if each.kind == kind)

    @cached_view
    def headings(self) -> tuple[Heading, ...]:
        """Return every heading, Markdown and HTML, in reading order."""
        from articlelint.article.headings import headings

        return headings(self)

    def field_texts(self, *roles: FieldRole) -> tuple[FieldText, ...]:
        """Return the titles, descriptions or terms of the front matter, whatever their keys."""
        found = self._field_texts.get(roles)
        if found is None:
            from articlelint.article.fields import field_texts

            found = self._field_texts[roles] = field_texts(self, *roles)
        return found

    @cached_view
    def _field_texts(self) -> dict[tuple[FieldRole, ...], tuple[FieldText, ...]]:
        return {}

    def fields(self, *keys: str) -> Iterator[tuple[str, Field]]:
        """Yield the fields under *keys*, whose dots lead into mappings, each with its key."""
        from articlelint.article.fields import fields_at

        return fields_at(self, keys)

    @cached_view
    def dates(self) -> tuple[ArticleDate, ...]:
        """Return every date of the front matter that the generator reads."""
        from articlelint.article.dates import article_dates

        return article_dates(self, self.schema if self.own_schema is not None else None)

    def moments(self, *roles: DateRole) -> tuple[ArticleDate, ...]:
        """Return the dates of the front matter that mean one moment; with *roles*, these alone."""
        return tuple(
            date for date in self.dates if date.is_moment and (not roles or date.role in roles)
        )

    @cached_view
    def schema(self) -> Schema | None:
        """Return what the front matter is checked against: the generator's and the site's own.

        None if any front matter is allowed. Raises ConfigError for a broken schema of the site.
        """
        typed_dict = self.site.schema(self.path)
        if self.own_schema is not None:
            generator = self.site.generator
            return self.own_schema.over(
                typed_dict,
                data=self.front_matter.data if self.front_matter is not None else {},
                dates=generator.date_keys,
                titles=generator.title_keys,
            )
        if typed_dict is None:
            return None
        from articlelint.schema.model import schema_of  # schemas take 5 ms

        return schema_of(typed_dict)

    @cached_view
    def schema_findings(self) -> tuple[SchemaFinding, ...]:
        """Return what is wrong with the front matter by the schema.

        The rules about dates say more about dates that cannot be read.
        """
        front_matter = self.front_matter
        if front_matter is None or self.schema is None:
            return ()
        from articlelint.schema.check import check  # imported with the schema
        from articlelint.schema.tables import refused

        site = self.site
        found = check(
            self.schema,
            front_matter,
            ignores_key_case=site.generator.ignores_key_case,
            known=site.settings.taxonomies,
            filled=site.settings.filled_keys,
        )
        closed = site.generator.closed_tables(self.site_path, front_matter.data, site.settings)
        found += tuple(
            each for name in closed for each in refused(front_matter, name, closed[name])
        )
        if not found or self.own_schema is None:
            return found
        invalid = {date.span for date in self.dates if date.path and date.is_invalid}
        return tuple(each for each in found if each.span not in invalid)
