"""Admonitions, details, tabs, tasks, as Python-Markdown makes pages of them itself."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.rendering import render


@pytest.mark.parametrize(
    ("extensions", "text", "html"),
    [
        pytest.param(
            {"admonition": {}},
            '!!! note "A *b*"\n    c\n\n    - d\n\ne\n',
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">A <em>b</em></p>\n<p>c</p>\n'
                "<ul>\n<li>d</li>\n</ul>\n</div>\n<p>e</p>\n"
            ),
            id="an admonition",
        ),
        pytest.param(
            {"admonition": {}},
            '!!! tip ""\n    a\n',
            '<div class="admonition tip">\n<p>a</p>\n</div>',
            id="an admonition without a title",
        ),
        pytest.param(
            {"admonition": {}},
            "!!! danger x\n    a\nb\n",
            (
                '<div class="admonition danger x">\n'
                '<p class="admonition-title">Danger</p>\n<p>a</p>\n</div>\n'
                "<p>b</p>\n"
            ),
            id="an admonition by its kind",
        ),
        pytest.param(
            {"admonition": {}},
            "- a\n\n    !!! note\n        b\n",
            (
                '<ul>\n<li>\n<p>a</p>\n<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>b</p>\n'
                "</div></li>\n</ul>\n"
            ),
            id="an admonition in an item",
        ),
        pytest.param(
            {"pymdownx.details": {}},
            '??? note "A"\n    b\n\n???+ tip\n    c\n',
            (
                '<details class="note"><summary>A</summary>\n<p>b</p>\n'
                '</details><details open="open" class="tip"><summary>Tip</summary>\n'
                "<p>c</p>\n</details>"
            ),
            id="details",
        ),
        pytest.param(
            {"pymdownx.tabbed": {}},
            '=== "A"\n    a\n\n=== "B"\n\n    - b\n\nc\n',
            (
                '<div class="tabbed-set">'
                '<input id="__tabbed_1_1" name="__tabbed_1" type="radio" checked="checked">'
                '<label for="__tabbed_1_1">A</label><div class="tabbed-content">\n'
                "<p>a</p>\n"
                '</div><input id="__tabbed_1_2" name="__tabbed_1" type="radio">'
                '<label for="__tabbed_1_2">B</label><div class="tabbed-content">\n'
                "<ul>\n<li>b</li>\n</ul>\n</div></div>\n<p>c</p>\n"
            ),
            id="tabs",
        ),
        pytest.param(
            {"pymdownx.tabbed": {"alternate_style": True}},
            '=== "A"\n    a\n\n=== "B"\n    b\n',
            (
                '<div class="tabbed-set tabbed-alternate">'
                '<input id="__tabbed_1_1" name="__tabbed_1" type="radio" checked="checked">'
                '<input id="__tabbed_1_2" name="__tabbed_1" type="radio">'
                '<div class="tabbed-labels"><label for="__tabbed_1_1">A</label>'
                '<label for="__tabbed_1_2">B</label></div><div class="tabbed-content">'
                '<div class="tabbed-block">\n<p>a</p>\n'
                '</div><div class="tabbed-block">\n<p>b</p>\n'
                "</div></div></div>"
            ),
            id="alternate tabs",
        ),
        pytest.param(
            {"pymdownx.tasklist": {}},
            "- [ ] a\n- [x] b\n",
            (
                '<ul>\n<li><input disabled="" type="checkbox"/>\na</li>\n'
                '<li><input disabled="" type="checkbox" checked=""/>\n'
                "b</li>\n</ul>\n"
            ),
            id="tasks",
        ),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
