from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from articlelint import WARNING, Article, Facts, FindingsByPath, SiteRule, Span, Syntax, regex

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ENOUGH = 20
"""So many articles of a folder have to have front matter, before one is expected to."""
_OTHERS = frozenset(
    {
        "readme", "license", "changelog", "contributing", "code_of_conduct", "security", "summary",
        "authors", "agents", "claude",
    }
)  # fmt: skip
_OF_PROJECT = regex(r"[A-Z][A-Z_-]{3,}")
"""Names in capitals, as files about a project have them: VERSION, TODO, RELEASE_NOTES."""
_PARTIALS = frozenset(
    {
        "includes", "include", "partials", "snippets", "fragments", "reusables", "components",
        "templates", "data",
    }
)  # fmt: skip


_FIELDS = regex(r"(?:[a-z]\w*+:[^\r\n]*+\r?\n(?:[ \t-][^\r\n]*+\r?\n)*+)++-{3,}[ \t]*(?:\r?\n|\Z)")
"""Fields without a first fence, as a generator reads them whose configuration may be elsewhere."""
_INDEX = frozenset({"index", "_index"})


class _Fact(NamedTuple):
    """Whether the articles in a *folder* of a *site* have front matter, and have to."""

    site: str
    folder: str
    suffix: str
    has: bool
    named: bool
    articles: int = 1
    bundled: bool = False

    @property
    def own_group(self) -> tuple[str, str, str]:
        """Return the folder whose articles are like this; of an index that around its own."""
        folder = PurePosixPath(self.folder)
        return self.site, str(folder.parent if self.bundled else folder), self.suffix

    @property
    def groups(self) -> list[tuple[str, str, str]]:
        """Return its folder and those above it, the nearest first, for articles like this."""
        path = PurePosixPath(self.folder)
        return [(self.site, str(folder), self.suffix) for folder in (path, *path.parents)]


class Missing(SiteRule):
    """An article has no front matter, unlike the articles around it."""

    name = "front-matter/missing"
    severity = WARNING

    paths: tuple[str, ...] = ()
    """Globs of the articles that must have front matter, relative to the site's root."""

    def facts(self, article: Article) -> Iterator[_Fact]:
        relative = article.site_path
        has = article.front_matter is not None
        named = bool(self.paths) and self._named.match_file(str(relative))
        other = article.syntax is Syntax.HTML or _is_no_article(article, relative)
        if named or not (other or (not has and _needs_none(article))):
            site, folder = str(article.site.root), str(relative.parent)
            bundled = relative.stem in _INDEX
            yield _Fact(site, folder, relative.suffix, has, named, bundled=bundled)

    @cached_property
    def _named(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # 15 ms, where there are globs

        return GitIgnoreSpec.from_lines(self.paths)

    def key(self, fact: _Fact) -> str:
        return fact.site

    def may_find(self, fact: _Fact) -> bool:
        return not fact.has

    def combine(self, facts: Facts[_Fact]) -> Facts[_Fact]:
        having: dict[tuple[str, str, bool], tuple[Path, _Fact]] = {}
        for path, fact in facts:
            if fact.has:
                key = fact.folder, fact.suffix, fact.bundled
                _, first = having.get(key, (path, fact._replace(articles=0)))
                articles = first.articles + fact.articles
                having[key] = path, first._replace(articles=articles)
        return [*having.values(), *(each for each in facts if not each[1].has)]

    def check_site(self, facts: Facts[_Fact]) -> FindingsByPath:
        counts: dict[bool, Counter[tuple[str, str, str]]] = {True: Counter(), False: Counter()}
        for _, fact in facts:
            for group in fact.groups:
                counts[fact.has][group] += fact.articles
        bundled = Counter(fact.own_group for _, fact in facts if fact.has and fact.bundled)
        alone = {fact.site for _, fact in facts if fact.has and not fact.bundled}
        for path, fact in facts:
            if fact.has:
                continue
            message = "The article has no front matter"
            if fact.named:
                yield path, self.diagnostic(Span.at(0), message)
                continue
            if not counts[True][fact.own_group]:
                continue  # a folder of something else
            if not fact.bundled and fact.site not in alone:
                continue  # a note beside what every article of the site is: an index
            if fact.bundled and bundled[fact.own_group] < _ENOUGH:
                continue  # a page of its own beside folders of articles
            groups = ((group, counts[True][group], counts[False][group]) for group in fact.groups)
            found = next((each for each in groups if each[1] + each[2] > _ENOUGH), None)
            if found and found[1] >= _ENOUGH and found[2] * 100 <= found[1]:
                (_, folder, _), others, _ = found
                place = "here" if folder == "." else f"in `{folder}`"
                message += f"; {others} others {place} have it"
                yield path, self.diagnostic(Span.at(0), message)


def _needs_none(article: Article) -> bool:
    """Tell whether nothing is written yet, or a heading is the title.

    So generators have it that show no other.
    """
    generator = article.site.generator
    text = article.text.lstrip("\ufeff\r\n ")
    if not text or (not generator.shows_title and text.startswith("# ")):
        return True
    return not generator.knows_opening_fence and _FIELDS.match(text) is not None


def _is_no_article(article: Article, relative: PurePosixPath) -> bool:
    name, *others = relative.name.lower().split(".")
    if name in _OTHERS or not _PARTIALS.isdisjoint(others[:-1]):  # `common.include.md`
        return True
    if _OF_PROJECT.fullmatch(relative.name.partition(".")[0]):
        return True
    if not article.is_content:
        return True
    names = relative.parts
    if names[-1].startswith("_") and relative.stem != "_index":
        return True
    if "_drafts" in relative.parts:
        return True  # it is still to come
    if relative.stem == "index" and relative.parent in article.site.settings.content:
        return True  # the home page may be of another kind
    return any(name.startswith(".") or name.lstrip("_").lower() in _PARTIALS for name in names[:-1])
