from __future__ import annotations

import pickle
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from articlelint.errors import ConfigError
from articlelint.generators import GENERIC, Settings
from articlelint.recognition import find_site, override, site_for
from articlelint.site import GENERIC_SITE, Site


def test_the_nearest_site_wins(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "docs" / "mkdocs.yml").write_text("")
    assert find_site(tmp_path / "docs" / "a.md", tmp_path).generator.name == "mkdocs"
    assert find_site(tmp_path / "content" / "a.md", tmp_path).generator.name == "hugo"


def test_a_site_above_the_folder_to_stop_at_is_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "inner").mkdir()
    site = find_site(tmp_path / "inner" / "a.md", tmp_path / "inner")
    assert site.generator is GENERIC
    assert site.root == tmp_path / "inner"


def test_the_root_of_a_generic_site_is_the_repository(tmp_path: Path) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    site = find_site(tmp_path / "repository" / "a" / "b.md", tmp_path)
    assert site.root == tmp_path / "repository"


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert find_site(tmp_path / "no" / "where.md", tmp_path).generator is GENERIC


def test_a_loop_of_links_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert find_site(tmp_path / "a" / "x.md", tmp_path).generator is GENERIC


def test_paths_relative_to_the_root(tmp_path: Path) -> None:
    site = site_for(tmp_path, "hugo")
    assert site.relative(tmp_path / "content" / ".." / "a.md") == PurePosixPath("a.md")
    assert site.relative(tmp_path.parent / f"{tmp_path.name}x" / "a.md").is_absolute()
    assert GENERIC_SITE.relative(Path("a.md")) == PurePosixPath("a.md")


def test_hidden_folders_have_no_schema(tmp_path: Path) -> None:
    site = site_for(tmp_path, "hexo")
    assert site.schema(tmp_path / ".github" / "ISSUE_TEMPLATE" / "a.md") is None
    assert site.schema(tmp_path / "source" / "_posts" / "a.md") is not None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("a.png", "a.png"),
        ("/b/a%20b.png?x=1#y", "/b/a b.png"),
        ("https://A.example/a.png", "/a.png"),
        ("//a.example/a.png", "/a.png"),
        ("https://a.example", "/"),
        ("https://b.example/a.png", None),
        ("data:image/png;base64,AA==", None),
        ("mailto:a@a.example", None),
        ("https://[", None),
    ],
)
def test_urls_of_this_site(url: str, expected: str | None) -> None:
    site = Site(None, GENERIC, Settings().with_base_url("https://a.example/"))
    assert site.local_path(url) == expected


def test_settings_are_overridden(tmp_path: Path) -> None:
    site = site_for(
        tmp_path,
        "hexo",
        {
            "time-zone": "Asia/Tokyo",
            "future": False,
            "content": ["a", "b"],
            "base-url": "https://a.example/x",
        },
    )
    assert site.settings.time_zone == ZoneInfo("Asia/Tokyo")
    assert site.settings.future is False
    assert site.settings.content == (PurePosixPath("a"), PurePosixPath("b"))
    assert site.settings.base_path == "/x/"


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("colour", "red", "no site setting `colour`"),
        ("future", "maybe", "true or false"),
        ("time-zone", "Nowhere/Land", "not a time zone"),
        ("content", 1, "list of strings"),
        ("language", 1, "must be a string"),
        ("mounts", "x", "no site setting"),
    ],
)
def test_an_override_that_cannot_be_used(key: str, value: object, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        override(Settings(), {key: value})


def test_an_unknown_generator(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no generator `wordpress`"):
        site_for(tmp_path, "wordpress")


def test_a_base_url_that_is_none_is_a_problem() -> None:
    assert Settings().with_base_url("https://[").problems


def test_a_site_travels_between_processes(tmp_path: Path) -> None:
    site = site_for(tmp_path, "hugo")
    site.relative(tmp_path / "a.md")
    assert pickle.loads(pickle.dumps(site)) == site


def test_html_outside_of_the_content_is_no_article(tmp_path: Path) -> None:
    site = site_for(tmp_path, "mkdocs", {"content": ["docs"]})
    assert site.is_template(tmp_path / "src/partials/nav.html")
    assert not site.is_template(tmp_path / "docs/page.html")
    assert not site.is_template(tmp_path / "notes/page.md")
    assert not site_for(tmp_path, "jekyll").is_template(tmp_path / "page.html")
