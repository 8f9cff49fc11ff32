from articlelint import SAFE, UNSAFE, WARNING, Article, Findings, Fix, Related, Rule, Scalar, on
from articlelint_rules.front_matter._lists import TextList, deletion, is_blank, text_lists


class DuplicateItem(Rule):
    """A list contains the same item twice."""

    name = "front-matter/duplicate-item"
    severity = WARNING
    fixable = SAFE

    @on.view(text_lists)
    def check(self, found: TextList, article: Article) -> Findings:
        key_of = article.site.generator.term_key
        seen: dict[str, Scalar] = {}
        for index, item in enumerate(found.sequence.items):
            if not isinstance(item, Scalar) or is_blank(item):
                continue
            text = str(item.value).strip()
            first = seen.setdefault(key_of(text) if found.is_terms else text, item)
            if first is item:
                continue
            is_same = first.value == item.value
            message = f"`{text}` and `{first.value}` are the same item of `{found.key}`"
            if is_same:
                message = f"`{text}` is in `{found.key}` twice"
            edit = deletion(article, found.sequence, index)
            how = SAFE if is_same and not found.is_hierarchy else UNSAFE
            yield self.diagnostic(
                item.span,
                message,
                fix=Fix("Delete it", (edit,), how) if edit else None,
                related=[Related(first.span, "first here")],
                cause=f"{first.value} {text}",
            )
