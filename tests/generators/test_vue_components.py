"""Which components of a page of Vue may put out ids: then nothing is claimed of its anchors."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from articlelint.generators import vue_components

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "<template><p>Hello</p></template>\n"
ID = '<template><p id="x">Hello</p></template>\n'
IS = '<template><component :is="shown" /></template>\n'


def script(text: str) -> str:
    return f"<script setup>\n{text}\n</script>\n"


PART = "<template><Part /></template>"
OTHER = script("import Part from './Other.vue'") + PART
IMPORTED = script("import A from './A.vue'\nconst shown = A") + IS


@pytest.mark.parametrize(
    ("files", "makes"),
    [
        ({"Demo.vue": PLAIN}, False),
        ({"Demo.vue": ID}, True),
        ({}, True),
        ({"Demo.vue": PART, "Part.vue": PLAIN}, False),
        ({"Demo.vue": PART, "Part.vue": ID}, True),
        (
            {"Demo.vue": PART, "a/Part.vue": PLAIN, "b/Part.vue": ID},
            True,
        ),
        ({"Demo.vue": OTHER, "Other.vue": PLAIN}, False),
        ({"Demo.vue": OTHER, "Other.vue": ID}, True),
        ({"Demo.vue": script("const shown = () => h('p', 'Hello')") + IS}, False),
        ({"Demo.vue": script("const shown = () => h('p', { id: 'x' })") + IS}, True),
        ({"Demo.vue": script("defineProps({ shown: Object })") + IS}, True),
        (
            {"Demo.vue": IMPORTED, "A.vue": PLAIN},
            False,
        ),
        ({"Demo.vue": IMPORTED, "A.vue": ID}, True),
        ({"Demo.vue": script("import A from 'a-package'\nconst shown = A") + IS}, True),
    ],
)
def test_components(tmp_path: Path, files: dict[str, str], *, makes: bool) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert vue_components.may_make_ids({"Demo"}, PurePosixPath("a.md"), tmp_path) is makes


@pytest.mark.parametrize(("source", "makes"), [(PLAIN, False), (ID, True)])
def test_a_component_that_the_page_imports(tmp_path: Path, source: str, *, makes: bool) -> None:
    page = script("import Demo from '../parts/demo.vue'") + "\n<Demo />\n"
    for name, text in {"docs/a.md": page, "parts/demo.vue": source}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = vue_components.may_make_ids({"Demo"}, PurePosixPath("docs/a.md"), tmp_path)
    assert found is makes
