from __future__ import annotations

import os
from pathlib import Path

import pytest

from articlelint.config import Configs
from articlelint.report.report import Report
from articlelint.reporters import Style, html
from articlelint.runner.discovery import Discovery, discover, would_find


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def look(*paths: str, force_exclude: bool = False) -> Discovery:
    return discover(paths or (".",), Configs(), force_exclude=force_exclude)


def found(*paths: str, force_exclude: bool = False) -> list[str]:
    discovery = look(*paths, force_exclude=force_exclude)
    assert not discovery.problems
    return [path.as_posix() for path in discovery.files]


def test_articles_are_known_by_extension_and_come_in_order() -> None:
    plant("b.md", "a.MD", "c.markdown", "d.mdown", "e.mkd", "f.mdx", "g.html", "h.htm")
    plant("no.txt", "no.md.bak", "md", "z/a.md", "a/z.md", "a/a/a.md", "a.b/x.md")
    assert found() == [
        "a.MD", "b.md", "c.markdown", "d.mdown", "e.mkd", "f.mdx", "g.html", "h.htm",
        "a/z.md", "a/a/a.md", "a.b/x.md", "z/a.md",
    ]  # fmt: skip


def test_paths_are_shown_as_they_were_given(folder: Path) -> None:
    plant("posts/a.md")
    assert found("posts") == found("./posts/") == found("posts/../posts/a.md") == ["posts/a.md"]
    assert found(str(folder / "posts")) == [str(folder / "posts/a.md")]
    os.chdir("posts")
    assert found("..") == ["../posts/a.md"]


def test_each_file_once_in_the_order_of_the_paths() -> None:
    plant("a.md", "b.md", "c/d.md")
    assert found("c", "b.md", ".", "./b.md", "c/d.md") == ["c/d.md", "b.md", "a.md"]


def test_a_part_of_a_site_that_is_about_tests_is_no_folder_of_tests() -> None:
    plant("a.md", "tests/index.md", "tests/run.md", "test/run.md", "pyproject.toml")
    Path("conf.py").write_text("extensions = ['myst_parser']\n")
    assert found() == ["a.md", "tests/index.md", "tests/run.md"]


def test_a_package_for_browsers_among_the_assets_is_somebody_elses() -> None:
    plant("a.md", "assets/kites/bower.json", "assets/kites/README.md", "assets/b.md")
    plant("site/bower.json", "site/a.md")
    assert found() == ["a.md", "assets/b.md", "site/a.md"]


def test_hidden_and_foreign_folders_are_left_out_unless_named() -> None:
    plant(".hidden.md", ".github/x.md", "node_modules/p/README.md", "venv/x.md", "a.md")
    assert found() == ["a.md"]
    assert found(".github", ".hidden.md", "node_modules") == [
        ".github/x.md",
        ".hidden.md",
        "node_modules/p/README.md",
    ]


def test_a_named_file_is_checked_whatever_its_extension() -> None:
    plant("notes.txt")
    assert found("notes.txt") == ["notes.txt"]
    assert found("notes.txt", force_exclude=True) == []


def test_what_is_no_file_is_left_out() -> None:
    plant("a.md", "folder.md/b.md")
    os.mkfifo("pipe.md")
    assert found() == ["a.md", "folder.md/b.md"]


