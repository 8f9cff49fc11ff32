from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Edit,
    FieldRole,
    FieldText,
    Findings,
    Fix,
    Format,
    Rule,
    Scalar,
    Span,
    on,
)
from articlelint_rules.front_matter._schema import proven
from articlelint_rules.front_matter._values import glued_comment, shown
from articlelint_rules.front_matter._writing import quoted


class CutOffValue(Rule):
    """A title, description or tag is cut off at a `#`, which starts a YAML comment."""

    name = "front-matter/cut-off-value"
    severity = WARNING
    fixable = UNSAFE

    @on.field(FieldRole.TITLE, FieldRole.DESCRIPTION, FieldRole.TERM, formats=(Format.YAML,))
    def check(self, text: FieldText, article: Article) -> Findings:
        scalar = text.scalar
        comment = glued_comment(article, scalar)
        if comment is None:
            return
        root = article.site.root
        if root is not None and article.site.generator.forgives_syntax(root):
            return
        words = comment.of(article.text)
        lacks_terms = scalar.value is None and text.role is FieldRole.TERM
        if lacks_terms and not all(word.startswith("#") for word in words.split()):
            return
        left = f"`{text.key}` has no value"
        if scalar.value is not None:
            left = f"the value is only `{shown(scalar.source)}`"
        fix = None if lacks_terms else _fix(article, scalar, comment)
        yield self.diagnostic(
            comment,
            f"`{shown(words)}` is a comment to YAML, so {left}",
            hint=None if fix else "Write a list of the tags, without `#`",
            fix=fix,
        )


def _fix(article: Article, scalar: Scalar, comment: Span) -> Fix | None:
    whole = comment if scalar.value is None else scalar.span.cover(comment)
    edit = Edit(whole, quoted(whole.of(article.text), Format.YAML))
    return proven(article, "Put all of it in quotes", edit)
