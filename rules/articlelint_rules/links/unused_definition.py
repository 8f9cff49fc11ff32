import re

from articlelint import INFO, UNSAFE, Article, Findings, Fix, Format, Rule, nearest, regex
from articlelint_rules.links._definitions import Definition, definitions, fold, is_comment

_LABEL = r"\[((?:[^\[\]\\]|\\.){1,999}+)\]"
_BRACKETS = regex(rf"(?:(?<!\\){_LABEL}|(?<=\\)\[([^\[\]\\]+)\])(?!:)")
_ITEM = regex(rf"^[ \t>]*(?:[-*+]|\d{{1,9}}[.)])[ \t]+{_LABEL}:", re.MULTILINE)
"""An item that begins with a label: it defines that by accident, or names what is defined below."""

_MOST_MISSING = 500


class UnusedDefinition(Rule):
    """A link definition is not used."""

    name = "links/unused-definition"
    severity = INFO
    default = False
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        found = article.view(definitions)
        if not found or not _has_prose(article):
            return
        text = article.body.of(article.text)
        named = (match.groups() for each in (_BRACKETS, _ITEM) for match in each.finditer(text))
        used = {fold(label) for labels in named for label in labels if label}
        used |= {
            fold(node.data["id"])
            for node in article.markdown.nodes("Link", "Image")
            if node.data["link_type"] != "Inline"
        }
        defined = {fold(definition.label) for definition in found}
        missing = sorted(used - defined)[:_MOST_MISSING]
        for definition in found:
            label = fold(definition.label)
            if label in used or is_comment(definition):
                continue
            if nearest(label, missing, likeness=0.75) is None:  # else it is misspelt there
                fix = Fix.unsafe("Delete the definition", (definition.line, ""))
                yield self.diagnostic(
                    definition.span,
                    f"No link uses `[{definition.label}]`",
                    fix=None if _ends_metadata(definition, article) else fix,
                )


def _ends_metadata(definition: Definition, article: Article) -> bool:
    """Tell whether keys above, without a fence, would go on with the line below."""
    has_fence = article.front_matter is None or article.front_matter.format is not Format.METADATA
    return not has_fence and definition.line.start == article.body.start


def _has_prose(article: Article) -> bool:
    """Tell whether the file is more than a list of definitions, which others may include."""
    return bool(article.markdown.nodes("Paragraph", "Heading"))
