from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article, Diagnostic, Rule, Severity, Span
from articlelint.linting.linter import lint

if TYPE_CHECKING:
    from collections.abc import Iterator


class BadWord(Rule):
    """The word "bad" stands in the text."""

    name = "words/poor"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        start = article.text.find("bad")
        while start >= 0:
            yield self.diagnostic(Span(start, start + 3), "bad")
            start = article.text.find("bad", start + 1)


def lines_found(text: str, path: str = "a.md") -> list[int]:
    article = Article(text, path)
    result = lint(article, [BadWord()])
    assert not result.crashes
    return [article.lines.position(each.span.start).line for each in result.diagnostics]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("bad\n", [1], id="no comment"),
        pytest.param(
            "<!-- articlelint-disable-next-line words/poor -->\nbad\nbad\n", [3], id="the next line"
        ),
        pytest.param(
            "<!-- articlelint-disable-next-line -->\n\n\nbad\nbad\n",
            [5],
            id="blank lines between are passed over",
        ),
        pytest.param(
            "<!-- articlelint-disable-next-line words -->\nbad\n", [], id="a family is named"
        ),
        pytest.param(
            "<!-- articlelint-disable-next-line other/rule -->\nbad\n", [2], id="another rule"
        ),
        pytest.param(
            "<!-- articlelint-disable-next-line other/rule, words/poor -- quoted -->\nbad\n",
            [],
            id="several names and a reason",
        ),
        pytest.param("bad <!-- articlelint-disable-line -->\nbad\n", [2], id="its own line"),
        pytest.param(
            "bad\n<!-- articlelint-disable -->\nbad\n<!-- articlelint-enable -->\nbad\n",
            [1, 5],
            id="a range",
        ),
        pytest.param("<!-- articlelint-disable -->\nbad\nbad", [], id="a range without end"),
        pytest.param(
            "<!-- articlelint-disable words/poor -->\nbad\n"
            "<!-- articlelint-enable other/rule -->\nbad\n",
            [],
            id="enabling another rule ends nothing",
        ),
        pytest.param("bad\n<!-- articlelint-disable-file words/poor -->\n", [], id="the file"),
        pytest.param(
            "---\ntitle: bad # articlelint-disable-line words/poor -- a quote\nslug: bad\n---\n",
            [3],
            id="a YAML comment",
        ),
        pytest.param(
            '+++\n# articlelint-disable-next-line words/poor\ntitle = "bad"\n+++\nbad\n',
            [5],
            id="a TOML comment",
        ),
        pytest.param(
            "```html\n<!-- articlelint-disable-file -->\n```\n\nbad\n", [5], id="shown in code"
        ),
        pytest.param("bad\r\n<!-- articlelint-disable-next-line -->\r\nbad\r\n", [1], id="CRLF"),
    ],
)
def test_where_a_comment_silences(text: str, lines: list[int]) -> None:
    assert lines_found(text) == lines


def test_mdx_comments_are_read() -> None:
    assert lines_found("{/* articlelint-disable-next-line words/poor */}\nbad\n", "a.mdx") == []


def test_suppressed_findings_are_counted() -> None:
    result = lint(Article("bad <!-- articlelint-disable-line -->\n"), [BadWord()])
    assert result.suppressed == 1
