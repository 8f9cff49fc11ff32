import unicodedata

from articlelint import SAFE, UNSAFE, WARNING, Article, Findings, Fix, Related, Rule, Scalar
from articlelint_rules.front_matter._lists import (
    TextList,
    deletion,
    is_blank,
    is_hierarchy,
    text_lists,
)


class DuplicateItem(Rule):
    """A list has the same item twice."""

    name = "front-matter/duplicate-item"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        for found in text_lists(article):
            seen: dict[str, Scalar] = {}
            for index, item in enumerate(found.sequence.items):
                if not isinstance(item, Scalar) or is_blank(item):
                    continue
                text = str(item.value).strip()
                first = seen.setdefault(_folded(text) if found.is_terms else text, item)
                if first is not item:
                    is_same = first.value == item.value
                    yield self.diagnostic(
                        item.span,
                        f"`{text}` stands in `{found.key}` twice"
                        if is_same
                        else f"`{text}` and `{first.value}` are the same item of `{found.key}`",
                        fix=_fix(article, found, index, is_same=is_same),
                        related=[Related(first.span, "first here")],
                    )


def _folded(text: str) -> str:
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def _fix(article: Article, found: TextList, index: int, *, is_same: bool) -> Fix | None:
    front_matter = article.front_matter
    if front_matter is None:
        return None
    edit = deletion(article, front_matter, found.sequence, index)
    if edit is None:
        return None
    is_safe = is_same and not is_hierarchy(article, found.key)
    how = SAFE if is_safe else UNSAFE
    return Fix("Delete it", (edit,), how)
