from __future__ import annotations

import pytest
from rich.cells import cell_len

from articlelint.reporters.style import Style, folded, shown, visible, width


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "城市马拉松",
        "ｆｕｌｌ",
        "e\u0301te\u0301",
        "한국어",
        "日本語カタカナ",
        "🎉 🚀",
        "ไทย",
        "é",
        "×",
    ],
)
def test_width_agrees_with_rich(text: str) -> None:
    assert width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("character", "sign"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b", "<U+009B>"),
        ("\u202e", "<U+202E>"),
        ("\ufeff", "<U+FEFF>"),
        ("\u200b", "<U+200B>"),
        ("\u2028", "<U+2028>"),
        ("\u200d", "\u200d"),
        ("é", "é"),
        ("城", "城"),
    ],
)
def test_invisible_characters_are_shown(character: str, sign: str) -> None:
    assert shown(character) == sign
    assert visible(f"a{character}b") == f"a{sign}b"


def test_colour_only_where_wanted() -> None:
    assert Style().paint("x", "error") == "x"
    assert Style(color=True).paint("x", "error") == "\x1b[1;31mx\x1b[0m"
    assert Style(color=True).paint("", "error") == ""


@pytest.mark.parametrize(
    ("text", "room", "first", "lines"),
    [
        ("", 10, 10, [""]),
        ("one two three", 7, 7, ["one two", "three"]),
        ("one two three", 9, 4, ["one", "two three"]),
        ("one two three", 13, 2, ["", "one two three"]),
        ("a unbreakable b", 4, 4, ["a", "unbreakable", "b"]),
        ("桥重新开放了，终于。", 13, 13, ["桥重新开放", "了，终于。"]),
        ("桥重新开放了，终于。", 12, 4, ["桥重", "新开放了，终", "于。"]),
    ],
)
def test_sentences_are_broken_at_words(text: str, room: int, first: int, lines: list[str]) -> None:
    assert list(folded(text, room, first)) == lines
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
