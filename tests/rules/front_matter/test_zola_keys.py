"""What stops Zola: unknown keys of a section, taxonomies that the site does not define."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import ERROR, Article
from articlelint.recognition import find_site
from articlelint.testing import diagnostics_of
from articlelint_rules.front_matter.unknown_key import UnknownKey

if TYPE_CHECKING:
    from pathlib import Path

TAGS = 'taxonomies = [{ name = "tags" }]'
FRENCH = '[languages.fr]\ntaxonomies = [{ name = "étiquettes" }]'


def errors(root: Path, config: str, name: str, front_matter: str) -> list[str]:
    """Return the keys at which the rule says that the build stops."""
    (root / "config.toml").write_text(f'base_url = "https://example.org"\n{config}\n', "utf-8")
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"+++\n{front_matter}\n+++\n"
    path.write_text(text, "utf-8")
    article = Article(text, path, site=find_site(path))
    assert article.site.generator.name == "zola"
    found = diagnostics_of(UnknownKey(), article, ())
    return [each.span.of(text) for each in found if each.severity is ERROR]


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("_index.md", "date = 2024-05-01", ["date"]),
        ("docs/_index.md", 'title = "A"\nupdated = 2024-05-01', ["updated"]),
        ("docs/_index.fr.md", "[taxonomies]\ntags = ['a']", ["taxonomies"]),
        ("_index.md", 'tilte = "A"', ["tilte"]),
        ("_index.md", 'slug = "a"\npath = "b"', ["slug", "path"]),
        ("_index.md", 'title = "A"\n[extra]\ndate = 2024-05-01', []),
        ("a.md", 'title = "A"\nsummary = "A"', []),
        ("a/index.md", "tilte = 'A'", []),
    ],
)
def test_keys_of_a_section(name: str, lines: str, expected: list[str], tmp_path: Path) -> None:
    assert errors(tmp_path, f"{TAGS}\n{FRENCH}", name, lines) == expected


@pytest.mark.parametrize(
    ("config", "name", "key", "is_error"),
    [
        (TAGS, "a.md", "series", True),
        (TAGS, "a.md", "tags", False),
        (TAGS, "a.md", "Tags", True),
        (TAGS, "a.fr.md", "series", True),
        ("", "blog/a/index.md", "tags", True),
        (f"{TAGS}\n{FRENCH}", "a.md", "étiquettes", True),
        (f"{TAGS}\n{FRENCH}", "a.fr.md", "étiquettes", False),
        (f"{TAGS}\n{FRENCH}", "a.fr.md", "tags", True),
        (f"{TAGS}\n{FRENCH}", "a.en.md", "tags", False),
        (f"{TAGS}\n{FRENCH}", "a.de.md", "tags", False),  # Zola stops for want of the language
        ("[languages.en]\n" + TAGS, "a.md", "tags", False),
        ("default_language = 'fr'\n" + FRENCH, "a.md", "étiquettes", False),
        ('taxonomies = [{ name = "tags", lang = "fr" }]', "a.md", "series", False),  # old Zola
        ('[[languages]]\ncode = "fr"', "a.fr.md", "series", False),
    ],
)
def test_taxonomies(config: str, name: str, key: str, is_error: bool, tmp_path: Path) -> None:
    found = errors(tmp_path, config, name, f'[taxonomies]\n"{key}" = ["a"]')
    assert found == ([f'"{key}"'] if is_error else [])


def test_a_draft_stops_nothing(tmp_path: Path) -> None:
    assert errors(tmp_path, TAGS, "a.md", "draft = true\n[taxonomies]\nseries = []") == []
    assert errors(tmp_path, TAGS, "b.md", "[taxonomies]\nseries = []") == ["series"]


def test_the_taxonomy_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(f'base_url = "https://example.org"\n{TAGS}\n')
    path = tmp_path / "content/a.md"
    article = Article('+++\n[taxonomies]\nTags = ["a"]\n+++\n', path, site=find_site(path))
    (found,) = diagnostics_of(UnknownKey(), article, ())
    assert found.fix is not None
    assert [edit.replacement for edit in found.fix.edits] == ["tags"]
