"""Links and images that readers see as text, in each dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint_rules.markdown.unread_link import UnreadLink

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("generator", ["hugo", "hexo", "jekyll", "zola", "docusaurus", "generic"])
@pytest.mark.parametrize(
    ("before", "link", "after"),
    [
        ("See ", "[the docs] (https://example.com/docs)", " for more."),
        ("- ", "[**the** docs]  (https://example.com/docs)", ""),
        ("> ", "[`docs`]\t(https://example.com/docs)", "."),
        ("See ", "[the\ndocs] (https://example.com/docs)", "."),
        ("| a | b |\n|---|---|\n| ", "[x y] (https://example.com)", " | c |"),
        ("## The ", "[docs] (http://example.com/docs)", ""),
        ("See ", "[the docs]\n(https://example.com/docs)", " for more."),
        ("", "![A kite] (/img/kite.png)", ""),
        ("请看", "[文档]（https://example.com/docs）", "。"),
        ("请看", "[文档](https://example.com/docs）", "。"),
        ("请看", "[文档]（https://example.com/docs)", "。"),
        ("请看", "［文档］(https://example.com/docs)", "。"),
        ("", "![图]（/img/a.png）", ""),
        ("The ", "(docs)[https://example.com/docs]", " are old."),
    ],
)
def test_dialects_alike(
    before: str, link: str, after: str, generator: str, heard: Callable[..., list[str]]
) -> None:
    assert heard(UnreadLink, f"{before}{link}{after}\n", generator) == [link]


@pytest.mark.parametrize(
    "link",
    [
        "[three](the brief.md)",
        "![plot of chunk](/img/Basic Module Alert-1.png)",
        '[map](img/red kite.png "From above")',
        "[x]( /a b/c.md )",
        "[the ways](#ways over it)",
        "![x](../a  b.jpg)",
    ],
)
def test_spaces_in_addresses(link: str, heard: Callable[..., list[str]]) -> None:
    text = f"See {link} for more.\n"
    assert heard(UnreadLink, text, "hugo") == [link]
    assert heard(UnreadLink, text, "jekyll") == []
    assert heard(UnreadLink, text, "mkdocs") == []
    assert heard(UnreadLink, text, "pelican") == []


@pytest.mark.parametrize(
    "link",
    [
        "[x](https://en.wikipedia.org/wiki/A_(b)",
        "![x](https://example.org/A_(b).png",
        "[x](https://example.org/(a)/(b)",
        "[x](https://example.org/A_(b_(c))",
        "[x](https://example.org/docs",
    ],
)
def test_unbalanced_parentheses(link: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnreadLink, f"See {link} for more.\n", "hugo") == [link]
    assert heard(UnreadLink, f"See {link}\n", "jekyll") == [link]


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://en.wikipedia.org/wiki/A_(b)",
        "[x](https://example.org/A_(b)）后",
        '[x](https://example.org/A_(b "t")',
        "[x](https://example.org/A_(b_(c))",
        "[x](https://example.org/A_(x)“好”",
    ],
)
def test_marked_wants_no_balance(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnreadLink, f"See {text}\n", "hexo") == []
    assert heard(UnreadLink, "See [x](https://example.org/docs\n", "hexo") != []


@pytest.mark.parametrize(
    "link",
    [
        "[[Other note|the other note]]",
        "[[a/b#c|d]]",
        "[[笔记|另一个]]",
    ],
)
def test_what_obsidian_writes(link: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("hugo", "mkdocs", "zola"):
        assert heard(UnreadLink, f"See {link} for more.\n", generator) == [link]
    for generator in ("hexo", "generic", "eleventy"):  # a plugin may read it
        assert heard(UnreadLink, f"See {link} for more.\n", generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "`![[kite.png]]` and `[[a|b]]`",
        "[[ a || b ]] and [[ a | b ]]",
        "[[Class]]",
        "[[the docs](/a)]",
        "x[[1]]",
        "[the docs](https://example.com/docs)",
        "`[the docs] (https://example.com/docs)`",
        "    [the docs] (https://example.com/docs)",
        "```\n[the docs] (https://example.com/docs)\n```",
        "<pre>\n[the docs] (https://example.com/docs)\n</pre>",
        "\\[the docs] (https://example.com/docs)",
        "[the docs] (https://example.com/docs)\n\n[the docs]: /a/",
        "- [x] (https://example.com/docs)",
        "[the docs] (see below)",
        "items[0] (zero)",
        "[文档]（见下文）",
        "[the docs] ({{ url }})",
        "The [river](https://example.com/A_(b)) is deep",
        "The [river](https://example.com/A_\\(b) is deep",
        "f[i](x y) = 0",
        "[a]\n\n(https://example.com/docs)",
        "- [a]\n- (https://example.com/docs)",
        "[](a b.md)",
    ],
)
def test_silence(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnreadLink, f"{text}\n", "hugo") == []


def test_unknown_dialect(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("markdown: redcarpet\n", encoding="utf-8")
    text = "See [the docs] (https://example.com/docs)\n"
    article = Article(text, tmp_path / "a.md", site=site_for(tmp_path, "jekyll"))
    assert list(lint(article, [UnreadLink()]).diagnostics) == []


@pytest.mark.parametrize(
    "unit",
    ["[a](", "[", "[a [b] ", "[a] (", "[a]（", "[a](b c ", "(a)[https://", "![[", "[]] (", "\\"],
)
def test_hostile_text_takes_linear_time(unit: str, grows_linearly: Callable[..., None]) -> None:
    grows_linearly(UnreadLink, unit * (40_000 // len(unit)), "hugo")
