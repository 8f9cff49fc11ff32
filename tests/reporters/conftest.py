"""One report with everything that is hard to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.diagnostic import Diagnostic, Related, Severity
from articlelint.linting.linter import Crash
from articlelint.report.places import Detail
from articlelint.report.report import FileReport, Problem, Report, RuleInfo, findings_of
from articlelint.text.edit import Edit, Fix
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.report.finding import Finding

TEXT = (
    "---\r\n"
    "title: 城市马拉松今早开跑，三万人穿过老城\r\n"
    "---\r\n"
    "\tA tab, a \x1b[31mred\x1b[0m escape, a bell\x07 and \u202eright to left\u202c.\n"
    "<div>\n"
    "  <p>e\u0301 de\u0301ja\u0300 vu 👩\u200d💻 \U0001f469 and 日本語</p>\n"
    "\n"
    "</div></section>\n"
    f"{'lorem ipsum ' * 400}<b>here</b>{' dolor sit' * 500}\n"
    f"{'标题' * 60}<i>这里</i>{'结尾' * 60}\n"
    "the end"
)


def found(
    words: str, message: str, severity: Severity = Severity.WARNING, **rest: object
) -> Diagnostic:
    start = TEXT.index(words)
    return Diagnostic(
        "made-up/rule",
        Span(start, start + len(words)),
        message,
        severity,
        **rest,  # type: ignore[arg-type]
    )


def nasty() -> list[Diagnostic]:
    end_tag, div = TEXT.index("</section>"), TEXT.index("<div>")
    e_acute = TEXT.index("<p>")
    return [
        found("马拉松", "Wide characters", hint="Every one takes two cells"),
        found("red", "Message with an escape: \x1b[2J, a newline:\n and a tab:\t.", Severity.ERROR),
        found("right to left", "Bidirectional \u202econtrols\u202c"),
        found("日本語", "Combining characters, a joined emoji and a plain one before it"),
        found(
            "</section>",
            "`</section>` closes nothing",
            Severity.ERROR,
            fix=Fix.safe("Delete it", Edit.delete(Span(end_tag, end_tag + 10))),
            related=(Related(Span(div, div + 5), "opened here"),),
        ),
        found(
            "<div>\n  <p>",
            "Over two lines",
            Severity.INFO,
            fix=Fix.unsafe(
                "Insert `</p>`", Edit.insert(e_acute, "</p>"), Edit.insert(e_acute + 3, "é")
            ),
            related=(Related(Span(div, div + 5), "on the same line"),),
        ),
        found("</p>\n\n</div>", "Over three lines", fix=Fix.display("Think", Edit.insert(0, ""))),
        found("here", "In the middle of 10,000 characters"),
        found("lorem ipsum " * 400, "Far too long to be shown"),
        found("这里", "In the middle of wide characters"),
        found("<b>here</b>", "See [this](https://example.org), @everyone, #1 and ##vso[x]y ##[z]"),
        found("ipsum", "`a ]]> b` & <i>c</i> 'd' \"e\" | f, 100%; {g} ::error::h", Severity.ERROR),
        Diagnostic("made-up/rule", Span.at(len(TEXT)), "At the end of the file", Severity.INFO),
        Diagnostic(
            "made-up/rule", Span.at(TEXT.index("\n\n") + 1), "On an empty line", Severity.INFO
        ),
    ]


EVERYTHING = Detail.EXCERPTS | Detail.UTF16 | Detail.UTF8 | Detail.EDITS | Detail.RULES
PAGE = "# made-up/other\n\nIt is `{{ not }}` fine.\n\n```md bad\n<b>\x1b[2J\n```\n"


@pytest.fixture(scope="session")
def report() -> Report:
    article = Article(TEXT)
    clean = Article("\ufefffine\n")
    one = Diagnostic("made-up/other", Span(1, 5), "Not so fine", Severity.ERROR)
    two: tuple[Finding, ...] = findings_of(clean, [one], EVERYTHING)
    return Report(
        files=(
            FileReport(Path("posts/a b\x07.md"), findings_of(article, nasty(), EVERYTHING)),
            FileReport(Path("posts/城.html"), two, applied={"made-up/other": 2}),
            FileReport(Path("posts/mine.md"), crashes=(Crash("our/rule", "Error: \x1b", "..."),)),
            FileReport(Path("gone.md"), problem="cannot read gone.md: \u202egone"),
        ),
        checked=7,
        problems=(Problem("no/such & <file>", "there is no such file"),),
        crashes=(Crash("our/site-rule", "ValueError: none", "..."),),
        rules={"made-up/other": RuleInfo("It is not fine.", PAGE, "https://example.org/other")},
    )
