"""Edits of markup, and fixes that are called safe only when the page's tree stays the same."""

from collections.abc import Sequence

from articlelint import Article, Edit, Fix, apply, same_tree

_BUDGET = 5_000_000
"""How many characters of pages are parsed at most for the fixes of one rule in one article."""

_GROUPS = 8


def replaced(article: Article, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """Return the edit that puts *text* in the place of ``html[start:end]``.

    None where that stretch of the page is not what the author wrote, character by character.
    """
    source_map = article.rendering.source_map
    if not source_map.is_verbatim(start, end):
        return ()
    return (Edit(source_map.span(start, end), text),)


def inserted(article: Article, at: int, text: str) -> tuple[Edit, ...]:
    """Return the edit that puts *text* before ``html[at]``; see ``replaced``."""
    source_map = article.rendering.source_map
    if not at or not source_map.is_verbatim(at - 1, at):
        return ()
    return (Edit.insert(source_map.span(at - 1, at).end, text),)


def verified(
    article: Article, candidates: Sequence[tuple[str, tuple[Edit, ...]]]
) -> list[Fix | None]:
    """Return a safe fix for each candidate (title, edits) that leaves the page's tree as it is.

    Each is made, the article is rendered again, and the two trees are compared: many at once
    first, so that an article with a thousand defects costs no more than one with ten; halves
    where that fails. None stands for one that changes the tree, has no edits, or was not
    looked at because the article is too large.
    """
    found: list[Fix | None] = [None] * len(candidates)
    budget = _BUDGET
    for apart in _apart([edits for _, edits in candidates]):
        pending, accepted = [apart], list[int]()
        while pending and budget > 0:
            group = pending.pop()
            budget -= len(article.text)
            # With those accepted before: each may hold alone, and the two together not.
            together = [edit for index in accepted + group for edit in candidates[index][1]]
            if _mends(article, together, len(accepted) + len(group)):
                accepted += group
            elif len(group) > 1:
                middle = len(group) // 2
                pending += [group[middle:], group[:middle]]
        for index in accepted:
            title, edits = candidates[index]
            found[index] = Fix.safe(title, *edits)
    return found


def guessed(article: Article, title: str, edits: Sequence[Edit]) -> Fix | None:
    """Return an unsafe fix that leaves fewer problems than there were; None where it does not."""
    if not edits or len(article.text) > _BUDGET:
        return None
    after = article.with_text(apply(article.text, edits))
    if len(after.html.problems) >= len(article.html.problems):
        return None
    return Fix.unsafe(title, *edits)


def _apart(edits_of_all: Sequence[Sequence[Edit]]) -> list[list[int]]:
    """Return the candidates' indices in groups in which none touches another.

    Of two that touch only one is made in one go, so that each has to hold without the other.
    """
    places = sorted(
        (min(edit.span.start for edit in edits), max(edit.span.end for edit in edits), index)
        for index, edits in enumerate(edits_of_all)
        if edits
    )
    groups: list[list[int]] = []
    ends: list[int] = []
    for start, end, index in places:
        for group in range(min(len(groups), _GROUPS)):
            if start > ends[group]:
                groups[group].append(index)
                ends[group] = end
                break
        else:
            groups.append([index])
            ends.append(end)
    return groups


def _mends(article: Article, edits: Sequence[Edit], count: int) -> bool:
    """Tell whether *edits* keep the page's tree and rid it of *count* problems."""
    try:
        text = apply(article.text, edits)
    except ValueError:  # two fixes overlap: each is tried alone later
        return False
    after = article.with_text(text)
    if after.body.start != article.body.start:
        return False
    document = article.html.document
    # White space after the last element belongs to no one.
    before_html, after_html = article.rendering.html, after.rendering.html
    is_same = any(
        same_tree(first, second, document=document)
        for first in (before_html, before_html.rstrip())
        for second in (after_html, after_html.rstrip())
    )
    return is_same and len(after.html.problems) <= len(article.html.problems) - count
