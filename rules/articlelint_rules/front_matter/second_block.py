from articlelint import (
    ERROR,
    SAFE,
    Article,
    Findings,
    Fix,
    Format,
    FrontMatter,
    Rule,
    Span,
    on,
    parse,
    regex,
)

_OPENING = regex(r"(?P<above>\s{0,40})(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?=[a-z_\"'])")
_BLANK_LINE = regex(r"(?:\n|\r(?!\n))[ \t]*[\r\n]")
_PLAIN = regex(r"[a-z][a-z0-9_-]*")
_LONGEST = 20_000
_NOTATIONS = {"---": Format.YAML, "+++": Format.TOML}


class SecondBlock(Rule):
    """A second block of front matter follows the first, and is shown as text."""

    name = "front-matter/second-block"
    severity = ERROR
    fixable = SAFE

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        start = article.body.start
        opening = _OPENING.match(article.text, start)
        if opening is None or front_matter.unclosed or front_matter.problems:
            return
        begin = opening.end("above")
        second = _read(article.text[begin : begin + _LONGEST])
        if second is None or not _is_known(article, front_matter, second):
            return
        fix = None
        if all(_same(front_matter, field.key, field.value) for field in second.fields):
            fix = Fix.safe("Delete it", (Span(start, begin + second.span.end), ""))
        yield self.diagnostic(
            Span(begin, begin + 3),
            "A second block of front matter begins here; generators show it as text",
            hint=None if fix else "Move what is right in it to the first block, and delete it",
            fix=fix,
            cause="same" if fix else "other",
        )


def _read(text: str) -> FrontMatter | None:
    """Return the block with which *text* begins, if nothing in it could be prose."""
    second = parse(text, formats={_NOTATIONS[text[:3]]})
    if second is None or second.fence_defects or second.closing is None or second.span.start:
        return None
    if second.root is None or _BLANK_LINE.search(second.content.of(text)):
        return None
    return second


def _is_known(article: Article, first: FrontMatter, second: FrontMatter) -> bool:
    """Tell whether there are several keys, each of the generator or the first block, or plain.

    Prose between two rules may look like one key (``Note: ...``), and begins with a capital.
    """
    schema = article.schema
    names = {field.key for field in first.fields}
    if schema is not None:
        names |= schema.accepted.union(schema.names)
    keys = [field.key for field in second.fields]
    return len(keys) >= 2 and (
        all(key in names for key in keys)
        or all(_PLAIN.fullmatch(field.key) and _is_short(field.value) for field in second.fields)
    )


def _is_short(value: object) -> bool:
    """Tell whether a value is no sentence."""
    return not isinstance(value, str) or len(value.split()) <= 4


def _same(front_matter: FrontMatter, key: str, value: object) -> bool:
    field = front_matter.get(key)
    return field is not None and type(field.value) is type(value) and field.value == value
