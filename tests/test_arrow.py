"""``articlelint.arrow``: a batch of articles in, a batch of findings out."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from articlelint import arrow, check_text, load_config
from articlelint.errors import ConfigError, PluginError

NOW = datetime(2024, 6, 1, tzinfo=UTC)
TEXTS = {
    "a.md": "---\ntitle: A\ndate: 2024-02-30\n---\n<b>x</div></b>\n",
    "b/ü.md": "Fine\n",
    "c.html": "<p>Ü <img src=https://pictures.edu/a.png alt='a' alt='b'></p>\n",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def batch(**columns: Any) -> pa.RecordBatch:
    given = columns or {"path": [*TEXTS], "content": [*TEXTS.values()]}
    return pa.RecordBatch.from_pydict(given)


def config(**options: Any) -> str:
    return arrow.config(load_config(isolated=True), now=NOW, **options)


def rows(found: Any) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = found.to_pylist()
    return made


def test_findings_are_those_of_the_texts_one_by_one() -> None:
    found = arrow.check(batch(), config())
    assert found.schema.equals(arrow.findings_schema(), check_metadata=True)
    told = [(each["path"], each["rule"], each["start"], each["message"]) for each in rows(found)]
    one_by_one = [
        (path, finding.diagnostic.rule, finding.diagnostic.span.start, finding.diagnostic.message)
        for path, text in TEXTS.items()
        for _, finding in check_text(
            text, path, config=load_config(isolated=True), now=NOW
        ).findings
    ]
    assert told == one_by_one
    assert len(told) == 3
    assert {each["kind"] for each in rows(found)} == {"finding"}


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary()]
)
def test_texts_of_every_type(kind: pa.DataType) -> None:
    texts: list[Any] = [*TEXTS.values()]
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        texts = [text.encode() for text in texts]
    given = batch(path=pa.array([*TEXTS]), content=pa.array(texts, kind))
    assert arrow.check(given, config()).equals(arrow.check(batch(), config()))


def test_a_table_gives_a_table() -> None:
    table = pa.Table.from_batches([batch(), batch()])
    found = arrow.check(table, config())
    assert isinstance(found, pa.Table)
    assert rows(found) == 2 * rows(arrow.check(batch(), config()))
    assert arrow.check(table.slice(0, 0), config()).num_rows == 0


def test_columns_may_have_other_names_and_front_matter_may_be_apart() -> None:
    given = batch(key=["a.md"], fm=["title: A\ndate: 2024-02-30"], text=["<b>x</div></b>\n"], n=[1])
    columns = {"path_column": "key", "front_matter_column": "fm", "body_column": "text"}
    found = rows(arrow.check(given, config(**columns)))
    assert [(each["path"], each["line"]) for each in found] == [("a.md", 3), ("a.md", 5)]
    with pytest.raises(ConfigError, match="must be given together"):
        config(body_column="b")


def test_a_batch_without_a_column_is_no_batch_of_articles() -> None:
    said = r"the batch has no column `content` \(its columns: `path`, `text`\)"
    for function in (arrow.check, arrow.fix):
        with pytest.raises(ConfigError, match=said):
            function(batch(path=["a"], text=["b"]), config())


def test_rows_without_article_are_told_and_the_others_are_checked() -> None:
    given = batch(path=[None, "b.md", "c.html"], content=["x", None, "</div>"])
    first, second, third = rows(arrow.check(given, config()))
    assert (first["kind"], first["path"], first["message"], first["line"]) == (
        "problem", "the articles", "has no path", None,
    )  # fmt: skip
    assert second["message"] == "`b.md` has no text"
    assert (third["kind"], third["path"]) == ("finding", "c.html")
    fixed = rows(arrow.fix(given, config()))
    assert [each["problem"] for each in fixed] == ["has no path", "`b.md` has no text", None]


def test_a_text_that_is_not_utf_8_has_a_finding() -> None:
    given = batch(path=["a.md"], content=pa.array([b"\xff"]).view(pa.string()))
    (found,) = rows(arrow.check(given, config()))
    assert found["rule"] == "text/undecodable-bytes"
    assert rows(arrow.fix(given, config()))[0]["content"] is None


def test_fix_gives_the_texts_that_changed() -> None:
    fixed = arrow.fix(batch(), config())
    assert fixed.schema.equals(arrow.fixes_schema(), check_metadata=True)
    assert rows(fixed) == [
        {
            "path": "a.md",
            "changed": True,
            "content": TEXTS["a.md"].replace("</div>", ""),
            "fixes": 1,
            "problem": None,
        },
        {"path": "b/ü.md", "changed": False, "content": None, "fixes": 0, "problem": None},
        {
            "path": "c.html",
            "changed": True,
            "content": TEXTS["c.html"].replace(" alt='b'", ""),
            "fixes": 1,
            "problem": None,
        },
    ]
    given = batch(path=["a.md"], content=["<p>a</p></p>\n<b>x\n"])
    safe, unsafe = (rows(arrow.fix(given, config(), unsafe=each))[0] for each in (False, True))
    assert unsafe["fixes"] >= safe["fixes"]


def test_a_configuration_is_text_that_holds_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("articlelint.toml").write_text(
        'select = ["html", "front-matter"]\n'
        'severity = { html = "info" }\n'
        '[[overrides]]\nfiles = ["b/"]\nselect = ["dates"]\n'
        '[site]\ngenerator = "hexo"\ntime-zone = "Asia/Tokyo"\n'
        '[front-matter]\nfields.headimg = { type = "image", required = true }\n',
        encoding="utf-8",
    )
    made = arrow.config(now=NOW)
    assert isinstance(made, str)
    given = batch(path=["a.md", "b/c.md"], content=["---\ntitle: A\n---\n<b>x</div></b>\n"] * 2)
    here = arrow.check(given, made)
    monkeypatch.chdir("/")
    code = (
        "import pickle, sys; from articlelint import arrow;"
        "given, made = pickle.load(sys.stdin.buffer);"
        "sys.stdout.buffer.write(pickle.dumps(arrow.check(given, made)))"
    )
    sent = pickle.dumps((given, made))
    done = subprocess.run([sys.executable, "-c", code], input=sent, capture_output=True, check=True)
    there = pickle.loads(done.stdout)
    assert there.equals(here)
    assert [(each["path"], each["rule"], each["severity"]) for each in rows(there)] == [
        ("a.md", "front-matter/missing-key", "error"),
        ("a.md", "html/stray-end-tag", "info"),
    ]


def test_plugins_are_found_by_package_only() -> None:
    Path("our.py").write_text(
        "from articlelint import INFO, Rule\n\nclass Our(Rule):\n    name = 'ours/our'\n"
        "    severity = INFO\n",
        encoding="utf-8",
    )
    Path("articlelint.toml").write_text('plugins = ["our.py"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"plugin file `.*our\.py` cannot be sent to workers"):
        arrow.config()
    made = config().replace('"text/byte-order-mark"', '"ours/our","text/byte-order-mark"')
    with pytest.raises(PluginError, match="`ours/our` is only known where the configuration was"):
        arrow.check(batch(), made)


@pytest.mark.parametrize("text", ["", "{}", "[]", '["tuple",1]', "nonsense"])
def test_another_text_is_no_configuration(text: str) -> None:
    with pytest.raises(ConfigError, match="this is not a configuration of articlelint"):
        arrow.check(batch(), text)


def test_another_version_is_told() -> None:
    from articlelint.version import __version__

    made = config().replace(f'"{__version__}"', '"0.0.0"')
    with pytest.raises(ConfigError, match=r"is of articlelint 0\.0\.0, this process has"):
        arrow.check(batch(), made)


def test_several_threads_may_check() -> None:
    made, found = config(), []
    threads = [
        threading.Thread(target=lambda: found.append(arrow.check(batch(), made))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(each.equals(found[0]) for each in found)


FENCE = re.compile(
    r"^```python\n(.*?)^```\n\n```text output\n(.*?)^```\n", re.MULTILINE | re.DOTALL
)


def test_the_example_of_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path(__file__).parent.parent / "docs" / "scale.md"
    ((code, said),) = FENCE.findall(page.read_text(encoding="utf-8"))
    exec(compile(code, str(page), "exec"), {})  # noqa: S102 - it is ours
    assert capsys.readouterr().out == said