class TestIgnoring:
    def test_gitignore_of_every_level(self) -> None:
        plant(".git/HEAD", "a.md", "out/a.md", "blog/b.md", "blog/keep.md", "blog/out/c.md")
        Path(".gitignore").write_text("out/\n*.html\n/blog/keep.md\n", encoding="utf-8")
        Path("blog/.gitignore").write_text("b.md\n!keep.md\n!out/\n", encoding="utf-8")
        assert found() == ["a.md", "blog/keep.md", "blog/out/c.md"]
        assert found("blog") == ["blog/keep.md", "blog/out/c.md"]
        assert found("out", "blog/b.md") == ["out/a.md", "blog/b.md"]
        assert found("out/a.md", "blog/b.md", "a.md", force_exclude=True) == ["a.md"]

    def test_a_gitignore_holds_outside_a_repository_too(self) -> None:
        plant("a.md", "out/a.md")
        Path(".gitignore").write_text("out\n", encoding="utf-8")
        assert found() == ["a.md"]

    def test_a_line_that_is_no_pattern_ignores_nothing(self) -> None:
        plant("a.md", "b.md", "c.md")
        Path(".gitignore").write_text("!\n[z-a]\nb.md\\\nc.md\n", encoding="utf-8")
        assert found() == ["a.md", "b.md"]

    def test_exclude(self) -> None:
        plant("a.md", "old/a.md", "deep/old/b.md", "deep/c.html", "deep/d.md")
        Path("articlelint.toml").write_text('exclude = ["/old", "deep/*.html"]', encoding="utf-8")
        assert found() == ["a.md", "deep/d.md", "deep/old/b.md"]
        assert found("old/a.md") == ["old/a.md"]
        assert found("old/a.md", "deep/c.html", "a.md", force_exclude=True) == ["a.md"]
        assert found("old", force_exclude=True) == []

    def test_templates_of_a_generator(self) -> None:
        plant("source/_posts/a.md", "scaffolds/post.md")
        Path("_config.yml").write_text("title: x\n", encoding="utf-8")
        Path("package.json").write_text('{"dependencies": {"hexo": "7"}}', encoding="utf-8")
        assert found() == ["source/_posts/a.md"]
        assert found("scaffolds/post.md") == ["scaffolds/post.md"]
        assert found("scaffolds/post.md", force_exclude=True) == []

    def test_whether_a_walk_would_find_a_path(self) -> None:
        plant("a.md", "node_modules/a.md")
        assert would_find(Path("a.md"), Configs())
        assert would_find(Path("not-yet-there.md"), Configs())
        assert not would_find(Path("node_modules/a.md"), Configs())
        assert not would_find(Path("a.txt"), Configs())
        assert not would_find(Path(".a.md"), Configs())


class TestGlobs:
    def test_patterns_that_no_shell_expanded(self) -> None:
        plant("a.md", "p/b.md", "p/q/c.md", "p/q/d.html", "p/x.png", "p/notes.txt")
        assert found("p/**/*.md") == ["p/b.md", "p/q/c.md"]
        assert found("p/*") == ["p/b.md", "p/q/c.md", "p/q/d.html"]
        assert found("p/**/*") == ["p/b.md", "p/q/c.md", "p/q/d.html"]
        assert found("p/*.txt") == ["p/notes.txt"]

    def test_a_file_whose_name_looks_like_a_pattern(self) -> None:
        plant("[slug].md", "s.md")
        assert found("[slug].md") == ["[slug].md"]

    def test_a_pattern_that_matches_nothing_is_a_problem(self) -> None:
        (problem,) = look("*.md").problems
        assert str(problem) == "*.md: nothing matches this pattern"


class TestLinks:
    def test_loops_end(self) -> None:
        plant("a/b/c.md")
        Path("a/b/up").symlink_to("..", target_is_directory=True)
        Path("a/self").symlink_to("self")
        Path("a/dot").symlink_to(".", target_is_directory=True)
        assert found() == ["a/b/c.md"]

    def test_a_link_out_of_the_tree_is_followed_in_the_repository(self, folder: Path) -> None:
        plant("outside/x.md", "tree/a.md", ".git/HEAD")
        Path("tree/link").symlink_to(folder / "outside", target_is_directory=True)
        Path("tree/y.md").symlink_to(folder / "outside/x.md")
        assert found("tree") == ["tree/a.md", "tree/y.md"]

    def test_what_is_reached_directly_counts_before_what_is_reached_by_a_link(self) -> None:
        plant("z/a.md")
        Path("b.md").symlink_to("z/a.md")
        Path("a").symlink_to("z", target_is_directory=True)
        assert found() == ["z/a.md"]

    def test_a_dangling_link_is_a_problem_of_its_reader(self) -> None:
        Path("gone.md").symlink_to("nowhere.md")
        assert found("gone.md") == ["gone.md"]
        assert found() == ["gone.md"]


