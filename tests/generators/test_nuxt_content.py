"""Which pages a site of Nuxt Content has; compared with version 3.16.1 and Nuxt 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

SITE = {
    "package.json": '{"dependencies": {"nuxt": "^4.0.0", "@nuxt/content": "^3.0.0"}}',
    "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content', '@nuxt/ui'] })",
    "app/pages/[...slug].vue": "<script setup>\nconst { data } = await useAsyncData(path, () => "
    "queryCollection('content').path(path).first())\n"
    "if (!data.value) throw createError({ statusCode: 404 })\n</script>\n",
    "app/pages/index.vue": "<template />",
    "app/pages/shop/[kite].vue": "<template />",
    "content/1.birds/2.owl.md": "# Owls\n",
    "content/crow.md": "---\npath: /crows\n---\n# Crows\n",
    "content/gull.md": "---\npath: gulls\n---\n# Gulls\n",
}


def gone(root: Path, files: dict[str, str], url: str) -> bool:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    pages = pages_of(find_site(root / "content" / "crow.md", root))
    assert pages is not None
    return pages.is_gone(url, "/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/birds/owl", False),
        ("/birds/owls", True),
        ("/crows", False),
        ("/", False),
        ("/shop/red", False),
        ("/shops/red", True),
    ],
)
def test_a_page_that_is_gone(tmp_path: Path, url: str, *, expected: bool) -> None:
    files = {name: text for name, text in SITE.items() if "gull" not in name}
    assert gone(tmp_path, files, url) is expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("app/pages/[...slug].vue", "<ContentDoc />", id="a page that refuses nothing"),
        pytest.param("server/routes/a.ts", "", id="a route of the server"),
        pytest.param("layers/base/nuxt.config.ts", "", id="a layer"),
        pytest.param("middleware/old.global.ts", "", id="what leads elsewhere"),
        pytest.param("nuxt.config.ts", "x({ modules: ['own-module'] })", id="another module"),
        pytest.param("nuxt.config.ts", "x({ modules: [own] })", id="a module of its own"),
        pytest.param("nuxt.config.ts", "x({ extends: ['docus'] })", id="a theme"),
        pytest.param("nuxt.config.ts", "x({ routeRules: { '/a': {} } })", id="rules for routes"),
    ],
)
def test_nothing_is_gone_where_pages_may_be_made(tmp_path: Path, name: str, text: str) -> None:
    files = {each: content for each, content in SITE.items() if "gull" not in each} | {name: text}
    assert not gone(tmp_path, files, "/withdrawn")


def test_a_path_that_cannot_be_told_may_be_any(tmp_path: Path) -> None:
    assert not gone(tmp_path, SITE, "/withdrawn")
