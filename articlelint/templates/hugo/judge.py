"""What stops Hugo, and what it takes otherwise than it was meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from articlelint.templates.hugo import shortcodes
from articlelint.templates.hugo.fixes import Fixes
from articlelint.templates.hugo.pairs import Pairs, Use
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.templates.words import shown
from articlelint.text.near import nearest
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.hugo.read import Action
    from articlelint.templates.names import Names

_MOST: Final = 300
_TYPOGRAPHIC: Final = frozenset("“”„‟″«»‘’‚‛")


def problems(text: str, actions: Sequence[Action], names: Names) -> Iterator[TemplateProblem]:
    """Yield what is wrong with *actions*, each with its fix: code is meant to be shown."""
    judge = _Judge(text, actions, names)
    for number, (action, problem) in enumerate(judge.problems()):
        if number >= _MOST:
            return
        literal = judge.fixes.literal(action) if problem.stops or not problem.fix else None
        yield problem._replace(fix=literal or problem.fix)


class _Judge:
    def __init__(self, text: str, actions: Sequence[Action], names: Names) -> None:
        self._text = text
        self._actions = actions
        self._names = names
        self.fixes = Fixes(text, actions)
        self._ends = Counter(each.name for each in actions if each.closing)

    def problems(self) -> Iterator[tuple[Action, TemplateProblem]]:
        """Yield the problems with the shortcodes that they are about."""
        for action in self._actions:
            if action.kind is TokenKind.ESCAPED and not action.closed:
                yield action, self._unclosed(action)
            elif action.kind is not TokenKind.TAG:
                continue
            elif action.fault:
                yield action, self._fault(action)
            elif not action.closing:
                for problem in self._call(action):
                    yield action, problem
        yield from Pairs(self._text, self.use).problems(self._actions)

    def use(self, action: Action) -> Use:
        """Tell how the shortcode is used that *action* calls."""
        name, names = action.name.lower(), self._names
        if name.endswith(".inline"):
            return Use.INLINE
        own = names.tags or frozenset()
        if name in own or name in names.blocks:
            if name in own and name in names.blocks:
                return self._seen_use(action)
            return Use.ALONE if name in own else Use.BLOCK
        if names.tags is None:  # a theme may have it, or have one of Hugo's own anew
            return self._seen_use(action)
        if name in shortcodes.ALONE:
            return Use.ALONE
        return Use.BLOCK if name in shortcodes.BLOCKS else self._seen_use(action)

    def _seen_use(self, action: Action) -> Use:
        return Use.SEEN if self._ends[action.name] else Use.UNCLEAR

    def _is_own(self, name: str) -> bool:
        """Tell whether a shortcode is surely that of Hugo."""
        names = self._names
        return names.tags is not None and name not in names.tags and name not in names.blocks

    def _call(self, action: Action) -> Iterator[TemplateProblem]:
        name, span = action.name, Span(action.start, action.end)
        lower = name.lower()
        if self._is_own(lower):
            known = shortcodes.ALONE | shortcodes.BLOCKS | shortcodes.GONE
            if lower not in known and not lower.endswith(".inline"):
                yield self._unknown(action, known)
                return
            lack = shortcodes.missing(lower, action.parameters, alone=action.alone)
            if lack is not None:
                kind = ProblemKind.MISSING_ARGUMENT
                yield TemplateProblem(kind, span, f"`{name}` needs {lack}")
        yield from self._quotes(action)

    def _quotes(self, action: Action) -> Iterator[TemplateProblem]:
        """Yield an argument that keeps its quotes, since they are none to Hugo."""
        for each in action.parameters:
            typographic = each.value[:1] in _TYPOGRAPHIC
            if not each.bare or not (typographic or (each.value[:1] == "'" == each.value[-1:])):
                continue
            what = "typographic" if typographic else "single"
            yield TemplateProblem(
                ProblemKind.TYPOGRAPHIC_QUOTES if typographic else ProblemKind.INVALID_SYNTAX,
                Span(action.start, action.end),
                f"The {what} quotes of `{shown(each.value)}` are read as part of the argument",
                fix=self.fixes.straight(action),
                stops=False,
            )
            return

    def _unknown(self, action: Action, known: frozenset[str]) -> TemplateProblem:
        span, name = Span(action.start, action.end), action.name
        names = known | (self._names.tags or frozenset()) | self._names.blocks
        if name.endswith("/") and name[:-1].lower() in names:
            return TemplateProblem(
                ProblemKind.INVALID_SYNTAX,
                span,
                f"A space is missing before the slash of `{name}`",
                fix=self.fixes.spaced(action),
            )
        near = nearest(name, sorted(names), likeness=0.75)
        return TemplateProblem(
            ProblemKind.UNKNOWN_TAG,
            span,
            f"There is no shortcode `{name}`",
            hint=f"Did you mean `{near}`?" if near else None,
        )

    def _fault(self, action: Action) -> TemplateProblem:
        text, span = self._text, Span(action.start, action.end)
        if not action.closed:
            return self._unclosed(action)
        source = shown(span.of(text))
        if action.closing and "comes before it" in action.fault:
            near = nearest(action.name, sorted(self._open_before(action)), likeness=0.6)
            return TemplateProblem(
                ProblemKind.STRAY_END,
                span,
                f"`{source}` ends nothing: {action.fault}",
                hint=f"Did you mean `{near}`?" if near else None,
            )
        if action.closing and "is open" in action.fault:
            return TemplateProblem(ProblemKind.STRAY_END, span, f"`{source}` ends nothing")
        straight, spaced = self.fixes.straight(action), self.fixes.spaced(action)
        kind, why, hint = ProblemKind.INVALID_SYNTAX, action.fault, None
        if straight is not None and _TYPOGRAPHIC & set(span.of(text)):
            kind, why = ProblemKind.TYPOGRAPHIC_QUOTES, "an argument needs straight quotes"
        elif straight is not None:
            why = "an argument cannot be in single quotes"
        elif spaced is not None:
            why = "its last argument runs into its end"
        elif why.endswith("within quotes"):
            hint = "Put the argument in straight double quotes"
        message = f"`{source}` cannot be read: {why}"
        return TemplateProblem(kind, span, message, hint=hint, fix=straight or spaced)

    def _open_before(self, action: Action) -> set[str]:
        return {each.name for each in self._actions if each.start < action.start and each.name}

    def _unclosed(self, action: Action) -> TemplateProblem:
        opening = self._text[action.start : action.start + 3]
        closer = ">}}" if opening[-1] == "<" else "%}}"
        closer = f"*/{closer}" if action.kind is TokenKind.ESCAPED else closer
        known = self._names.tags or frozenset()
        known |= self._names.blocks | shortcodes.ALONE | shortcodes.BLOCKS
        return TemplateProblem(
            ProblemKind.UNCLOSED_TAG,
            Span(action.start, action.start + 3),
            f"The shortcode is never closed: `{closer}` is missing",
            fix=self.fixes.closed(action, closer) if action.name.lower() in known else None,
        )
