"""Articles whose extension says how they are read: ``.qmd``, ``.Rmd``, ``.mdoc``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.api import check
from articlelint.config import Configs
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("marker", "name", "generator"),
    [
        pytest.param("_quarto.yml", "a.qmd", "quarto", id="Quarto"),
        pytest.param("_quarto.yml", "a.Rmd", "quarto", id="R Markdown in Quarto"),
        pytest.param("hugo.toml", "content/a.Rmd", "generic", id="Hugo reads what is knitted"),
        pytest.param("hugo.toml", "content/a.md", "hugo", id="Hugo's own"),
        pytest.param("astro.config.mjs", "src/content/a.mdoc", "astro", id="Markdoc in Astro"),
        pytest.param("README", "a.mdoc", "generic", id="Markdoc"),
    ],
)
def test_who_reads_them(marker: str, name: str, generator: str, tmp_path: Path) -> None:
    (tmp_path / marker).touch()
    path = tmp_path / name
    assert find_site(path, tmp_path).for_file(path).generator.name == generator


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "a.Rmd",
            "---\ntitle: A\noutput: html_document\n---\n\n```{r, echo=FALSE}\nplot(1)\n```\n\n"
            "::: {.box}\n`r x` and $a<b$ [@knuth, p. 3] H~2~O^2^ @fig-a\n:::\n\n"
            "  A   B\n --- ---\n  1   2\n\n(@) item\n",
            id="R Markdown",
        ),
        pytest.param(
            "a.mdoc",
            '---\ntitle: A\n---\n\n# A {% #own .class %}\n\n{% callout type="note" %}\nA **b**\n'
            "{% /callout %}\n\n{% $variable %} [x](#own)\n",
            id="Markdoc",
        ),
    ],
)
def test_what_is_their_own_is_no_defect(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    article = Article(text, path, site=find_site(path, tmp_path))
    assert not article.knows_constructs
    assert not article.dialect.is_known
    assert not check(path).files


def test_files_of_one_folder_may_be_read_by_others(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    (tmp_path / "content").mkdir()
    configs = Configs()
    names = ("a.md", "b.Rmd", "c.md")
    found = [configs.for_file(tmp_path / "content" / name).site.generator.name for name in names]
    assert found == ["hugo", "generic", "hugo"]
