"""Page fixes: edits of markup that are offered only for what they are shown to do to the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from articlelint.dataclass import dataclass
from articlelint.text.edit import Edit, Fix, Proof, apply, stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic

_BUDGET: Final = 4_000_000
"""How many characters of pages are parsed at most for the fixes of one article, more or less."""
_PROBLEM: Final = 300
"""So many characters are parsed in the time that it takes to explain one problem."""
_GROUPS: Final = 8


def prove(article: Article, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return *found* with its page fixes proven; one that fails is as its maker wants it then.

    ``Proof.SAME_TREE``: the article is edited and rendered, and the browser's tree of the page
    is what it was, with a problem less. Many are tried at once, so that an article with a
    thousand defects costs no more than one with ten; halves where that fails.
    ``Proof.FEWER_PROBLEMS``: the page has fewer problems.
    """
    fixes = [(index, each.fix) for index, each in enumerate(found) if each.fix and each.fix.proof]
    if not fixes:
        return list(found)
    result = list(found)
    same = [(index, fix) for index, fix in fixes if fix.proof is Proof.SAME_TREE]
    budget = _Budget(_BUDGET, len(article.text) + _PROBLEM * len(article.html.problems))
    keep = _that_keep_the_tree(article, [fix for _, fix in same], budget)
    holds = {index: keeps for (index, _), keeps in zip(same, keep, strict=True)}
    for index, fix in fixes:
        if holds[index] if index in holds else _has_fewer(article, fix.edits, budget):
            settled = Fix(fix.title, fix.edits, fix.proven, stacks=fix.stacks)
        elif fix.otherwise is not None:
            settled = Fix(fix.title, fix.edits, fix.otherwise, stacks=fix.stacks)
        else:
            result[index] = found[index].unproven or replace(found[index], fix=None)
            continue
        result[index] = replace(found[index], fix=settled, unproven=None)
    return result


@dataclass
class _Budget:
    """What is left for looking at pages, one of which costs *each*."""

    left: int
    each: int

    def spend(self) -> bool:
        """Tell whether there was enough for one page more."""
        if self.left <= 0:
            return False
        self.left -= self.each
        return True


def _that_keep_the_tree(article: Article, fixes: Sequence[Fix], budget: _Budget) -> list[bool]:
    """Tell of each candidate whether it leaves the page's tree as it is, a problem less.

    False, too, for one that was not looked at because the article is too large.
    """
    found = [False] * len(fixes)
    for apart in _apart(fixes):
        pending, accepted = [apart], list[int]()
        while pending and budget.spend():
            group = pending.pop()
            # With those accepted before: each may hold alone, and the two together not.
            together = [edit for index in accepted + group for edit in fixes[index].edits]
            if _keeps_the_tree(article, together, len(accepted) + len(group)):
                accepted += group
            elif len(group) > 1:
                middle = len(group) // 2
                pending += [group[middle:], group[:middle]]
        for index in accepted:
            found[index] = True
    return found


def _apart(fixes: Sequence[Fix]) -> list[list[int]]:
    """Return the candidates' indices in groups in which none touches another.

    Of two that touch only one is made in one go, so that each has to hold without the other.
    Of those that stack at one place the like ones are made together: any of them may be left
    out, as where a comment suppresses it, and the others hold.
    """
    places = sorted(
        ((fix.span.start, fix.span.end, index) for index, fix in enumerate(fixes) if fix.edits),
        key=lambda place: (place[0], place[1], -place[2] if fixes[place[2]].stacks else place[2]),
    )
    groups: list[list[int]] = []
    ends: list[int] = []
    for start, end, index in places:
        for group in range(min(len(groups), _GROUPS)):
            last = fixes[groups[group][-1]]
            is_like = last.edits == fixes[index].edits and stack(last, fixes[index])
            if start > ends[group] or is_like:
                groups[group].append(index)
                ends[group] = end
                break
        else:
            groups.append([index])
            ends.append(end)
    return groups


def _keeps_the_tree(article: Article, edits: Sequence[Edit], count: int) -> bool:
    """Tell whether *edits* keep the page's tree and rid it of *count* problems."""
    from articlelint.html.tree.compare import same_tree

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


def _has_fewer(article: Article, edits: Sequence[Edit], budget: _Budget) -> bool:
    """Tell whether the page has fewer problems with *edits* made; False where nobody looked."""
    if len(article.text) > _BUDGET or not budget.spend():
        return False
    after = article.with_text(apply(article.text, edits))
    return len(after.html.problems) < len(article.html.problems)
