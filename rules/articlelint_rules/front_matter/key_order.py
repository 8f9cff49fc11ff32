from articlelint import INFO, SAFE, Article, Field, Findings, Format, Mapping, Rule, Sequence


class KeyOrder(Rule):
    """The keys are not in the order that the site has agreed on."""

    name = "front-matter/key-order"
    severity = INFO
    fixable = SAFE
    default = False

    order: tuple[str, ...] = ()
    """The keys that come first, in this order; all others follow in the order they have."""

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter if self.order else None
        if front_matter is None or front_matter.root is None or front_matter.format is Format.META:
            return
        folds = article.site.generator.ignores_key_case
        order = [key.lower() for key in self.order] if folds else self.order
        ranks = {key: rank for rank, key in enumerate(order)}
        fields = front_matter.fields
        keys = [field.key.lower() if folds else field.key for field in fields]
        places = [ranks.get(key, len(ranks)) for key in keys]
        if front_matter.format is Format.TOML:  # what follows a table's header is part of it
            last = 2 * len(ranks) + 1
            places = [
                last if _is_table(article.text, f) else p
                for f, p in zip(fields, places, strict=True)
            ]
        wanted = sorted(range(len(keys)), key=places.__getitem__)
        wrong = next((place for place, index in enumerate(wanted) if place != index), None)
        if wrong is None:
            return
        from articlelint_rules.front_matter._reordering import reordered  # noqa: PLC0415 - few do

        field = fields[wanted[wrong]]
        yield self.diagnostic(
            field.key_span,
            f"`{field.key}` comes before `{fields[wrong].key}` in this site's order",
            fix=reordered(article, front_matter, wanted),
        )


def _is_table(text: str, field: Field) -> bool:
    """Tell whether a field of TOML has its own header, after which all others are part of it."""
    if not isinstance(field.content, Mapping | Sequence):
        return False
    start = field.key_span.start
    return text[max(0, start - 9) : start].rstrip(" \t").endswith("[")
