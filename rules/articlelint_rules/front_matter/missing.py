from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from articlelint import WARNING, Article, Diagnostic, SiteRule, Span, Syntax

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ENOUGH = 20
"""So many articles of a folder have to have front matter, before one is expected to."""
_OTHERS = frozenset(
    [
        "readme",
        "license",
        "changelog",
        "contributing",
        "code_of_conduct",
        "security",
        "summary",
        "authors",
    ]
)
_PARTIALS = frozenset(
    [
        "includes",
        "include",
        "partials",
        "snippets",
        "fragments",
        "reusables",
        "components",
        "templates",
        "data",
    ]
)


class _Fact(NamedTuple):
    """Whether the article in a *folder* of a *site* has front matter, and has to."""

    site: str
    folder: str
    suffix: str
    has: bool
    named: bool


class Missing(SiteRule):
    """An article has no front matter, unlike the articles around it."""

    name = "front-matter/missing"
    severity = WARNING

    paths: tuple[str, ...] = ()
    """Globs of the articles that have to have it, relative to the site's root."""

    def facts(self, article: Article) -> Iterator[_Fact]:
        relative = article.site.relative(article.path)
        has = article.front_matter is not None
        named = bool(self.paths) and _matcher(self.paths).match_file(str(relative))
        if not named and (article.syntax is Syntax.HTML or _is_no_article(article, relative)):
            return
        folder = str(relative.parent)
        yield _Fact(str(article.site.root), folder, relative.suffix, has, named)

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        with_it: Counter[tuple[str, str, str]] = Counter()
        without: Counter[tuple[str, str, str]] = Counter()
        lacking: list[tuple[Path, _Fact]] = []
        for path, fact in facts:
            if not isinstance(fact, _Fact):
                continue
            if not fact.has:
                lacking.append((path, fact))
            for folder in _and_above(fact.folder):
                (with_it if fact.has else without)[fact.site, folder, fact.suffix] += 1
        for path, fact in lacking:
            keys = ((fact.site, folder, fact.suffix) for folder in _and_above(fact.folder))
            key = next((key for key in keys if with_it[key] + without[key] > _ENOUGH), None)
            if fact.named:
                yield path, self.diagnostic(Span.at(0), "The article has no front matter")
            elif key and with_it[key] >= _ENOUGH and without[key] * 100 <= with_it[key]:
                place = "here" if key[1] == "." else f"in `{key[1]}`"
                yield (
                    path,
                    self.diagnostic(
                        Span.at(0),
                        f"The article has no front matter; {with_it[key]} others {place} have it",
                    ),
                )


def _is_no_article(article: Article, relative: PurePosixPath) -> bool:
    if relative.name.partition(".")[0].lower() in _OTHERS or not article.site.is_content(
        article.path
    ):
        return True
    names = relative.parts
    if names[-1].startswith("_") and relative.stem != "_index":
        return True
    return any(name.startswith(".") or name.lstrip("_").lower() in _PARTIALS for name in names[:-1])


def _and_above(folder: str) -> list[str]:
    """Return *folder* and the folders above it, the nearest first."""
    path = PurePosixPath(folder)
    return [str(path), *map(str, path.parents)]


@lru_cache(maxsize=8)
def _matcher(globs: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 15 ms, where there are globs

    return GitIgnoreSpec.from_lines(globs)
