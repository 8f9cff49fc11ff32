from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.generators import GENERATORS, by_name
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path


def build(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


SITES = [
    pytest.param("hexo", {"package.json": '{"dependencies": {"hexo": "7"}}'}, id="npm package"),
    pytest.param("hexo", {"_config.yml": "source_dir: source\n"}, id="key of Hexo alone"),
    pytest.param("jekyll", {"Gemfile": 'gem "jekyll", "~> 4.3"\n'}, id="gem"),
    pytest.param("jekyll", {"Gemfile": "gem 'github-pages', group: :jekyll_plugins\n"}, id="pages"),
    pytest.param("jekyll", {"_config.yml": "baseurl: /blog\nkramdown:\n  input: GFM\n"}, id="keys"),
    pytest.param("jekyll", {"_config.yml": "theme: minima\n"}, id="theme"),
    pytest.param(
        "jekyll", {"_config.yml": "title: x\n", "_posts/2020-01-01-a.md": ""}, id="posts folder"
    ),
    pytest.param("jekyll", {"_layouts/a.html": "", "_posts/a.md": ""}, id="no configuration"),
    pytest.param("hugo", {"hugo.toml": ""}, id="hugo.toml"),
    pytest.param("hugo", {"hugo.yaml": "title: x\n"}, id="hugo.yaml"),
    pytest.param(
        "hugo", {"config.toml": 'baseURL = "https://a.example/"\n', "content/a.md": ""}, id="old"
    ),
    pytest.param("hugo", {"config.yaml": "languageCode: en\n", "themes/t/a": ""}, id="old, YAML"),
    pytest.param("hugo", {"config/_default/hugo.toml": ""}, id="configuration folder"),
    pytest.param("hugo", {"archetypes/default.md": "", "content/a.md": ""}, id="partial checkout"),
    pytest.param("zola", {"config.toml": 'base_url = "https://a.example"\n'}, id="config.toml"),
    pytest.param("zola", {"zola.toml": ""}, id="zola.toml"),
    pytest.param("pelican", {"pelicanconf.py": ""}, id="pelicanconf.py"),
    pytest.param("mkdocs", {"mkdocs.yml": "site_name: x\n"}, id="mkdocs.yml"),
    pytest.param("mkdocs", {"properdocs.yml": "site_name: x\n"}, id="properdocs.yml"),
    pytest.param("zensical", {"zensical.toml": "[project]\nsite_name = 'x'\n"}, id="zensical.toml"),
    pytest.param(
        "zensical", {"zensical.yml": "site_name: x\n", "docs/a.md": ""}, id="zensical.yml, named"
    ),
    pytest.param("docusaurus", {"docusaurus.config.ts": ""}, id="docusaurus.config.ts"),
    pytest.param(
        "docusaurus", {"package.json": '{"dependencies": {"@docusaurus/core": "3"}}'}, id="package"
    ),
    pytest.param(
        "docusaurus", {"website/docusaurus.config.js": "", "docs/a.md": ""}, id="in website/"
    ),
    pytest.param("vitepress", {".vitepress/config.ts": ""}, id=".vitepress/config.ts"),
    pytest.param("vitepress", {".vitepress/theme/index.ts": ""}, id=".vitepress/theme"),
    pytest.param("astro", {"astro.config.mjs": ""}, id="astro.config.mjs"),
    pytest.param(
        "astro",
        {"package.json": '{"devDependencies": {"astro": "5"}}', "src/content/a.md": ""},
        id="package and folders",
    ),
    pytest.param("eleventy", {".eleventy.js": ""}, id=".eleventy.js"),
    pytest.param("eleventy", {"eleventy.config.mjs": ""}, id="eleventy.config.mjs"),
    pytest.param(
        "eleventy",
        {"package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}'},
        id="package",
    ),
    pytest.param("agent-skills", {"SKILL.md": "---\nname: a\n---\n"}, id="SKILL.md"),
    pytest.param("obsidian", {".obsidian/app.json": "{}"}, id="a vault"),
    pytest.param("quarto", {"_quarto.yml": "project: {}\n"}, id="_quarto.yml"),
    pytest.param("quartz", {"quartz.config.ts": ""}, id="quartz.config.ts"),
    pytest.param("sphinx", {"conf.py": "extensions = ['myst_parser']\n"}, id="conf.py"),
    pytest.param(
        "jupyter-book",
        {"_config.yml": "title: x\n", "_toc.yml": "format: jb-book\nroot: a\n"},
        id="_toc.yml",
    ),
    pytest.param("jupyter-book", {"_toc.yml": "- file: a\n"}, id="_toc.yml of old"),
    pytest.param("myst", {"myst.yml": "project: {}\n"}, id="myst.yml"),
    pytest.param("mdbook", {"book.toml": "", "src/SUMMARY.md": ""}, id="book.toml"),
    pytest.param(
        "mdbook", {"book.toml": "[book]\nsrc = '.'\n", "SUMMARY.md": ""}, id="book.toml, no folder"
    ),
    pytest.param("mdn", {"files/en-us/web/css/index.md": ""}, id="files of a locale"),
]


@pytest.mark.parametrize(("name", "files"), SITES)
def test_the_root_of_a_site_is_recognised(name: str, files: dict[str, str], tmp_path: Path) -> None:
    build(tmp_path / "site", files)
    site = find_site(tmp_path / "site" / "deep" / "article.md", tmp_path)
    assert site.generator.name == name
    assert site.root == tmp_path / "site"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"_config.yml": "title: x\n"}, id="a configuration of anything"),
        pytest.param({"config.toml": "[server]\nport = 1\n"}, id="config.toml of anything"),
        pytest.param({"config.json": '{"baseURL": "/api"}'}, id="config.json of a program"),
        pytest.param({"package.json": '{"dependencies": {"react": "18"}}'}, id="a program"),
        pytest.param({"package.json": "{"}, id="broken package.json"),
        pytest.param({"package.json": "[" * 100_000}, id="deeply nested package.json"),
        pytest.param({"Gemfile": 'gem "rails"\n'}, id="Rails"),
        pytest.param({"theme.toml": "", "archetypes/a.md": "", "layouts/a.html": ""}, id="a theme"),
        pytest.param({"src/layouts/a": "", "src/content/a.md": ""}, id="folders of many programs"),
        pytest.param({"conf.py": "extensions = []\n"}, id="Sphinx without Markdown"),
        pytest.param({"_toc.yml": "a: b\n"}, id="_toc.yml of anything"),
        pytest.param({"book.toml": ""}, id="book.toml without a summary"),
        pytest.param({"zensical.yml": "site_name: x\n"}, id="zensical.yml of another folder"),
    ],
)
def test_other_folders_are_generic(files: dict[str, str], tmp_path: Path) -> None:
    build(tmp_path, files)
    assert find_site(tmp_path / "article.md", tmp_path).generator.name == "generic"


