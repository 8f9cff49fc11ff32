from articlelint import WARNING, Article, Findings, Rule


class MetaRefresh(Rule):
    """The article sends its readers elsewhere."""

    name = "security/meta-refresh"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        for element, span in article.written("meta"):
            if (element.get("http-equiv") or "").strip().lower() != "refresh":
                continue
            if not any(outer.tag == "head" for outer in element.ancestors()):
                yield self.diagnostic(
                    span,
                    "The page sends its readers elsewhere by itself",
                    hint="Redirect in the generator or on the server",
                )