class TestProblems:
    def test_a_path_that_is_not_there(self) -> None:
        plant("a.md")
        discovery = look("gone.md", "a.md", "gone/")
        assert [str(each) for each in discovery.problems] == [
            "gone.md: there is no such file or folder",
            "gone/: there is no such file or folder",
        ]
        assert discovery.files == [Path("a.md")]

    @pytest.mark.skipif(os.getuid() == 0, reason="root reads everything")
    def test_a_folder_that_cannot_be_read(self) -> None:
        plant("a.md", "closed/b.md")
        Path("closed").chmod(0)
        discovery = look()
        Path("closed").chmod(0o755)
        assert [problem.path for problem in discovery.problems] == ["closed/"]

    def test_a_folder_that_vanishes_or_may_not_be_read(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        plant("a.md", "closed/b.md")
        scan = os.scandir

        def refuse(path: str) -> object:
            if str(path).endswith("closed"):
                raise PermissionError(13, "Permission denied")
            return scan(path)

        monkeypatch.setattr(os, "scandir", refuse)
        discovery = look()
        assert [str(problem) for problem in discovery.problems] == [
            "closed/: cannot be read: Permission denied"
        ]
        assert discovery.files == [Path("a.md")]


@pytest.mark.slow
def test_a_deep_tree_is_no_matter_of_recursion() -> None:
    deep = "/".join(["d"] * 1100)
    for end in range(1, len(deep) + 1, 2):
        os.mkdir(deep[:end])  # noqa: PTH102 - Path.mkdir makes parents by recursion
    Path(deep, "a.md").touch()
    assert found() == found(deep) == [f"{deep}/a.md"]
    assert found(f"{deep}/a.md", force_exclude=True) == [f"{deep}/a.md"]
    Path(deep, "a.md").unlink()
    for end in range(len(deep), 0, -2):
        Path(deep[:end]).rmdir()


def test_a_report_that_was_written_there_is_no_article() -> None:
    plant("a.md", "own.html")
    Path("report.html").write_text("\n".join(html.render(Report(), Style())), encoding="utf-8")
    assert found() == ["a.md", "own.html"]
    assert not would_find(Path("report.html"), Configs())
    assert found("report.html") == ["report.html"]


class TestDrafts:
    """Folders of drafts, which the generator does not publish."""

    HEXO = "source_dir: source\n"
    JEKYLL = "permalink: pretty\n"

    def test_they_are_left_out_unless_named(self) -> None:
        plant("source/_posts/a.md", "source/_drafts/b.md", "source/_drafts/old/c.md")
        Path("_config.yml").write_text(self.HEXO, encoding="utf-8")
        assert found() == found("source") == ["source/_posts/a.md"]
        assert found("source/_drafts") == ["source/_drafts/b.md", "source/_drafts/old/c.md"]
        assert found("source/_drafts/old") == ["source/_drafts/old/c.md"]
        assert found("source/_drafts/b.md") == found("source/_drafts/*.md")
        os.chdir("source/_drafts")
        assert found() == ["b.md", "old/c.md"]

    def test_a_hook_checks_those_that_it_names(self) -> None:
        plant("source/_drafts/b.md")
        Path("_config.yml").write_text(self.HEXO, encoding="utf-8")
        assert found("source/_drafts/b.md", force_exclude=True) == ["source/_drafts/b.md"]
        assert would_find(Path("source/_drafts/b.md"), Configs())

    @pytest.mark.parametrize(
        ("name", "configuration"),
        [
            ("source/_drafts/b.md", HEXO + "render_drafts: true\n"),
            ("_drafts/b.md", JEKYLL + "show_drafts: true\n"),
            ("_drafts/b.md", JEKYLL + "include: [_drafts]\n"),
        ],
    )
    def test_a_site_may_publish_them(self, name: str, configuration: str) -> None:
        plant(name)
        Path("_config.yml").write_text(configuration, encoding="utf-8")
        assert found() == [name]

    def test_jekyll_has_them_in_any_folder(self) -> None:
        plant("_drafts/a.md", "kites/_drafts/b.md", "kites/_posts/2024-05-03-c.md")
        Path("_config.yml").write_text(self.JEKYLL, encoding="utf-8")
        assert found() == ["kites/_posts/2024-05-03-c.md"]

    def test_mkdocs_is_told_which_they_are(self) -> None:
        plant("docs/a.md", "docs/b.draft.md", "docs/kites/drafts/c.md", "docs/new/d.md")
        Path("mkdocs.yml").write_text(
            "site_name: Kites\ndraft_docs: |\n  # not yet\n  drafts/\n  *.draft.md\n  /new/\n",
            encoding="utf-8",
        )
        assert found() == found("docs") == ["docs/a.md"]
        assert found("docs/new") == ["docs/new/d.md"]
        assert found("docs/kites/drafts") == ["docs/kites/drafts/c.md"]


def test_a_page_beside_its_source_is_output_and_beside_a_paper_is_not() -> None:
    plant("kite.html", "kite.qmd", "tail.html", "tail.md", "paper.html", "paper.tex", "talk.html")
    assert found() == ["kite.qmd", "paper.html", "tail.md", "talk.html"]
