"""What is packed is what it was."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

from articlelint.diagnostic import ERROR, WARNING, Diagnostic
from articlelint.report.finding import Finding
from articlelint.report.packed import OF_ARTICLE, PackedFindings, PackedMapping, counted, marks
from articlelint.report.places import Place
from articlelint.text.edit import Fix
from articlelint.text.span import Position, Span


def found(number: int) -> tuple[Finding, ...]:
    fix = Fix.safe("Delete it", (Span(0, 1), ""))
    return tuple(
        Finding(
            Diagnostic(
                "html/a",
                Span(line, line + 1),
                f"sentence {line % 2}",
                WARNING if line % 3 else ERROR,
                fix=fix if line % 2 else None,
                cause=("article/x", "x", None)[line % 3],
            ),
            Place(Position(line, 1), Position(line, 2)),
            others=line,
        )
        for line in range(1, number + 1)
    )


@pytest.mark.parametrize("number", [0, 1, 7])
def test_findings_are_read_as_they_were(number: int) -> None:
    findings = found(number)
    packed = PackedFindings(findings)
    assert list(packed) == list(findings)
    assert len(packed) == len(findings)
    assert bool(packed) == bool(findings)
    assert tuple(packed) == findings
    assert findings == packed
    assert hash(packed) == hash(findings)
    assert packed[:1] == findings[:1]
    assert packed != (*findings, 1)
    assert counted(packed) == counted(findings)
    assert list(marks(packed)) == list(marks(findings))


def test_marks_tell_what_says_the_same_and_what_has_one_cause() -> None:
    numbers = marks(found(6))
    said, causes, rules = numbers[::4], numbers[1::4], numbers[2::4]
    assert said[0] == said[2] == said[4] != said[1] == said[3] == said[5]
    assert causes[1] == causes[4] == 0
    assert len(set(rules)) == 1
    assert [bool(each & OF_ARTICLE) for each in causes] == [False, False, True] * 2
    assert causes[0] == causes[3] != causes[2] == causes[5]


def test_findings_that_another_process_packed_are_marked_anew() -> None:
    code = (
        "import pickle, sys; from articlelint.report.packed import PackedFindings;"
        "from articlelint.diagnostic import WARNING, Diagnostic;"
        "from articlelint.report.places import Place; from articlelint.text.span import *;"
        "from articlelint.report.finding import Finding;"
        "place = Place(Position(1, 1), Position(1, 2));"
        "finding = Finding(Diagnostic('html/a', Span(0, 1), 'a sentence', WARNING), place);"
        "sys.stdout.buffer.write(pickle.dumps(PackedFindings([finding])))"
    )
    seeded = {**os.environ, "PYTHONHASHSEED": "7"}
    run = subprocess.run([sys.executable, "-c", code], env=seeded, capture_output=True, check=True)
    packed = pickle.loads(run.stdout)
    assert list(packed.marks) == list(marks(tuple(packed)))


def test_a_mapping_is_read_as_it_was() -> None:
    values = {"a": [1, 2], "b": []}
    packed = PackedMapping(values)
    assert dict(packed) == dict(packed.items()) == values
    assert list(packed) == list(values)
    assert (len(packed), packed["a"]) == (2, [1, 2])
    with pytest.raises(KeyError):
        packed["c"]


def test_it_takes_less_than_half_of_the_bytes() -> None:
    findings = found(1000)
    assert len(PackedFindings(findings)._data) * 2 < len(pickle.dumps(findings))
