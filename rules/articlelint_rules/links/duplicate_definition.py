from articlelint import INFO, SAFE, WARNING, Article, Diagnostic, Findings, Fix, Related, Rule
from articlelint_rules.links._definitions import Definition, definitions, fold, is_comment


class DuplicateDefinition(Rule):
    """A link's label is defined twice."""

    name = "links/duplicate-definition"
    severity = WARNING
    fixable = SAFE

    strict: bool = False
    """Whether equal definitions are reported, too, of which either may count."""

    def check(self, article: Article) -> Findings:
        groups: dict[str, list[Definition]] = {}
        for definition in article.view(definitions):
            if not is_comment(definition):
                groups.setdefault(fold(definition.label), []).append(definition)
        for first, *others in groups.values():
            # Which of them counts hangs on the parser, unless all say the same.
            same = len({(each.target, each.title) for each in (first, *others)}) == 1
            for definition in others if self.strict or not same else ():
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
