import html

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Format,
    Rule,
    Scalar,
    Style,
    regex,
)
from articlelint_rules.front_matter._schema import still_reads
from articlelint_rules.front_matter._values import scalars_at
from articlelint_rules.front_matter._writing import rewritten

_REFERENCE = regex(
    r"&(?:amp;)?(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6}|amp|lt|gt|quot|apos|nbsp"
    r"|[lr][sd]quo|[mn]dash|hellip|middot|copy|reg|trade|euro|times);"
)
_MARKUP = regex(r"</?[a-zA-Z]")
_NOT_TEXT = regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class EscapedEntity(Rule):
    """A title, description or tag has a character reference of HTML in it."""

    name = "front-matter/escaped-entity"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.format is Format.META:
            return
        if "&" not in front_matter.content.of(article.text):
            return
        generator = article.site.generator
        keys = dict.fromkeys(
            (*generator.title_keys, *generator.description_keys, *generator.tag_keys)
        )
        for key, scalar in scalars_at(article, keys):
            value = scalar.value
            if not isinstance(value, str) or _MARKUP.search(value):
                continue
            match = _REFERENCE.search(scalar.source)
            if match is None or not _REFERENCE.search(value):
                continue
            yield self.diagnostic(
                scalar.span._replace(
                    start=scalar.span.start + match.start(), end=scalar.span.start + match.end()
                ),
                f"`{match[0]}` stands in `{key}`, which is text, not HTML",
                fix=self._fix(article, scalar),
            )

    @staticmethod
    def _fix(article: Article, scalar: Scalar) -> Fix | None:
        front_matter = article.front_matter
        if front_matter is None or scalar.style in {Style.LITERAL, Style.FOLDED}:
            return None
        if "\n" in scalar.source or scalar.source[:3] in {'"""', "'''"}:
            return None
        text = str(scalar.value)
        unescaped = html.unescape(html.unescape(text) if "&amp;" in text else text)
        unescaped = unescaped.replace("\xa0", " ")
        if _NOT_TEXT.search(unescaped):
            return None
        edit = Edit(scalar.span, rewritten(scalar, unescaped, front_matter.format))
        if not still_reads(article, edit):
            return None
        return Fix.unsafe("Write the characters themselves", edit)
