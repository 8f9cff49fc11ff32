from collections.abc import Iterator
from typing import NamedTuple

from articlelint import (
    ERROR,
    UNSAFE,
    WARNING,
    Article,
    Depends,
    Diagnostic,
    Facts,
    FindingsByPath,
    Fix,
    SchemaFinding,
    SiteRule,
    Span,
)
from articlelint_rules.front_matter._schema import after, replacement

_FEW = 4
"""A key that more articles have is the site's own, though nothing here is seen to read it."""


class _Unknown(NamedTuple):
    """A key that is wrong: the site's root, the key, what to say; *surely*, if others have it."""

    site: str
    key: str
    told: Diagnostic
    surely: bool


class UnknownKey(SiteRule):
    """A key is misspelled, so nothing reads it."""

    name = "front-matter/unknown-key"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.SITE | Depends.DISK

    def facts(self, article: Article) -> Iterator[_Unknown]:
        for finding in article.schema_findings:
            if finding.kind != "unknown-key":
                continue
            key = str(finding.path[-1])
            if not finding.stops and (key[:1] == "_" or article.site.is_read_by_layouts(key)):
                continue  # an underscore is no slip, but a program's own mark
            right = finding.suggestion
            surely = finding.stops or right is None or ": " in right or not key.isprintable()
            told = self._told(article, finding)
            yield _Unknown(str(article.site.root), key, told, surely)

    def key(self, fact: _Unknown) -> tuple[str, str]:
        return fact.site, fact.key

    def combine(self, facts: Facts[_Unknown]) -> Facts[_Unknown]:
        sure = [each for each in facts if each[1].surely]
        others = [each for each in facts if not each[1].surely]
        return [*sure, *others[: _FEW + 1]]

    def check_site(self, facts: Facts[_Unknown]) -> FindingsByPath:
        articles = {path for path, fact in facts if not fact.surely}
        for path, fact in facts:
            if fact.surely or len(articles) <= _FEW:
                yield path, fact.told

    def _told(self, article: Article, finding: SchemaFinding) -> Diagnostic:
        fix = None
        if finding.suggestion is not None:
            right = _spelt_alike(article, finding.suggestion, finding.span)
            edit = replacement(article, finding.span, right)
            if ": " not in right:
                fix = Fix.unsafe(f"Rename it to `{right}`", edit)
            elif after(article, edit):  # the value may have a colon of its own
                fix = Fix.unsafe("Write a colon and a space", edit)
        return self.diagnostic(
            finding.span,
            finding.message,
            hint=finding.hint,
            fix=fix,
            related=finding.related,
            severity=ERROR if finding.stops else None,
        )


def _spelt_alike(article: Article, right: str, wrong: Span) -> str:
    """Return the key *right* with a capital where the author begins keys with one, as one may."""
    begins = article.text[wrong.start : wrong.start + 1]
    if article.site.generator.ignores_key_case and begins.isupper():
        return right[:1].upper() + right[1:]
    return right
