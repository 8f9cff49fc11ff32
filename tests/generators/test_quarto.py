"""What puts out ids on a page of Quarto; compared with Pandoc 3.9 by tests/oracles/quarto.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article, anchors_of
from articlelint.generators.id_style import IdStyle
from articlelint.generators.quarto import Quarto
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint import Anchors


def anchors(root: Path, text: str, **files: str) -> Anchors:
    for name, content in {"_quarto.yml": "project:\n  type: website\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    path = root / "kite.qmd"
    return anchors_of(Article(text, path, site=find_site(path, root)))


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        pytest.param("## Tails\n", True, id="plain"),
        pytest.param("@owl says so, as {{< meta name >}} does.\n", True, id="text put in"),
        pytest.param("::: {.callout-tip #box}\nHi\n:::\n", True, id="a box"),
        pytest.param("```{mermaid}\ngraph\n```\n", True, id="a diagram"),
        pytest.param("```{.python}\nx\n```\n", True, id="code"),
        pytest.param("```{python}\nx\n```\n", False, id="code that is run"),
        pytest.param("```{mermaid}\n%%| label: fig-a\ngraph\n```\n", False, id="a label"),
        pytest.param("{{< own kite >}}\n", False, id="a shortcode of the site's"),
        pytest.param("<div>\n## Tails\n</div>\n", False, id="a heading between tags"),
        pytest.param("---\nlisting:\n  contents: posts\n---\n", False, id="a list"),
        pytest.param("---\nformat:\n  html:\n    toc: true\n---\n", True, id="an option"),
        pytest.param("---\nformat: gfm\n---\n", False, id="another format"),
        pytest.param("---\nfilters: [own.lua]\n---\n", False, id="a filter"),
    ],
)
def test_what_may_put_out_ids(text: str, *, closed: bool, tmp_path: Path) -> None:
    assert anchors(tmp_path, text).closed is closed


@pytest.mark.parametrize(
    "name", ["_extensions/own/own.lua", "_metadata.yml"], ids=["an extension", "options"]
)
def test_programs_of_the_site(name: str, tmp_path: Path) -> None:
    assert not anchors(tmp_path, "## Tails\n", **{name: "x: 1\n"}).closed


def test_headings_of_what_is_included(tmp_path: Path) -> None:
    found = anchors(
        tmp_path, "{{< include parts/_a.qmd >}}\n", **{"parts/_a.qmd": "## Two words\n"}
    )
    assert found.closed
    assert found.has("two-words")
    assert not found.has("words")


@pytest.mark.parametrize(
    "part", ["```{r}\nx\n```\n", "{{< include _b.qmd >}}\n"], ids=["run", "includes others"]
)
def test_an_included_text_that_may_put_out_anything(part: str, tmp_path: Path) -> None:
    assert not anchors(tmp_path, "{{< include _a.qmd >}}\n", **{"_a.qmd": part}).closed


@pytest.mark.parametrize(
    ("config", "known"),
    [
        pytest.param("project:\n  type: book\n", True, id="a book"),
        pytest.param("project:\n  type: hugo\n", False, id="for another generator"),
        pytest.param("from: markdown+gfm_auto_identifiers\n", False, id="another way"),
        pytest.param("format:\n  html:\n    id-prefix: x\n", False, id="a prefix"),
    ],
)
def test_ways_to_make_ids(config: str, *, known: bool, tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").write_text(config, encoding="utf-8")
    assert (Quarto().heading_id_styles(tmp_path) == (IdStyle.PANDOC,)) is known
