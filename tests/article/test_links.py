from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.article import Article
from articlelint.destinations.anchors import anchors_of
from articlelint.destinations.files import article_candidates
from articlelint.recognition import site_for
from articlelint.text.files import exists

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.article.links import Link


def links(text: str, generator: str, root: Path) -> tuple[Link, ...]:
    return Article(text, root / "a.md", site=site_for(root, generator)).links


def test_links_of_every_syntax_in_reading_order(tmp_path: Path) -> None:
    text = (
        "[a](b.md 'c') <https://d.example.edu> <e@example.edu> [f][g] [h]\n\n"
        '<a href=" i&amp;j ">k</a> <iframe src="l"></iframe>\n\n[g]: m#n\n[h]: <o p>\n'
    )
    found = [(each.place, each.url, each.text) for each in links(text, "generic", tmp_path)]
    assert found == [
        ("inline", "b.md", "a"),
        ("autolink", "https://d.example.edu", "https://d.example.edu"),
        ("autolink", "mailto:e@example.edu", "e@example.edu"),
        ("a", "i&j", "k"),
        ("iframe", "l", ""),
        ("reference", "m#n", "f"),
        ("reference", "o p", "h"),
    ]


def test_films_and_sounds_are_linked_too(tmp_path: Path) -> None:
    text = (
        '<video src="a.mp4" poster="b.png"></video> <audio src="c.mp3"></audio>\n'
        '<video><source src="d.webm"></video> <picture><source srcset="e.png"></picture>'
    )
    found = [(each.place, each.url) for each in links(text, "generic", tmp_path)]
    assert found == [("video", "a.mp4"), ("audio", "c.mp3"), ("source", "d.webm")]


def test_an_alternative_text_holds_no_links(tmp_path: Path) -> None:
    text = "[![a](e.png)](f) ![g [h]()](i.png) [j](k)"
    assert [each.url for each in links(text, "generic", tmp_path)] == ["f", "k"]


def test_parts_of_a_url(tmp_path: Path) -> None:
    text = "[a](b/c.md?d=e#f)"
    (link,) = links(text, "generic", tmp_path)
    assert (link.path, link.fragment, link.fragment_span.of(text)) == ("b/c.md", "f", "#f")


def test_what_template_tags_look_up(tmp_path: Path) -> None:
    hugo = links('[a]({{< ref "b.md#c" >}}) [d]({{% relref path="e" %}})', "hugo", tmp_path)
    assert [(each.place, each.url) for each in hugo if not each.dynamic] == [
        ("ref", "b.md#c"),
        ("relref", "e"),
    ]
    jekyll = links("[a]({% post_url 2024-05-01-b %}) {% link c.md %}", "jekyll", tmp_path)
    assert [(each.place, each.url) for each in jekyll if not each.dynamic] == [
        ("post_url", "2024-05-01-b"),
        ("link", "c.md"),
    ]


def test_base_urls_that_templates_put_before_a_path(tmp_path: Path) -> None:
    text = (
        "[a]({{ site.baseurl }}/b/) [c]({{ '/d/' | relative_url }}) [e]({{ page.f }}/g)\n"
        "[h]({{ site.url }}{{ site.baseurl }}/i/) [j]({{ site.github.url }}/k/)\n"
        "[l]({{ 'm/' | relative_url }}) [n]({{ '/o/' | absolute_url }}#p)\n"
        "[q]({{ 'r/' | prepend: site.baseurl }})"
    )
    found = [(each.url, each.dynamic) for each in links(text, "jekyll", tmp_path) if each.based]
    assert found == [(url, False) for url in ("/b/", "/d/", "/i/", "/k/", "/m/", "/o/#p")]


def resolves(text: str, generator: str, root: Path, path: str) -> bool | None:
    """Tell whether the first link leads somewhere; None where that is not certain."""
    site = site_for(root, generator)
    article = Article(text, root / path, site=site)
    link = next(each for each in article.links if not each.dynamic)
    candidates = article_candidates(link, article.path, site)
    return any(map(exists, candidates)) if candidates else None


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def test_targets_in_hugo(tmp_path: Path) -> None:
    put(tmp_path, "content/posts/a.md", "content/posts/b/index.md", "static/f.pdf", "hugo.toml")
    here = "content/posts/here.md"
    for good in ('{{< ref "a" >}}', '{{< ref "a.md#x" >}}', '{{< ref "/posts/b" >}}', "/f.pdf"):
        assert resolves(f"[x]({good})", "hugo", tmp_path, here) is True, good
    for bad in ('{{< ref "c" >}}', '{{< ref "x/a" >}}', "/g.pdf", "c.md"):
        assert resolves(f"[x]({bad})", "hugo", tmp_path, here) is False, bad
    for unknown in ("/posts/a/", "../b/", "https://example.edu/a.md", "#a", ""):
        assert resolves(f"[x]({unknown})", "hugo", tmp_path, here) is None, unknown


def test_targets_in_pelican(tmp_path: Path) -> None:
    put(tmp_path, "content/a/b.md", "content/f.pdf")
    (tmp_path / "pelicanconf.py").write_text("PATH = 'content'\n")
    here = "content/a/here.md"
    for good in ("{filename}b.md", "{filename}/a/b.md", "|filename|b.md", "{static}/f.pdf"):
        assert resolves(f"[x]({good})", "pelican", tmp_path, here) is True, good
    assert resolves("[x]({filename}c.md)", "pelican", tmp_path, here) is False


def test_targets_in_hexo(tmp_path: Path) -> None:
    put(tmp_path, "source/_posts/2024-05-01-a.md", "_config.yml")
    (tmp_path / "source/_posts/b.md").write_text("---\ntitle: The Second\n---\n")
    here = "source/_posts/here.md"
    for good in ("a", "b", "'The Second'"):
        assert resolves(f"{{% post_link {good} %}}", "hexo", tmp_path, here) is True, good
    assert resolves("{% post_link c %}", "hexo", tmp_path, here) is False


def test_targets_that_no_disk_can_hold(tmp_path: Path) -> None:
    put(tmp_path, "content/a.md")
    for bad in (f"@/{'x' * 5000}.md", "@/a%00.md"):
        assert resolves(f"[x]({bad})", "zola", tmp_path, "content/here.md") is False, bad


def test_anchors_of_a_page_whose_generator_is_unknown(tmp_path: Path) -> None:
    text = "## What's new?\n\n<p id='b'>\n\n## C {#d}\n"
    anchors = anchors_of(Article(text, tmp_path / "a.md", site=site_for(tmp_path, "generic")))
    for name in ("whats-new", "what-s-new", "whats_new", "What’s-new", "b", "d", "whats-new-1"):
        assert anchors.has(name), name
    assert not anchors.has("news")
    assert anchors.closed
