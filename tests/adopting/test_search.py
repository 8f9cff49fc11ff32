"""Comments that suppress findings: where they go, and that nothing else changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.adopting.search import suppress
from articlelint.article import Article
from articlelint.diagnostic import Severity
from articlelint.linting.linter import lint
from articlelint.linting.rule import Rule, SiteRule, SuppressionRule
from articlelint.text.source import decode
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.diagnostic import Diagnostic
    from articlelint.front_matter import FrontMatter
    from articlelint.linting.suppression import SuppressionUse


class Shout(Rule):
    """Marks are repeated."""

    name = "ours/shout"
    severity = Severity.WARNING
    reads_undecodable = True

    def check(self, article: Article) -> Iterable[Diagnostic]:
        """Yield each."""
        for match in re.finditer("!!+", article.text):
            yield self.diagnostic(Span(*match.span()), "Too loud")


class Ask(Rule):
    """Questions are repeated."""

    name = "theirs/ask"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterable[Diagnostic]:
        """Yield each."""
        for match in re.finditer(r"\?\?+", article.text):
            yield self.diagnostic(Span(*match.span()), "Asked twice")


class Whole(Rule):
    """The file as a whole is wrong."""

    name = "ours/whole"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterable[Diagnostic]:
        """Yield one."""
        if "WHOLE" in article.text:
            yield self.diagnostic(Span.at(0), "Wrong")


class Unused(SuppressionRule):
    """A comment is of no use."""

    name = "suppression/unused"
    severity = Severity.WARNING

    def check_suppression(self, use: SuppressionUse, article: Article) -> Iterable[Diagnostic]:
        """Yield each."""
        del article
        if use.suppression.disables and (use.idle or use.unused):
            yield self.diagnostic(use.suppression.span, "Unused")


class Alike(SiteRule):
    """Another article is like this one."""

    name = "ours/alike"
    severity = Severity.WARNING

    def facts(self, article: Article) -> Iterable[object]:
        """Yield nothing; the tests make the findings."""
        del article
        return ()

    def check_site(self, facts: object) -> Iterable[object]:  # type: ignore[override]
        """Return nothing."""
        del facts
        return ()


RULES: tuple[Rule, ...] = (Shout(), Ask(), Whole(), Unused(), Alike())
WHY = "old"


def suppressed(text: str, path: str = "a.md") -> str:
    """Return *text* with its comments, and see that no finding is left and no comment is idle."""
    article = Article(text, path)
    found = lint(article, RULES).diagnostics
    after = suppress(article, RULES, found, WHY)
    assert after.left == ()
    result = after.apply(text)
    assert lint(Article(result, path), RULES).diagnostics == ()
    return result


NEXT = "articlelint-disable-next-line ours/shout -- old"
LINE = "articlelint-disable-line ours/shout -- old"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Oh!!\n", f"<!-- {NEXT} -->\nOh!!\n", id="before a block"),
        pytest.param("a\nOh!!\nb\n", f"a\nOh!! <!-- {LINE} -->\nb\n", id="within a paragraph"),
        pytest.param("a\nOh!!  \nb", f"a\nOh!! <!-- {LINE} -->  \nb", id="before a hard break"),
        pytest.param("# Oh!!\n", f"<!-- {NEXT} -->\n# Oh!!\n", id="heading"),
        pytest.param("a\n\n> a\n> b!!\n", f"a\n\n> a\n> b!! <!-- {LINE} -->\n", id="quote"),
        pytest.param("- a\n- b!!\n", f"- a\n- b!! <!-- {LINE} -->\n", id="list"),
        pytest.param(
            "| a |\n| - |\n| b!! |\n", f"| a |\n| - |\n| b!! <!-- {LINE} --> |\n", id="table"
        ),
        pytest.param(
            "a\n```\nb!!\n```\nc\n",
            "a\n<!-- articlelint-disable ours/shout -- old -->\n```\nb!!\n```\n"
            "<!-- articlelint-enable ours/shout -->\nc\n",
            id="code",
        ),
        pytest.param(
            "<!--\nb!!\n-->\n",
            "<!-- articlelint-disable ours/shout -- old -->\n<!--\nb!!\n-->\n"
            "<!-- articlelint-enable ours/shout -->\n",
            id="a comment of many lines",
        ),
        pytest.param(
            "Oh!! Why?? Oh!!\n",
            "<!-- articlelint-disable-next-line ours/shout, theirs/ask -- old -->\n"
            "Oh!! Why?? Oh!!\n",
            id="several rules on a line",
        ),
        pytest.param("Oh!!\r\nb\r\n", f"<!-- {NEXT} -->\r\nOh!!\r\nb\r\n", id="CRLF"),
        pytest.param("\ufeffOh!!", f"\ufeff<!-- {NEXT} -->\nOh!!", id="BOM, no final newline"),
        pytest.param(
            "---\ntitle: Oh!!\n---\n", f"---\n# {NEXT}\ntitle: Oh!!\n---\n", id="front matter"
        ),
        pytest.param(
            "---\na:\n  - x\n  - Oh!!\n---\n",
            f"---\na:\n  - x\n  # {NEXT}\n  - Oh!!\n---\n",
            id="list in front matter",
        ),
        pytest.param(
            "---\na: |\n  x\n  Oh!!\n---\n",
            "---\n# articlelint-disable-file ours/shout -- old\na: |\n  x\n  Oh!!\n---\n",
            id="block scalar",
        ),
        pytest.param(
            '---\na: "x\n  Oh!! y"\n---\n',
            f'---\na: "x\n  Oh!! y" # {LINE}\n---\n',
            id="quoted over lines",
        ),
        pytest.param(
            '+++\ntitle = "Oh!!"\n+++\n', f'+++\n# {NEXT}\ntitle = "Oh!!"\n+++\n', id="TOML"
        ),
        pytest.param(
            '{\n"title": "Oh!!"\n}\na\n',
            '{\n"title": "Oh!!"\n}\n<!-- articlelint-disable-file ours/shout -- old -->\na\n',
            id="JSON has no comments",
        ),
        pytest.param("WHOLE\n", None, id="the file as a whole"),
        pytest.param("[a]: http://example.org/!!\n\n[a]\n", None, id="definition"),
        pytest.param("a!!\n===\n\nb!!\n---\n", None, id="setext headings"),
        pytest.param("    code!!\n", None, id="indented code"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_places_in_markdown(before: str, after: str | None) -> None:
    result = suppressed(before)
    if after is not None:
        assert result == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Oh!!\n", f"{{/* {NEXT} */}}\nOh!!\n"),
        ("a\nOh!!\n", f"a\nOh!! {{/* {LINE} */}}\n"),
    ],
)
def test_places_in_mdx(before: str, after: str) -> None:
    assert suppressed(before, "a.mdx") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Oh!!</p>\n", f"<!-- {NEXT} -->\n<p>Oh!!</p>\n"),
        ("<p\ntitle='Oh!!'\n>x</p>\n", None),
        ("<script>\nlet a = 'Oh!!';\n</script>\n", None),
        ("<!doctype html>\n<title>a</title>\n<textarea>\nOh!!\n</textarea>", None),
        ("<p>a\n<!-- never closed\nOh!!", None),
    ],
)
def test_places_in_html(before: str, after: str | None) -> None:
    result = suppressed(before, "a.html")
    if after is not None:
        assert result == after


def test_findings_of_site_rules_are_silenced_where_they_move_to() -> None:
    article = Article("a\nOh!!\nb\n\nc\n")
    alike = Alike().diagnostic(Span(10, 11), "Alike")
    found = (*lint(article, RULES).diagnostics, alike)
    text = suppress(article, RULES, found, WHY).apply(article.text)
    assert text.endswith("<!-- articlelint-disable-next-line ours/alike -- old -->\nc\n")


def test_of_the_findings_only_those_given() -> None:
    article = Article("a!!\n\nb!!\n")
    second = lint(article, RULES).diagnostics[1]
    text = suppress(article, RULES, [second], WHY).apply(article.text)
    assert text == f"a!!\n\n<!-- {NEXT} -->\nb!!\n"


def test_what_is_said_of_comments_cannot_be_silenced() -> None:
    article = Article("<!-- articlelint-disable-file theirs -->\na\n")
    found = lint(article, RULES).diagnostics
    result = suppress(article, RULES, found, WHY)
    assert (result.edits, result.left) == ((), found)


def test_bytes_that_are_not_utf8_keep_their_places() -> None:
    data = b"caf\xe9 \xe9\n\nOh!!\n"
    article = Article(decode(data))
    result = suppress(article, RULES, lint(article, RULES).diagnostics, WHY)
    text = result.apply(data.decode("utf-8", errors="surrogateescape"))
    assert text.encode("utf-8", errors="surrogateescape") == (
        b"caf\xe9 \xe9\n\n<!-- " + NEXT.encode() + b" -->\nOh!!\n"
    )


PIECES = st.sampled_from(
    [
        "Oh!! ", "x ", "\n", "\n\n", "- ", "> ", "# ", "```\n", "| a!! | b |\n|---|---|\n", "    ",
        "<div>", "</div>", "<!--", "-->", "*", "`", "  \n", "[a]: b!!\n", "{% raw %}", "===\n",
    ]
)  # fmt: skip


def data_of(front_matter: FrontMatter | None) -> object:
    return front_matter and front_matter.data


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", "---\ntitle: Oh!!\n---\n"]))
def test_whatever_the_text_the_data_stays_and_no_new_finding_comes(
    pieces: list[str], head: str
) -> None:
    text = head + "".join(pieces)
    article = Article(text)
    found = lint(article, RULES).diagnostics
    result = suppress(article, RULES, found, WHY)
    after = Article(result.apply(text))
    assert data_of(after.front_matter) == data_of(article.front_matter)
    assert len(lint(after, RULES).diagnostics) == len(result.left)
