from articlelint import (
    ERROR,
    Article,
    Field,
    Findings,
    Format,
    FrontMatter,
    Related,
    Rule,
    Syntax,
    on,
)


class DuplicateKey(Rule):
    """A key is set more than once in the front matter."""

    name = "front-matter/duplicate-key"
    severity = ERROR

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        if front_matter.format is Format.META and article.syntax is Syntax.HTML:
            return  # Pelican makes a list of them: readers.py, _handle_meta_tag
        counts = "only one of the two values is used"
        if front_matter.format is Format.YAML:
            counts = article.site.generator.equal_keys
        for mapping in front_matter.mappings():
            places: dict[str, list[Field]] = {}
            for field in mapping.fields:
                places.setdefault(field.key, []).append(field)
            for first, *others in places.values():
                if others:
                    times = f"{len(others) + 1} times" if others[1:] else "twice"
                    yield self.diagnostic(
                        others[0].key_span,
                        f"`{first.key}` is set {times}; {counts}",
                        hint="Keep the line that is right and delete the other",
                        related=[Related(first.key_span, "set here first")],
                    )
