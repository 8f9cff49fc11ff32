import re

from articlelint import UNSAFE, WARNING, Article, Edit, Findings, Fix, Rule, Scalar, regex
from articlelint_rules.front_matter._schema import still_reads
from articlelint_rules.front_matter._values import fields_at
from articlelint_rules.front_matter._writing import rewritten

_NEVER = regex(r"[\s?#\\\"<>|\x00-\x1f\x7f]|%(?![0-9A-Fa-f]{2})")
_SLUGIFIED = {"jekyll": "permalink", "zola": "path"}
"""Generators that put a hyphen for what has no place in a slug, and the key for the whole path."""


class InvalidSlug(Rule):
    """A slug has characters in it that do not belong in a URL."""

    name = "front-matter/invalid-slug"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        generator = article.site.generator.name
        for _, field in fields_at(article, ("slug",)):
            content = field.content
            if not isinstance(content, Scalar) or not isinstance(content.value, str):
                continue
            slug = content.value
            found = None if generator in _SLUGIFIED else _NEVER.search(slug)
            if "{" in slug or not slug.strip():
                continue
            if found:
                name = "a space" if found[0] == " " else f"`{found[0]}`"
                if found[0] != " " and found[0].isspace():
                    name = f"the blank U+{ord(found[0]):04X}"
                yield self.diagnostic(
                    content.span,
                    f"The slug `{slug}` has {name} in it, which has no place in a URL",
                    fix=_fix(article, content),
                )
            elif "/" in slug.strip("/") and generator in _SLUGIFIED:
                yield self.diagnostic(
                    content.span,
                    f"The slug `{slug}` is one part of the path, so its slash becomes a hyphen",
                    hint=f"Write the whole path in `{_SLUGIFIED[generator]}`",
                )
            elif generator == "hugo" and slug != slug.strip("-"):
                yield self.diagnostic(
                    content.span, f"Hugo drops the hyphen at the edge of the slug `{slug}`"
                )


def _fix(article: Article, scalar: Scalar) -> Fix | None:
    front_matter = article.front_matter
    slug = str(scalar.value).strip()
    new = re.sub(r"-{2,}", "-", re.sub(r"[\s:|]+", "-", slug)).strip("-")
    if front_matter is None or not new or _NEVER.search(new):
        return None
    edit = Edit(scalar.span, rewritten(scalar, new, front_matter.format))
    return Fix.unsafe(f"Write `{new}`", edit) if still_reads(article, edit) else None
