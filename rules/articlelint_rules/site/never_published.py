from articlelint import WARNING, Article, Depends, FieldRole, Findings, FrontMatter, Rule, on

_NO_ARTICLES = frozenset({"readme", "changelog", "contributing", "license", "template"})

_DRAFTS = frozenset({"draft", "drafts", "_drafts"})


class NeverPublished(Rule):
    """The generator does not create a page for an article."""

    name = "site/never-published"
    severity = WARNING
    depends = Depends.SITE | Depends.DISK

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        if front_matter.root is None or article.path.stem.lower().strip("_") in _NO_ARTICLES:
            return
        if not article.is_content or article.is_template:
            return
        if not _DRAFTS.isdisjoint(article.path.parts[:-1]):
            return  # it lies there so that none is made
        data = front_matter.data
        if article.site.generator.is_draft(data) or not article.field_texts(FieldRole.TITLE):
            return
        reason = article.site.unpublished(article.path, data)
        if reason is not None:
            yield self.diagnostic(
                front_matter.locate(()),
                f"The generator makes no page of this article: {reason}",
            )
