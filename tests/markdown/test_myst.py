"""What MyST adds to CommonMark; compared with MyST-Parser 5.2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.destinations.anchors import anchors_at, anchors_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "conf.py").write_text('extensions = ["myst_parser"]\n', encoding="utf-8")
    return find_site(tmp_path / "a.md", tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(":::{note}\nA **b** [c](d.md)\n:::\n", id="directive"),
        pytest.param(":::{own}\n:alt-output: <hr>\n* * *\n:::\n", id="its options"),
        pytest.param("% <p><div>\n\nA\n", id="comment"),
        pytest.param("(own)=\n# A\n", id="target"),
        pytest.param("```{code-block} html\n<p><div></p>\n```\n", id="fence"),
        pytest.param("{ref}`<p>` and {sub}`a`\n", id="role"),
        pytest.param("[](#a) [a][b] [c]\n", id="references"),
    ],
)
def test_what_is_myst_s_own_is_no_defect(text: str, site: Site, tmp_path: Path) -> None:
    article = Article(text, tmp_path / "a.md", site=site)
    kinds = ("unclosed-element", "stray-end-tag", "block-in-paragraph", "unknown-element")
    assert not any(article.html_problems(kind) for kind in kinds)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(":::{note}\n:class: x\n[c](d.md)\n:::\n", id="between colons"),
        pytest.param("```{note}\n:class: x\n[c](d.md)\n```\n", id="between backticks"),
        pytest.param("````{note}\n```{tip}\n[c](d.md)\n```\n````\n", id="in another"),
        pytest.param("```{note}\n```py\n[a](b)\n```\n[c](d.md)\n", id="up to the first end"),
        pytest.param("````\n```{note}\n[a](b)\n```\n````\n[c](d.md)\n", id="not in code"),
    ],
)
def test_text_in_a_directive_is_read(text: str, site: Site, tmp_path: Path) -> None:
    article = Article(text, tmp_path / "a.md", site=site)
    assert [link.url for link in article.links] == ["d.md"]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        pytest.param("# A\n\n```{note}\n:name: b\n```\n", True, id="a box"),
        pytest.param("# A\n\n```{automodule} b\n```\n", False, id="an API"),
        pytest.param("# A\n\n:::{include} b.md\n:::\n", False, id="a file put in"),
    ],
)
def test_directives_that_may_put_out_ids(
    text: str, *, closed: bool, site: Site, tmp_path: Path
) -> None:
    assert anchors_of(Article(text, tmp_path / "a.md", site=site)).closed is closed


def test_targets_are_anchors(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("(own-name)=\n# A\n", encoding="utf-8")
    anchors = anchors_at(path, site)
    assert anchors is not None
    assert anchors.has("own-name")
    assert not anchors.has("other-name")
