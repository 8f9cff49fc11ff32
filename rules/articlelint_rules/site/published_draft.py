from articlelint import ERROR, Article, Depends, Findings, FrontMatter, Rule, on


class PublishedDraft(Rule):
    """A draft is published because the generator does not read its key."""

    name = "site/published-draft"
    severity = ERROR
    depends = Depends.DISK

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        site = article.site
        if not site.generator.publishes_drafts or front_matter.data.get("draft") is not True:
            return
        if "_posts" not in article.site_path.parts or article.is_template:
            return
        if site.generator.is_draft(front_matter.data) or site.is_read_by_layouts("draft"):
            return
        yield self.diagnostic(
            front_matter.locate(("draft",)),
            f"{site.generator.title} publishes this article: it does not read `draft`",
            hint="Write `published: false`, or move it to `_drafts/`",
        )
