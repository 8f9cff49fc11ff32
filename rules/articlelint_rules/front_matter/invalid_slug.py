import re

from articlelint import UNSAFE, WARNING, Article, FieldRole, FieldText, Findings, Rule, on, regex
from articlelint_rules.front_matter._schema import proven
from articlelint_rules.front_matter._writing import rewritten

_NEVER = regex(r"[\s?#\\\"<>|\x00-\x1f\x7f]|%(?![0-9A-Fa-f]{2})")
_ENCODED = regex(r"(?:%[0-9A-Fa-f]{2}){2}")


class InvalidSlug(Rule):
    """A slug contains characters that do not belong in a URL."""

    name = "front-matter/invalid-slug"
    severity = WARNING
    fixable = UNSAFE

    @on.field(FieldRole.SLUG)
    def check(self, text: FieldText, article: Article) -> Findings:
        generator, scalar, slug = article.site.generator, text.scalar, text.scalar.value
        if not isinstance(slug, str) or "{" in slug or not slug.strip():
            return
        path_key = generator.path_key
        found = None if path_key else _NEVER.search(slug)
        if found and found[0] == " " and generator.joins_slugs:
            found = _NEVER.search(slug.replace(" ", "-"))
        if found:
            fix = None
            new = re.sub(r"-{2,}", "-", re.sub(r"[\s:|]+", "-", slug.strip())).strip("-")
            if new and not _NEVER.search(new):
                fix = proven(article, f"Write `{new}`", rewritten(article, scalar, new))
            message = (
                f"The slug `{slug}` contains {_named(found[0])}, which does not belong in a URL"
            )
            yield self.diagnostic(scalar.span, message, fix=fix, cause=found[0])
        elif generator.encodes_slugs and _ENCODED.search(slug):
            yield self.diagnostic(
                scalar.span,
                "The slug is percent-encoded",
                hint=f"{generator.title} turns the `%` signs into hyphens; write the characters",
            )
        elif "/" in slug.strip("/") and path_key:
            yield self.diagnostic(
                scalar.span,
                f"The slug `{slug}` is one part of the path, so its slash becomes a hyphen",
                hint=f"Write the whole path in `{path_key}`",
            )
        elif generator.trims_slugs and slug != slug.strip("-"):
            message = f"{generator.title} drops the hyphen at the edge of the slug `{slug}`"
            yield self.diagnostic(scalar.span, message)


def _named(character: str) -> str:
    if character == " ":
        return "a space"
    return f"the space U+{ord(character):04X}" if character.isspace() else f"`{character}`"
