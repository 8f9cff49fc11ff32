from articlelint import INFO, UNSAFE, Article, Findings, Fix, Rule, regex
from articlelint_rules.links._definitions import definitions, fold, is_comment

_BRACKETS = regex(r"\[((?:[^\[\]\\]|\\.)+)\](?!:)")


class UnusedDefinition(Rule):
    """A link's definition is used by no link."""

    name = "links/unused-definition"
    severity = INFO
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        found = article.view(definitions)
        if not found or not _has_prose(article):
            return
        used = {fold(match[1]) for match in _BRACKETS.finditer(article.body.of(article.text))}
        used |= {
            fold(node.data["id"])
            for node in article.markdown.nodes("Link", "Image")
            if node.data["link_type"] != "Inline"
        }
        for definition in found:
            if fold(definition.label) not in used and not is_comment(definition):
                yield self.diagnostic(
                    definition.span,
                    f"No link uses `[{definition.label}]`",
                    fix=Fix.unsafe("Delete the definition", (definition.line, "")),
                )


def _has_prose(article: Article) -> bool:
    """Tell whether the file is more than a list of definitions, which others may include."""
    return bool(article.markdown.nodes("Paragraph", "Heading"))
