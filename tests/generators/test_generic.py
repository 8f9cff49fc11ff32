"""Projects of no known generator: what their files tell nevertheless."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from articlelint import Article
from articlelint.cli.program import program
from articlelint.generators import GENERIC, Settings
from articlelint.linting.linter import lint
from articlelint.linting.rule import configure
from articlelint.recognition import find_site
from articlelint.site import is_about_repository
from articlelint.testing import rules_of

if TYPE_CHECKING:
    from pathlib import Path

RULES = ("links/missing-page", "links/missing-anchor", "images/missing-file", "images/wrong-case")
BODY = 'Rain.\n\n<Video src="a.mp4" controls />\n\n<p />\n\n<Chart kind="bars"></Chart>\n'


def found(root: Path, body: str) -> list[str]:
    (root / ".git").mkdir(exist_ok=True)
    path = root / "a.md"
    names = {"html/self-closed-element", "html/unclosed-element", "html/unknown-element"}
    rules = [configure(rule) for rule in rules_of("articlelint_rules") if rule.name in names]
    article = Article(body, path, site=find_site(path, root))
    return sorted(each.rule for each in lint(article, rules).diagnostics)


def test_where_a_package_compiles_mdx_markdown_may_hold_components(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"next-mdx-remote": "^5.0.0"}}')
    assert found(tmp_path, BODY) == []


@pytest.mark.parametrize("package", ["unplugin-vue-markdown", "@nuxt/content", "vuepress"])
def test_where_a_package_compiles_vue_a_tag_closes_itself(tmp_path: Path, package: str) -> None:
    (tmp_path / "package.json").write_text(f'{{"devDependencies": {{"{package}": "^1.0.0"}}}}')
    assert found(tmp_path, BODY + "\nMail <span mono>me<span icon-at/>example.org</span>\n") == []


def test_elsewhere_a_tag_does_not_close_itself(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"next": "^15.0.0"}}')
    assert set(found(tmp_path, BODY)) == {"html/self-closed-element"}


def test_a_tag_with_a_capital_may_be_a_component_and_one_in_small_letters_none(
    tmp_path: Path,
) -> None:
    body = '<Chart kind="bars"></Chart>\n\n<chart kind="bars"></chart>\n'
    assert found(tmp_path, body) == ["html/unknown-element"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("README.md", True),
        ("README_JA.md", True),
        ("README.zh-CN.md", True),
        ("readme-pt-br.md", True),
        ("CODE_OF_CONDUCT.md", True),
        ("readme-first-of-all.md", False),
        ("rivers.md", False),
    ],
)
def test_a_readme_is_of_the_repository_in_every_language(
    tmp_path: Path, name: str, *, is_one: bool
) -> None:
    (tmp_path / name).write_text("# Rivers\n", encoding="utf-8")
    assert is_about_repository(tmp_path, PurePosixPath(name)) is is_one


@pytest.mark.parametrize("folder", ["playground", "test", "demo/rain"])
def test_html_that_tries_out_a_program_is_no_article(tmp_path: Path, folder: str) -> None:
    (tmp_path / ".git").mkdir()
    path = tmp_path / folder / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text("<p>Rain", encoding="utf-8")
    assert find_site(path, tmp_path).is_template(path)
    beside = tmp_path / "pages" / "index.html"
    assert not find_site(beside, tmp_path).is_template(beside)


def test_html_of_a_program_is_no_article_without_front_matter(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "package.json").write_text("{}")
    path = tmp_path / "web" / "viewer.html"
    path.parent.mkdir()
    path.write_text("<p>Rain", encoding="utf-8")
    assert find_site(path, tmp_path).is_template(path)
    path.write_text("---\ntitle: Rain\n---\n<p>Rain", encoding="utf-8")
    assert not find_site(path, tmp_path).is_template(path)


@pytest.mark.parametrize(
    ("pattern", "name", "data", "expected"),
    [
        ("/:path/", "pages/a/owl.md", {}, "a/owl/"),
        ("/:path.html", "pages/a/owl.md", {}, "a/owl.html"),
        ("/:path/", "pages/a/index.md", {}, "a/"),
        ("/:path/", "pages/index.md", {}, ""),
        ("/:path/", "pages/a/owl.md", {"slug": "night"}, "a/night/"),
        ("/notes/:name/", "pages/a/owl.md", {}, "notes/owl/"),
        ("/notes/:slug/", "pages/2024-05-01-owl.md", {}, "notes/owl/"),
        ("/notes/:name/", "pages/a/index.md", {}, None),
        ("/:year/:month/:title/", "pages/owl.md", {"date": "2024-05-01"}, "2024/05/owl/"),
        ("/:year/:title/", "pages/2023-05-01-owl.md", {}, "2023/owl/"),
        ("/:year/:title/", "pages/owl.md", {}, None),
        ("/:mood/:title/", "pages/owl.md", {}, None),
        ("/:path/", "drafts/owl.md", {}, None),
    ],
)
def test_a_pattern_of_addresses_is_filled_in(
    pattern: str, name: str, data: dict[str, object], expected: str | None
) -> None:
    settings = Settings(permalink=pattern, content=(PurePosixPath("pages"),))
    own = GENERIC.permalink(PurePosixPath(name), data, settings)
    assert own == (None if expected is None else f"/{expected}")


def test_a_site_of_no_known_generator_is_described_in_the_configuration(tmp_path: Path) -> None:
    files = {
        "articlelint.toml": "[site]\ngenerator = 'generic'\ncontent = ['pages']\n"
        "static = ['files']\npermalink = '/:path/'\nbase-url = 'https://kites.example.edu/n/'\n"
        "dialect = 'kramdown'\nimage-keys = ['hero']\n",
        "files/kite.png": "",
        "pages/birds/owl.md": "## Wings\n",
        "pages/birds/crow.md": "---\nhero: /n/crow.png\n---\n[a](/n/birds/owl/#wings)\n"
        "[b](../owl/)\n[c](/n/birds/owls/)\n[d](/n/birds/owl/#wing)\n![e](/n/kite.png)\n"
        "![f](/n/Kite.png)\n[g](https://kites.example.edu/n/birds/owls/)\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    done = CliRunner().invoke(
        program, ["check", str(tmp_path), "--no-cache", "--select", ",".join(RULES),
               "--output-format", "json"]
    )  # fmt: skip
    found = [(each["line"], each["rule"]) for each in json.loads(done.stdout)["diagnostics"]]
    assert found == [
        (2, "images/missing-file"),
        (6, "links/missing-page"),
        (7, "links/missing-anchor"),
        (9, "images/wrong-case"),
        (10, "links/missing-page"),
    ]
