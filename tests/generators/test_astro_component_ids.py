"""Which components of an Astro site may put out ids that do not stand in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.destinations.anchors import anchors_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("imported", "files", "closed"),
    [
        ("import { Box } from '@astrojs/starlight/components';", {}, True),
        ("import Box from '../../box.astro';", {"src/box.astro": "<p><slot /></p>"}, True),
        (
            "import Box from '@parts/box.astro';",
            {
                "src/parts/box.astro": "---\nimport A from './a.astro';\n---\n<p><slot /></p>",
                "src/parts/a.astro": "<hr>",
                "tsconfig.json": '{"compilerOptions": {"paths": {"@parts/*": ["src/parts/*"]}}}',
            },
            True,
        ),
        ("", {}, False),
        ("import Box from 'boxes';", {}, False),
        ("import Box from '../../box.astro';", {}, False),
        ("import Box from '../../box.astro';", {"src/box.astro": "<p id={a}></p>"}, False),
        ("import Box from '../../box.astro';", {"src/box.astro": "<p set:html={a} />"}, False),
        (
            "import Box from '../../box.astro';",
            {"src/box.astro": "---\nimport A from 'boxes';\n---\n<A />"},
            False,
        ),
    ],
)
def test_components(tmp_path: Path, imported: str, files: dict[str, str], *, closed: bool) -> None:
    text = f"---\ntitle: Kites\n---\n{imported}\n\n## Tails\n\n<Box a='1'>\n\nx\n\n</Box>\n"
    own = {
        "package.json": '{"dependencies": {"astro": "6", "@astrojs/starlight": "0.39"}}',
        "astro.config.mjs": "export default { integrations: [starlight({ title: 'Kites' })] };\n",
        "src/content.config.ts": "const docs = defineCollection({ loader: docsLoader() });",
    }
    for name, source in {**own, **files, "src/content/docs/kite.mdx": text}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    page = tmp_path / "src" / "content" / "docs" / "kite.mdx"
    assert anchors_of(Article(text, page, site=find_site(page, tmp_path))).closed is closed
