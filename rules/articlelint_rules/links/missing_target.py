from collections.abc import Sequence
from pathlib import Path

from articlelint import (
    ERROR,
    UNSAFE,
    Article,
    Depends,
    Diagnostic,
    Findings,
    Fix,
    Link,
    Rule,
    exists,
    is_kept_elsewhere,
    is_left_as_written,
    is_sample_path,
    leads_from_a_copy,
    names_in,
    namesake,
    nearest_name,
    on,
    why_no_page,
)
from articlelint_rules.links._targets import candidates, links_by_place

_OF_TARGETS = frozenset({"numref", "ref"})
"""Roles of MyST that name a target."""


_UPLOADS = ("wp-content/", "/wp-content/")


class MissingTarget(Rule):
    """A link leads to an article or file of this site that does not exist."""

    name = "links/missing-target"
    severity = ERROR
    fixable = UNSAFE
    depends = Depends.SITE | Depends.DISK
    yields_to = ("links/machine-target",)

    @on.view(links_by_place)
    def check(self, link: Link, article: Article) -> Findings:
        if article.is_template or is_sample_path(link.path) or "\n" in link.url:
            return  # links/invalid-url says the last
        if link.path.startswith(_UPLOADS) and not article.site.generator.has_content_folder:
            return  # of WordPress, which has the files where the article was, or is to be
        places = candidates(article, link)
        found = next(filter(exists, places), None)
        if found is not None:
            if is_left_as_written(link, found, article.site):
                yield self._of_source(article, link, found)
            elif (reason := why_no_page(link, found, article.site)) is not None:
                yield self.diagnostic(
                    link.span,
                    f"`{link.path}` is not a page: {reason}",
                    cause=str(article.site.relative(found)),
                )
        elif places and not (
            is_kept_elsewhere(places, article.site.root)
            or leads_from_a_copy(link.path, article.path, article.site)
            or (not link.path.startswith("/") and article.site.sets_base)
        ):
            matter = article.front_matter
            headless = matter is not None and bool(matter.data.get("headless"))  # part of a menu
            near = _near(article, places)
            hint = near or _looked_in(article, places)
            message = f"`{link.path}` leads to no file"
            if link.place in _OF_TARGETS and article.site.generator.shares_anchors:
                message = f"Nothing on this site is called `{link.path}`"
                hint = f"Write `({link.path})=` above what you mean"
            missing = _outermost_missing(places[0])
            cause = "article" if headless else str(article.site.relative(missing))
            if missing == places[0] and near is None and article.view(_lacks_all):
                cause = "none_there"
            yield self.diagnostic(link.span, message, hint=hint, cause=cause)

    def _of_source(self, article: Article, link: Link, found: Path) -> Diagnostic:
        site = article.site
        tag = site.generator.source_link(link.url, site.relative(found), site.settings)
        verbatim = link.span.of(article.text) == link.url
        return self.diagnostic(
            link.span,
            f"`{link.path}` is a source file: {site.generator.title} publishes it elsewhere",
            hint=f"Write `{tag}`" if tag and not verbatim else None,
            fix=Fix.unsafe(f"Write `{tag}`", (link.span, tag)) if tag and verbatim else None,
        )


def _outermost_missing(place: Path) -> Path:
    """Return the outermost folder of *place* that is not there, or itself: it is the one cause."""
    missing = place
    while not exists(missing.parent) and missing.parent != missing:
        missing = missing.parent
    return missing


def _lacks_all(article: Article) -> bool:
    """Tell whether no file is there that the article links to, of several.

    Where that is so, it was copied from another repository, or a program puts it somewhere else.
    """
    links = article.view(links_by_place)[:_COMPARED]
    places = [each for link in links if (each := candidates(article, link))]
    return len(places) >= _SEVERAL and not any(any(map(exists, each)) for each in places)


_COMPARED = 50
_SEVERAL = 3


def _near(article: Article, candidates: Sequence[Path]) -> str | None:
    """Return a hint that names the file that may be meant, where there is one."""
    name = candidates[0].name
    for candidate in candidates:
        near = _nearest(name, candidate.parent)
        if near is not None:
            return f"Did you mean `{near}`, which is in `{_shown(article, candidate.parent)}`?"
    other = namesake(candidates[0], article.site.root)
    if other is not None:
        return f"Did you mean `{other.name}`, which is in `{_shown(article, other.parent)}`?"
    return None


def _looked_in(article: Article, candidates: Sequence[Path]) -> str:
    places = list(dict.fromkeys(_shown(article, candidate.parent) for candidate in candidates))
    return f"Looked in {', '.join(f'`{place}`' for place in places[:4])}"


def _nearest(name: str, folder: Path) -> str | None:
    like = (
        each
        for each in names_in(folder)
        if abs(len(each) - len(name)) < 6 and each[:1].lower() == name[:1].lower()
    )
    return nearest_name(name, like)


def _shown(article: Article, folder: Path) -> str:
    """Return *folder* as the author would say it: from the site's root where it lies there."""
    return f"{article.site.relative(folder)}/"
