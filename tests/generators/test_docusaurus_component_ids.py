"""Which components of a Docusaurus site may put out ids that do not stand in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.destinations.anchors import anchors_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path


def closed(root: Path, imported: str, files: dict[str, str]) -> bool:
    text = f"---\ntitle: Kites\n---\n{imported}\n\n## Tails\n\n<Box a='1'>\n\nx\n\n</Box>\n"
    own = {"docusaurus.config.js": "module.exports = { presets: [['classic', {}]] };\n"}
    for name, source in {**own, **files, "docs/kite.mdx": text}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    page = root / "docs" / "kite.mdx"
    return anchors_of(Article(text, page, site=find_site(page, root))).closed


@pytest.mark.parametrize(
    ("imported", "files"),
    [
        ("import Box from '@theme/Tabs'", {}),
        ("import { Box } from '@docusaurus/Link'", {}),
        ("import Box from '@site/src/box'", {"src/box.tsx": "export default () => <p>x</p>;"}),
        ("import Box from '../src/box'", {"src/box/index.js": "import './a.css';\n<hr />"}),
        (
            "import Box from '../src/box'",
            {"src/box.js": "import A from './a';", "src/a.js": "export default () => <p>x</p>;"},
        ),
    ],
)
def test_the_ids_are_those_of_the_text(
    tmp_path: Path, imported: str, files: dict[str, str]
) -> None:
    assert closed(tmp_path, imported, files)


@pytest.mark.parametrize(
    ("imported", "files"),
    [
        ("", {}),
        ("import Box from 'boxes'", {}),
        ("import Box from '@theme/Heading'", {}),
        ("import Box from '@theme/Tabs'", {"src/theme/Tabs/index.js": "x"}),
        ("import Box from '@site/src/box'", {}),
        ("import Box from '@site/src/box'", {"src/box.js": "export default () => <p id='a' />;"}),
        ("import Box from '@site/src/box'", {"src/box.js": "export default props => <p />;"}),
        ("import Box from '@site/src/box'", {"src/box.js": "export default a => <p {...a} />;"}),
        ("import Box from '@site/src/box'", {"src/box.js": "import A from 'boxes';"}),
        (
            "import Box from '../src/box'",
            {"src/box.js": "import A from './a';", "src/a.js": "<h2 id={x}>x</h2>"},
        ),
    ],
)
def test_there_may_be_more(tmp_path: Path, imported: str, files: dict[str, str]) -> None:
    assert not closed(tmp_path, imported, files)
