"""What engines map and reduce, by one that is made of lists: all pieces are apart, and pickled."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from articlelint import arrow, load_config
from articlelint.cache.codec import dumps
from articlelint.records import stages
from articlelint.records.detached import detached
from articlelint.records.engine import check_articles, check_splits
from articlelint.records.report import whole
from articlelint.records.run import run
from articlelint.records.shipped import Shipped, received
from articlelint.records.splits import Split, looks_of, splits
from articlelint.report.report import Problem
from articlelint.reporters.columns import rows_of
from articlelint.sources.opened import Tables
from articlelint.sources.record import Columns
from articlelint.sources.tables import records_in
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NOW = datetime(2024, 6, 1, tzinfo=UTC)
OFF = "<!-- articlelint-disable-file site/duplicate-permalink -->\n"
TERMS = ("Wind", "wind", "Sky", "sky", "SKY")
CRASHING = """\
from articlelint import INFO, SiteRule

class Crashing(SiteRule):
    name = "ours/crashing"
    severity = INFO

    def facts(self, article):
        return ["fact"]

    def check_site(self, facts):
        raise ValueError("boom")
"""


def article(number: int) -> tuple[str, str | None]:
    if number == 50:
        return "null.md", None
    permalink = number // 3 if number % 3 else number
    text = (
        f"---\ntitle: Title {number}\ndate: 2024-05-{number % 28 + 1:02} 10:00:00\n"
        f"permalink: /{permalink}/\nalias: /{number % 40}/\ntags: [{TERMS[number % 5]}]\n---\n"
    )
    text += "<b>x</div></b>\n" * (number % 7 == 0) + OFF * (number % 11 == 0)
    return f"source/_posts/{number * 7919 % 1000:04}.md", text


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articlelint.toml").write_text('[site]\ngenerator = "hexo"\n', encoding="utf-8")


@pytest.fixture
def config() -> str:
    return arrow.config(load_config(select=["html", "site", "suppression"]), now=NOW)


@pytest.fixture(scope="module")
def articles() -> pa.Table:
    paths, texts = zip(*map(article, range(120)), strict=True)
    columns = {"path": paths, "content": pa.array(texts, pa.string()), "position": range(120)}
    return pa.table(columns)


class Lists:
    """An engine whose data are lists of tables, and whose tasks see nothing but what is pickled."""

    def __init__(self, *, groups_reversed: bool = False) -> None:
        self.groups_reversed = groups_reversed

    def mapped(self, data: Any, stage: Callable[[Any], Any], schema: Any) -> Any:
        made = [pickle.loads(pickle.dumps(stage))(table) for table in data]
        assert all(table.schema.equals(schema) for table in made)
        return made

    def selected(self, data: Any, kinds: Sequence[str], schema: Any) -> Any:
        return [stages.selected(table, kinds, schema) for table in data]

    def reduced(self, data: Any, stage: Callable[[Any], Any], schema: Any) -> Any:
        table = pa.concat_tables(data)
        groups: dict[str, list[int]] = {}
        for row, group in enumerate(table.column("group").to_pylist()):
            groups.setdefault(group, []).append(row)
        wanted = [
            table.take(rows[::-1] if self.groups_reversed else rows) for rows in groups.values()
        ]
        return self.mapped(wanted, stage, schema)

    def kept(self, data: Any) -> Any:
        return data

    def together(self, data: Sequence[Any]) -> Any:
        return [table for each in data for table in each]

    def made(self, table: Any) -> Any:
        return [table.slice(row, 1) for row in range(table.num_rows)]

    def tables(self, data: Any) -> Iterator[Any]:
        yield from data

    def write(self, data: Any, folder: str) -> None:
        raise NotImplementedError


def in_order(rows: Any) -> list[str]:
    names = arrow.findings_schema().names
    return sorted(json.dumps({name: row.get(name) for name in names}) for row in rows)


def lines(data: list[Any]) -> list[str]:
    assert all(table.schema.equals(arrow.findings_schema()) for table in data)
    return in_order(row for table in data for row in table.to_pylist())


def locally(source: Callable[[], Any], config: str) -> list[str]:
    return in_order(rows_of(whole(run(received(config)[0], source, 1))))


@pytest.mark.parametrize("size", [7, 50, 120])
@pytest.mark.parametrize("groups_reversed", [True, False])
def test_findings_are_those_of_a_local_run(
    articles: pa.Table, config: str, size: int, groups_reversed: bool
) -> None:
    pieces = [articles.slice(start, size) for start in range(0, len(articles), size)]
    found = lines(check_articles(Lists(groups_reversed=groups_reversed), pieces, config))
    here = locally(lambda: records_in(articles, received(config)[1]), config)
    assert found == here
    rules = ("site/duplicate-permalink", "site/term-case", "suppression/unused", "has no text")
    assert all(any(rule in each for each in here) for rule in rules)


def test_without_positions_articles_are_compared_in_the_order_of_their_paths(
    articles: pa.Table, config: str
) -> None:
    plain = articles.drop_columns(["position"])
    pieces = [plain.slice(start, 30) for start in (90, 0, 60, 30)]
    ranks = sorted(range(120), key=lambda row: str(articles["path"][row]))
    ranked = articles.take(ranks).set_column(2, "position", [list(range(120))])
    here = locally(lambda: records_in(ranked, received(config)[1]), config)
    found = [
        each for each in lines(check_articles(Lists(), pieces, config)) if "null.md" not in each
    ]
    assert found == [each for each in here if "null.md" not in each]


def test_tables_are_cut_into_parts_that_come_to_the_whole(
    articles: pa.Table, config: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articlelint.records.splits._ROWS", 13)
    pq.write_table(articles.slice(0, 70), "a.parquet", row_group_size=40)
    Path("b.jsonl").write_text(
        "".join(
            json.dumps({"path": path, "content": text}) + "\n"
            for path, text in map(article, range(70, 120))
        ),
        encoding="utf-8",
    )
    Path("c.parquet").write_bytes(b"PAR1 no more PAR1")
    pq.write_table(pa.table({"path": ["x"]}), "d.parquet")
    names = ("a.parquet", "b.jsonl", "c.parquet", "d.parquet", "e.csv")
    parts = list(splits(names, ()))
    assert len(parts) == 11
    assert all(isinstance(each, Split) for each in parts)
    data, checked = check_splits(Lists(), parts, config)  # type: ignore[arg-type] # as was just asked
    assert lines(data) == locally(Tables(names, Columns()), config)
    assert checked == 119
    told = [json.loads(each) for each in lines(data)]
    assert sorted(each["path"] for each in told if each["kind"] == "problem") == [
        "a.parquet: row 51",
        "c.parquet",
        "d.parquet",
        "e.csv",
    ]


def test_an_article_that_is_there_twice_is_told_of_once(config: str) -> None:
    rows = [article(number) for number in (*range(20), *range(12), 3)]
    paths, texts = zip(*rows, strict=True)
    table = pa.table({"path": paths, "content": texts, "position": range(len(rows))})
    pieces = [table.slice(start, 6) for start in range(0, len(rows), 6)]
    here = locally(lambda: records_in(table, received(config)[1]), config)
    assert lines(check_articles(Lists(), pieces, config)) == here
    told = [each for each in map(json.loads, here) if each["rule"] == "site/duplicate-permalink"]
    assert len({each["path"] for each in told}) == len(told) > 5


def test_a_part_is_looked_at_again_only_with_what_is_found_in_it(
    articles: pa.Table, config: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articlelint.records.splits._ROWS", 4)
    plain = {"path": [f"{n}.md" for n in range(40)], "content": [f"Text {n}" for n in range(40)]}
    pq.write_table(
        pa.concat_tables([articles.select(["path", "content"]), pa.table(plain)]), "a.parquet"
    )
    made: list[pa.Table] = []

    class Noting(Lists):
        def made(self, table: Any) -> Any:
            made.append(table)
            return super().made(table)

    parts = [each for each in splits(["a.parquet"], ()) if isinstance(each, Split)]
    check_splits(Noting(), parts, config)
    first, again = made
    assert first.num_rows == len(parts) > again.num_rows > 0
    for row in range(again.num_rows):
        split = pickle.loads(again.column("split")[row].as_py())
        looks = looks_of(again.slice(row, 1))
        assert looks
        assert all(split.first <= each.position < split.last for each in looks)


def test_a_store_is_cut_into_parts_too(config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import fsspec

    monkeypatch.setattr("articlelint.records.splits._ROWS", 2)
    files = fsspec.filesystem("memory")
    files.store.clear()
    for number in range(5):
        files.pipe_file(f"/split/{number}.md", b"<b>x</div></b>")
    parts = list(splits((), ("memory://split", "memory://nowhere")))
    assert [type(each) for each in parts] == [Split, Split, Problem, Split]
    given = [each for each in parts if isinstance(each, Split)]
    data, checked = check_splits(Lists(), given, config)
    assert [json.loads(each)["path"] for each in lines(data)] == [f"split/{n}.md" for n in range(5)]
    assert checked == 5
    files.store.clear()


def test_a_rule_that_crashes_on_the_way_is_told(articles: pa.Table) -> None:
    Path("ours.py").write_text(CRASHING, encoding="utf-8")
    Path("articlelint.toml").write_text('plugins = ["ours.py"]\n', encoding="utf-8")
    made = detached(load_config(select=["ours"]), None)
    text = dumps(Shipped(__version__, made.given, NOW, Columns(), made.root.registry.names))
    found = check_articles(Lists(), [articles], text)
    (crash,) = (row for table in found for row in table.to_pylist() if row["kind"] == "crash")
    assert (crash["rule"], crash["message"], crash["path"]) == (
        "ours/crashing",
        "ValueError: boom",
        None,
    )
