"""Comments that suppress the findings there are, each as near to its finding as it can be.

A comment goes where the page stays as it is, which is proven for each: the same front matter,
the same tree of the rendered page, no finding that was not there before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from articlelint.adopting.candidates import Candidate, Group, Writer
from articlelint.adopting.proof import Proof
from articlelint.linting.rule import SuppressionRule
from articlelint.text.edit import apply

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.rule import Rule
    from articlelint.text.edit import Edit

_MOST_PROOFS = 300
"""How often an article is linted; a comment for all of it is what is left after that."""
_PROOFS_OF_A_FILE = 6
"""How often for a comment about all of it: the candidates that there are."""


@dataclass(frozen=True, slots=True)
class Silenced:
    """The *edits* that add the comments, how many there are, and the findings that resisted."""

    edits: tuple[Edit, ...]
    comments: int
    left: tuple[Diagnostic, ...]

    def apply(self, text: str) -> str:
        """Return *text* with the comments."""
        return apply(text, self.edits)


def suppress(
    article: Article,
    rules: Sequence[Rule],
    findings: Iterable[Diagnostic],
    reason: str,
    *,
    known: Collection[str] | None = None,
) -> Silenced:
    """Return the comments that suppress *findings*, some of what *rules* say of *article*.

    Among *findings* are those of site rules. *reason* has no line break and none of ``<>{}``;
    it may be empty.
    """
    comments = {rule.name for rule in rules if isinstance(rule, SuppressionRule)}
    found = list(findings)
    wanted = [each for each in found if each.rule not in comments]
    left = [each for each in found if each.rule in comments]
    if not wanted:
        return Silenced((), 0, tuple(left))
    proof = Proof(article, rules, found, known)
    search = _Search(proof, Writer(article, reason))
    rest = search.settle(Group.by_line(article, wanted), Writer.beside)
    rest = search.settle(Group.by_block(article, rest), Writer.around)
    for rule in sorted({each.rule for group in rest for each in group.findings}):
        ours = tuple(each for group in rest for each in group.findings if each.rule == rule)
        search.grant(_PROOFS_OF_A_FILE)
        for group in search.settle([Group(ours)], Writer.for_all):
            left += group.findings
    edits = tuple(edit for candidate in search.accepted for edit in candidate.edits)
    return Silenced(edits, len(search.accepted), tuple(left))


class _Search:
    """Finds a place for each comment; those that do no harm together are tried together."""

    def __init__(self, proof: Proof, writer: Writer) -> None:
        self.accepted: list[Candidate] = []
        self._suppressed: Counter[str] = Counter()
        self._proof = proof
        self._writer = writer
        self._left = _MOST_PROOFS

    def grant(self, proofs: int) -> None:
        """Allow at least so many *proofs* from here on."""
        self._left = max(self._left, proofs)

    def settle(
        self,
        groups: Sequence[Group],
        places: Callable[[Writer, Group], Iterable[Candidate]],
    ) -> list[Group]:
        """Take a candidate for each of *groups*; return those for which none will do."""
        waiting = list(groups)
        for attempt in range(_places_at_most(self._writer, groups, places)):
            offered = []
            without = []
            for group in waiting:
                candidate = next(islice(places(self._writer, group), attempt, None), None)
                if candidate is None:
                    without.append(group)
                else:
                    offered.append((group, candidate))
            waiting = without + self._take(offered)
        return waiting

    def _take(self, offered: Sequence[tuple[Group, Candidate]]) -> list[Group]:
        """Take what of *offered* holds, by halves; return the groups of the rest."""
        refused: list[Group] = []
        stack = [offered] if offered else []
        while stack:
            batch = stack.pop()
            if self._holds(batch):
                self.accepted += (candidate for _, candidate in batch)
                for group, _ in batch:
                    self._suppressed.update(each.rule for each in group.findings)
            elif len(batch) == 1:
                refused.append(batch[0][0])
            else:
                half = len(batch) // 2
                stack += (batch[half:], batch[:half])
        return refused

    def _holds(self, batch: Sequence[tuple[Group, Candidate]]) -> bool:
        if self._left <= 0:
            return False
        self._left -= 1
        suppressed = self._suppressed + Counter(
            each.rule for group, _ in batch for each in group.findings
        )
        return self._proof.holds([*self.accepted, *(each for _, each in batch)], suppressed)


def _places_at_most(
    writer: Writer,
    groups: Sequence[Group],
    places: Callable[[Writer, Group], Iterable[Candidate]],
) -> int:
    return max((sum(1 for _ in places(writer, group)) for group in groups), default=0)
