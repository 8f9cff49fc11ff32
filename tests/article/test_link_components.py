"""Which components of MDX are links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

_IMPORT = "import { LinkCard } from '@astrojs/starlight/components';\n\n"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (f'{_IMPORT}<LinkCard title="Kites" href="/kites/" />', ["/kites/"]),
        (f"{_IMPORT}<LinkCard\n  href='/kites/'\n  title=\"a > b\">\n</LinkCard>", ["/kites/"]),
        (f'{_IMPORT}<LinkCard title="Kites" href={{kites}} />', []),
        (f'{_IMPORT}<LinkCardGrid href="/kites/" />', []),
        (f'{_IMPORT}`<LinkCard href="/kites/" />`', []),
        (f'{_IMPORT}```mdx\n<LinkCard href="/kites/" />\n```', []),
        (f'{_IMPORT}{{/* <LinkCard href="/kites/" /> */}}', []),
        ('<LinkCard title="Kites" href="/kites/" />', []),  # of somebody's own
    ],
)
def test_urls_of_components(tmp_path: Path, text: str, urls: list[str]) -> None:
    (tmp_path / "package.json").write_text(
        '{"dependencies": {"astro": "5", "@astrojs/starlight": "0.36"}}'
    )
    (tmp_path / "astro.config.mjs").write_text("export default {};\n")
    page = tmp_path / "src" / "content" / "docs" / "a.mdx"
    article = Article(f"---\ntitle: A\n---\n{text}\n", page, site=find_site(page, tmp_path))
    found = [link for link in article.links if link.place == "component"]
    assert [link.url for link in found] == urls
    assert [link.span.of(article.text) for link in found] == urls
