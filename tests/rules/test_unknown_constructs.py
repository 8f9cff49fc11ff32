"""What a hook or an extension that is not known may make something else of is not claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import check_text

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = "markdown_extensions: [admonition]"
HOOK = "hooks: [hooks/marks.py]"
EXTENSION = "markdown_extensions: [marks.extension]"
PLUGIN = "plugins: [ezlinks]"
LABELS = "plugins: [autorefs]"


def names(root: Path, config: str, text: str) -> set[str]:
    (root / "docs").mkdir(parents=True)  # a site is read once, so that each has its own
    (root / "mkdocs.yml").write_text(f"site_name: x\n{config}\n", encoding="utf-8")
    path = root / "docs" / "index.md"
    path.write_text(text, encoding="utf-8")
    report = check_text(text, path)
    return {each.diagnostic.rule for file in report.files for each in file.findings}


@pytest.mark.parametrize("config", [HOOK, EXTENSION, PLUGIN])
@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("html/unrendered-markdown", "<div>\n**bold**\n</div>\n"),
        ("html/unclosed-element", "<div>\n\nText.\n"),
        ("html/unknown-element", "Text with <mark2>.\n"),
        ("links/undefined-reference", "See [the guide][guide].\n"),
        ("links/missing-anchor", "## One\n\n## <!-- setting a -->\n\n[a](#setting-a)\n"),
    ],
)
def test_nothing_is_claimed(tmp_path: Path, config: str, rule: str, text: str) -> None:
    assert rule in names(tmp_path / "known", KNOWN, text)
    assert rule not in names(tmp_path / "other", config, text)


def test_labels_of_autorefs(tmp_path: Path) -> None:
    text = "See [the guide][guide].\n\n<div>\n\nText.\n"
    assert names(tmp_path / "other", LABELS, text) == names(tmp_path / "known", KNOWN, text) - {
        "links/undefined-reference"
    }


def test_a_file_that_is_put_in_and_not_there(tmp_path: Path) -> None:
    config = "markdown_extensions: [pymdownx.snippets: {auto_append: [gone.md]}]"
    assert "links/undefined-reference" not in names(
        tmp_path / "other", config, "See [it][guide].\n"
    )
