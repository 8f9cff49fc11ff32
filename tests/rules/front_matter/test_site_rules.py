"""Rules that compare articles: front matter that one lacks, keys that only one has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint import Article, SiteRule, layout_words
from articlelint.linting.keyed import Entry, Origin, found_among
from articlelint.linting.linter import gather
from articlelint.recognition import site_for
from articlelint_rules.front_matter.missing import Missing
from articlelint_rules.front_matter.rare_key import RareKey

if TYPE_CHECKING:
    from articlelint.site import Site

ROOT = Path("/nowhere")


def found(rule: SiteRule, articles: dict[str, str], site: Site) -> list[tuple[str, str]]:
    facts: list[Entry] = []
    for number, (name, text) in enumerate(articles.items()):
        article = Article(text, ROOT / name, site=site)
        gathered, crashes = gather(article, [rule])
        assert not crashes, crashes[0].traceback
        path = Path(article.path)
        facts += (Entry(Origin(number), path, fact) for fact in gathered.get(rule.name, ()))
    return [
        (each.path.relative_to(ROOT).as_posix(), each.diagnostic.message)
        for each in found_among(rule, facts)
    ]


@pytest.fixture
def hugo() -> Site:
    return site_for(ROOT, "hugo")


def posts(count: int, text: str = "---\ntitle: a\n---\n") -> dict[str, str]:
    return {f"content/posts/{number}.md": text for number in range(count)}


def test_one_of_many_lacks_front_matter(hugo: Site) -> None:
    articles = posts(120) | {"content/posts/x.md": "# A\n"}
    message = "The article has no front matter; 120 others in `content/posts` have it"
    assert found(Missing(), articles, hugo) == [("content/posts/x.md", message)]


def test_a_part_of_others_has_none(hugo: Site) -> None:
    articles = posts(120) | {"content/posts/x.include.md": "A\n", "content/posts/x.y.md": "B\n"}
    assert [name for name, _ in found(Missing(), articles, hugo)] == ["content/posts/x.y.md"]


def test_a_page_of_its_own_beside_folders_of_articles(hugo: Site) -> None:
    for name in ("content/home/index.md", "content/index.md"):
        assert not found(Missing(), posts(120) | {name: "Welcome to my kites.\n"}, hugo)
    bundles = {f"content/posts/{number}/index.md": "---\ntitle: a\n---\n" for number in range(120)}
    said = found(Missing(), bundles | {"content/posts/x/index.md": "Kites\n"}, hugo)
    assert [name for name, _ in said] == ["content/posts/x/index.md"]


def test_a_note_beside_articles_that_are_all_an_index(hugo: Site) -> None:
    bundles = {f"content/posts/{number}/index.md": "---\ntitle: a\n---\n" for number in range(120)}
    assert not found(Missing(), bundles | {"content/posts/7/notes.md": "Kites\n"}, hugo)


def test_a_draft_may_lack_front_matter() -> None:
    hexo = site_for(ROOT, "hexo")
    articles = {f"source/_posts/{number}.md": "---\ntitle: a\n---\n" for number in range(120)}
    assert not found(Missing(), articles | {"source/_drafts/x.md": "Kites\n"}, hexo)


def test_fields_without_a_first_fence_are_front_matter_of_hexo() -> None:
    plain = site_for(ROOT, "generic")
    articles = posts(120) | {
        "content/posts/x.md": "title: a\ntags:\n- b\n---\nc\n",
        "content/posts/y.md": "title: a\n\nb\n",
    }
    assert [name for name, _ in found(Missing(), articles, plain)] == ["content/posts/y.md"]


@pytest.mark.parametrize(
    "name",
    [
        "content/posts/README.md",
        "content/posts/_part.md",
        "content/posts/includes/a.md",
        "content/posts/x.html",
        "themes/a/x.md",
    ],
)
def test_what_is_no_article_may_lack_it(name: str, hugo: Site) -> None:
    assert found(Missing(), posts(120) | {name: "# A\n"}, hugo) == []


def test_a_site_in_which_several_lack_it_does_without(hugo: Site) -> None:
    lacking = {f"content/posts/x{number}.md": "# A\n" for number in range(3)}
    assert found(Missing(), posts(120) | lacking, hugo) == []


def test_few_articles_are_no_site(hugo: Site) -> None:
    assert found(Missing(), posts(10) | {"content/posts/x.md": "# A\n"}, hugo) == []


def test_a_folder_of_its_own_is_like_those_around_it(hugo: Site) -> None:
    bundles = {f"content/posts/{n}/index.md": "---\ntitle: a\n---\n" for n in range(120)}
    articles = bundles | {"content/posts/x/index.md": "# A\n"}
    assert [path for path, _ in found(Missing(), articles, hugo)] == ["content/posts/x/index.md"]


def rare(key: str, usual: str, count: int, site: Site, times: int = 1) -> list[str]:
    articles = posts(count, f"---\ntitle: a\n{usual}: 1\n---\n")
    for number in range(times):
        articles[f"content/posts/x{number}.md"] = f"---\ntitle: a\n{key}: 1\n---\n"
    return [message for _, message in found(RareKey(), articles, site)]


def test_a_slip_of_a_key_of_the_site_alone(hugo: Site) -> None:
    assert rare("rivername", "river_name", 20, hugo) == [
        "`rivername` is used in one article only, `river_name` in 20"
    ]
    assert rare("river_nmae", "river_name", 20, hugo)
    assert not rare("river_nmae", "river_name", 19, hugo)
    assert not rare("river_nmae", "river_name", 100, hugo, times=3)
    assert rare("river-name", "river_name", 100, hugo, times=3)


def test_a_key_that_a_layout_reads_is_no_slip(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    layout = tmp_path / "layouts" / "index.html"
    layout.parent.mkdir()
    site = site_for(tmp_path, "hugo")
    assert rare("riverName", "river_name", 20, site)
    layout_words.cache_clear()
    layout.write_text("{{ .Params.riverName }}")
    assert not rare("riverName", "river_name", 20, site)


def test_numbers_tell_keys_apart(hugo: Site) -> None:
    assert not rare("h2_title", "h1_title", 200, hugo)


@pytest.mark.parametrize("key", ["river_names", "river_nose", "rover_names", "title", "river"])
def test_another_word_is_no_slip(key: str, hugo: Site) -> None:
    assert not rare(key, "river_name", 200, hugo)


def test_a_spelling_of_a_themes_key(hugo: Site) -> None:
    # Themes have featured_image and featuredImage: which one this site means, it alone tells.
    assert len(rare("featured-image", "featured_image", 7, hugo, times=3)) == 3
    assert not rare("featured-image", "featured_image", 5, hugo, times=3)
    assert not rare("toc-hide", "toc_hide", 7, hugo, times=3)  # front-matter/unknown-key


def test_case_counts_where_the_generator_heeds_it(hugo: Site) -> None:
    assert not rare("River_Name", "river_name", 50, hugo)
    assert rare("River_Name", "river_name", 50, site_for(ROOT, "hexo"))


def test_keys_within_a_mapping_are_compared_there(hugo: Site) -> None:
    articles = posts(30, "---\nparams:\n  river_name: a\n---\n")
    articles["content/posts/x.md"] = "---\nparams:\n  river_nmae: a\nriver_nmae: b\n---\n"
    assert found(RareKey(), articles, hugo) == [
        (
            "content/posts/x.md",
            "`params.river_nmae` is used in one article only, `params.river_name` in 30",
        )
    ]
