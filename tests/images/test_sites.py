"""On a small site of each generator: an image that is there, one that is not, and near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from articlelint import Article
from articlelint.linter import lint
from articlelint.site import find_site
from articlelint_rules.images.missing_file import MissingFile
from articlelint_rules.images.outside_site import OutsideSite
from articlelint_rules.images.wrong_case import WrongCase

if TYPE_CHECKING:
    from pathlib import Path

RULES = (MissingFile(), OutsideSite(), WrongCase())


class Sample(NamedTuple):
    """A site: its files, the article's path, and images with the rule that reports each."""

    generator: str
    files: dict[str, str]
    article: str
    images: dict[str, str]


SITES = [
    Sample(
        "hexo",
        {
            "_config.yml": "url: https://kites.example.edu\nroot: /blog/\n"
            "post_asset_folder: true\n",
            "package.json": '{"dependencies": {"hexo": "7"}}',
            "source/images/kite.png": "",
            "source/_posts/kite/owl.png": "",
            "pictures/barn.png": "",
        },
        "source/_posts/kite.md",
        {
            "![x](/images/kite.png)": "",
            "![x](/blog/images/kite.png)": "",
            "![x](https://kites.example.edu/blog/images/kite.png)": "",
            "![x](owl.png)": "",
            "{% asset_img owl.png %}": "",
            "{% img /images/kite.png %}": "",
            "![x](/images/owl.png)": "missing-file",
            "{% asset_img barn.png %}": "missing-file",
            "{% img /images/barn.png %}": "missing-file",
            "![x](/images/Kite.png)": "wrong-case",
            "{% asset_img Owl.png %}": "wrong-case",
            "![x](../../pictures/barn.png)": "outside-site",
        },
    ),
    Sample(
        "jekyll",
        {
            "_config.yml": "baseurl: /blog\nplugins: []\n",
            "assets/kite.png": "",
        },
        "_posts/2024-05-01-kite.md",
        {
            "![x](/assets/kite.png)": "",
            "![x](/blog/assets/kite.png)": "",
            "![x]({{ site.baseurl }}/assets/kite.png)": "",
            "![x]({{ '/assets/kite.png' | relative_url }})": "",
            "![x](assets/kite.png)": "",  # where the post's own URL leads is not known
            "![x]({{ site.cdn }}/assets/none.png)": "",
            "![x]({{ site.baseurl }}/assets/none.png)": "missing-file",
            "![x]({{ '/none.png' | relative_url }})": "missing-file",
            "![x]({{ '/assets/KITE.png' | relative_url }})": "wrong-case",
        },
    ),
    Sample(
        "hugo",
        {
            "hugo.toml": "baseURL = 'https://kites.example.edu/'\n",
            "static/images/kite.png": "",
            "assets/images/barn.png": "",
            "content/posts/kite/owl.png": "",
        },
        "content/posts/kite/index.md",
        {
            "![x](/images/kite.png)": "",
            "![x](/images/barn.png)": "",
            "![x](images/barn.png)": "",
            "![x](owl.png)": "",
            '{{< figure src="owl.png" >}}': "",
            '{{< picture src="own.png" >}}': "",
            "![x](barn.png)": "missing-file",
            '{{< figure src="barn.png" >}}': "missing-file",
            "![x](Owl.png)": "wrong-case",
            "![x](../../../../../kite.png)": "outside-site",
        },
    ),
    Sample(
        "astro",
        {
            "astro.config.mjs": "export default { base: '/blog' }\n",
            "public/kite.png": "",
            "src/assets/owl.png": "",
        },
        "src/content/posts/kite.md",
        {
            "![x](/kite.png)": "",
            "![x](/blog/kite.png)": "",
            "![x](../../assets/owl.png)": "",
            "![x](~/assets/any.png)": "",
            "![x](/owl.png)": "missing-file",
            "![x](owl.png)": "missing-file",
            "![x](../../assets/OWL.png)": "wrong-case",
            "![x](../../../../owl.png)": "outside-site",
        },
    ),
    Sample(
        "docusaurus",
        {
            "docusaurus.config.js": "module.exports = { baseUrl: '/kites/' }\n",
            "static/img/kite.png": "",
            "docs/owl.png": "",
        },
        "docs/kite.mdx",
        {
            "![x](/img/kite.png)": "",
            "![x](./owl.png)": "",
            "<img src={require('./owl.png').default} />": "",
            "<img src={useBaseUrl('/img/kite.png')} />": "",
            "<img src={kite} />": "",
            "![x](@site/static/img/kite.png)": "",
            "![x](./kite.png)": "missing-file",
            "<img src={require('./kite.png').default} />": "missing-file",
            "![x](@site/static/kite.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "![x](../../owl.png)": "outside-site",
        },
    ),
    Sample(
        "zola",
        {
            "config.toml": 'base_url = "https://kites.example.edu"\n',
            "static/kite.png": "",
            "content/posts/kite/owl.png": "",
        },
        "content/posts/kite/index.md",
        {
            "![x](/kite.png)": "",
            "![x](owl.png)": "",
            "![x](/posts/kite/owl.png)": "",
            "![x](kite.png)": "missing-file",
            "![x](/owl.png)": "missing-file",
            "![x](OWL.png)": "wrong-case",
        },
    ),
    Sample(
        "pelican",
        {
            "pelicanconf.py": "PATH = 'content'\n",
            "content/images/kite.png": "",
            "content/posts/owl.png": "",
        },
        "content/posts/kite.md",
        {
            "![x]({static}/images/kite.png)": "",
            "![x]({attach}owl.png)": "",
            "![x](/images/kite.png)": "",
            "![x](owl.png)": "",  # where the article's own URL leads is not known
            "![x]({static}/owl.png)": "missing-file",
            "![x]({attach}kite.png)": "missing-file",
            "![x]({static}/images/Kite.png)": "wrong-case",
        },
    ),
    Sample(
        "eleventy",
        {
            "eleventy.config.js": "module.exports = c => { c.addPassthroughCopy('img'); };\n",
            "img/kite.png": "",
        },
        "posts/kite.md",
        {
            "![x](/img/kite.png)": "",
            "![x]({{ '/img/kite.png' | url }})": "",
            "![x](/img/owl.png)": "missing-file",
            "![x]({{ '/img/owl.png' | url }})": "missing-file",
            "![x](/img/KITE.png)": "wrong-case",
        },
    ),
    Sample(
        "mkdocs",
        {"mkdocs.yml": "site_name: Kites\n", "docs/img/kite.png": "", "barn.png": ""},
        "docs/birds/kite.md",
        {
            "![x](../img/kite.png)": "",
            "![x](/img/kite.png)": "",
            "![x](img/kite.png)": "missing-file",
            "![x](../img/Kite.png)": "wrong-case",
            "![x](../../barn.png)": "outside-site",
        },
    ),
    Sample(
        "generic",
        {".git/HEAD": "", "img/kite.png": "", "docs/owl.png": ""},
        "docs/kite.md",
        {
            "![x](owl.png)": "",
            "![x](/img/kite.png)": "",
            "![x](../img/kite.png)": "",
            "![x](kite.png)": "missing-file",
            "![x](Owl.png)": "wrong-case",
            "![x](../../owl.png)": "outside-site",
        },
    ),
]


@pytest.mark.parametrize(
    ("site", "image", "rule"),
    [(site, image, rule) for site in SITES for image, rule in site.images.items()],
    ids=[f"{site.generator} {image}" for site in SITES for image in site.images],
)
def test_an_image_of_a_site(site: Sample, image: str, rule: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    for name, text in site.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    path = root / site.article
    found_site = find_site(path, tmp_path)
    assert (found_site.generator.name, found_site.root) == (site.generator, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    result = lint(Article(image, path, site=found_site), RULES)
    assert not result.crashes
    expected = {f"images/{rule}"} if rule else set()
    assert {found.rule for found in result.diagnostics} == expected
