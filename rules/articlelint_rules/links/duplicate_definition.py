from articlelint import (
    INFO,
    SAFE,
    WARNING,
    Article,
    Diagnostic,
    Findings,
    Fix,
    Related,
    Rule,
    regex,
)
from articlelint_rules.links._definitions import Definition, definitions, fold, is_comment


class DuplicateDefinition(Rule):
    """A link label is defined twice."""

    name = "links/duplicate-definition"
    severity = WARNING
    fixable = SAFE

    strict: bool = False
    """Whether to report identical definitions, too."""

    def check(self, article: Article) -> Findings:
        groups: dict[str, list[Definition]] = {}
        for definition in article.view(definitions):
            if not is_comment(definition):
                groups.setdefault(fold(definition.label), []).append(definition)
        for first, *others in groups.values():
            # Which of them counts hangs on the parser, unless all say the same.
            same = len({(each.target, each.title) for each in (first, *others)}) == 1
            leads_once = len({each.target for each in (first, *others)}) == 1  # titles may differ
            is_told = not leads_once and _is_used(article, first.label, 1 + len(others))
            if not (self.strict or is_told):
                continue
            for definition in others:
                if not (self.strict or same) and _says_the_same(definition, first):
                    continue  # it is as good as the first
                if _BLOCK_END.search(article.text, first.span.end, definition.span.start):
                    continue  # the content of a block may be read by itself
                yield self._found(definition, first, same=same)

    def _found(self, definition: Definition, first: Definition, *, same: bool) -> Diagnostic:
        differs = definition.target != first.target
        return self.diagnostic(
            definition.span,
            f"`[{definition.label}]` is defined above"
            + (f" as `{first.target}`, and only one is used" if differs else ""),
            severity=INFO if same else None,
            hint=None if same else "Give one of them another label",
            fix=Fix.safe("Delete it", (definition.line, "")) if same else None,
            related=(Related(first.span, "defined here"),),
            cause="same" if same else None,
        )


def _says_the_same(definition: Definition, first: Definition) -> bool:
    return (definition.target, definition.title) == (first.target, first.title)


_BLOCK_END = regex(r"\{%-?\s*end\w")


def _is_used(article: Article, label: str, definitions: int) -> bool:
    """Tell whether the label stands anywhere but in its definitions."""
    text = article.body.of(article.text).casefold()
    return text.count(f"[{label.casefold()}]") > definitions
