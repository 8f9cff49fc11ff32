"""HTML that becomes code behind a blank line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.html.overlapping_elements import OverlappingElements
from articlelint_rules.html.stray_end_tag import StrayEndTag
from articlelint_rules.html.unclosed_element import UnclosedElement
from articlelint_rules.markdown.accidental_code import AccidentalCode

if TYPE_CHECKING:
    from collections.abc import Callable

HTML = (UnclosedElement, StrayEndTag, OverlappingElements)


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n  <div>\n\n    <h4>T</h4>\n  </div>\n</div>",
        "<div>\n  <div>\n\n    <h4>T</h4>\n    </div>\n</div>",
        "<div>\n<div>\n\n    <h4>T</h4>\n    </div>\n</div>",
        "<table>\n  <tr>\n\n    <td>a</td>\n\n  </tr>\n</table>",
        "<ul>\n  <li>a</li>\n\n      <li>b</li>\n</ul>",
        "<section>\n\n\t<p>x</p>\n\n</section>",
        "<div>\n    <p>\n\n    </p>\n    <p>x</p>\n</div>",
        "# A\n\n<div>\n  <p>a</p>\n \n    <p>b</p></div>\n\ntext",
    ],
)
def test_one_finding_at_the_blank_line(
    text: str, heard: Callable[..., list[str]], fixed: Callable[..., str]
) -> None:
    for generator in ("hexo", "zola", "generic"):
        assert [each.strip() for each in heard(AccidentalCode, text, generator)] == [""]
        assert not any(heard(rule, text, generator) for rule in HTML)
        assert heard(AccidentalCode, fixed(AccidentalCode, text, generator), generator) == []
    for generator in ("jekyll", "pelican", "eleventy"):
        assert heard(AccidentalCode, text, generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>Write:</p>\n\n    <h4>T</h4>",
        "<div>\n\n    text\n\n</div>",
        "<div>\n\n  <h4>T</h4>\n\n</div>",
        "<details>\n\n    <b>code</b>\n\n</details>",
        "<div>\n  <h4>T</h4>\n</div>\n\n    <h4>T</h4>",
        "- a\n\n      <div>x</div>",
        "Text\n\n    <div>x</div>",
        "<!--\n  <div>\n\n    <h4>\n-->\n\n    <h4>",
        "<pre>\n  <b>\n\n    <i>x</i>\n</pre>",
    ],
)
def test_silence(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(AccidentalCode, text, "hexo") == []


def test_what_is_never_closed_is_told(heard: Callable[..., list[str]]) -> None:
    text = "<section>\n<div>\n\n    <h4>T</h4>\n    </div>\n"
    assert heard(UnclosedElement, text, "hexo") == ["<section>"]
    assert len(heard(AccidentalCode, text, "hexo")) == 1


@pytest.mark.parametrize(
    "unit", ["<div>\n\n    <p>\n\n", "<div>\n  <!-- \n\n    <b>\n\n", "<p>\n\n    </p>\n"]
)
def test_hostile_text_takes_linear_time(unit: str, grows_linearly: Callable[..., None]) -> None:
    grows_linearly(AccidentalCode, unit * (40_000 // len(unit)), "hexo")
