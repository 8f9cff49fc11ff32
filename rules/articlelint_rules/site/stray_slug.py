from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from articlelint import UNSAFE, WARNING, Article, Facts, FindingsByPath, Fix, SiteRule, Span

_AGREEING = 3
_ALIKE = 0.75


class _Slug(NamedTuple):
    """The slug of a translation: the site's root, the article in all languages, where it is."""

    site: str
    article: str
    slug: str
    span: Span
    source: str


class StraySlug(SiteRule):
    """The slug of one translation is almost the same as that of all others."""

    name = "site/stray-slug"
    severity = WARNING
    fixable = UNSAFE

    def facts(self, article: Article) -> Iterator[_Slug]:
        site, front_matter = article.site, article.front_matter
        languages = site.settings.languages
        if front_matter is None or len(languages) <= _AGREEING:
            return
        field = next((each for each in front_matter.fields if each.key.lower() == "slug"), None)
        slug = front_matter.data.get(field.key) if field is not None else None
        if field is None or not isinstance(slug, str) or not slug:
            return
        name = _in_all_languages(article.site_path, languages)
        if name is not None:
            span = field.value_span
            yield _Slug(str(site.root), name, slug, span, span.of(article.text))

    def key(self, fact: _Slug) -> tuple[str, str]:
        return fact.site, fact.article

    def check_site(self, facts: Facts[_Slug]) -> FindingsByPath:
        if len(facts) <= _AGREEING:
            return
        counts = Counter(fact.slug for _, fact in facts)
        usual, number = min(counts.items(), key=lambda each: (-each[1], each[0]))
        if number != len(facts) - 1:
            return
        path, stray = next((path, fact) for path, fact in facts if fact.slug != usual)
        from difflib import SequenceMatcher  # 2 ms, where one slug differs

        if SequenceMatcher(None, stray.slug, usual).ratio() < _ALIKE:
            return  # a word of the language itself
        fix = None
        if stray.source == stray.slug:
            fix = Fix.unsafe(f"Write `{usual}`", (stray.span, usual))
        yield (
            path,
            self.diagnostic(
                stray.span,
                f"The {number} other translations have the slug `{usual}`",
                hint=None if fix else f"Write `{usual}`",
                fix=fix,
            ),
        )


def _in_all_languages(path: PurePosixPath, languages: tuple[str, ...]) -> str | None:
    """Return *path* without its language, in a folder's name or the file's; None without one."""
    known = {language.lower() for language in languages}
    parts = [*path.parent.parts, *path.name.split(".")]
    places = [number for number, part in enumerate(parts) if part.lower() in known]
    if len(places) != 1:
        return None
    return "/".join(part for number, part in enumerate(parts) if number != places[0])
