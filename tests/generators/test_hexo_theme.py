"""Where the files of Hexo's theme lie, and what that says of images which are missing."""

from __future__ import annotations

from pathlib import Path

from articlelint import Article
from articlelint.destinations.unseen import unseen
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint_rules.images.missing_file import MissingFile

BODY = "---\ntitle: Kites\n---\n\n![red](/img/red.png) ![blue](/img/blue.png)\n"


def article(root: Path, *theme: str) -> Article:
    (root / ".git").mkdir()
    for name, text in {
        ".gitignore": "node_modules/\n",
        "_config.yml": "title: x\nnew_post_name: :title.md\ntheme: meadow\n",
        "package.json": '{"dependencies": {"hexo": "7"}}',
        "source/_posts/kites.md": BODY,
        "source/img/red.png": "x",
        **dict.fromkeys(theme, "x"),
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    path = root / "source" / "_posts" / "kites.md"
    return Article(BODY, path, site=find_site(path, root))


def test_a_theme_in_themes_is_the_one(tmp_path: Path) -> None:
    kites = article(tmp_path, "themes/meadow/source/img/grass.png")
    assert [each.span.of(BODY) for each in lint(kites, [MissingFile()]).diagnostics] == [
        "/img/blue.png"
    ]
    assert "images and other files" not in dict(unseen(Path(kites.path), kites.site))


def test_a_package_that_git_ignores_may_have_them(tmp_path: Path) -> None:
    kites = article(tmp_path)
    assert not lint(kites, [MissingFile()]).diagnostics
    assert dict(unseen(Path(kites.path), kites.site))["images and other files"] == (
        "they may be in `node_modules/hexo-theme-meadow/source`, which is not in the repository"
    )
