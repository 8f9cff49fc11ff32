"""What authors reported of their sites, each kind in other words, and where it is right."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint.testing import rules_of

if TYPE_CHECKING:
    from articlelint.linting.rule import Rule

_PATHS = {"hexo": "source/_posts/a.md", "jekyll": "_posts/2024-05-01-a.md", "mkdocs": "docs/a.md"}
_FAMILIES = ("html/", "markdown/")
_DEFINITIONS = frozenset({"links/undefined-reference", "links/unused-definition"})


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        rule()
        for rule in rules_of("articlelint_rules")
        if rule.name.startswith(_FAMILIES) or rule.name in _DEFINITIONS
    )


def heard(text: str, generator: str) -> list[str]:
    path = _PATHS.get(generator, "content/a.md")
    article = Article(text, path, site=site_for(Path("/nowhere"), generator))
    return [f"{each.rule}: {each.span.of(text)}" for each in lint(article, _rules()).diagnostics]


@pytest.mark.parametrize("generator", ["mkdocs", "pelican"])
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Take one of these:\n- the bridge\n- the ferry\n", "- the bridge"),
        ("Do it so\n1. go down\n2. wait\n", "1. go down"),
        ("> Bring\n> + a coat\n> + a hat\n", "+ a coat"),
        ("**Ways**\n* `bridge`\n* [ferry](/f/)\n", "* `bridge`"),
        ("1. first\n\n    It takes:\n    - a day\n    - a night\n", "- a day"),
        ("1) go down\n2) wait\n", "1) go down"),
    ],
)
def test_lists_behind_a_line(text: str, source: str, generator: str) -> None:
    assert heard(text, generator) == [f"markdown/unread-list: {source}"]
    others = ("hugo", "hexo", "eleventy") if "1)" in text else ("hugo", "hexo", "jekyll")
    assert [heard(text, other) for other in others] == [[], [], []]


@pytest.mark.parametrize("generator", ["mkdocs", "pelican"])
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("- bridge\n  - of stone\n", "- of stone"),
        ("* bridge\n   * of stone\n   * of wood\n", "* of stone"),
        ("1. go\n   - down\n2. wait\n", "- down"),
        ("+ bridge\n\n  + of stone\n", "+ of stone"),
        ("> - bridge\n>   - of stone\n", "- of stone"),
    ],
)
def test_items_that_are_indented_by_too_little(text: str, source: str, generator: str) -> None:
    found = heard(text, generator)
    assert found
    assert found[0] == f"markdown/flattened-list: {source}"
    assert {each.partition(":")[0] for each in found} == {"markdown/flattened-list"}
    assert [heard(text, other) for other in ("hugo", "hexo", "jekyll")] == [[], [], []]


@pytest.mark.parametrize(
    "text",
    [
        "Go.[^f]\n\n[^f]:\n    It is long.\n    See [the map][Map].\n\n[map]: /m/\n",
        "See [`a[0]`] and [`b`][B].\n\n[`a[0]`]: /a/\n[b]: /b/\n",
        "See [The  Old\nBridge].\n\n[the old bridge]: /o/\n",
        "- See [it]\n\n  [it]: /i/\n",
        "![The map][ÄRGER]\n\n[ärger]: m.png\n",
    ],
)
def test_definitions_that_are_used(text: str) -> None:
    assert heard(text, "hugo") == []


@pytest.mark.parametrize("generator", ["hugo", "hexo", "jekyll", "mkdocs"])
@pytest.mark.parametrize(
    "source",
    [
        "[the map](old map.pdf)",
        "[notes](../notes/the ferry.md)",
        "![The bridge](img/old bridge.jpg)",
        "[form](forms/sign up.html#top)",
        '[map](the map.png "Here")',
    ],
)
def test_spaces_in_addresses(source: str, generator: str) -> None:
    if generator in {"jekyll", "mkdocs"}:  # the space belongs to the address
        assert heard(f"See {source}.\n", generator) == []
        return
    assert heard(f"See {source}.\n", generator) == [f"markdown/unread-link: {source}"]
    right = source.replace("old map", "old%20map").replace("the ferry", "the%20ferry")
    right = right.replace("old bridge", "old%20bridge").replace("sign up", "sign%20up")
    assert heard(f"See {right.replace('the map.png', '<the map.png>')}.\n", generator) == []


@pytest.mark.parametrize("generator", ["hugo", "hexo", "jekyll", "mkdocs"])
@pytest.mark.parametrize(
    "source",
    [
        "[the map] (https://example.org/map)",
        "[the map]  (/map/)",
        "![The bridge] (bridge.png)",
        "[write to us] (mailto:a@example.org)",
        "[the map]（https://example.org/map）",
        "[the map]（/map/)",
        "![图](/a.png）",
        "［the map］（https://example.org/map）",
    ],
)
def test_brackets_that_make_no_link(source: str, generator: str) -> None:
    assert heard(f"See {source} 。\n", generator) == [f"markdown/unread-link: {source}"]
    assert heard(f"See `{source}` 。\n", generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "See [the map] (it is old).\n",
        "请看［图］（旧的）。\n",
        "a [x] (see b.md) c\n",
        "- [ ] (/a/)\n",
    ],
)
def test_brackets_that_are_none_of_a_link(text: str) -> None:
    assert [heard(text, each) for each in ("hugo", "hexo", "jekyll", "mkdocs")] == [[]] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Use `a` | `b` here.\n",
        "- go up|down\n",
        "> either|or\n",
        "**Left** | [right](/r/)\n",
        "1. [Left|Right] bank\n",
    ],
)
def test_pipes_that_make_a_table(text: str) -> None:
    assert [each.partition(":")[0] for each in heard(text, "jekyll")] == [
        "markdown/accidental-table"
    ]
    assert [heard(text, other) for other in ("hugo", "mkdocs", "hexo")] == [[], [], []]
    assert heard(text.replace("|", "\\|"), "jekyll") == []


@pytest.mark.parametrize(
    "before",
    ["The prices are:\n", "**Prices**\n", "See [below](#b):\nhere\n", "> Prices\n> ", "Prices  \n"],
)
def test_tables_behind_a_line(before: str) -> None:
    mark = "> " if before.startswith(">") else ""
    text = f"{before}| Way | Price |\n{mark}|-----|-------|\n{mark}| bridge | 0 |\n"
    assert heard(text, "jekyll") == ["markdown/unread-table: | Way | Price |"]
    assert [heard(text, other) for other in ("hugo", "hexo")] == [[], []]


@pytest.mark.parametrize(
    "source",
    ["- [Fast]: quick", "* [x]: y", "1. [Way]: bridge", "- [a b]: c", '+ [Fast]: quick "d"'],
)
def test_items_that_are_definitions(source: str) -> None:
    found = heard(f"The kinds:\n\n{source}\n- and more\n\nEnd\n", "hugo")
    assert [each.partition(":")[0] for each in found] == ["markdown/accidental-definition"]
    right = source.replace("]: ", "] : ")
    assert heard(f"The kinds:\n\n{right}\n- and more\n\nEnd\n", "hugo") == []


@pytest.mark.parametrize("generator", ["mkdocs", "pelican", "jekyll"])
@pytest.mark.parametrize(
    "text",
    [
        "<details>\n<summary>More</summary>\n\n* the **bridge**\n\n</details>\n",
        "<div>\n\n## The bridge\n\n</div>\n",
        "<section>\n\nSee [it](/a/).\n\n</section>\n",
        "<table>\n<tr>\n<td>\n\n**old**\n\n</td>\n</tr>\n</table>\n",
        "<div class='tip'>\n![The bridge](a.png)\n</div>\n",
    ],
)
def test_markdown_in_a_block_of_html(text: str, generator: str) -> None:
    rules = [each.partition(":")[0] for each in heard(text, generator)]
    assert rules == ["html/unrendered-markdown"]


@pytest.mark.parametrize(
    "text",
    [
        "文档在https://example.org/docs，请看。\n",
        "另见（https://example.org/b）后面。\n",
        "地址：http://example.org/a。完\n",
        "（参考 https://example.org/x/y?z=1）\n",
        "从https://example.org/下载、安装。\n",
    ],
)
def test_bare_urls_before_chinese(text: str) -> None:
    assert [each.partition(":")[0] for each in heard(text, "hexo")] == ["markdown/overrun-url"]
    right = text.replace("https://", "<https://").replace("http://", "<http://")
    for end in "，）。下":
        at = right.find(end, right.find("<"))
        if at > 0:
            right = right[:at] + ">" + right[at:]
            break
    assert heard(right, "hexo") == []
    assert [heard(text, other) for other in ("jekyll", "pelican")] == [[], []]


@pytest.mark.parametrize(
    "text",
    [
        "<ol>\n<li>bridge\n<li>ferry\n</ol>\n\nThe **end**.\n",
        "<div>\n<p>bridge\n</div>\n\nThe **end**.\n",
        "<dl>\n<dt>bridge\n<dd>a way\n</dl>\n\nThe **end**.\n",
        "<table>\n<tr>\n<td>bridge\n</tr>\n</table>\n\nThe **end**.\n",
        "<section>\n<ul>\n<li>bridge\n</ul>\n</section>\n\nThe **end**.\n",
    ],
)
def test_end_tags_that_kramdown_wants(text: str) -> None:
    rules = {each.partition(":")[0] for each in heard(text, "jekyll")}
    assert rules == {"html/unclosed-element"}
    assert heard(text, "hexo") == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("> [!NOTE]\n> The ferry rests.\n", ("hugo", "jekyll", "vitepress")),
        ("> [!warning]\n> Ice.\n>\n> Stay.\n", ("hugo", "jekyll", "vitepress")),
        ("::: tip\nTake the bridge.\n:::\n", ("docusaurus", "vitepress", "jekyll")),
        (":::note The ferry\nIt rests.\n:::\n", ("docusaurus", "vitepress", "jekyll")),
        ("!!! note\n    The ferry rests.\n", ("docusaurus", "vitepress", "jekyll")),
    ],
)
def test_boxes_that_are_none(text: str, silent: tuple[str, ...]) -> None:
    for generator in ("mkdocs", "pelican", "hexo"):
        rules = [each.partition(":")[0] for each in heard(text, generator)]
        assert rules == ["markdown/unread-admonition"]
    assert [heard(text, other) for other in silent] == [[], [], []]
    assert heard(f"```\n{text}```\n", "mkdocs") == []


@pytest.mark.parametrize(
    "text",
    [
        "::: ferry.timetable\n    options: x\n",
        "Say !!! note\n",
        "> [!NOTE] is GitHub's\n",
        "\\!!! note\n    x\n",
        "See [!NOTE]\n",
        "!!! note to self\n    code\n",
    ],
)
def test_what_is_no_box(text: str) -> None:
    assert "markdown/unread-admonition" not in str(heard(text, "mkdocs"))


def test_a_blank_line_that_makes_no_list_is_not_inserted() -> None:
    text = '<p markdown="1">\n* \u3002\n* \u5c0b'
    article = Article(text, _PATHS["jekyll"], site=site_for(Path("/nowhere"), "jekyll"))
    assert not [each for each in lint(article, _rules()).diagnostics if each.rule.endswith("-list")]
