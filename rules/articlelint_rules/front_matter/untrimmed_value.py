from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Format,
    Rule,
    Scalar,
    Span,
    Style,
    regex,
)

_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED})
_BLANKS = regex("[\\s\u200b\u2060\ufeff]*+")
"""Whitespace, and characters without a width that nobody means at an edge."""
_KEPT = ("separator", "prefix", "suffix", "indent", "text", "content", "body", "code")
"""Endings of keys at whose values blanks may be meant."""


class UntrimmedValue(Rule):
    """A text has blanks before or after it, within its quotes."""

    name = "front-matter/untrimmed-value"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.format is Format.META:
            return
        for path, scalar in front_matter.scalars():
            value = scalar.value
            if not isinstance(value, str) or not any(blanks := _blanks(value)):
                continue
            if blanks[0] == len(value):
                continue
            key = next((step for step in reversed(path) if isinstance(step, str)), "")
            if "\n" in value or len(path) > 2 or key.lower().endswith(_KEPT):
                continue
            inner = _inner(scalar)
            if inner is not None:
                yield from self._found(article, inner)

    def _found(self, article: Article, inner: Span) -> Findings:
        written = inner.of(article.text)
        before, behind = _blanks(written)
        after = len(written) - behind
        blanks = []
        if before:
            blanks.append((Span(inner.start, inner.start + before), "begins"))
        if behind:
            blanks.append((Span(inner.start + after, inner.end), "ends"))
        for span, verb in blanks:
            if "\n" in span.of(article.text):
                continue  # the quote stands on a line of its own
            yield self.diagnostic(
                span,
                f"The value {verb} with {_name(span.of(article.text))}",
                fix=Fix.safe("Delete it", Edit.delete(span)),
            )


def _blanks(text: str) -> tuple[int, int]:
    """Return the number of blanks at the beginning and at the end of *text*."""
    before, behind = _BLANKS.match(text), _BLANKS.match(text[::-1])
    return (before.end() if before else 0, behind.end() if behind else 0)


def _inner(scalar: Scalar) -> Span | None:
    """Return the span of what is written, without the quotes."""
    if scalar.style is Style.PLAIN:
        return scalar.span
    if scalar.style not in _QUOTED or scalar.source[:3] in {'"""', "'''"}:
        return None
    return Span(scalar.span.start + 1, scalar.span.end - 1)


def _name(blanks: str) -> str:
    odd = next((character for character in blanks if character not in " \t"), "")
    if odd:
        return f"the invisible character U+{ord(odd):04X}"
    if "\t" in blanks:
        return "a tab"
    return "a space" if len(blanks) == 1 else "spaces"
