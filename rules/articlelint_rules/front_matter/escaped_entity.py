from articlelint import (
    BLOCKS,
    UNSAFE,
    WARNING,
    Article,
    FieldRole,
    FieldText,
    Findings,
    Fix,
    Rule,
    Scalar,
    Span,
    Style,
    on,
    regex,
)
from articlelint_rules.front_matter._schema import proven
from articlelint_rules.front_matter._writing import rewritten

_REFERENCE = regex(
    r"&(?:amp;)?(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6}|amp|lt|gt|quot|apos|nbsp"
    r"|[lr][sd]quo|[mn]dash|hellip|middot|copy|reg|trade|euro|times);"
)
_MARKUP = regex(r"</?[a-zA-Z]")
_NOT_TEXT = regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ROLES = (FieldRole.TITLE, FieldRole.DESCRIPTION, FieldRole.TERM, FieldRole.AUTHOR)


class EscapedEntity(Rule):
    """A title, description, tag or author contains an HTML character reference."""

    name = "front-matter/escaped-entity"
    severity = WARNING
    fixable = UNSAFE

    @on.field(*_ROLES, formats=BLOCKS)
    def check(self, text: FieldText, article: Article) -> Findings:
        scalar, value = text.scalar, text.scalar.value
        if "&" not in scalar.source or article.site.generator.titles_are_html:
            return
        if not isinstance(value, str) or _MARKUP.search(value):
            return
        match = _REFERENCE.search(scalar.source)
        if match and _REFERENCE.search(value):
            yield self.diagnostic(
                Span(*match.span()).shift(scalar.span.start),
                f"`{match[0]}` is in `{text.key}`, which is text, not HTML",
                fix=_fix(article, scalar, value),
            )


def _fix(article: Article, scalar: Scalar, text: str) -> Fix | None:
    if "&lt;" in text or "&gt;" in text:  # a theme may show the title as HTML
        return None
    if scalar.style in {Style.LITERAL, Style.FOLDED} or "\n" in scalar.source:
        return None
    from html import unescape  # a large table

    unescaped = unescape(unescape(text) if "&amp;" in text else text)
    unescaped = unescaped.replace("\xa0", " ")
    if _NOT_TEXT.search(unescaped) or scalar.source[:3] in {'"""', "'''"}:
        return None
    edit = rewritten(article, scalar, unescaped)
    return proven(article, "Write the characters themselves", edit)
