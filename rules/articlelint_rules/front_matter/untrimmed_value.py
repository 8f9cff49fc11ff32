from articlelint import (
    BLOCKS,
    SAFE,
    WARNING,
    Article,
    Findings,
    Fix,
    Rule,
    Scalar,
    ScalarAt,
    Span,
    Style,
    on,
    regex,
)

_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED})
_BLANKS = regex("[\\s\u200b\u2060\ufeff]*+")
"""Whitespace, and characters without a width that nobody means at an edge."""
_KEPT = ("separator", "prefix", "suffix", "indent", "text", "content", "body", "code")
"""Endings of keys at whose values blanks may be meant."""


class UntrimmedValue(Rule):
    """A text has spaces at its start or end, inside its quotes."""

    name = "front-matter/untrimmed-value"
    severity = WARNING
    fixable = SAFE

    everywhere: bool = False
    """Whether to report spaces in titles and descriptions, where they do no harm, too."""

    @on.scalar(*BLOCKS)
    def check(self, found: ScalarAt, article: Article) -> Findings:
        value = found.scalar.value
        if not isinstance(value, str) or "\n" in value or len(found.path) > 2:
            return
        before, after = _blanks(value)
        if not (before or after) or before == len(value) or found.key.lower().endswith(_KEPT):
            return
        if not any(map(str.isalnum, value)):  # ", " as an item is another slip
            return
        inner = _inner(found.scalar)
        if inner is None:
            return
        written = inner.of(article.text)
        before, after = _blanks(written)
        rest = written[before : len(written) - after]
        keeps = found.scalar.style is not Style.PLAIN or _is_plain(rest)
        for span, verb in (
            (Span(inner.start, inner.start + before), "begins"),
            (Span(inner.end - after, inner.end), "ends"),
        ):
            blanks = span.of(article.text)
            if not blanks or "\n" in blanks:  # the quote stands on a line of its own
                continue
            is_odd = not blanks.isascii() and not (blanks.isspace() and _is_prose(found, article))
            if self.everywhere or is_odd or found.path[0] in _matters(article):
                yield self.diagnostic(
                    span,
                    f"The value {verb} with {_name(blanks)}",
                    fix=Fix.safe("Delete it", (span, "")) if keeps else None,
                )


def _is_plain(text: str) -> bool:
    """Tell whether *text* needs no quotes: it begins as no sign of YAML, and ends as no key."""
    return text[:1].isalnum() and not text.endswith(":")


def _matters(article: Article) -> tuple[str, ...]:
    """Return the keys whose values are compared or become addresses."""
    generator = article.site.generator
    terms = (key for key in generator.tag_keys if key != "keywords")  # nobody sees those
    return (*terms, *article.site.settings.taxonomies, *_ADDRESSES)


_ADDRESSES = ("slug", "url", "permalink", "path", "aliases", "redirect_from", "id", "layout")


def _is_prose(found: ScalarAt, article: Article) -> bool:
    """Tell whether the value is a title or a description, which readers see with a wider margin."""
    generator = article.site.generator
    return found.path[0] in {*generator.title_keys, *generator.description_keys}


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
