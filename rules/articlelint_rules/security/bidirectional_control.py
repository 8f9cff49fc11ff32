import re

from articlelint import UNSAFE, WARNING, Article, Diagnostic, Edit, Findings, Fix, Rule, Span, regex

_CONTROL = regex("[\u202a-\u202e\u2066-\u2069\r\n]")
_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
_NAMES = {"\u202a": "LEFT-TO-RIGHT EMBEDDING", "\u202b": "RIGHT-TO-LEFT EMBEDDING",
          "\u202c": "POP DIRECTIONAL FORMATTING", "\u202d": "LEFT-TO-RIGHT OVERRIDE",
          "\u202e": "RIGHT-TO-LEFT OVERRIDE", "\u2066": "LEFT-TO-RIGHT ISOLATE",
          "\u2067": "RIGHT-TO-LEFT ISOLATE", "\u2068": "FIRST STRONG ISOLATE",
          "\u2069": "POP DIRECTIONAL ISOLATE"}  # fmt: skip
_EXPLAINED = regex(
    r"\bU\+20(?:2[A-E]|6[6-9])\b|\bright-to-left override\b|\btrojan source\b", re.IGNORECASE
)
_OVERRIDES = frozenset("\u202d\u202e")
_LEFT_TO_RIGHT = regex(
    "\u202d[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e-\u202e\u2066-\u2069\r\n]*\u202c"
)
"""An override that is closed in its line, and holds nothing that runs the other way."""


def _changes_nothing(text: str, span: Span) -> bool:
    return _LEFT_TO_RIGHT.match(text, span.start) is not None


class BidirectionalControl(Rule):
    """An invisible character changes the direction of the text."""

    name = "security/bidirectional-control"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        if article.unprintable.isdisjoint(_NAMES):
            return
        if _EXPLAINED.search(article.text):
            return  # the article is about them
        end = -1
        for found in sorted(self._found(article), key=lambda each: each.span):
            if found.span.start != end:  # a run of them has one cause
                yield found
            end = found.span.end

    def _found(self, article: Article) -> Findings:
        controls: list[tuple[str, Span]] = []
        for match in _CONTROL.finditer(f"{article.text}\n"):
            if match[0] not in "\r\n":
                controls.append((match[0], Span(*match.span())))
            elif controls:
                yield from self._in_line(controls, article.text)
                controls.clear()

    def _in_line(self, controls: list[tuple[str, Span]], text: str) -> Findings:
        next_ones: dict[str, Span] = {}
        for character, span in reversed(controls):
            if character in _OVERRIDES and not _changes_nothing(text, span):
                yield self._override(span, character, next_ones.get(_OPENERS[character]))
            next_ones[character] = span
        open_controls: list[tuple[str, Span]] = []
        for character, span in controls:
            if character in _OPENERS:
                open_controls.append((character, span))
            elif open_controls and _OPENERS[open_controls[-1][0]] == character:
                open_controls.pop()
        for opener, place in open_controls:
            if opener not in _OVERRIDES:
                yield self._unclosed(place, opener)

    def _unclosed(self, span: Span, character: str) -> Diagnostic:
        return self.diagnostic(
            span,
            f"The invisible U+{ord(character):04X} {_NAMES[character]} is not closed in its line",
            hint=f"Write U+{ord(_OPENERS[character]):04X} where it ends, or delete it",
        )

    def _override(self, span: Span, character: str, closing: Span | None) -> Diagnostic:
        """Return what is wrong with an override; one that closes it is good for nothing else."""
        places = [span] if closing is None else [span, closing]
        return self.diagnostic(
            span,
            f"The invisible U+{ord(character):04X} {_NAMES[character]} shows text"
            " in a different order than it is written",
            fix=Fix.unsafe("Delete it", *[Edit.delete(place) for place in places]),
        )
