import re

from articlelint import ERROR, Article, Findings, FrontMatter, Related, Rule, Span, on, regex

_MARKER = regex(r"(?<![^\r\n])(?:<{7}|\|{7}|={7}|>{7})(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)")
_WORDS = {"=": "the other side begins", "|": "what was there before", ">": "it ends here"}


class LeftoverConflict(Rule):
    """The front matter contains merge conflict markers."""

    name = "front-matter/leftover-conflict"
    severity = ERROR

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        text, end = article.text, front_matter.content.end
        if text.find("<<<<<<<", 0, end) < 0 and text.find(">>>>>>>", 0, end) < 0:
            return
        conflicts: list[list[re.Match[str]]] = []
        for marker in _MARKER.finditer(text, 0, end):
            if marker[0][0] == "<" or not conflicts:
                conflicts.append([])
            conflicts[-1].append(marker)
        for first, *others in conflicts:
            yield self.diagnostic(
                Span(*first.span()),
                "A merge conflict was committed with its markers",
                hint="Keep the lines of one side and delete the markers",
                related=(Related(Span(*m.span()), _WORDS.get(m[0][0], "here")) for m in others),
            )
