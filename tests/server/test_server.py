"""The language server from end to end, over standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.server.conftest import Editor

ONE = "source/_posts/one.md"
TWO = "source/_posts/two.md"


def test_a_defect_is_typed_and_fixed_and_saved(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    assert editor.rules(uri) == []
    sound = editor.text(uri)

    editor.type(uri, sound + "\nStrong.</div>\n")
    [shown] = editor.shown[uri].diagnostics
    assert (shown.code, shown.source) == ("html/stray-end-tag", "articlelint")
    assert shown.severity is types.DiagnosticSeverity.Error
    assert shown.range == types.Range(editor.at(uri, "Strong."), editor.at(uri, "</div>"))
    assert shown.code_description is not None
    assert shown.code_description.href.endswith("/html/stray_end_tag.md")
    assert shown.data == {"fix": "safe"}

    [fix] = [each for each in editor.actions(uri) if each.is_preferred]
    editor.apply(uri, fix)
    assert editor.rules(uri) == []
    assert editor.text(uri) == sound + "\nStrong.\n"

    editor.save(uri)
    assert editor.actions(uri) == []


def test_safe_fixes_are_made_on_save(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    sound = editor.text(uri)
    editor.type(
        uri, sound.replace("title:", "titel:") + '\nOne</div> <img src=a alt="" alt="x">.\n'
    )
    assert "front-matter/unknown-key" in editor.rules(uri)  # whose fix is not safe

    [action] = editor.actions(uri, "source.fixAll")
    assert action.kind == "source.fixAll.articlelint"
    editor.apply(uri, action)
    assert editor.text(uri) == sound.replace("title:", "titel:") + '\nOne <img src=a alt="">.\n'
    assert editor.actions(uri, "source.fixAll.articlelint") == []
    assert editor.actions(uri, "source.organizeImports") == []


def test_a_finding_is_suppressed(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    sound = editor.text(uri)
    editor.type(uri, sound.replace("layout", "layuot") + "\nStrong.</div>\n")
    wanted = [each for each in editor.actions(uri) if each.title.startswith("Suppress")]
    assert [each.title for each in wanted] == [
        "Suppress `front-matter/unknown-key` here",
        "Suppress `html/stray-end-tag` here",
    ]
    editor.apply(uri, wanted[1])
    assert editor.rules(uri) == ["front-matter/unknown-key"]
    assert "<!-- articlelint-disable-next-line html/stray-end-tag -->\nStrong" in editor.text(uri)

    editor.apply(uri, wanted[0])
    assert editor.rules(uri) == []
    assert "# articlelint-disable-next-line front-matter/unknown-key\nlayuot" in editor.text(uri)


def test_an_editor_that_resolves_nothing_has_the_edit_at_once(other_editor: Editor) -> None:
    uri = other_editor.open(other_editor.folder / ONE, "Strong.</div>\n")
    [action] = [each for each in other_editor.actions(uri) if each.title.startswith("Suppress")]
    assert action.edit is not None


def test_an_image_is_renamed_on_the_disk(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    editor.type(uri, editor.text(uri) + "\n![A kite](/images/kite.png)\n")
    assert editor.rules(uri) == []

    image = site / "source/images/kite.png"
    image.rename(image.with_name("dragon.png"))
    editor.touch(image, image.with_name("dragon.png"))
    editor.until(uri, "images/missing-file")

    image.with_name("dragon.png").rename(image)
    editor.touch(image, image.with_name("dragon.png"))
    editor.until(uri)


def test_other_articles_are_compared_with(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    editor.type(uri, editor.text(uri).replace("layout: post", "permalink: /same/"))
    two = site / TWO
    two.write_text(two.read_text().replace("layout: post", "permalink: /same/"))
    editor.touch(two)
    editor.until(uri, "site/duplicate-permalink")

    two.unlink()
    editor.touch(two)
    editor.until(uri)


def test_a_link_to_another_article_that_changes(editor: Editor, site: Path) -> None:
    uri = editor.open(site / TWO)
    editor.type(uri, editor.text(uri) + "\n[The wind](/2024/05/01/one/#the-wind)\n")
    assert editor.rules(uri) == []
    one = site / ONE
    one.write_text(one.read_text().replace("The wind", "Breeze"))
    editor.touch(one)
    editor.until(uri, "links/missing-anchor")


def test_terms_of_an_article_that_changes(editor: Editor, site: Path) -> None:
    uri = editor.open(site / TWO, "---\ntags: []\n---\n")
    editor.ask(lambda: set(editor.labels(uri, "tags: [")) == {"wind", "Kites"})
    one = site / ONE
    one.write_text(one.read_text().replace("Kites", "Dragons"))
    editor.touch(one)
    editor.ask(lambda: set(editor.labels(uri, "tags: [")) == {"wind", "Dragons"})
    (site / "_config.yml").write_text("title: Dragons\n")
    one.write_text(one.read_text().replace("Dragons", "Storms"))
    editor.touch(one, site / "_config.yml")
    editor.ask(lambda: set(editor.labels(uri, "tags: [")) == {"wind", "Storms"})


def test_the_configuration_changes(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE, "---\ntitle: One\n---\n\nStrong.</div>\n")
    editor.until(uri, "html/stray-end-tag")
    config = site / "articlelint.toml"
    config.write_text('ignore = ["html"]\n')
    editor.touch(config)
    editor.until(uri)

    config.write_text("ignore = 1\n")
    editor.touch(config)
    editor.wait(lambda: any("`ignore`" in each for each in editor.messages))

    config.unlink()
    editor.touch(config)
    editor.until(uri, "html/stray-end-tag")


def test_an_article_that_is_left_out(editor: Editor, site: Path) -> None:
    (site / "articlelint.toml").write_text('exclude = ["drafts/"]\n')
    uri = editor.open(site / "drafts/one.md", "Strong.</div>\n")
    assert editor.rules(uri) == []


def test_nothing_is_shown_of_a_closed_article(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE, "Strong.</div>\n")
    assert editor.rules(uri) == ["html/stray-end-tag"]
    params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    editor.client.text_document_did_close(params)
    editor.until(uri)
    assert editor.hover(uri, "</div>") is None


def test_the_page_of_a_rule_and_the_meaning_of_a_key(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    editor.type(uri, editor.text(uri) + "\nStrong.</div>\n")
    page = editor.hover(uri, "</div")
    assert page is not None
    assert page.startswith("# html/stray-end-tag\n")
    meaning = editor.hover(uri, "tag")
    assert meaning is not None
    assert meaning.startswith("`tags`: ")
    assert editor.hover(uri, "A ki") is None


def test_where_a_link_leads(editor: Editor, site: Path) -> None:
    uri = editor.open(site / TWO)
    links = (
        "\n[page](/2024/05/01/one/) [wind](/2024/05/01/one/#the-wind) [top](#high)"
        " ![A kite](/images/kite.png) [gone](/gone.pdf)\n\n## High\n"
    )
    editor.type(uri, editor.text(uri) + links)

    def leads(mark: str) -> tuple[str, int] | None:
        found = editor.definition(uri, mark)
        return None if found is None else (found.uri, found.range.start.line)

    one = (site / ONE).as_uri()
    assert leads("/05/01/one/)") == (one, 0)
    assert leads("one/#the") == (one, 7)
    assert leads("#hi") == (uri, editor.at(uri, "## High").line)
    assert leads("images/ki") == ((site / "source/images/kite.png").as_uri(), 0)
    assert leads("gone.pd") is None
    assert leads("Text") is None


def test_keys_choices_and_terms(editor: Editor, site: Path) -> None:
    one = editor.open(site / ONE)
    uri = editor.open(site / TWO, "---\nti\ncomments: \ntags: [a, ]\ncategories:\n  - \n---\n")
    assert {"title", "permalink"} <= set(editor.labels(uri, "\nti"))
    assert "comments" not in editor.labels(uri, "\nti")
    assert editor.labels(uri, "comments: ") == ["true", "false"]
    editor.ask(lambda: set(editor.labels(uri, "[a, ")) == {"wind", "Kites"})  # once they are read
    assert editor.labels(uri, "  - ") == []
    [title] = [each for each in editor.complete(uri, "\nti") if each.label == "title"]
    assert isinstance(title.text_edit, types.TextEdit)
    assert title.text_edit.new_text == "title: "
    assert title.text_edit.range == types.Range(types.Position(1, 0), types.Position(1, 2))
    assert editor.labels(one, "A kite") == []


def test_targets_anchors_and_images(editor: Editor, site: Path) -> None:
    uri = editor.open(site / TWO)
    half = (
        "\n![A](/images/k\n\n[B](/2024/\n\n[C](#\n\n[D](/2024/05/01/one/#\n\n"
        '<img src="/ima\n\n[E](https://\n\n## High\n'
    )
    editor.type(uri, editor.text(uri) + half)
    assert editor.labels(uri, "![A](/images/") == ["kite.png"]
    assert editor.labels(uri, "[B](/2024/") == ["/2024/05/01/one/", "/2024/05/02/two/"]
    assert editor.labels(uri, "[C](#") == ["High", "high"]  # it is not known which
    assert "the-wind" in editor.labels(uri, "one/#")
    assert "images/" in editor.labels(uri, '<img src="/')
    assert editor.labels(uri, "https://") == []
    editor.type(uri, '---\ncover: /images/\nphotos:\n  - "/ima\n---\n')
    assert editor.labels(uri, "cover: /images/") == ["kite.png"]
    assert "images/" in editor.labels(uri, '- "/')


def test_sources_are_offered_where_links_lead_to_them(editor: Editor) -> None:
    site = editor.folder / "docs-site"
    (site / "docs/guide").mkdir(parents=True)
    (site / "mkdocs.yml").write_text("site_name: Kites\n")
    (site / "docs/guide/first steps.md").write_text("# First\n\n## Wind {#w}\n")
    uri = editor.open(site / "docs/index.md", "# Kites\n\n[A](gui\n\n[B](guide/\n")
    assert "guide/" in editor.labels(uri, "[A](gui")
    [item] = editor.complete(uri, "[B](guide/")
    assert item.label == "first steps.md"
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == "first%20steps.md"


def test_all_articles_are_checked_on_request(started: Callable[..., Editor], home: Path) -> None:
    editor = started("--select", "html", encoding="utf-8")
    two = home / TWO
    two.write_text(two.read_text().replace("layout", "layuot") + "\nStrong.</div>\n")
    (home / ONE).write_text((home / ONE).read_text() + "\nStrong.</div>\n")
    uri = editor.open(home / ONE)
    params = types.ExecuteCommandParams("articlelint.checkWorkspace")
    assert editor.run(editor.client.workspace_execute_command_async(params)) == 1
    assert editor.rules(two.as_uri()) == ["html/stray-end-tag"]
    assert editor.rules(uri) == ["html/stray-end-tag"]
    editor.type(uri, "风é Strong.</div>\n")
    assert editor.shown[uri].diagnostics[0].range.start == types.Position(0, 3 + 2 + 1 + 7)


def test_all_articles_are_checked_always(other_editor: Editor) -> None:
    two = other_editor.folder / TWO
    assert two.as_uri() not in other_editor.shown
    sound = two.read_text()
    two.write_text(sound + "\nStrong.</div>\n")
    other_editor.touch(two)
    other_editor.until(two.as_uri(), "html/stray-end-tag")
    two.write_text(sound)
    other_editor.touch(two)
    other_editor.until(two.as_uri())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_positions_are_counted_as_agreed_or_in_utf_16(
    editor: Editor, other_editor: Editor, site: Path, encoding: str
) -> None:
    before = "风🪁é\ud800 "
    units = {"utf-16": 1 + 2 + 1 + 1 + 1, "utf-32": 5}[encoding]
    editor = editor if encoding == "utf-16" else other_editor
    uri = editor.open(site / TWO, f"One.\r\n\r\n{before}Strong.</div> and</div>\r\n")
    first, second = editor.shown[uri].diagnostics
    assert first.range.start == types.Position(2, units + 7)
    assert second.range == types.Range(types.Position(2, units + 17), types.Position(2, units + 23))
    [fix] = editor.actions(uri, "source.fixAll")
    assert fix.edit is not None
    assert fix.edit.changes is not None
    [edit] = fix.edit.changes[uri]
    assert edit.range.start == types.Position(2, units + 7)
    assert edit.new_text == " and"


def test_an_editor_that_speaks_chinese_is_answered_in_chinese(
    home: Path, started: Callable[..., Editor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARTICLELINT_LANGUAGE")
    editor = started(locale="zh-cn")
    uri = editor.open(home / ONE, "---\ntitle: One\n---\n\nStrong.</div>\n")
    [shown] = editor.shown[uri].diagnostics
    assert shown.message == "`</div>` 没有关闭任何元素；打开着的是 `<p>`"
    titles = [each.title for each in editor.actions(uri)]
    assert titles == ["删除 `</div>`", "在这里抑制 `html/stray-end-tag`"]
    assert "## 为什么" in (editor.hover(uri, "Strong.<") or "")
    assert "标题" in (editor.hover(uri, "titl") or "")
