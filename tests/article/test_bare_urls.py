"""URLs that stand in Markdown as they are; what each library makes of them is seen by an oracle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.generators import GENERATORS
from articlelint.recognition import site_for
from articlelint.site import GENERIC_SITE

if TYPE_CHECKING:
    from articlelint.article.links import Link

LIBRARIES = ("hexo", "hugo", "astro")


def bare(text: str, generator: str, path: str = "a.md") -> list[str]:
    """Return what is written in the bare links of *text*."""
    return [each.span.of(text) for each in found(text, generator, path)]


def found(text: str, generator: str, path: str = "a.md") -> list[Link]:
    links = Article(text, path, site=site_for(Path("nowhere"), generator)).links
    return [each for each in links if each.place == "bare"]


@pytest.mark.parametrize("generator", LIBRARIES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://x.net/a_b.", "https://x.net/a_b"),
        ("www.x.net/a!?:,", "www.x.net/a"),
        ("(https://x.net/a_(b))", "https://x.net/a_(b)"),
        ("(https://x.net/a)", "https://x.net/a"),
        ("https://x.net/a&copy;", "https://x.net/a"),
        ("https://x.net/a?b=1&c=2 d", "https://x.net/a?b=1&c=2"),
        ("**https://x.net/a_b_c**", "https://x.net/a_b_c"),
        ("_a https://x.net/b_c_", "https://x.net/b_c"),
        ("~~https://x.net/a~~", "https://x.net/a"),
        ("https://x.net/a<br>", "https://x.net/a"),
        ("> a\n> https://x.net/a", "https://x.net/a"),
        ("|a|\n|-|\n|https://x.net/a|", "https://x.net/a"),
        ("https://a_b.x.net/a--b...", "https://a_b.x.net/a--b"),
        ("<b>https://x.net/a</b>", "https://x.net/a"),
        ("# https://x.net/a", "https://x.net/a"),
    ],
)
def test_where_a_url_ends_for_all(text: str, expected: str, generator: str) -> None:
    assert bare(text, generator) == [expected]


@pytest.mark.parametrize("generator", LIBRARIES)
@pytest.mark.parametrize(
    "text",
    [
        "`https://x.net/a`",
        "    https://x.net/a",
        "```\nhttps://x.net/a\n```",
        "[a https://x.net/a b](https://y.net)",
        "![a https://x.net/a b](https://y.net)",
        "<https://x.net/a>",
        '<a href="https://x.net/a">https://x.net/a</a>',
        "<div>\nhttps://x.net/a\n</div>",
        "[a]: https://x.net/a",
        "[a](b 'https://x.net/a')",
        "https:// http://. www. http:/x.net //x.net",
    ],
)
def test_what_is_no_bare_url_for_all(text: str, generator: str) -> None:
    assert bare(text, generator) == []


@pytest.mark.parametrize(
    ("text", "hexo", "hugo", "astro"),
    [
        (
            "https://x.net/a中文。",
            "https://x.net/a中文。",
            "https://x.net/a",
            "https://x.net/a中文。",
        ),
        ("中文https://x.net/a", "https://x.net/a", None, "https://x.net/a"),
        ("xhttps://x.net/a", "https://x.net/a", None, None),
        ("'https://x.net/a'", "https://x.net/a", "https://x.net/a'", "https://x.net/a"),
        ("http://localhost:4000/a", "http://localhost:4000/a", None, "http://localhost:4000/a"),
        ("https://x.y_z/a", "https://x.y_z/a", "https://x.y", None),
        ("ftp://x.net/a", "ftp://x.net/a", "ftp://x.net/a", None),
        ("*a https://x.net/b*c", "https://x.net/b", "https://x.net/b", "https://x.net/b*c"),
        (r"https://x.net/a\_b", r"https://x.net/a\_b", "https://x.net/a", r"https://x.net/a\_b"),
        ("[https://x.net/a]", "https://x.net/a]", None, "https://x.net/a"),
        ("https://x.net/(a", "https://x.net/", "https://x.net/(a", "https://x.net/(a"),
        ("HTTPS://x.net/a", "HTTPS://x.net/a", None, "HTTPS://x.net/a"),
        ("WWW.x.net/a", None, None, "WWW.x.net/a"),
        ("http://[::1]/a", None, None, None),
    ],
)
def test_where_they_differ(
    text: str, hexo: str | None, hugo: str | None, astro: str | None
) -> None:
    for generator, expected in (("hexo", hexo), ("hugo", hugo), ("astro", astro)):
        assert bare(text, generator) == ([expected] if expected else []), generator


def test_several_of_one_line() -> None:
    text = "https://x.net/a, https://y.net/b,https://z.net/c"
    assert bare(text, "hexo") == ["https://x.net/a", "https://y.net/b,https://z.net/c"]


@pytest.mark.parametrize("generator", sorted({*GENERATORS} - {*LIBRARIES}))
def test_who_makes_links_of_them(generator: str) -> None:
    made = generator in {
        *("docsify", "docusaurus", "fumadocs", "mdn", "nextra", "nuxt-content", "rspress"),
        *("obsidian", "quartz", "vitepress"),
    }
    assert bare("see https://x.net/a", generator) == (["https://x.net/a"] if made else [])


def test_no_generator_in_particular() -> None:
    assert not Article("see https://x.net/a", site=GENERIC_SITE).links


def test_a_setting_says_that_they_become_links() -> None:
    site = site_for(Path("nowhere"), "jekyll", {"bare-urls": True})
    assert [link.url for link in Article("see https://x.net/a.", site=site).links] == [
        "https://x.net/a"
    ]


def test_the_url_is_what_the_browser_gets() -> None:
    assert [each.url for each in found("www.x.net/a?b=1&amp;c=2", "hexo")] == [
        "http://www.x.net/a?b=1&c=2"
    ]
    assert [each.url for each in found("https://x.net/a?b=1&amp;c=2", "astro")] == [
        "https://x.net/a?b=1&amp;c=2"
    ]


def test_what_a_template_completes_is_not_known() -> None:
    text = "https://x.net/{{ page.slug }} https://x.net/a{{ page.slug }}/b https://x.net/c"
    assert [(each.text, each.dynamic) for each in found(text, "hexo")][-1] == (
        "https://x.net/c",
        False,
    )
    assert [each.dynamic for each in found(text, "hexo")] == [True, True, False]


def test_expressions_and_components_of_mdx() -> None:
    text = "{'https://x.net/a'} <B c='https://x.net/d'>https://x.net/e</B>\n"
    assert bare(text, "docusaurus", "a.mdx") == ["https://x.net/e"]


def test_what_a_shortcode_may_take_for_code() -> None:
    text = "{{< a >}}https://x.net/a{{< /a >}} {{% b %}} https://x.net/b {{% /b %}}"
    assert bare(text, "hugo") == ["https://x.net/b"]


def test_an_endless_url_is_none() -> None:
    assert bare("https://x.net/" + "a" * 3_000, "hexo") == []


@pytest.mark.parametrize(
    ("generator", "name", "configuration"),
    [
        ("hexo", "_config.yml", "marked:\n  autolink: false\n"),
        ("hexo", "_config.yml", "marked:\n  gfm: false\n"),
        ("hexo", "package.json", '{"dependencies": {"hexo": "7", "hexo-renderer-pandoc": "0"}}'),
        ("hugo", "hugo.toml", "[markup.goldmark.extensions]\nlinkify = false\n"),
        ("hugo", "hugo.toml", "[markup]\ndefaultMarkdownHandler = 'asciidocext'\n"),
        ("astro", "astro.config.mjs", "export default { markdown: { gfm: false } }\n"),
    ],
)
def test_settings_that_turn_them_off(
    generator: str, name: str, configuration: str, tmp_path: Path
) -> None:
    def links() -> int:
        return len(
            Article("https://x.net/a", tmp_path / "a.md", site=site_for(tmp_path, generator)).links
        )

    before = links()
    (tmp_path / name).write_text(configuration, encoding="utf-8")
    assert (before, links()) == (1, 0)
