"""Articles that once did harm; the fuzzer found most of them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from articlelint import SAFE, UNSAFE, Article
from articlelint.generators import by_name
from articlelint.generators.generic.address import address
from articlelint.linting import fixing
from articlelint.linting.linter import LintResult, gather, lint
from articlelint.site import Site
from tests.robustness.configured import configured
from tests.robustness.fuzz import NOW, RULES, examined


@pytest.mark.parametrize(
    ("generator", "path", "text"),
    [
        pytest.param(
            "zola",
            "content/a.md",
            "---ß\ntitle: a\ndate: 2024-05-01\n---\n",
            id="what follows the fence is no line of front matter",
        ),
        pytest.param(
            "jekyll",
            "a.md",
            "---[[[[\ntitle: Notes\n---\n",
            id="what follows the fence would swallow the rest",
        ),
        pytest.param(
            "jekyll", "a.md", "---\n---\n```{{}}\n```", id="a tag in the line that opens a fence"
        ),
        pytest.param("generic", "a.html", "<a" * 150, id="text that looks like one tag"),
        pytest.param("mkdocs", "a.md", "<t://[]()> <t://[a](b)>", id="a link in an autolink"),
        pytest.param("hexo", "a.md", "---c\ntitle: x\n--\n", id="both fences are malformed"),
        pytest.param(
            "vitepress",
            "a.md",
            "s```{{.}}\n```",
            id="backticks before a block of code that is never closed",
        ),
        pytest.param(
            "zola", "content/a.md", "# A\r[M](http://((", id="a carriage return ends no heading"
        ),
        pytest.param("jekyll", "a.md", "<hr s= \u201c<>", id="a quote that stands for nothing"),
        pytest.param(
            "pelican",
            "content/a.md",
            f"a\n\n<he>{'</table>' * 150}",
            id="end tags that close nothing in a row",
        ),
        pytest.param(
            "generic",
            "a.md",
            f"a\n\n<div>{'</table></i></ul>' * 120}",
            id="different end tags that close nothing in a row",
        ),
        pytest.param(
            "hexo",
            "source/_posts/a.md",
            f"a | b\n--|--\n1 | 2{'</table>' * 150}",
            id="end tags in a row that Markdown writes itself",
        ),
        pytest.param(
            "hexo",
            "source/_posts/a.md",
            "{%" + ("{{%" * 10 + "0+00") * 12,
            id="marks of tags without an end in a row",
        ),
        pytest.param(
            "hexo", "source/_posts/a.md", "a {{ b " * 120, id="expressions without an end"
        ),
        pytest.param(
            "generic",
            "a.md",
            "<div>\n" + "\t<p>a</p>\n\n" * 150 + "</div>\n",
            id="blank lines at each of which HTML would end",
        ),
        pytest.param(
            "docusaurus", "a.mdx", "<</e**`o**", id="emphasis beside what is masked for a space"
        ),
        pytest.param(
            "vitepress",
            "a.md",
            "\r```{{o}}{{)}}\n-```",
            id="a carriage return before a block of code",
        ),
        pytest.param(
            "jekyll",
            "a.htm",
            '---e: h\rredirect_from: "]\rm: "',
            id="a safe fix that is harmless only with an unsafe one",
        ),
        pytest.param(
            "eleventy",
            "a.html",
            "<div><div><!--articlelint-disable--><table ><d5>",
            id="an end tag that another needs is suppressed",
        ),
        pytest.param(
            "generic", "a.md", f"a](/{'<math>' * 110}< 20", id="one end tag after the other"
        ),
        pytest.param(
            "pelican", "a.markdown", "r:\n</h1>\nd\ntags:", id="a tag between a header and text"
        ),
        pytest.param(
            "astro",
            "src/content/docs/a.mdx",
            "<http://)>",
            id="an address with a bracket, which needs angle brackets as a link's",
        ),
        pytest.param(
            "hugo", "content/a.md", "# Q[](#qoach)\n", id="a URL that the id of its heading holds"
        ),
        pytest.param(
            "hexo",
            "a.md",
            "<b><b><b>[r</b></b></b>](http://.o)\n",
            id="a link that the author's end tag closes",
        ),
        pytest.param(
            "zensical", "a.md", '\x85\n<h1 s=""></a>\n', id="an end tag that Markdown moves"
        ),
        pytest.param(
            "hexo", "a.md", "---\ntitle:d:\n---\n", id="a glued key, a colon in the value"
        ),
        pytest.param(
            "generic",
            "a.md",
            "---\ntitle: The bridge\ndescription:scription: It was opened.\n------\n",
            id="a glued key and a malformed fence",
        ),
        pytest.param(
            "hexo",
            "source/_posts/a.md",
            "---\ncategories:\n  - [a]\n  - {a: b}\n  -\n---\n",
            id="lists and mappings among terms",
        ),
        pytest.param(
            "jekyll",
            "_posts/2024-01-01-a.md",
            "---\ndate: 0001-01-01 00:00:00 +0000\n---\n",
            id="the first day of the calendar",
        ),
        pytest.param(
            "jekyll",
            "_posts/9999-12-31-a.md",
            "---\ndate: 9999-12-31 23:59:59 +0000\n---\n",
            id="the last day of the calendar",
        ),
        *(
            pytest.param(
                "hugo", "content/posts/a.md", f"---\nslug: {slug}\n---\n", id=f"slug {slug}"
            )
            for slug in ("", ".", "..", "a/b", "/", "a/../b")
        ),
        pytest.param(
            "generic", "a.md", f"---\na: {'[' * 1000}\n---\n", id="front matter a thousand deep"
        ),
        pytest.param(
            "hexo",
            "source/_posts/a.md",
            "{% unknown %}{% raw %}" * 12,
            id="raw blocks that are not closed",
        ),
        pytest.param("vitepress", "a.md", "`<!--`{{%}}", id="a comment begun in code"),
        pytest.param("docusaurus", "a.mdx", "{{ a\n\n" * 4, id="fixes of many that touch"),
        pytest.param(
            "generic", "a.md", '<img alt="The {{ kite">\n}}', id="a quote that a template may hold"
        ),
        pytest.param("hexo", "a.md", "www.a.example.edu程。", id="an address without a scheme"),
        pytest.param(
            "hugo",
            "content/a.md",
            "---\n\ufeff---\ne: \n---",
            id="a fence that is none for its byte order mark",
        ),
        pytest.param(
            "zola",
            "content/a.md",
            '+++\nt=""\nd=""\ne=""\n\ufeff5:',
            id="front matter that ends at a byte order mark",
        ),
        pytest.param("zola", "a.md", "++\nd=nan\ni\n+\ufeff++", id="a fence with a mark in it"),
        pytest.param(
            "hugo",
            "content/a.html",
            '++\na=[""]\ne\ufeff=',
            id="front matter that ends at a key with a mark in it",
        ),
        pytest.param(
            "jekyll",
            "_posts/2024-01-01-a.md",
            "--\nc: \nt: :\ufeff",
            id="a colon that is text for the mark behind it",
        ),
        pytest.param(
            "hugo",
            "content/a.md",
            "+++\na = 1\na = 2\nb = '\\q'\nc = \"\\q\"\n+++\n",
            id="a key that is set twice, and a string that cannot be read",
        ),
        pytest.param(
            "hugo",
            "content/a.md",
            '+++\ndate = "2014-11-10T00:00:00-0"\n+++\n',
            id="a date that TOML does not know without its quotes",
        ),
        pytest.param(
            "pelican",
            "a.htm",
            "<style></style><head><title></title>",
            id="a head that is ignored but for its data",
        ),
        pytest.param(
            "eleventy",
            "a.njk",
            "`{% unknown %} {% raw %}`\n\n" * 110,
            id="code that hides what follows, again and again",
        ),
        pytest.param(
            "jekyll",
            "_posts/2024-01-01-a.md",
            "---\ntitle: a\n---\n" + "```\n{% raw %}\n```\n" * 2 + "`{% raw %}`\n\n" * 110,
            id="code of both kinds that hides what follows",
        ),
        pytest.param("jekyll", "a.md", "<b><b>[</b></b>](a)", id="elements closed within a link"),
        pytest.param(
            "jekyll", "a.md", "<strike>Gone</strike", id="an end tag that the renderer wrote"
        ),
        pytest.param(
            "generic", "a.md", f"<a href='{'to ' * 800}", id="a quote that nobody closed for long"
        ),
        pytest.param(
            "generic",
            "a.html",
            f'<a href="javascript:void{" " * 4000}x">a</a>',
            id="blanks in a script that does nothing",
        ),
        pytest.param(
            "generic", "a.html", '<a href="a% 2C">a</a>', id="a blank in an encoded character"
        ),
        pytest.param("jekyll", "a.md", '<div s="" a-', id="the text ends behind a hyphen"),
        pytest.param("jekyll", "a.md", "<a>[</a>](http://b", id="an end tag in place of itself"),
        pytest.param("quartz", "a.md", "---\ndraft: {}\n---\n", id="a draft that is a mapping"),
        pytest.param(
            "hexo", "a.md", "http://9\x1b\uff0c", id="a URL that cannot stand between brackets"
        ),
        pytest.param(
            "hugo",
            "content/a.html",
            '<img src="/%s">' % ("a" * 300),
            id="a name too long for a disk",
        ),
        pytest.param(
            "pelican", "content/a.md", "e:\n[a]:b\nn\nDate:", id="a definition that ends metadata"
        ),
        pytest.param("jekyll", "a.md", '<e s=">"/>    <c', id="code in the line of an HTML block"),
        pytest.param(
            "mdn",
            "files/en-us/web/a/index.md",
            '--\nd: \nt: \ne: \n\n]<a href="+\ne">',
            id="a fix of the body that makes a line of it front matter",
        ),
        pytest.param(
            "astro", "a.mdx", "--\ne: -\u202e", id="a mark that keeps a hyphen from being an item"
        ),
        pytest.param(
            "hexo",
            "source/_posts/a.md",
            "---\n\ufeff---: \ndate: 2022-2-2T1'\n---",
            id="a date in front matter that its first mark keeps together",
        ),
        pytest.param("generic", "a.html", "<div>" * 30, id="thirty unclosed elements"),
        pytest.param(
            "generic",
            "a.md",
            f"[a]({'https://' * 120}a.example.edu)",
            id="a scheme again and again",
        ),
    ],
)
def test_articles_that_did_harm_do_none(generator: str, path: str, text: str) -> None:
    root, of_site = Path("/nowhere"), by_name(generator)
    site = Site(root, of_site, of_site.settings(root))
    assert examined(Article(text, root / path, site=site, now=NOW), 60) == []


def test_a_mark_in_a_line_of_text_can_be_deleted() -> None:
    article = Article(f"---\ntitle: {'a ' * 20}\ufeffb\n---\n", Path("a.md"))
    (found,) = (each for each in lint(article, RULES).diagnostics if each.rule.endswith("mark"))
    assert found.fix is not None


@pytest.mark.parametrize("number", [8, 200])
def test_end_tags_at_one_place_are_inserted_together(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[Article] = []

    def noted(article: Article, *rest: Any, **more: Any) -> LintResult:
        passed.append(article)
        return lint(article, *rest, **more)

    monkeypatch.setattr(fixing, "lint", noted)
    tags = '<span class="a">' * number
    fixed = fixing.fix(Article(f"<p>{tags}a</p>", Path("a.html")), RULES, SAFE)
    assert fixed.article.text == f"<p>{tags}a{'</span>' * number}</p>"
    assert len(passed) == 2


@pytest.mark.parametrize("slug", [".", "..", "/", "b/c", "/b/", "\0"])
def test_a_slug_that_is_no_name_of_a_file(slug: str) -> None:
    places = (PurePosixPath("content"),)
    for pattern in ("/:path/", ":slug", "/:year/:title"):
        address(PurePosixPath("content/a/b.md"), {"slug": slug}, pattern, places)


def test_names_of_dots() -> None:
    for generator, path in (
        ("hugo", "content/posts/..fr.md"),
        ("zola", "content/2024-01-01-..md"),
        ("eleventy", "2024-01-01-..md"),
    ):
        of_site, root = by_name(generator), Path("/nowhere")
        settings = replace(of_site.settings(root), languages=("fr",), permalink="/:path/")
        article = Article("---\ntitle: a\n---\n", root / path, site=Site(root, of_site, settings))
        assert not gather(article, RULES)[1]


@pytest.mark.parametrize("day", ["0001-1-1T", "0001-01-01 00:30", "9999-12-31 23:30"])
def test_days_at_the_ends_of_the_calendar(day: str) -> None:
    of_site, root = by_name("hexo"), Path("/nowhere")
    for zone in ("Asia/Shanghai", "America/New_York"):
        settings = replace(of_site.settings(root), time_zone=ZoneInfo(zone))
        signed = f"https://a.blob.core.windows.net/a.png?sig=a&se={day.replace(' ', 'T')}%2B14:00"
        text = f"---\ntitle: a\ndate: {day}\n---\n![Hills]({signed})\n"
        site = Site(root, of_site, settings)
        article = Article(text, root / "source/_posts/a.md", site=site, now=NOW)
        assert not gather(article, RULES)[1]
        assert not lint(article, RULES).crashes


def test_the_name_of_a_module_too_long_for_a_disk(tmp_path: Path) -> None:
    of_site = by_name("vitepress")
    site = Site(tmp_path, of_site, of_site.settings(tmp_path))
    text = f"<script setup>\nimport a from './{'a' * 300}'\n</script>\n"
    assert not lint(Article(text, tmp_path / "a.md", site=site, now=NOW), RULES).crashes


def test_the_name_of_a_folder_of_images_too_long_for_a_disk(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    of_site = by_name("jekyll")
    site = Site(tmp_path, of_site, of_site.settings(tmp_path))
    text = f"---\ntitle: A\n---\n\n![A kite](/assets/{'a' * 300}/b/kite.png)\n"
    assert not lint(Article(text, tmp_path / "_posts/a.md", site=site, now=NOW), RULES).crashes


def test_an_image_that_is_the_site_itself(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    of_site = by_name("hexo")
    site = Site(tmp_path, of_site, of_site.settings(tmp_path))
    assert not lint(Article("--\nimage: .", tmp_path / ".md", site=site, now=NOW), RULES).crashes


def test_a_safe_fix_that_is_right_only_with_an_unsafe_one() -> None:
    text = "---\ne: '\n - : g\n ,\n i:\n---\n"
    fixed = fixing.fix(Article(text, Path("a.md"), now=NOW), RULES, SAFE)
    assert not fixed.unsettled
    assert fixed.article.text == text


def test_halves_of_template_tags_are_no_attributes(tmp_path: Path) -> None:
    of_site = by_name("eleventy")
    site = Site(tmp_path, of_site, of_site.settings(tmp_path))
    article = Article("<div></i, {% %}, {% %}>", tmp_path / "a.md", site=site, now=NOW)
    fixed = fixing.fix(article, RULES, UNSAFE)
    assert fixed.applied == {"templates/unclosed-tag": 2}
    assert fixed.article.text.count("{% raw %}{% %}{% endraw %}") == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_beside_front_matter_in_code_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    text = "```\n---\ntitle: A\ntags: [a]\n---\n```\n\nText\n"
    found = lint(Article(text, tmp_path / "a.md", now=NOW), RULES).diagnostics
    assert "front-matter/malformed-fence" in {each.rule for each in found}


def test_a_list_that_a_blank_line_does_not_begin(tmp_path: Path) -> None:
    places = configured(tmp_path)
    path, site = next(places)
    text = "    @}\n```\n\n### 3\nWind\n- **a\n- **b\n\n```\ntext"
    assert examined(Article(text, path, site=site, now=NOW), 60) == []
