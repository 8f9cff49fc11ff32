from __future__ import annotations

import os
import pickle
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.config import Configs, Layer
from articlelint.errors import ConfigError, SourceError
from articlelint.generators import GENERATORS
from articlelint.linting.rule import Depends
from articlelint.records.detached import detached
from articlelint.records.workers import check_record
from articlelint.runner.job import Job
from articlelint.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2024, 6, 1, tzinfo=UTC)
TEXT = """\
---
title: A
layout: nothing
image: ../../secret.png
---
![a](../../../../etc/passwd) [b](/etc/hosts) [c](../b.md#x) {% include x.html %}
"""
HOSTILE = ["../../x/a.md", "/etc/passwd", "a/../../../b.md", "a\0b.md", "C:\\a.md", "~/a.md"]

_looked_at: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _looked_at is not None and event in {"open", "os.listdir", "os.scandir"}:
        _looked_at.append(str(arguments[0]))


sys.addaudithook(_watch)


@pytest.fixture
def looked_at() -> Iterator[list[str]]:
    """Gather what is opened and listed, but for our own files and Python's."""
    global _looked_at  # noqa: PLW0603 - a hook stays for good
    seen: list[str] = []
    _looked_at = seen
    yield seen
    _looked_at = None


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (tmp_path / "articlelint.toml").write_text("broken", encoding="utf-8")
    (folder / "articlelint.toml").write_text(
        '[[overrides]]\nfiles = ["notes/"]\nselect = ["html"]\n', encoding="utf-8"
    )
    return folder


def job(root: Path | None = None, **flags: tuple[str, ...]) -> Job:
    return Job(detached(Configs(Layer(**flags)), root), NOW, write=False)  # type: ignore[arg-type]


@pytest.mark.parametrize("generator", GENERATORS)
def test_nothing_is_opened_on_account_of_a_path_or_a_text(
    generator: str, looked_at: list[str], here: Path
) -> None:
    (here / "articlelint.toml").write_text(f'[site]\ngenerator = "{generator}"\n', encoding="utf-8")
    this = job(select=("all",))
    for path in HOSTILE:
        check_record(this, Record(path, TEXT.encode(), 0))
    del looked_at[:]
    for path in HOSTILE:
        outcome = check_record(this, Record(path, TEXT.encode(), 0))
        assert outcome.report.problem is None
        assert not outcome.report.crashes
    assert looked_at == []


def test_rules_that_look_at_other_files_run_with_a_root_only(here: Path) -> None:
    def depends(root: Path | None) -> Depends:
        made = Depends.TEXT
        for rule in job(root).configs.for_file(Path("a.md")).rules:
            made |= rule.depends
        return made

    assert Depends.DISK not in depends(None)
    assert Depends.SITE in depends(None)
    assert Depends.DISK in depends(here)


def test_a_root_is_where_images_are_looked_for(here: Path) -> None:
    (here / "there.png").write_bytes(b"")
    record = Record("posts/a.md", b"![a](../there.png) ![b](../gone.png)\n", 0)
    (found,) = check_record(job(here, select=("images/missing-file",)), record).report.findings
    assert "gone.png" in found.diagnostic.message


@pytest.mark.parametrize("path", ["../a.md", "/etc/passwd", "x/../../a.md", "a\0.md", "link/a.md"])
def test_a_path_does_not_lead_out_of_the_root(path: str, here: Path) -> None:
    (here / "link").symlink_to(here.parent)
    made = job(here)
    outcome = check_record(made, Record(path, b"x", 0))
    assert outcome.report.problem == f"`{path}` is not in `{here}`"
    with pytest.raises(SourceError):
        detached(Configs(), here).place(path)


@pytest.mark.parametrize("path", ["", ".", "..", "/", "a/.."])
def test_a_path_names_an_article(path: str) -> None:
    outcome = check_record(job(), Record(path, b"x", 0))
    assert outcome.report.problem == f"`{path}` is not the path of an article"


def test_globs_of_the_configuration_match_paths_seen_from_here() -> None:
    configs = job().configs
    names = configs.for_file(Path("notes/a.md")).rules.names
    assert {name.partition("/")[0] for name in names} == {"html"}
    assert configs.for_file(Path("a.md")).rules.names > names


def test_it_can_be_sent_to_a_process_that_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = pickle.dumps(job())
    monkeypatch.chdir(os.sep)
    configs = pickle.loads(sent).configs
    assert configs.for_file(Path("notes/a.md")).rules.names < set(configs.root.registry.names)
    names = configs.for_file(Path("notes/a.md")).rules.names
    assert {name.partition("/")[0] for name in names} == {"html"}


def test_what_is_wrong_with_the_configuration_ends_the_run(here: Path) -> None:
    with pytest.raises(ConfigError, match="no rule is selected"):
        job(select=("links/missing-page",))
    with pytest.raises(ConfigError, match="there is no folder"):
        job(here / "nowhere")
    (here / "articlelint.toml").write_text('[site]\ngenerator = "hexxo"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="hexxo"):
        job()
