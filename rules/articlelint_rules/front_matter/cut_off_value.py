from articlelint import UNSAFE, WARNING, Article, Edit, Findings, Fix, Format, Rule, Scalar, Span
from articlelint_rules.front_matter._schema import still_reads
from articlelint_rules.front_matter._values import glued_comment, scalars_at, shown
from articlelint_rules.front_matter._writing import quoted


class CutOffValue(Rule):
    """A title, description or tag ends at a `#`, from where on YAML reads a comment."""

    name = "front-matter/cut-off-value"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.format is not Format.YAML:
            return
        generator = article.site.generator
        texts = (*generator.title_keys, *generator.description_keys)
        for key, scalar in scalars_at(article, (*texts, *generator.tag_keys)):
            comment = glued_comment(article, scalar)
            if comment is None:
                continue
            words = comment.of(article.text)
            lacks_terms = scalar.value is None and key not in texts
            if lacks_terms and not _are_hashtags(words):
                continue
            left = f"`{key}` has no value"
            if scalar.value is not None:
                left = f"only `{shown(scalar.source)}` counts"
            fix = None if lacks_terms else _fix(article, scalar, comment)
            yield self.diagnostic(
                comment,
                f"`{shown(words)}` is a comment to YAML, so {left}",
                hint=None if fix else "Write a list of the tags, without `#`",
                fix=fix,
            )


def _are_hashtags(comment: str) -> bool:
    """Tell whether a comment is nothing but hashtags."""
    return all(word.startswith("#") for word in comment.split())


def _fix(article: Article, scalar: Scalar, comment: Span) -> Fix | None:
    start = comment.start if scalar.value is None else scalar.span.start
    whole = Span(start, comment.end)
    edit = Edit(whole, quoted(whole.of(article.text), Format.YAML))
    return Fix.unsafe("Put all of it in quotes", edit) if still_reads(article, edit) else None
