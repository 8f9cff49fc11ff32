from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from articlelint import INFO, Article, Facts, FindingsByPath, Origin, SiteRule, Span, regex

_DIGITS = regex(r"[0-9]")
_WORDS = regex(r"[^\W\d_]{2,}")
_OFFSET = regex(r"(?:Z|[+-][0-9]{2}:?[0-9]{2})$")


class _Shape(NamedTuple):
    """How one date is written: its characters with digits, words and offset made alike."""

    site: str
    key: str
    shape: str
    text: str
    span: Span


class InconsistentFormat(SiteRule):
    """A date is written differently from most dates on the site."""

    name = "dates/inconsistent-format"
    severity = INFO
    default = False

    majority: float = 0.8
    """The share of a key's dates that must have the same format."""
    minimum: int = 10
    """How many dates a key must have before a format counts as usual."""

    def facts(self, article: Article) -> Iterator[_Shape]:
        site = str(article.site.root)
        for date in article.dates:
            if date.is_readable and date.origin is Origin.FRONT_MATTER:
                key = ".".join(step for step in date.path if isinstance(step, str))
                yield _Shape(site, key, _shape(date.text), date.text, date.text_span)

    def key(self, fact: _Shape) -> tuple[str, str]:
        return fact.site, fact.key

    def check_site(self, facts: Facts[_Shape]) -> FindingsByPath:
        counts = Counter(fact.shape for _, fact in facts)
        shape, count = counts.most_common(1)[0]
        if len(facts) < self.minimum or count < self.majority * len(facts):
            return
        example = min(fact.text for _, fact in facts if fact.shape == shape)
        message = f"is written differently from {count} of the site's {len(facts)} dates"
        hint = f"Write it like `{example}`"
        for path, fact in facts:
            if fact.shape != shape:
                yield path, self.diagnostic(fact.span, f"`{fact.text}` {message}", hint=hint)


def _shape(text: str) -> str:
    shape = _OFFSET.sub("+", text) if ":" in text else text
    return _DIGITS.sub("9", _WORDS.sub("x", shape))
