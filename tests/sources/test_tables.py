from __future__ import annotations

import io
import json
import random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from articlelint.errors import ArticlelintError
from articlelint.extras import required
from articlelint.report.report import Problem
from articlelint.sources.record import Columns, Record, joined
from articlelint.sources.tables import is_table, rows

EXPECTED = "Expecting property name enclosed in double quotes"
GIVEN = [("a.md", "# A\n"), ("b/ü.md", '# Ü, "B"\nand\n'), ("c.md", "")]


def parquet(table: pa.Table, **options: Any) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, **options)
    return sink.getvalue()


def read(name: str, data: bytes, **columns: str) -> list[Record | Problem]:
    return list(rows(name, io.BytesIO(data), Columns(**columns)))


def said(name: str, data: bytes, **columns: str) -> list[str]:
    return [str(each) for each in read(name, data, **columns) if isinstance(each, Problem)]


def texts(name: str, data: bytes, **columns: str) -> list[tuple[str, str]]:
    return [
        (each.path, each.data.decode())
        for each in read(name, data, **columns)
        if isinstance(each, Record)
    ]


PATHS, CONTENTS = zip(*GIVEN, strict=True)
TABLES = {
    "a.parquet": parquet(pa.table({"n": [1, 2, 3], "path": PATHS, "content": CONTENTS})),
    "bytes.parquet": parquet(
        pa.table({"path": PATHS, "content": [text.encode() for text in CONTENTS]})
    ),
    "large.parquet": parquet(
        pa.table({"path": pa.array(PATHS, pa.large_string()), "content": CONTENTS})
    ),
    "dictionary.parquet": parquet(
        pa.table({"path": PATHS, "content": pa.array(CONTENTS).dictionary_encode()})
    ),
    "a.jsonl": "".join(json.dumps({"path": p, "content": c}) + "\n" for p, c in GIVEN).encode(),
    "spaced.ndjson": "".join(
        f'{{"content": {json.dumps(c)}, "n": 1, "path": {json.dumps(p)}}}\r\n\n' for p, c in GIVEN
    ).encode(),
    "a.csv": 'path,n,content\na.md,1,"# A\n"\nb/ü.md,2,"# Ü, ""B""\nand\n"\nc.md,3,\n'.encode(),
    "mark.csv": '\ufeffpath,content\na.md,"# A\n"\nb/ü.md,"# Ü, ""B""\nand\n"\nc.md,\n'.encode(),
    "a.tsv": b'content\tpath\n"# A\n"\ta.md\n"# \xc3\x9c, ""B""\nand\n"\tb/\xc3\xbc.md\n\tc.md\n',
}


@pytest.mark.parametrize("name", TABLES)
def test_the_articles_come_out_as_they_are_in_the_table(name: str) -> None:
    assert texts(name, TABLES[name]) == GIVEN


def test_columns_have_the_names_that_are_said() -> None:
    data = b'{"key": "a.md", "text": "# A\\n", "path": 3}\n'
    assert texts("a.jsonl", data, path="key", text="text") == [("a.md", "# A\n")]


def test_front_matter_may_be_apart() -> None:
    data = b'{"path": "a.md", "fm": "title: A", "body": "text\\n"}\n{"path": "b.md", "body": "b"}\n'
    assert texts("a.jsonl", data, front_matter="fm", body="body") == [
        ("a.md", "---\ntitle: A\n---\ntext\n"),
        ("b.md", "b"),
    ]


@pytest.mark.parametrize(
    ("front_matter", "whole"),
    [
        (b"", b"body"),
        (b" \n", b"body"),
        (b"a: 1\n\n", b"---\na: 1\n---\nbody"),
        (b"---\na: 1\n---\n", b"---\na: 1\n---\nbody"),
        (b"+++\na = 1\n+++", b"+++\na = 1\n+++\nbody"),
        (b'{"a": 1}', b'{"a": 1}\nbody'),
    ],
)
def test_fences_are_put_around_front_matter_that_has_none(
    front_matter: bytes, whole: bytes
) -> None:
    assert joined(front_matter, b"body") == whole


@pytest.mark.parametrize("name", ["a.parquet", "a.jsonl", "a.csv"])
def test_a_missing_column_is_named_with_those_that_there_are(name: str) -> None:
    (problem,) = said(name, TABLES[name], text="txet")
    assert problem.startswith(f"{name}: has no column `txet` (its columns: ")
    assert "`content`" in problem


