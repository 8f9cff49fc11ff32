"""What a site gives to its MDX: the files that modules import, and components."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint.templates.jsx import Compiler, read
from articlelint.templates.jsx.imports import imports
from tests.templates.test_findings import RULES, SITES, article, found

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "docusaurus": {
        "docs/_part.mdx": "Part", "docs/data.cjs": "", "docs/terms.ts": "", "docs/j.json": "{}",
        "src/components/Card.js": "", "src/components/Dir/index.tsx": "", "docs/sub/b.md": "",
    },
    "astro": {
        "src/content/docs/part.mdx": "Part", "src/content/docs/terms.ts": "",
        "src/components/Card.astro": "", "src/components/Dir/index.ts": "",
        "tsconfig.json": '{\n  // aliases\n  "compilerOptions": {"baseUrl": ".", "paths": '
        '{"~/*": ["src/*"], "@c/*": ["src/components/*"],},},\n}',
        "astro.config.mjs": "export default { integrations: [mdx()] };",
    },
}  # fmt: skip

# What a build of Docusaurus 3.7, and one of Astro 5, made of each.
IMPORTS = [
    ("docusaurus", "import G from './gone';", False),
    ("docusaurus", "import G from './gone.mdx'", False),
    ("docusaurus", "import P from './_part';", False),
    ("docusaurus", "import P from './_part.mdx';", True),
    ("docusaurus", 'import P from "../docs/_part.mdx?x=1";', True),
    ("docusaurus", "import P from '@site/src/components/Gone';", False),
    ("docusaurus", "import P from '@site/src/components/Card';", True),
    ("docusaurus", "import P from '@site/src/components/Dir';", True),
    ("docusaurus", "import P from '@site/src/components/card';", False),
    ("docusaurus", "import P from './j';", True),
    ("docusaurus", "import P from './terms';", True),
    ("docusaurus", "import P from './sub';", False),
    ("docusaurus", "import './gone.css';", False),
    ("docusaurus", "export {default} from './gone2';", False),
    ("docusaurus", "export * from './gone3.mdx';", False),
    ("docusaurus", "import {\n  a,\n  b,\n} from './gone4';", False),
    ("docusaurus", "import P from '@theme/Tabs';", True),
    ("docusaurus", "import P from '/docs/_part.mdx';", True),
    ("astro", "import C from '../../components/Gone.astro';", False),
    ("astro", "import C from '../../components/Card.astro';", True),
    ("astro", "import C from '../../components/Card';", False),
    ("astro", "import C from '~/components/Card.astro';", True),
    ("astro", "import C from '@c/Gone.astro';", False),
    ("astro", "import C from 'src/components/Card.astro';", True),
    ("astro", "import {a} from './terms.js';", True),
    ("astro", "import {a} from './terms';", True),
    ("astro", "import P from './part';", False),
    ("astro", "import { Aside } from '@astrojs/starlight/components';", True),
]  # fmt: skip


@pytest.mark.parametrize(("site", "module", "builds"), IMPORTS)
def test_imports_that_lead_nowhere(tmp_path: Path, site: str, module: str, builds: bool) -> None:
    expected = [] if builds else ["missing-import"]
    assert found(tmp_path, site, f"{module}\n\nText.", FILES[site]) == expected


@pytest.mark.parametrize(
    "body",
    [
        "import P from './made/gone.json';",  # its folder may be made before the build
        "import P from '!!raw-loader!./gone.txt';",
        "import photo from './gone.png';",  # a rule about images has it
        "export const path = './gone.json';",
        "```js\nimport P from './gone';\n```",
        "import type {P} from './gone';",
    ],
)
def test_imports_of_which_nothing_is_said(tmp_path: Path, body: str) -> None:
    assert "missing-import" not in found(tmp_path, "docusaurus", body, FILES["docusaurus"])


def test_the_hint_names_the_file(tmp_path: Path) -> None:
    page = article(tmp_path, "docusaurus", "import P from './_part';", FILES["docusaurus"])
    (only,) = lint(page, RULES).diagnostics
    assert only.message == "There is no `./_part` to import"
    assert only.hint == "Did you mean `./_part.mdx`?"


def test_imports_are_read_in_linear_time() -> None:
    text = "import a\n" * 20_000
    assert list(imports(text, read(text, Compiler()).modules)) == []


# What a build of Docusaurus 3.7 made of each: whether it stopped.
COMPONENTS = [
    ("<Foo />", True),
    ('<Tabs><TabItem value="a">x</TabItem></Tabs>', True),
    ("<Foo.Bar />", True),
    ("<a.b.c />", True),
    ("<_a />", True),
    ("text <Foo>inline</Foo>", True),
    ("<div><Foo /></div>", True),
    ("<Admonition>x</Admonition>", True),
    ("<CodeBlock>x</CodeBlock>", True),
    ("[<Foo />](https://example.org)", True),
    ("<Head><title>x</title></Head>\n\n<Details>x</Details>", False),
    ("<details><summary>a</summary>b</details>", False),
    ("export const Bar = () => <b>x</b>;\n\n<Bar />", False),
    ("<foo-bar>x</foo-bar> <foo>x</foo>", False),
    ("import Tabs from '@theme/Tabs';\n\n<Tabs>x</Tabs>", False),
    ("import * as Foo from '@theme/Foo';\n\n<Foo.Bar />", False),
    ("Code: `<Foo />`\n\n```jsx\n<Foo />\n```", False),
    # @mdx-js/mdx looks for a component whether or not the code around it is run.
    ("{false && <Foo />}", True),
    ("{[1].map((x) => (\n  <Foo a={x}>b</Foo>\n))}", True),
    ("<div title={<Foo />}>x</div>", True),
    ("{true && <p>Text <Foo.Bar /></p>}", True),
    ("{[{Icon: 'b'}].map(({Icon}) => <Icon />)}", False),
    ("{(() => { const Foo = 'i'; return <Foo /> })()}", False),
    ("{`<Foo />`} {'<Foo />'} {/* <Foo /> */}", False),
    ("{1 <Foo}", False),
]


@pytest.mark.parametrize(("body", "stops"), COMPONENTS)
def test_components_that_nothing_defines(tmp_path: Path, body: str, stops: bool) -> None:
    assert set(found(tmp_path, "docusaurus", body)) == ({"unknown-tag"} if stops else set())
    files = FILES["astro"]
    if "<Head>" not in body:  # Astro has no components of its own
        assert set(found(tmp_path, "astro", body, files)) == ({"unknown-tag"} if stops else set())


@pytest.mark.parametrize(
    ("site", "files"),
    [
        ("docusaurus", {"src/theme/MDXComponents.js": "import M from '@theme-original/"
                        "MDXComponents';\nimport Foo from 'x';\nexport default {...M, Foo};"}),
        ("docusaurus", {"docusaurus.config.js": ""}),
        ("docusaurus", {"src/theme/MDXComponents/index.tsx": "export default {...others};"}),
        ("docusaurus", {"package.json": '{"dependencies": {"@docusaurus/core": "3.7.0", '
                        '"docusaurus-theme-openapi-docs": "4"}}'}),
        ("docusaurus", {"docusaurus.config.js": "import x from './src/remark/foo';\n"
                        "export default {presets: [['classic', {docs: {remarkPlugins: [x]}}]]};"}),
        ("astro", {"astro.config.mjs": "export default { markdown: { remarkPlugins: [x] } };"}),
        ("astro", {"src/pages/[slug].astro": "<Content components={{ Foo }} />"}),
        ("astro", {"package.json": '{"dependencies": {"astro": "5", "astro-auto-import": "1"}}'}),
    ],
)  # fmt: skip
def test_components_that_something_may_define(
    tmp_path: Path, site: str, files: dict[str, str]
) -> None:
    assert found(tmp_path, site, "<Foo />", files) == []


def generic(tmp_path: Path, body: str, packages: str = "") -> list[str]:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    if packages:
        text = f'{{"dependencies": {{{packages}}}}}'
        (tmp_path / "package.json").write_text(text, encoding="utf-8")
    path = tmp_path / "docs" / "a.mdx"
    result = lint(Article(body, path, site=find_site(path, tmp_path)), RULES)
    return sorted({each.rule.removeprefix("templates/") for each in result.diagnostics})


BROKEN = "See <https://example.net/>.\n\n<!-- note -->\n\n<b>x\n\n{a"


@pytest.mark.parametrize(
    ("packages", "known"),
    [
        ("", True),
        ('"next": "15.0.0", "@mdx-js/loader": "^3.1.0"', True),
        ('"nextra": "^3.0.0"', True),
        ('"fumadocs-mdx": "^11.0.0"', True),
        ('"gatsby": "5", "gatsby-plugin-mdx": "^5.0.0"', True),
        ('"gatsby": "2", "gatsby-plugin-mdx": "^1.2.0", "@mdx-js/mdx": "^1.6.0"', False),
        ('"next-mdx-remote": "^3.0.0"', False),
        ('"docz": "2"', False),
    ],
)
def test_mdx_of_no_known_generator(tmp_path: Path, packages: str, known: bool) -> None:
    kinds = ["invalid-syntax", "unclosed-block", "unclosed-tag"]
    assert generic(tmp_path, BROKEN, packages) == (kinds if known else [])


def test_what_a_project_of_no_known_generator_gives_is_not_known(tmp_path: Path) -> None:
    body = "<Foo />\n\n<p style={{ color: 'red' }}>{title} {{ a: 1 }.a}</p>\n\n{% note %}"
    assert generic(tmp_path, body) == ["invalid-syntax"]  # the last line alone


def test_every_generator_is_a_site_of_the_tests() -> None:
    assert FILES.keys() <= SITES.keys()


@pytest.mark.parametrize(
    ("name", "layout", "builds"),
    [
        ("src/pages/a.md", "../layouts/Base.astro", True),
        ("src/pages/a.md", "../layouts/Gone.astro", False),
        ("src/pages/a.mdx", "../layouts/Gone.astro", False),
        ("src/pages/a.md", "~/layouts/Base.astro", True),
        ("src/pages/a.md", "~/layouts/Gone.astro", False),
        ("src/content/docs/a.md", "../../layouts/Gone.astro", True),  # nothing reads it
    ],
)
def test_layouts_are_modules_of_astro(tmp_path: Path, name: str, layout: str, builds: bool) -> None:
    page = article(tmp_path, "astro", "", {**FILES["astro"], "src/layouts/Base.astro": ""})
    root = page.site.root
    assert root is not None
    path = root / name
    result = lint(Article(f"---\nlayout: {layout}\n---\n\nText.", path, site=page.site), RULES)
    kinds = [each.rule for each in result.diagnostics]
    assert kinds == ([] if builds else ["templates/missing-layout"])