def test_the_source_folder_of_hexo_is_not_a_site_of_jekyll(tmp_path: Path) -> None:
    build(
        tmp_path,
        {"_config.yml": "post_asset_folder: true\n", "source/_posts/2020-01-01-a.md": ""},
    )
    site = find_site(tmp_path / "source" / "_posts" / "2020-01-01-a.md", tmp_path)
    assert site.generator.name == "hexo"
    assert site.root == tmp_path


def test_the_source_folder_of_jekyll_is_not_a_site_of_its_own(tmp_path: Path) -> None:
    build(
        tmp_path,
        {"_config.yml": "source: src\nplugins: []\n", "src/_layouts/a": "", "src/_posts/a.md": ""},
    )
    assert find_site(tmp_path / "src" / "_posts" / "a.md", tmp_path).root == tmp_path


def test_every_generator_is_found_by_its_name() -> None:
    for name, built_in in GENERATORS.items():
        generator = by_name(name)
        assert generator.name == name
        assert generator.markers
        for marker in generator.markers - {"package.json"}:
            assert built_in.may_be_at(frozenset({marker}), "")
        package = f'{{"dependencies": {{"{built_in.package}": "1"}}}}'
        assert built_in.may_be_at(frozenset({"package.json"}), package) == bool(built_in.package)
        assert bool(built_in.package) == ("package.json" in generator.markers)


def test_a_vault_in_a_site_is_a_part_of_it(tmp_path: Path) -> None:
    build(tmp_path, {"hugo.toml": "", "content/.obsidian/app.json": "{}", "content/a.md": ""})
    site = find_site(tmp_path / "content" / "a.md", tmp_path)
    assert (site.generator.name, site.root) == ("hugo", tmp_path)


def test_a_vault_in_a_repository_is_a_site(tmp_path: Path) -> None:
    build(tmp_path, {".git/config": "", "notes/.obsidian/app.json": "{}", "notes/a/b.md": ""})
    site = find_site(tmp_path / "notes" / "a" / "b.md", tmp_path)
    assert (site.generator.name, site.root) == ("obsidian", tmp_path / "notes")


@pytest.mark.parametrize(
    ("path", "generator"),
    [
        pytest.param("content/guides/SKILL.md", "hugo", id="a page of that name"),
        pytest.param(".agents/skills/birds/SKILL.md", "agent-skills", id="hidden"),
        pytest.param("skills/birds/SKILL.md", "agent-skills", id="beside the content"),
        pytest.param("skills/birds/references/a.md", "agent-skills", id="what it names"),
    ],
)
def test_a_skill_in_a_site(path: str, generator: str, tmp_path: Path) -> None:
    build(tmp_path, {"hugo.toml": "", "content/a.md": "", "skills/birds/SKILL.md": "", path: ""})
    assert find_site(tmp_path / path, tmp_path).generator.name == generator
