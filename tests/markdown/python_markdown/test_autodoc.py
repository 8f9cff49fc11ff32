"""What is left of a page where mkdocstrings puts the documentation of code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.rendering import render

BOX = '<div class="mkdocstrings"></div>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("::: rivers.Water\n", f"{BOX}"),
        ("::: rivers.Water\n    options:\n        filters:\n            - '!^_'\n", f"{BOX}"),
        ("::: rivers.Water\n\n    options:\n        filters:\n            - '!^_'\n", f"{BOX}"),
        ("Top\n::: rivers\n    handler: python\nEnd\n", f"<p>Top</p>\n{BOX}\n<p>End</p>\n"),
        ("## ::: rivers\n\nAfter\n", f"{BOX}\n<p>After</p>\n"),
        ("Text ::: rivers\n", "<p>Text ::: rivers</p>\n"),
    ],
)  # fmt: skip
def test_options_are_not_shown(text: str, html: str) -> None:
    known = replace(features({}.items()), autodoc=True)
    page = render(Markdown(text, 0, PythonMarkdown(known))).html
    assert "".join(page.split()) == "".join(html.split())


def test_without_the_plugin_they_are() -> None:
    page = render(Markdown("::: a\n    - b\n", 0, PythonMarkdown(features({}.items())))).html
    assert "::: a" in page