def test_rows_that_hold_no_article_are_named_and_the_others_go_on() -> None:
    lines = [
        b'{"path": null, "content": "x"}',
        b'{"path": "b.md"}',
        b'{"path": 3, "content": "x"}',
        b'{"path": "d.md", "content": {"a": 1}}',
        b"[1]",
        b"{",
        b'{"path": "g.md", "content": "fine"}',
    ]
    data = b"\n".join(lines)
    assert texts("a.jsonl", data) == [("g.md", "fine")]
    assert said("a.jsonl", data) == [
        "a.jsonl: row 1: has no path",
        "a.jsonl: row 2: `b.md` has no text",
        "a.jsonl: row 3: has a path that is not text",
        "a.jsonl: row 4: `d.md` has a text that is neither text nor bytes",
        "a.jsonl: row 5: is not a JSON object",
        f"a.jsonl: row 6: is not JSON: {EXPECTED}: line 1 column 2 (char 1)",
    ]


def test_null_rows_of_parquet() -> None:
    data = parquet(pa.table({"path": [None, "b.md", "c.md"], "content": ["x", None, "y"]}))
    assert said("a.parquet", data) == [
        "a.parquet: row 1: has no path",
        "a.parquet: row 2: `b.md` has no text",
    ]
    assert texts("a.parquet", data) == [("c.md", "y")]


def test_a_column_of_another_type_is_told_row_by_row() -> None:
    data = parquet(pa.table({"path": ["a.md"], "content": [{"front": "matter"}]}))
    assert said("a.parquet", data) == [
        "a.parquet: row 1: `a.md` has a text that is neither text nor bytes"
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", b'{"path": "a.md", "content": "\xff \xc3\xbc"}\n'),
        ("a.csv", b"path,content\na.md,\xff \xc3\xbc\n"),
        (
            "a.parquet",
            parquet(
                pa.table(
                    {"path": ["a.md"], "content": pa.array([b"\xff \xc3\xbc"]).view(pa.string())}
                )
            ),
        ),
    ],
)
def test_bytes_that_are_no_utf_8_reach_the_rules_as_they_are(name: str, data: bytes) -> None:
    (found,) = read(name, data)
    assert isinstance(found, Record)
    assert found.data == b"\xff \xc3\xbc"


def test_half_a_character_is_no_utf_8_either() -> None:
    (found,) = read("a.jsonl", b'{"path": "a.md", "content": "\\ud83d"}')
    assert isinstance(found, Record)
    assert found.data == b"\xed\xa0\xbd"


def test_what_was_read_of_a_corrupt_table_counts() -> None:
    texts_of = [f"{number} " + "x" * 2000 for number in range(1000)]
    paths = [f"{number}.md" for number in range(1000)]
    table = pa.table({"path": paths, "content": texts_of})
    whole = parquet(
        table,
        row_group_size=300,
        compression="none",
        use_dictionary=False,
        write_page_checksum=True,
    )
    spoilt = bytearray(whole)
    place = whole.index(b"650 xxx")
    spoilt[place - 4000 : place + 4000] = bytes(8000)
    found = read("a.parquet", bytes(spoilt))
    assert isinstance(found[-1], Problem)
    assert "is not a readable Parquet file" in found[-1].message
    assert len(found) > 300


class Watched(io.BytesIO):
    """Bytes that remember how many of them were read at once."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.most = max(self.most, len(data))
        return data


def test_a_group_of_many_rows_is_not_read_at_once() -> None:
    texts = [random.Random(number).randbytes(1_000) for number in range(8_000)]
    names = [f"{number}.md" for number in range(8_000)]
    file = Watched(parquet(pa.table({"path": names, "content": pa.array(texts, pa.binary())})))
    found = list(rows("a.parquet", file, Columns()))
    assert [each.data for each in found if isinstance(each, Record)] == texts
    assert 0 < file.most < 3_000_000


@pytest.mark.parametrize("data", [b"", b"PAR1 and no more PAR1", b"{}"])
def test_a_file_that_is_no_parquet_at_all(data: bytes) -> None:
    (problem,) = said("a.parquet", data)
    assert problem.startswith("a.parquet: is not a readable Parquet file: ")


def test_csv_with_a_row_too_short_and_a_quote_that_is_open() -> None:
    data = b'path,content\na.md\nb.md,x\nc.md,"open\n'
    assert said("a.csv", data)[0] == "a.csv: row 1: has 1 values for 2 columns"
    assert said("a.csv", data)[1].startswith("a.csv: line ")
    assert texts("a.csv", data) == [("b.md", "x")]


def test_another_file_is_no_table() -> None:
    (problem,) = said("a.xlsx", b"")
    assert problem.startswith(
        "a.xlsx: cannot be read as a table; its name must end in one of `.parquet`, `.jsonl`"
    )
    assert is_table("x/A.CSV")
    assert not is_table("a.md")


def test_a_package_that_is_missing_is_named_with_what_installs_it() -> None:
    with pytest.raises(ArticlelintError, match=r'a\.b needs nowhere_at_all, .*"articlelint\[x\]"'):
        required("nowhere_at_all", "x", "a.b")
