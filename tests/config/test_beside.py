"""``frontmatter.json`` in the root of a site holds by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from articlelint.api import check

if TYPE_CHECKING:
    from pathlib import Path

_FIELDS = [
    {"name": "title", "type": "string", "required": True},
    {"name": "level", "type": "choice", "choices": ["low", "high"]},
]
_TYPES = {
    "frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": _FIELDS}],
    "frontMatter.content.pageFolders": [{"title": "Posts", "path": "[[workspace]]/content/posts"}],
}


def site(root: Path, settings: dict[str, Any] | str) -> None:
    text = settings if isinstance(settings, str) else json.dumps(settings)
    for name, content in {
        "hugo.toml": "",
        "frontmatter.json": text,
        "content/posts/a.md": "---\ntitle: A\nlevel: middle\n---\n",
        "content/about.md": "---\ntitle: B\nlevel: middle\n---\n",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def found(root: Path) -> list[tuple[str, str]]:
    return [
        (file.path.name, finding.diagnostic.message)
        for file in check(root).files
        for finding in file.findings
    ]


_WRONG = [("a.md", "`level` should be `low` or `high`, found `middle`")]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(_TYPES, _WRONG, id="content types and folders"),
        pytest.param(
            f"// settings\n{json.dumps(_TYPES)[:-1]},\n}}", _WRONG, id="comments and commas"
        ),
        pytest.param(
            {**_TYPES, "frontMatter.content.pageFolders": [{"path": "content/po*"}]},
            [*_WRONG, ("about.md", _WRONG[0][1])],
            id="a pattern",
        ),
        pytest.param(
            {key: value for key, value in _TYPES.items() if "types" in key.lower()},
            [],
            id="no folders",
        ),
        pytest.param({"frontMatter.framework.id": "hugo"}, [], id="no content types"),
        pytest.param({"type": "object"}, [], id="of another program"),
        pytest.param("{", [], id="broken"),
    ],
)
def test_content_types_beside_a_site(
    settings: dict[str, Any] | str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    site(tmp_path, settings)
    assert sorted(found(tmp_path)) == sorted(expected)


def test_a_configuration_has_the_last_word(tmp_path: Path) -> None:
    site(tmp_path, _TYPES)
    (tmp_path / "articlelint.toml").write_text(
        "[front-matter.fields.level]\ntype = 'text'\n", encoding="utf-8"
    )
    assert found(tmp_path) == []
