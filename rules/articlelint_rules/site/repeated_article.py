from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from articlelint import (
    WARNING,
    Article,
    DateRole,
    Facts,
    FindingsByPath,
    SiteRule,
    Span,
    digest,
    regex,
)

_LEAST = 120
"""So many letters are an article; fewer are a stub, of which there may be many."""
_SHORT = 600
"""So many letters announce something, and may do so for each version of it."""
_BLANKS = b" \t\n\v\f\r"
_LANGUAGE = regex(r"[a-z]{2}|[a-z]{2,3}[-_][A-Za-z]{2,4}")
_VERSION = regex(r"\Av?[0-9]+(?:\.[0-9x]+)+\Z|\Av[0-9]+\Z|version|latest|stable|next|i18n|transl")


class _Text(NamedTuple):
    """An article's text: the site's root, the digest, the file, its title and addresses.

    *within* is where the file lies in the folder of its language or part of the site, *span*
    where to report.
    """

    site: str
    digest: str
    file: str
    within: str
    title: str
    is_short: bool
    addresses: frozenset[tuple[str, ...]]
    span: Span


class RepeatedArticle(SiteRule):
    """Two articles have the same text."""

    name = "site/repeated-article"
    severity = WARNING

    def facts(self, article: Article) -> Iterator[_Text]:
        site, front_matter = article.site, article.front_matter
        if front_matter is None or article.is_template:
            return
        if not article.is_content:
            return  # beside the site, and not published
        if not any(date.role in {None, DateRole.PUBLISHED} for date in article.dates):
            return  # pages of a documentation are often shared by two products
        if article.masked.tags:
            return  # what a template puts out may differ
        if site.generator.is_draft(front_matter.data):
            return
        body = article.body.of(article.text)
        written = body.encode("utf-8", "replace")
        dense = written.translate(None, _BLANKS)  # in which way lines are broken does not matter
        letters = len(body) - len(written) + len(dense)
        if letters < _LEAST:
            return
        file = article.site_path
        claims = site.generator.claims(file, front_matter.data, site.settings)
        homes = [each for each in site.settings.content if file.is_relative_to(each)]
        home = max(homes, key=lambda each: len(each.parts), default=None)
        yield _Text(
            str(site.root),
            digest(dense).hex(),
            file.as_posix(),
            file.relative_to(home).as_posix() if home is not None else "",
            str(front_matter.data.get("title", "")),
            letters < _SHORT,
            frozenset(claim.key for claim in claims),
            front_matter.locate(()),
        )

    def key(self, fact: _Text) -> tuple[str, str]:
        return fact.site, fact.digest

    def check_site(self, facts: Facts[_Text]) -> FindingsByPath:
        (_, first), *others = sorted(facts, key=lambda each: each[1].file)
        for path, fact in others:
            is_shared = first.within == fact.within != ""  # by two parts of the site
            if not (is_shared or _are_versions(first.file, fact.file) or _are_meant(first, fact)):
                yield (
                    path,
                    self.diagnostic(
                        fact.span,
                        f"`{first.file}` has the same text",
                        hint="Delete one of them, and redirect its address to the other",
                        cause="texts",
                    ),
                )


def _are_meant(one: _Text, other: _Text) -> bool:
    """Tell whether both are pages on purpose, or site/duplicate-permalink tells of them."""
    in_one_folder = one.file.rpartition("/")[0] == other.file.rpartition("/")[0]
    if one.title != other.title and (not in_one_folder or _are_of_series(one, other)):
        return True
    return not one.addresses.isdisjoint(other.addresses)


def _are_of_series(one: _Text, other: _Text) -> bool:
    """Tell whether the titles differ in numbers alone: "Kite 2.1 is out", "Kite 2.2 is out"."""
    return one.is_short and _NUMBERS.sub("", one.title) == _NUMBERS.sub("", other.title)


_NUMBERS = regex(r"[\d.]+")


def _are_versions(one: str, other: str) -> bool:
    """Tell whether both may be one article in two languages, or of two versions."""
    mine, yours = PurePosixPath(one), PurePosixPath(other)
    if mine.parent == yours.parent:
        return _without_language(mine.stem) == _without_language(yours.stem)
    own, others = set(mine.parent.parts), set(yours.parent.parts)
    return any(_LANGUAGE.fullmatch(part) or _VERSION.search(part) for part in own ^ others)


def _without_language(stem: str) -> str:
    name, _, language = stem.rpartition(".")
    return name if name and _LANGUAGE.fullmatch(language) else stem
