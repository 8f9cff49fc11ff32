"""Sites of Hexo."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_PACKAGE = '{"dependencies": {"hexo": "8", "hexo-renderer-marked": "7"}, "hexo": {"version": ""}}'
_POST = "---\ntitle: Kites\ndate: 2024-05-01 12:00:00\n---\n"
_SOURCES = {
    "package.json": _PACKAGE,
    "source/images/kite.png": "",
    "source/tern.png": "",
    "source/images/红 kite.png": "",
    "source/slides.pdf": "slides",
    "source/about/index.md": "---\ntitle: About\n---\n## Us\n",
    "source/_posts/owl.md": "---\ntitle: Owls at night\ndate: 2024-05-02 12:00:00\n---\n## Wings\n",
    "source/_posts/birds/red-kite.md": "---\ntitle: Red\ndate: 2024-05-03 12:00:00\n---\n",
    "pictures/barn.png": "",
}
_URL = "url: https://kites.example.edu/blog\nroot: /blog/\ntimezone: UTC\n"

SITES = (
    SampleSite(
        "hexo below a path, posts with folders",
        "hexo",
        {
            **_SOURCES,
            "_config.yml": f"{_URL}post_asset_folder: true\nmarked:\n  postAsset: true\n",
            "source/_posts/kite/owl.png": "",
        },
        "source/_posts/kite.md",
        {
            "![x](/images/kite.png)": RESOLVES,
            "![x](/blog/images/kite.png)": "missing-file",  # the renderer puts the root before it
            "![x](</images/红 kite.png>)": RESOLVES,
            "![x](/images/%E7%BA%A2%20kite.png)": RESOLVES,
            "![x](/images/kite.png?v=2)": RESOLVES,
            "{% post_link owl 'The owl' %}": RESOLVES,
            "{% post_path owl %}": UNJUDGED,  # text, no URL
            "[x](owl.md)": "missing-target",  # it is left as it is
            "[x](./birds/red-kite.md)": "missing-target",
            "[x](withdrawn.md)": "missing-target",
            "[x](/blog/tags/none/)": UNJUDGED,  # themes make lists
            "![x](images/kite.png)": RESOLVES,  # put below the root by the renderer
            "![x](https://kites.example.edu/blog/images/kite.png)": RESOLVES,
            "![x](owl.png)": RESOLVES,
            '<img src="owl.png" alt="">': RESOLVES,
            '<img src="/blog/images/kite.png" alt="">': RESOLVES,
            '<img src="/images/kite.png" alt="">': UNJUDGED,
            "{% asset_img owl.png %}": RESOLVES,
            "{% img /images/kite.png %}": RESOLVES,
            "![x](/images/owl.png)": "missing-file",
            "{% asset_img barn.png %}": "missing-file",
            "{% asset_img tern.png %}": "missing-file",
            "![x](tern.png)": RESOLVES,
            "{% img /images/barn.png %}": "missing-file",
            "![x](barn.png)": "missing-file",
            "![x](/images/Kite.png)": "wrong-case",
            "{% asset_img Owl.png %}": "wrong-case",
            "![x](../../pictures/barn.png)": "outside-site",
            "[x](/slides.pdf)": UNJUDGED,  # below the host's root, not the site's
            "[x](/blog/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            '<a href="{% post_path owl %}">x</a>': RESOLVES,
            "{% post_link owl %}": RESOLVES,
            "{% post_link birds/red-kite %}": RESOLVES,
            "{% post_link red-kite %}": "missing-target",
            '{% post_link "Owls at night" %}': RESOLVES,
            "{% post_link owls %}": "missing-target",
            "{% asset_link owl.png %}": RESOLVES,
            "[x](/blog/2024/05/02/owl/)": RESOLVES,
            "[x](/blog/2024/05/02/owl/#Wings)": RESOLVES,
            "[x](/blog/2024/05/02/owls/)": "missing-page",
            "[x](/blog/2024/05/03/birds/red-kite/)": RESOLVES,
            "[x](/blog/about/)": RESOLVES,
            "[x](/blog/abuot/)": "missing-page",
            "[x](#Tails)": RESOLVES,
            "[x](#tails)": "missing-anchor",
            "[x](#tail)": "missing-anchor",
        },
        f"{_POST}\n## Tails\n\n",
    ),
    SampleSite(
        "hexo without folders of posts",
        "hexo",
        {
            **_SOURCES,
            "_config.yml": f"{_URL}permalink: :title.html\n",
            "source/_posts/kite/owl.png": "",
        },
        "source/_posts/kite.md",
        {
            "![x](/images/kite.png)": RESOLVES,
            "![x](owl.png)": "missing-file",
            "![x](kite/owl.png)": "missing-file",
            "{% asset_img owl.png %}": "missing-file",
            "[x](/blog/owl.html)": RESOLVES,
            "[x](/blog/owls.html)": "missing-page",
            "[x](/blog/2024/05/03/birds/red-kite/)": "missing-page",
        },
        _POST,
    ),
    SampleSite(
        "hexo with folders of posts, and a renderer that does not look there",
        "hexo",
        {
            **_SOURCES,
            "_config.yml": f"{_URL}post_asset_folder: true\n",
            "source/_posts/kite/owl.png": "",
        },
        "source/_posts/kite.md",
        {
            "![x](owl.png)": "missing-file",
            '<img src="owl.png" alt="">': RESOLVES,
            "{% asset_img owl.png %}": RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "a page of hexo",
        "hexo",
        {**_SOURCES, "_config.yml": _URL, "source/about/us.png": ""},
        "source/about/team.md",
        {
            "![x](us.png)": "missing-file",  # below the root, too
            '<img src="us.png" alt="">': RESOLVES,
            "![x](/about/us.png)": RESOLVES,
            "![x](about/us.png)": RESOLVES,
        },
        "---\ntitle: Team\n---\n",
    ),
)
