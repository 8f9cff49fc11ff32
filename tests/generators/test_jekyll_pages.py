"""Which pages plugins of Jekyll may make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.jekyll import Jekyll
from articlelint.generators.jekyll.made_pages import made_pages

if TYPE_CHECKING:
    from pathlib import Path

MAKES = "class A < Generator\n  def generate(site)\n    {}\n  end\nend\n"


def unknown(root: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return made_pages(root, ("_config.yml",)).unknown


@pytest.mark.parametrize(
    "gemfile",
    [
        'gem "kites", group: :jekyll_plugins\n',
        "gem 'kites',\n  '~> 1.0',\n  groups: [:test, :jekyll_plugins]\n",
        "group :test do\n  gem 'rake'\nend\ngroup :jekyll_plugins do\n  gem 'kites'\nend\n",
        "group :jekyll_plugins do\n  if windows?\n    gem 'wdm'\n  end\n  gem 'kites'\nend\n",
    ],
)
def test_gems_of_the_group_for_plugins_are_loaded(tmp_path: Path, gemfile: str) -> None:
    assert unknown(tmp_path, {"Gemfile": gemfile}) == "the plugin kites may make pages"


@pytest.mark.parametrize(
    "gemfile",
    [
        'gem "kites"\n',
        "# gem 'kites', group: :jekyll_plugins\n",
        "group :jekyll_plugins do\n  gem 'jekyll-feed'\nend\ngem 'kites'\n",
        "group :test do\n  gem 'kites'\nend\n",
    ],
)
def test_other_gems_are_not(tmp_path: Path, gemfile: str) -> None:
    assert unknown(tmp_path, {"Gemfile": gemfile}) == ""


def test_gems_that_the_configuration_names_are_loaded(tmp_path: Path) -> None:
    assert unknown(tmp_path, {"_config.yml": "plugins: [kites]\n"})


def test_what_the_theme_of_the_repository_depends_on_is_loaded(tmp_path: Path) -> None:
    assert unknown(tmp_path, {"Gemfile": "gemspec\n", "_config.yml": "theme: kites\n"})


def test_a_script_may_load_any_gem(tmp_path: Path) -> None:
    assert unknown(tmp_path, {"Gemfile": 'gem "kites"\n', "_plugins/a.rb": 'require "kites"\n'})


@pytest.mark.parametrize(
    "made",
    [
        "PageWithoutAFile.new(site, site.source, '', 'owl.md')",
        "PageWithoutAFile.new(site, site.source, dir, 'owl.md')",
        "site.pages << Owl.new(site)",
        "page = Page.new(site, here, 'owls', 'owl.md')\n    page.data['permalink'] = '/owl/'",
        "site.static_files << StaticFile.new(site, site.source, 'owls', 'owl.html')",
        "File.write('owl.html', '')",
        "system('make owls')",
    ],
)
def test_a_script_may_make_pages_anywhere(tmp_path: Path, made: str) -> None:
    assert unknown(tmp_path, {"_plugins/a.rb": MAKES.format(made)})


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", (IdStyle.KRAMDOWN_GFM,)),
        ("  auto_ids: true\n  auto_id_stripping: true\n", (IdStyle.KRAMDOWN_GFM,)),
        ("  input: kramdown\n", (IdStyle.KRAMDOWN,)),
        ("  input: kramdown\n  auto_id_stripping: true\n", ANY_STYLE),
        ("  auto_ids: false\n", ANY_STYLE),
        ("  auto_id_prefix: kite-\n", ANY_STYLE),
    ],
)
def test_ways_to_make_ids(tmp_path: Path, options: str, expected: tuple[IdStyle, ...]) -> None:
    (tmp_path / "_config.yml").write_text(f"plugins: []\nkramdown:\n  hard_wrap: false\n{options}")
    assert Jekyll().heading_id_styles(tmp_path) == expected
