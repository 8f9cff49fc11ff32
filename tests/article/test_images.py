"""Images are gathered from every syntax, each URL at its exact place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import Article
from articlelint.article.images import ImageOrigin
from articlelint.article.images.css import css_urls
from articlelint.article.images.srcset import srcset_urls
from articlelint.recognition import site_for

if TYPE_CHECKING:
    from articlelint.site import Site

SITES = {name: site_for(Path("nowhere"), name) for name in ("hexo", "jekyll", "hugo", "generic")}


def found(text: str, path: str = "article.md", site: Site | None = None) -> list[tuple[str, str]]:
    """Return place and URL of each known image, having seen that it is written at its span."""
    article = Article(text, path, site=site) if site else Article(text, path)
    images = [image for image in article.images if not image.dynamic]
    for image in images:
        written = image.span.of(text)
        assert written.replace("&amp;", "&").replace("\\_", "_") == image.url
        assert image.element.encloses(image.span) or image.origin is ImageOrigin.MARKDOWN
    return [(image.place, image.url) for image in images]


CASES = [
    ("![a](b.png)", [("", "b.png")]),
    ('![a](<b c.png> "title")', [("", "b c.png")]),
    ("![a](b\\_c.png)", [("", "b_c.png")]),
    ("![a][b]\n\n[b]: c.png", [("", "c.png")]),
    ("> ![a](\n> b.png)", [("", "b.png")]),
    ("| x |\n| - |\n| ![a](b.png) |", [("", "b.png")]),
    ("[![a](b.png)](c.html)", [("", "b.png")]),
    ("`![a](b.png)`", []),
    ("    ![a](b.png)", []),
    ("![a ![b](c.png) ![d](e.png)](f.png) ![g](h.png)", [("", "f.png"), ("", "h.png")]),
    ("\ufeff---\ntitle: x\n---\n![a](b.png)", [("", "b.png")]),
    ("<img src=b.png>", [("src", "b.png")]),
    ("<img src=' b.png '>", [("src", "b.png")]),
    ('<img src="?a=1&amp;b=2">', [("src", "?a=1&b=2")]),
    ('> <img\n> src="b.png">', [("src", "b.png")]),
    ("text <IMG SRC='b.png'> text", [("src", "b.png")]),
    ('<img src="b.png" srcset="c.png 1x, d.png 2x">',
     [("src", "b.png"), ("srcset", "c.png"), ("srcset", "d.png")]),
    ('<img srcset="b.png?x&amp;y 1x, c.png?x&amp;y 2x">',
     [("srcset", "b.png?x&y"), ("srcset", "c.png?x&y")]),
    ('<img data-src="b.png" data-original="c.png">',
     [("data-src", "b.png"), ("data-original", "c.png")]),
    ('<picture><source srcset="b.webp"><img src="b.png"></picture>',
     [("srcset", "b.webp"), ("src", "b.png")]),
    ('<audio><source src="b.mp3" srcset="c.png"></audio>', []),
    ('<video poster="b.png"></video>', [("poster", "b.png")]),
    ('<input type="image" src="b.png"><input src="c.png">', [("src", "b.png")]),
    ('<p style="background: url(b.png)">x</p>', [("style", "b.png")]),
    ('<p style="background: url(&quot;b.png&quot;), url(\'c.png\')">x</p>',
     [("style", "b.png"), ("style", "c.png")]),
    ("<style>\np { background: url( b.png ) }\n</style>", [("style", "b.png")]),
    ("---\ncover: /b.png\n---\n", [("cover", "/b.png")]),
    ("---\ncover: 'b c.png'\n---\n", [("cover", "b c.png")]),
    ("---\ncover: {image: b.png}\n---\n", [("cover.image", "b.png")]),
    ("---\nphotos:\n  - b.png\n  - c.png\n---\n", [("photos.0", "b.png"), ("photos.1", "c.png")]),
    ("---\nimage: true\ncover: none\n---\n", []),
    ('+++\nimage = "b.png"\n+++\n', [("image", "b.png")]),
    ('{"image": "b.png"}\n', [("image", "b.png")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_an_image_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


TEMPLATES = [
    ("hexo", "{% img /b.png 100 200 %}", [("img", "/b.png")]),
    ("hexo", "{% img left /b.png '\"title\" \"alt\"' %}", [("img", "/b.png")]),
    ("hexo", "{% asset_img b.png title %}", [("asset_img", "b.png")]),
    ("hexo", "{% raw %}{% img /b.png %}{% endraw %}", []),
    ("hexo", "```\n{% img /b.png %}\n```", []),
    ("hugo", '{{< figure src="/b.png" alt="x" >}}', [("figure", "/b.png")]),
    ("hugo", "{{< figure src=`/b.png` >}}", [("figure", "/b.png")]),
    ("hugo", "---\nresources:\n  - src: b.png\n  - src: c.png\n---\n",
     [("resources.0.src", "b.png"), ("resources.1.src", "c.png")]),
    ("hugo", "---\nparams:\n  cover:\n    image: b.png\n---\n", [("params.cover.image", "b.png")]),
    ("hugo", "---\nCover:\n  Image: b.png\n---\n", [("Cover.Image", "b.png")]),
    ("zola", '{{ resize_image(path="b.png", width=5) }}', [("resize_image", "b.png")]),
    ("jekyll", "![a]({{ site.baseurl }}/b.png)", [("", "/b.png")]),
    ("jekyll", "![a]({{ site.url }}{{ site.baseurl }}/b.png)", [("", "/b.png")]),
    ("jekyll", "![a]({{ '/b.png' | relative_url }})", [("", "/b.png")]),
    ("jekyll", '<img src="{{ "/b.png" | absolute_url }}">', [("src", "/b.png")]),
    ("jekyll", "![a]({{ '/b.png' | prepend: site.baseurl }})", [("", "/b.png")]),
    ("jekyll", "![a]({{ site.github.url }}/b.png)", [("", "/b.png")]),
    ("jekyll", "![a]({{ 'b.png' | prepend: site.baseurl }})", []),
    ("jekyll", "![a]({{ page.cover }}/b.png)", []),
    ("jekyll", '{% include figure image_path="/b.png" alt="x" %}', [("include", "/b.png")]),
    ("jekyll", '{% include icon.html image="star" %}', []),
    ("eleventy", "![a]({{ '/b.png' | url }})", [("", "/b.png")]),
    ("docusaurus", "<img src={require('./b.png').default} />", [("src", "./b.png")]),
    ("docusaurus", "<img src={useBaseUrl('/b.png')} />", [("src", "/b.png")]),
    ("docusaurus", "import b from './b.png';\n\n<img src={b} />", [("import", "./b.png")]),
    ("docusaurus", "```js\nimport b from './b.png';\n```", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("generator", "text", "expected"), TEMPLATES, ids=[f"{case[0]} {case[1]}" for case in TEMPLATES]
)
def test_templates_show_images(
    generator: str, text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert found(text, str(tmp_path / "a.md"), site_for(tmp_path, generator)) == expected


def test_the_configuration_names_further_keys(tmp_path: Path) -> None:
    site = site_for(tmp_path, "hexo", {"image-keys": ["seo.cards[].picture"]})
    text = "---\nseo:\n  cards:\n    - picture: a.png\n    - picture: b.png\n---\n"
    assert found(text, str(tmp_path / "a.md"), site) == [
        ("seo.cards.0.picture", "a.png"),
        ("seo.cards.1.picture", "b.png"),
    ]


def test_the_texts_of_hexo_tags(tmp_path: Path) -> None:
    site = site_for(tmp_path, "hexo")
    text = '{% img /b.png 5 5 \'"The title" "The text"\' %}'
    (image,) = Article(text, tmp_path / "a.md", site=site).images
    assert image.alt == "The text"
    assert image.alt_span is not None
    assert image.alt_span.of(text) == "The text"


@pytest.mark.parametrize(
    ("value", "urls"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("a,b.png 1x", ["a,b.png"]),
        ("data:image/png;base64,AAAA 1x, b.png", ["data:image/png;base64,AAAA", "b.png"]),
        ("a.png future(1, 2), b.png", ["a.png", "b.png"]),
        (" , ,", []),
        ("", []),
    ],
)
def test_srcset(value: str, urls: list[str]) -> None:
    assert [url for url, _ in srcset_urls(value)] == urls
    assert all(value.startswith(url, at) for url, at in srcset_urls(value))


@pytest.mark.parametrize(
    ("css", "urls"),
    [
        ("background: url(a.png)", ["a.png"]),
        ("background: URL( 'a.png' )", ["a.png"]),
        ('background: url("a b.png")', ["a b.png"]),
        ("/* url(a.png) */ b: url(c.png)", ["c.png"]),
        ("content: 'url(a.png)'", []),
        ("@import url(a.css); b: url(c.png)", ["c.png"]),
        ("@font-face { src: url(a.woff) } b { c: url(d.png) }", ["d.png"]),
        ("fill: url(#gradient)", []),
        ("/* url(a.png)", []),
    ],
)
def test_css(css: str, urls: list[str]) -> None:
    assert [url for url, _, _ in css_urls(css)] == urls
    assert all(css[start:end] == url for url, start, end in css_urls(css))


@pytest.mark.parametrize(
    ("css", "url", "written"),
    [
        (r"url('a\29 .png')", "a).png", r"a\29 .png"),
        (r"url(a\(1\).png)", "a(1).png", r"a\(1\).png"),
        (r'url( "\"a.png" )', '"a.png', r"\"a.png"),
        (r"url(\0.png)", "\ufffd.png", r"\0.png"),
    ],
)
def test_escapes_in_css(css: str, url: str, written: str) -> None:
    ((found, start, end),) = css_urls(css)
    assert (found, css[start:end]) == (url, written)


PIECES = st.sampled_from(
    ["![", "](", ")", "<img ", "src=", "srcset=", '"', "'", ">", "a.png", " 1x, ", "&amp;",
     "\r\n", "\n", "> ", "- ", "{% img ", " %}", "{{ ", " }}", "---\n", "cover: ", "style=",
     "url(", "[a]: ", "\U0001f600", "é", "<style>", "</style>", "import x from ", "{", "}", "|",
     "`", " ", "\ufeff"]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=25).map("".join),
    st.sampled_from(["a.md", "a.html", "a.mdx"]),
    st.sampled_from(["hexo", "jekyll", "hugo", "generic"]),
)
def test_spans_lie_in_the_text(text: str, path: str, generator: str) -> None:
    site = SITES[generator]
    for image in Article(text, path, site=site).images:
        for span in (image.span, image.element, image.alt_span):
            assert span is None or 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        '<img srcset="' + "a.png " * 20_000 + '">',
        '<p style="' + "url(" * 30_000 + '">x</p>',
        "<style>" + "/*" * 30_000 + "</style>",
        "<style>" + "url('" * 30_000 + "</style>",
        '<img src="' + "&amp" * 30_000 + '">',
        "{% img " + "a=" * 30_000 + " %}",
        "import " * 20_000,
        "![" * 20_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_long_rubbish_is_read_in_one_go(text: str) -> None:
    for path in ("a.md", "a.mdx"):
        assert len(Article(text, path, site=SITES["hexo"]).images) < 30_000


def test_a_filter_adds_the_slash(tmp_path: Path) -> None:
    site = site_for(tmp_path, "jekyll")
    article = Article("![a]({{ 'b.png' | relative_url }})", tmp_path / "a.md", site=site)
    (image,) = article.images
    assert (image.url, image.span.of(article.text)) == ("/b.png", "b.png")


def test_of_images_beyond_measure_the_first_are_looked_at() -> None:
    article = Article("![](b.png)\n" * 10_010, Path("a.md"))
    assert len(article.images) == 10_010
    assert len(article.image_urls) == 10_000
