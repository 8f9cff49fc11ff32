from articlelint import ERROR, Article, Findings, FrontMatter, Rule, SchemaFinding, on


class MissingKey(Rule):
    """A key that the article needs is missing."""

    name = "front-matter/missing-key"
    severity = ERROR

    keys: tuple[str, ...] = ()
    """More keys that every article must have; dots lead into mappings."""

    @on.schema("missing-key")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        if "_drafts" in article.path.parts:  # it is still to come
            return
        front_matter = article.front_matter
        if (
            finding.path == ("title",)
            and front_matter is not None
            and front_matter.data.get("hide")
        ):
            return  # it is in no list
        if front_matter is not None and front_matter.data.get("permalink") is False:
            return  # no page is made of it
        hint, related = finding.hint, finding.related
        cause = ".".join(map(str, finding.path))
        yield self.diagnostic(
            finding.span, finding.message, hint=hint, related=related, cause=cause
        )

    @on.front_matter()
    def check_keys(self, front_matter: FrontMatter, article: Article) -> Findings:
        for key in () if front_matter.problems else self.keys:
            path = tuple(key.split("."))
            if front_matter.find(path) is None:
                message = f"`{key}` is missing; this site requires it in every article"
                yield self.diagnostic(front_matter.locate(path), message)
