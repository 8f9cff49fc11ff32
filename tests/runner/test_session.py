"""Texts checked again and again, beside what is known of other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import ConfigError, FileReport
from articlelint.destinations import page_index
from articlelint.generators import tree
from articlelint.runner import compare, forgetting, session
from articlelint.runner.session import Session

if TYPE_CHECKING:
    from pathlib import Path

POST = "---\ntitle: {0}\npermalink: /{0}/\n---\n\nText.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "_config.yml").write_text("title: x\n")
    (tmp_path / "package.json").write_text('{"dependencies": {"hexo": "7"}}')
    posts = tmp_path / "source/_posts"
    posts.mkdir(parents=True)
    for name in ("one", "two"):
        (posts / f"{name}.md").write_text(POST.format(name))
    return posts


def rules(report: FileReport) -> list[str]:
    return [finding.diagnostic.rule for finding in report.findings]


def test_a_text_is_compared_with_the_articles_that_are_known(site: Path) -> None:
    desk = Session()
    one, two = site / "one.md", site / "two.md"
    assert rules(desk.check(one, POST.format("two"))) == []
    assert list(desk.survey(one)) == [two]
    assert list(desk.survey(one)) == []
    assert rules(desk.check(one, POST.format("two"))) == ["site/duplicate-permalink"]
    assert rules(desk.check(one, POST.format("one"))) == []
    assert rules(desk.check(two, POST.format("one"))) == ["site/duplicate-permalink"]
    desk.check(one, POST.format("three"))
    assert rules(desk.check(two, POST.format("one"))) == []
    desk.close(one)
    assert rules(desk.check(two, POST.format("one"))) == ["site/duplicate-permalink"]


def test_what_others_say_is_compared_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Path] = []

    def counting(job: object, outcomes: object, others: object) -> object:
        compared.append(outcomes[0].report.path)  # type: ignore[index]
        return compare.compare(job, outcomes, others)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "compare", counting)
    desk = Session()
    for number in range(5):
        desk.check(site / "one.md", POST.format("one") + "More. " * number)
    assert len(compared) == 1
    desk.check(site / "one.md", POST.format("three"))
    assert len(compared) == 2


def test_suppressions_of_what_site_rules_find(site: Path) -> None:
    desk = Session()
    one = site / "one.md"
    list(desk.survey(one))
    comment = "# articlelint-disable-next-line site/duplicate-permalink\n"
    text = POST.format("two").replace("permalink", f"{comment}permalink")
    assert rules(desk.check(one, text)) == []
    assert rules(desk.check(one, text.replace("/two/", "/one/"))) == ["suppression/unused"]


def test_files_that_change(site: Path) -> None:
    desk = Session()
    one, two = site / "one.md", site / "two.md"
    text = POST.format("one") + "\n[Two](/two/) ![A](/a.png)\n"
    assert rules(desk.check(one, text)) == ["images/missing-file"]
    list(desk.survey(one))
    (site.parent / "a.png").write_bytes(b"x")
    assert not desk.changed([site.parent / "a.png"])
    assert rules(desk.check(one, text)) == []

    two.write_text(POST.format("second"))
    assert not desk.changed([two])
    assert rules(desk.check(one, text)) == ["links/missing-page"]
    two.write_text(POST.format("two"))
    desk.changed([two])
    assert rules(desk.check(one, text)) == []

    config = site.parents[1] / "articlelint.toml"
    config.write_text('select = ["html"]\n')
    assert desk.changed([config])
    assert rules(desk.check(one, text + "</div>\n")) == ["html/stray-end-tag"]


def test_a_body_that_changes_on_the_disk_is_no_reason_to_forget(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[None] = []
    monkeypatch.setattr(session, "forget_files", lambda: forgotten.append(None))
    desk = Session()
    one, two = site / "one.md", site / "two.md"
    desk.check(one, POST.format("one"))
    list(desk.survey(one))
    two.write_text(POST.format("two") + "\nMore.\n")
    desk.changed([two])
    assert forgotten == []
    two.write_text(POST.format("second"))
    desk.changed([two])
    assert len(forgotten) == 1


def test_what_git_ignores_or_a_generator_made_is_no_article(site: Path) -> None:
    desk = Session()
    one, root = site / "one.md", site.parents[1]
    (root / ".gitignore").write_text("public/\nnotes/\n")
    list(desk.survey(one))
    for made in (root / "public/one.html", root / "notes/one.md"):
        made.parent.mkdir()
        made.write_text(POST.format("one"))
        assert not desk.changed([made])
    assert rules(desk.check(one, POST.format("one"))) == []
    layout = root / "layouts/one.html"
    layout.parent.mkdir()
    layout.write_text("<p>")
    assert desk.changed([layout])


def test_where_many_files_change_all_are_read_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_MOST_CHANGED", 1)
    desk = Session()
    one, two = site / "one.md", site / "two.md"
    list(desk.survey(one))
    two.write_text(POST.format("one"))
    assert desk.changed([one, two])
    list(desk.survey(one))
    assert rules(desk.check(one, POST.format("one"))) == ["site/duplicate-permalink"]


def test_a_configuration_that_is_broken_for_a_while(site: Path) -> None:
    desk = Session()
    one, config = site / "one.md", site.parents[1] / "articlelint.toml"
    config.write_text("select = 1\n")
    assert desk.changed([one, config])
    with pytest.raises(ConfigError):
        desk.check(one, POST.format("one"))
    assert desk.changed([one])
    config.write_text('select = ["html"]\n')
    assert desk.changed([one, config])
    assert rules(desk.check(one, POST.format("one") + "</div>\n")) == ["html/stray-end-tag"]


def test_fixes_are_those_of_the_command_line(site: Path) -> None:
    desk = Session()
    text = POST.format("one") + "\nStrong.</div>\n"
    assert desk.fix(site / "one.md", text) == text.replace("</div>", "")
    assert desk.fix(site / "one.md", POST.format("one")) == POST.format("one")


def test_whole_folders(site: Path) -> None:
    desk = Session()
    one, two, three = (site / f"{name}.md" for name in ("one", "two", "three"))
    two.write_text(POST.format("one"))
    three.write_text(POST.format("three"))
    desk.check(three, "Strong.</div>\n")
    steps = list(desk.check_files([one, two, three, site / "none.md"]))
    assert steps[:3] == [one, two, three]
    reports = [each for each in steps if isinstance(each, FileReport)]
    assert [(each.path, rules(each)) for each in reports] == [
        (one, ["site/duplicate-permalink"]),
        (two, ["site/duplicate-permalink"]),
    ]


def test_everything_that_functions_remember_is_forgotten(site: Path) -> None:
    desk = Session()
    desk.check(site / "one.md", POST.format("one") + "\n[Two](/two/)\n")
    assert page_index._pages_of.cache_info().currsize
    assert tree.tree.cache_info().currsize
    forgetting.forget_files()
    assert not page_index._pages_of.cache_info().currsize
    assert not tree.tree.cache_info().currsize
