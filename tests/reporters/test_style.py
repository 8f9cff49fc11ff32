from __future__ import annotations

import pytest
from rich.cells import cell_len

from articlelint.reporters.style import Style, shown, visible, width


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
