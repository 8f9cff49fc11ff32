import re

from articlelint import ERROR, Article, Diagnostic, Findings, Related, Rule, Span, regex

_MARKER = regex(r"(?<![^\r\n])(?:<{7}|\|{7}|={7}|>{7})(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)")
_WORDS = {"=": "the other side begins", "|": "what was there before", ">": "it ends here"}


class LeftoverConflict(Rule):
    """Markers of a merge conflict stand in the front matter."""

    name = "front-matter/leftover-conflict"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None:
            return
        start, end = 0, front_matter.content.end
        text = article.text
        if text.find("<<<<<<<", start, end) < 0 and text.find(">>>>>>>", start, end) < 0:
            return
        conflict: list[re.Match[str]] = []
        for marker in _MARKER.finditer(text, start, end):
            if marker[0][0] == "<" and conflict:
                yield self._conflict(conflict)
                conflict = []
            conflict.append(marker)
        if conflict:
            yield self._conflict(conflict)

    def _conflict(self, markers: list[re.Match[str]]) -> Diagnostic:
        first, *others = markers
        return self.diagnostic(
            Span(*first.span()),
            "A merge conflict was committed with its markers",
            hint="Keep the lines of one side and delete the markers",
            related=(Related(Span(*m.span()), _WORDS.get(m[0][0], "here")) for m in others),
        )
