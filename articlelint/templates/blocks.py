"""Blocks: which tags open one, what stands within, and what ends it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from articlelint.diagnostic import Related
from articlelint.named_tuple import NamedTuple
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.text.edit import Edit, Fix
from articlelint.text.near import nearest
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from articlelint.templates.names import Names
    from articlelint.templates.token import Token

_END: Final = "end"
_ELSE_IF: Final = frozenset({"elif", "elseif", "elsif"})
"""The names that template languages give to one and the same branch."""


class TagUse(NamedTuple):
    """How a tag is used: *end* is the name of the tag that ends its block, "" for a tag alone.

    *branches* are tags that stand in the block and nowhere else, none of them after the *last*;
    in a block that *forgives* unknown tags do no harm.
    """

    end: str = ""
    branches: frozenset[str] = frozenset()
    forgives: bool = False
    last: str = ""


_NAME: Final = regex(r"\{%[-+~]?\s*+([\w-]++)")
ALONE: Final = TagUse()


class Blocks:
    """Pairs the tags of *text*; says which are unknown, not closed, or close nothing.

    *uses* tells how the language's own tags are used, *branches* are all its branches, and *names*
    what the site adds; where it may add more, tags that are not known are taken as they come.
    Whatever *is_alone* opens no block.
    """

    def __init__(
        self,
        text: str,
        uses: Mapping[str, TagUse],
        branches: frozenset[str],
        names: Names,
        *,
        is_alone: Callable[[Token], bool] = lambda _: False,
    ) -> None:
        self._text = text
        self._uses = uses
        self._branches = branches
        self._names = names
        self._is_alone = is_alone
        self._stack: list[tuple[Token, TagUse]] = []
        self._ends: Counter[str] = Counter()
        self._strange: set[str] = set()
        self._broken: set[str] = set()
        self._told: set[int] = set()

    def problems(self, tokens: Iterable[Token]) -> Iterator[TemplateProblem]:
        """Yield what is wrong with the tags among *tokens*."""
        for token in tokens:
            if token.kind is TokenKind.TAG and token.closed:
                yield from self._tag(token, full_name(token))
            elif token.kind is TokenKind.TAG:
                self._break(token)
        for opener, use in reversed(self._stack):
            if opener.start not in self._told:
                yield _unclosed(opener, use)
        self._stack.clear()

    def _break(self, token: Token) -> None:
        """Keep in mind a tag that is not closed: its end ends it, and it ends what is open."""
        name = _NAME.match(self._text, token.start)
        if name is None:
            return
        self._broken.add(name[1])
        if name[1].startswith(_END) and self._stack:
            self._told.add(self._stack[-1][0].start)

    def _use(self, token: Token) -> TagUse | None:
        """Return how a tag is used; None for one that is not known."""
        name, names = full_name(token), self._names
        if self._is_alone(token):
            return ALONE
        if name in self._uses:
            return self._uses[name]
        if name in names.blocks:
            return TagUse(f"end{name}")
        return ALONE if names.tags is not None and name in names.tags else None

    def _tag(self, token: Token, name: str) -> Iterator[TemplateProblem]:
        stack = self._stack
        if stack and name == stack[-1][1].end:
            self._ends[name] -= 1
            stack.pop()
            return
        if stack and name in stack[-1][1].branches:
            opener, use = stack[-1]
            if name == use.last:
                stack[-1] = (opener, use._replace(branches=frozenset()))
            return
        known = self._use(token)
        if known is None:
            yield from self._misplaced(token, name)
        elif known.end:
            self._ends[known.end] += 1
            stack.append((token, known))

    def _misplaced(self, token: Token, name: str) -> Iterator[TemplateProblem]:
        """Judge a tag that opens nothing, and fits not what is open."""
        stack = self._stack
        if stack and stack[-1][1].forgives:
            return
        if self._ends[name]:
            while stack[-1][1].end != name:
                self._ends[stack[-1][1].end] -= 1
                yield _crossed(*stack.pop(), token)
            self._ends[name] -= 1
            stack.pop()
        elif token.closing or name in self._branches:
            unknown = self._strange | self._broken
            if name.removeprefix(_END) not in unknown and self._is_stray(token, name):
                if stack:
                    self._told.add(stack[-1][0].start)  # the end, under another name
                yield _stray(token, name, stack)
        elif name in _ELSE_IF and stack and (own := stack[-1][1].branches & _ELSE_IF):
            yield self._foreign(token, name, min(own))
        elif self._names.tags is not None:
            self._strange.add(name)
            yield self._unknown(token, name)

    def _is_stray(self, token: Token, name: str) -> bool:
        """Tell whether an end or a branch is surely none of a tag that we do not know."""
        return (
            self._names.tags is not None
            or self._use(token._replace(name=name.removeprefix(_END), closing=False)) is not None
        )

    def _unknown(self, token: Token, name: str) -> TemplateProblem:
        known = (*self._uses, *(self._names.tags or ()), *self._names.blocks)
        near = nearest(name, known, likeness=0.75)
        return TemplateProblem(
            ProblemKind.UNKNOWN_TAG,
            Span(token.start, token.end),
            f"There is no tag `{name}`",
            hint=f"Did you mean `{near}`?" if near else None,
        )

    def _foreign(self, token: Token, name: str, own: str) -> TemplateProblem:
        """Return the problem of a branch under the *name* that another language has for it."""
        at = self._text.index(name, token.start)
        return TemplateProblem(
            ProblemKind.UNKNOWN_TAG,
            Span(token.start, token.end),
            f"There is no tag `{name}`: here the branch is `{own}`",
            fix=Fix.unsafe(f"Write `{own}`", Edit(Span(at, at + len(name)), own)),
        )


def full_name(token: Token) -> str:
    """Return a tag's name as it was written."""
    return _END + token.name if token.closing else token.name


def _unclosed(opener: Token, use: TagUse) -> TemplateProblem:
    return TemplateProblem(
        ProblemKind.UNCLOSED_BLOCK,
        Span(opener.start, opener.end),
        f"The block `{opener.name}` is never closed",
        hint=f"Put {{% {use.end} %}} where it ends",
    )


def _crossed(opener: Token, use: TagUse, end: Token) -> TemplateProblem:
    return TemplateProblem(
        ProblemKind.UNCLOSED_BLOCK,
        Span(opener.start, opener.end),
        f"The block `{opener.name}` is not closed before `{full_name(end)}`",
        hint=f"Put {{% {use.end} %}} where it ends",
        related=(Related(Span(end.start, end.end), f"`{full_name(end)}` is here"),),
    )


def _stray(token: Token, name: str, stack: list[tuple[Token, TagUse]]) -> TemplateProblem:
    related: tuple[Related, ...] = ()
    if stack:
        opener, use = stack[-1]
        place = Span(opener.start, opener.end)
        related = (Related(place, f"the block `{opener.name}` is open, which `{use.end}` ends"),)
    what = "ends no block" if token.closing else "is outside its block"
    return TemplateProblem(
        ProblemKind.STRAY_END, Span(token.start, token.end), f"`{name}` {what}", related=related
    )
