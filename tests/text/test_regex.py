from __future__ import annotations

import copy
import pickle
import re

import pytest

from articlelint.text.regex import regex


def test_it_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    compile_ = re.compile

    def watched(source: str, flags: int) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", watched)
    word = regex("[a-z]+", re.IGNORECASE)
    assert word.pattern == "[a-z]+"
    assert compiled == []
    assert [match[0] for match in word.finditer("Ab cD")] == ["Ab", "cD"]
    assert word.match("1") is None
    assert word.sub("x", "Ab cD") == "x x"
    assert compiled == ["[a-z]+"]


def test_bytes_and_everything_else_that_a_pattern_has() -> None:
    number = regex(rb"(?P<n>\d+)")
    assert number.groups == 1
    assert dict(number.groupindex) == {"n": 1}
    assert number.fullmatch(b"12")
    with pytest.raises(AttributeError):
        number.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_it_can_be_copied_and_sent_to_another_process() -> None:
    word = regex("[a-z]+")
    assert copy.deepcopy(word).search("1a")
    assert pickle.loads(pickle.dumps(word)).search("1a")
    assert word.search("1a")
    assert pickle.loads(pickle.dumps(word)).search("1a")


def test_a_wrong_one_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        regex("(").match("")
