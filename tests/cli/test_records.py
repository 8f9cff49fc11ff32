"""``articlelint check --table``: flags, formats, exit codes."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from articlelint.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

LINES: list[dict[str, object]] = [
    {"path": "b.md", "content": "---\ntitle: B\ntags: [Wind]\n---\n<b>x</div></b>\n"},
    {"path": "a.md", "content": "---\ntitle: A\ntags: [wind]\n---\nx\n"},
]
SITE = '[site]\ngenerator = "hexo"\n'
FLAGS = ("--select", "html,site", "--today", "2024-06-01")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articlelint.toml").write_text(SITE, encoding="utf-8")
    write(*LINES)


def write(*lines: dict[str, object]) -> None:
    Path("a.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8")


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["check", *arguments])


def test_findings_are_told_as_those_of_files() -> None:
    result = invoke("--table", "a.jsonl", *FLAGS)
    assert result.stdout.splitlines() == [
        "b.md:5:5: error html/stray-end-tag `</div>` closes nothing; the open element is `<b>` [*]",
        "a.md:3:8: warning site/term-case `wind` and `Wind` (in 1 article) are two terms",
    ]
    assert result.stderr.splitlines() == ["Checked 2 files: 1 error, 1 warning"]
    assert result.exit_code == 1


def test_garbage_is_collected_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[bool] = []

    def noted(*_: object, **__: object) -> Iterator[object]:
        collected.append(gc.isenabled())
        yield from ()

    monkeypatch.setattr("articlelint.cli.records.run", noted)
    gc.disable()  # as the command line does
    try:
        invoke("--table", "a.jsonl", *FLAGS)
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert collected == [True]


@pytest.mark.parametrize("form", ["full", "json", "sarif", "html", "grouped"])
def test_every_format_can_be_had(form: str) -> None:
    result = invoke("--table", "a.jsonl", "--output-format", form, *FLAGS)
    assert "term-case" in result.stdout
    assert result.exit_code == 1


def test_json_lines_are_those_of_the_whole_report() -> None:
    result = invoke("--table", "a.jsonl", "--output-format", "json-lines", *FLAGS)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    whole = json.loads(invoke("--table", "a.jsonl", "--output-format", "json", *FLAGS).stdout)

    def key(each: dict[str, object]) -> str:
        return json.dumps(each, sort_keys=True)

    assert sorted(found, key=key) == sorted(whole["diagnostics"], key=key)
    assert all(each["url"] for each in found)
    assert result.exit_code == 1


def test_parquet_is_a_folder_with_a_record_for_each_finding() -> None:
    result = invoke("--table", "a.jsonl", "--output-format", "parquet=out", *FLAGS)
    assert result.stdout == ""
    assert result.stderr.splitlines() == ["Checked 2 files: 1 error, 1 warning"]
    table = pq.read_table("out")
    assert table.schema.metadata == {
        b"articlelint.schema": b"findings",
        b"articlelint.schema.version": b"1",
    }
    found = sorted(table.to_pylist(), key=lambda each: str(each["line"]))
    assert [(each["path"], each["kind"], each["line"]) for each in found] == [
        ("a.md", "finding", 3),
        ("b.md", "finding", 5),
    ]
    assert found[1]["fix"]["edits"] == [{"start": 34, "end": 40, "replacement": ""}]


def test_parquet_of_files_too_and_beside_other_formats() -> None:
    Path("x.md").write_text("<b>x</div></b>\n", encoding="utf-8")
    result = invoke("x.md", "--output-format", "parquet=out", "--output-format", "concise", *FLAGS)
    assert "x.md:1:5" in result.stdout
    assert pq.read_table("out").num_rows == 1
    again = invoke("x.md", "--output-format", "parquet=out", *FLAGS)
    assert again.exit_code == 2
    assert "out has Parquet files already" in again.stderr


def test_severity_is_respected_while_findings_are_written() -> None:
    result = invoke(
        "--table", "a.jsonl", "--output-format", "json-lines", "--severity", "error", *FLAGS
    )
    assert [json.loads(line)["rule"] for line in result.stdout.splitlines()] == [
        "html/stray-end-tag"
    ]


def test_what_is_wrong_with_a_table_is_exit_2_and_findings_are_told() -> None:
    Path("b.jsonl").write_text('{"path": "c.md", "content": null}\n', encoding="utf-8")
    result = invoke("--table", "a.jsonl", "--table", "b.jsonl", "--table", "no.csv", *FLAGS)
    assert "html/stray-end-tag" in result.stdout
    assert result.stderr.splitlines()[:2] == [
        "articlelint: b.jsonl: row 1: `c.md` has no text",
        "articlelint: no.csv: cannot be read: No such file or directory",
    ]
    assert result.exit_code == 2
    result = invoke("--table", "a.jsonl", "--text-column", "body", *FLAGS)
    assert "has no column `body` (its columns: `path`, `content`)" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--table", "a.jsonl", "a.md"), "--table cannot be used with a path"),
        (("--table", "a.jsonl", "--fix"), "--table cannot be used with --fix"),
        (("--table", "a.jsonl", "--online"), "--table cannot be used with --online"),
        (("--table", "a.jsonl", "--watch"), "--table cannot be used with --watch"),
        (("--path-column", "p"), "--path-column needs --table"),
        (("--table", "a.jsonl", "--body-column", "b"), "--body-column must be given together"),
        (("--output-format", "parquet"), "`parquet` is written to a folder: `parquet=FOLDER`"),
    ],
)
def test_flags_that_do_not_go_together(flags: tuple[str, ...], said: str) -> None:
    result = invoke(*flags)
    assert said in result.stderr
    assert result.exit_code == 2


def test_profile_and_statistics() -> None:
    result = invoke("--table", "a.jsonl", "--statistics", "--profile-rules", *FLAGS)
    assert "html/stray-end-tag" in result.stdout
    assert "ms" in result.stderr


@pytest.mark.parametrize("engine", ["ray", "spark", "dask"])
def test_an_engine_that_is_not_installed_is_named(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ray", "pyspark.sql", "distributed"):
        monkeypatch.setitem(sys.modules, name, None)
    result = invoke("--table", "a.jsonl", "--engine", engine, "--output-format", "parquet=out")
    assert f"articlelint.{engine} needs " in result.stderr
    assert f'pip install "articlelint[{engine}]"' in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("a.md", "--engine", "ray"), "--engine needs a table or a store"),
        (("memory://x", "--engine", "ray", "--fix"), "memory://x cannot be used with --fix"),
        (("--table", "a.jsonl", "--engine", "ray"), "--engine writes one format: json-lines, or"),
    ],
)
def test_flags_that_do_not_go_with_an_engine(flags: tuple[str, ...], said: str) -> None:
    result = invoke(*flags)
    assert said in result.stderr
    assert result.exit_code == 2


def test_an_engine_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no cluster\nfor you")

    monkeypatch.setattr("articlelint.ray.Engine.made", fail)
    flags = ("--table", "a.jsonl", "--engine", "ray", "--output-format")
    result = invoke(*flags, "json-lines")
    assert "articlelint: ray: RuntimeError: no cluster for you" in result.stderr
    assert result.exit_code == 2
    Path("out").mkdir()
    Path("out/part.parquet").touch()
    result = invoke(*flags, "parquet=out")
    assert "out has Parquet files already" in result.stderr
