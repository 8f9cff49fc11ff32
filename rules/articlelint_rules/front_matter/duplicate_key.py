from articlelint import (
    ERROR,
    Article,
    Field,
    Findings,
    Format,
    FrontMatter,
    Related,
    Rule,
    on,
)


class DuplicateKey(Rule):
    """A key stands more than once in the front matter."""

    name = "front-matter/duplicate-key"
    severity = ERROR

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        counts = "only one of the two values counts"
        if front_matter.format is Format.YAML:
            counts = article.site.generator.equal_keys
        for mapping in front_matter.mappings():
            first: dict[str, Field] = {}
            for field in mapping.fields:
                earlier = first.setdefault(field.key, field)
                if earlier is not field:
                    yield self.diagnostic(
                        field.key_span,
                        f"`{field.key}` is set twice; {counts}",
                        hint="Keep the line that is right and delete the other",
                        related=[Related(earlier.key_span, "set here first")],
                    )
