"""What the rules about content models say, and where they have to be silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint.testing import rules_of

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "html/misplaced-element", "html/invalid-nesting", "html/misordered-element",
    "html/incomplete-element", "html/nested-interactive",
}  # fmt: skip
RULES = tuple(rule() for rule in rules_of("articlelint_rules") if rule.name in NAMES)


def messages(text: str, path: str | Path = "a.html") -> list[str]:
    article = Article(text, path)
    return [each.message for each in lint(article, RULES).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "<template><li>x</li><div><dd>y</dd></div></template>",
        "<my-list><li>x</li><dd>y</dd></my-list>",
        "<ul><my-item></my-item><todoitem></todoitem></ul>",
        "<span><my-box><div>x</div></my-box></span>",
        "<svg><title>x</title><a><g></g></a></svg>",
        "<details><my-summary></my-summary></details>",
        "<b><button>x</button></b>",
        "<a href='/'><input type='hidden'></a>",
        "<a href='/'><video src='x.webm'></video></a>",
        "<span><ins>x</ins></span><ins><div>x</div></ins>",
        "<select><div><option>x</option></div><hr></select>",
        "<details><summary>x</summary><p>y</p></details>",
        "<details><script></script><summary>x</summary></details>",
        "<figure><figcaption>x</figcaption>text</figure>",
        "<div><link rel='stylesheet' href='x.css'><meta itemprop='x' content='y'></div>",
        "<style>p {}</style><div><style>p {}</style></div>",
        "<main><h1>x</h1></main><div><main>y</main></div>",
        "<font><div>x</div></font><center><li>x</li></center>",
    ],
)
def test_what_is_right_or_not_known_is_let_pass(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "<ruby>x<rt><div>y</div></rt></ruby>",
            "`<div>` is in `<rt>`, which cannot contain blocks",
        ),
        ("<span><ins><div>x</div></ins></span>",
         "`<div>` is in `<span>`, which cannot contain blocks"),
        ("<details><summary><p>x</p></summary></details>",
         "`<p>` is in `<summary>`, which cannot contain blocks other than headings"),
        ("<footer><header>x</header></footer>",
         "`<header>` is inside `<footer>`, which must not contain one"),
        ("<address><article>x</article></address>",
         "`<article>` is inside `<address>`, which must not contain a section"),
        ("<p><meta name='x' content='y'></p>",
         "`<meta>` is outside the page's head, where it belongs"),
    ],
)  # fmt: skip
def test_what_the_models_forbid(text: str, message: str) -> None:
    assert messages(text) == [message]


def test_what_is_not_closed_is_told_by_other_rules() -> None:
    assert messages("<p><code>a<code> b</p>\n\n<table><tr><td>x</td></tr></table>") == []
    assert messages("<table><tr><td>see <main request>, once</td></tr></table>") == []


def test_a_pasted_page_is_told_once() -> None:
    page = "x\n\n<head><title>x</title></head><body><div><title>y</title></div></body>"
    assert messages(page, "a.md") == ["`<title>` is outside the page's head, where it belongs"]


def test_markdown_and_jsx_are_not_judged() -> None:
    assert messages("<ul>\n\ntext\n\n</ul>\n", "a.md") == []
    assert messages("<span><div>x</div></span>\n", "a.mdx") == []


def test_what_a_shortcode_puts_around_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("")
    path = tmp_path / "content" / "a.html"
    path.parent.mkdir()
    text = "{{< logs >}}<li>x</li>{{< /logs >}}<details>{{< summary >}}</details>"
    article = Article(text, path, site=find_site(path))
    assert [each.message for each in lint(article, RULES).diagnostics] == []
