from articlelint import (
    BLOCKS,
    INFO,
    SAFE,
    Article,
    Field,
    Findings,
    Format,
    FrontMatter,
    Rule,
    Scalar,
    on,
)


class KeyOrder(Rule):
    """The keys are not in the order that the site has chosen."""

    name = "front-matter/key-order"
    severity = INFO
    fixable = SAFE
    default = False

    order: tuple[str, ...] = ()
    """The keys that come first, in this order; all others follow in their present order."""

    @on.front_matter(*BLOCKS)
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        if not self.order:
            return
        folds = article.site.generator.ignores_key_case
        order = [key.lower() for key in self.order] if folds else self.order
        ranks = {key: rank for rank, key in enumerate(order)}
        fields = front_matter.fields

        def place(index: int) -> int:
            field = fields[index]
            if front_matter.format is Format.TOML and _is_table(article.text, field):
                return len(ranks) + 1
            return ranks.get(field.key.lower() if folds else field.key, len(ranks))

        wanted = sorted(range(len(fields)), key=place)
        wrong = next((at for at, index in enumerate(wanted) if at != index), None)
        if wrong is None:
            return
        from articlelint_rules.front_matter._reordering import reordered

        field = fields[wanted[wrong]]
        yield self.diagnostic(
            field.key_span,
            f"`{field.key}` comes before `{fields[wrong].key}` in this site's order",
            fix=reordered(article, front_matter, wanted),
        )


def _is_table(text: str, field: Field) -> bool:
    """Tell whether a field of TOML has its own header, after which all others are part of it."""
    start = field.key_span.start
    is_headed = text[max(0, start - 9) : start].rstrip(" \t").endswith("[")
    return is_headed and not isinstance(field.content, Scalar)
