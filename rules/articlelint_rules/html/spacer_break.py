from collections.abc import Sequence

from articlelint import INFO, Article, Element, Findings, Rule, Span, on

_BLANK = " \t\n\r\f\u00a0"


class SpacerBreak(Rule):
    """Line breaks are used as spacing between paragraphs."""

    name = "html/spacer-break"
    severity = INFO
    default = False

    least: int = 3
    """How many `<br>` in a row are reported."""

    @on.elements("br")
    def check(self, elements: Sequence[Element], article: Article) -> Findings:
        run: list[Span] = []
        for element in elements:
            if "class" in element.attributes:  # shown on some screens only
                continue
            span = element.tag_span
            if run and article.text[run[-1].end : span.start].strip(_BLANK):
                yield from self._of(run)
                run = []
            run.append(span)
        yield from self._of(run)

    def _of(self, run: list[Span]) -> Findings:
        if run and len(run) >= self.least:
            yield self.diagnostic(
                Span(run[0].start, run[-1].end),
                f"{len(run)} line breaks in a row",
                hint="End the paragraph and begin a new one",
            )
