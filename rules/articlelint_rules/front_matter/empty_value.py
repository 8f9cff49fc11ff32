from articlelint import ERROR, Article, Field, Findings, Rule, Scalar
from articlelint_rules.front_matter._lists import is_blank
from articlelint_rules.front_matter._schema import key_of
from articlelint_rules.front_matter._values import fields_at, glued_comment


class EmptyValue(Rule):
    """A key has no value although one is needed."""

    name = "front-matter/empty-value"
    severity = ERROR

    keys: tuple[str, ...] = ()
    """Further keys that must not be left empty; dots lead into mappings."""

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        generator = article.site.generator
        needed = dict.fromkeys((*generator.title_keys, *generator.date_keys, *self.keys))
        for name, field in fields_at(article, needed):
            content = field.content
            if not _is_empty(field) or (
                isinstance(content, Scalar)
                and name in generator.title_keys
                and glued_comment(article, content)  # front-matter/cut-off-value
            ):
                continue
            key = key_of(article, field.key)
            consequence = key.empty if key is not None else ""
            yield self.diagnostic(
                field.key_span,
                f"`{name}` has no value" + (f": {consequence}" if consequence else ""),
                hint="Write the value, or delete the key",
            )


def _is_empty(field: Field) -> bool:
    content = field.content
    if not isinstance(content, Scalar):
        return not content.value
    return is_blank(content) and content.source not in {"~", "null"}
