"""The catalogues have every text, translated; after a change: `python -m articlelint.language`."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from articlelint.html.standard.obsolete import obsolete_attributes, obsolete_elements
from articlelint.language.extract import AWAITED, BY_HAND, left_out, lost_places, texts_in
from articlelint.language.phrases import Phrases, parts_of
from articlelint.language.po import Catalogue, read, write
from articlelint.linting.registry import BUILT_IN, rules_of
from articlelint.testing import FENCE

ROOT = Path(__file__).parents[2]
PACKAGES = [ROOT / "articlelint", ROOT / "rules" / "articlelint_rules"]
ROOMS = [
    pytest.param(package, room.name, id=f"{package.name}/{room.name}")
    for package in PACKAGES
    for room in sorted(package.iterdir())
    if room.suffix in {"", ".py"} and not room.name.startswith("__")
]
SAID = re.compile(
    r"^(?:\d+:\d+-[\d:]+ (?:error|warning|info): (?P<message>.*)|    hint: (?P<hint>.*)"
    r"|    (?:safe|unsafe|display) fix: (?P<fix>.*)|    \d+:\d+ (?P<related>.*))$"
)
THEIRS = ("certificate has expired",)
"""What other programs say, in English."""


@cache
def catalogue(package: Path) -> Catalogue:
    return read(package / "zh.po")


@cache
def chinese() -> Phrases:
    """Return what is known of Chinese; what is awaited counts as known."""
    return Phrases(
        (entry.text, entry.translation or _awaited(entry.text))
        for package in PACKAGES
        for entry in catalogue(package).entries
    )


def _awaited(text: str) -> str:
    return "未译" + "".join(f"{{{name}}}" for name in parts_of(text)[1])


@pytest.mark.parametrize(("package", "room"), ROOMS)
def test_the_catalogue_has_the_texts_of_the_source(package: Path, room: str) -> None:
    found = texts_in(package, left_out(catalogue(package)), within=room)
    by_hand = {each.text for each in catalogue(package).entries if each.places == [BY_HAND]}
    known = {
        each.text: here
        for each in catalogue(package).entries
        if (here := [place for place in each.places if place.split("/")[0] == room])
    }
    assert {text: places for text, places in found.items() if text not in by_hand} == known


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_text_is_translated_or_awaited_and_no_place_is_lost(package: Path) -> None:
    entries = catalogue(package).entries
    assert [each.text for each in entries if not each.translation and each.flags != [AWAITED]] == []
    assert [each.text for each in lost_places(entries)] == []
    texts = [each.text for each in entries]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_catalogue_is_written_as_it_is_read(package: Path, tmp_path: Path) -> None:
    write(catalogue(package), tmp_path / "zh.po")
    assert (tmp_path / "zh.po").read_bytes() == (package / "zh.po").read_bytes()


def left_in_english(texts: set[str]) -> dict[str, str]:
    readings = {text: chinese().reading(text) for text in texts}
    return {
        text: reading.text
        for text, reading in readings.items()
        if reading.words and not any(theirs in text for theirs in THEIRS)
    }


@pytest.mark.parametrize("family", sorted({rule.name.split("/")[0] for rule in rules_of(BUILT_IN)}))
def test_what_rules_say_on_their_pages_is_said_in_chinese(family: str) -> None:
    folder = ROOT / "rules" / BUILT_IN / family.replace("-", "_")
    texts = {
        next(part for part in match.groups() if part)
        for page in folder.glob("*.md")
        for fence in FENCE.finditer(page.read_text(encoding="utf-8"))
        if fence["kind"] == "diagnostics"
        for line in fence["text"].splitlines()
        if (match := SAID.match(line))
    }
    assert texts
    assert left_in_english(texts) == {}


def test_what_rules_find_is_said_in_chinese() -> None:
    texts = {(rule.__doc__ or "").partition("\n")[0] for rule in rules_of(BUILT_IN)}
    assert left_in_english(texts) == {}
    assert all(re.search(r"[\u4e00-\u9fff]", chinese().said(text)) for text in texts)


def test_what_to_use_instead_is_said_in_chinese() -> None:
    texts = {f"Use {each.instead}" for each in obsolete_elements().values() if each.instead}
    texts |= {f"Use {each.instead}" for each in obsolete_attributes().values() if each.instead}
    assert left_in_english(texts) == {}


@pytest.mark.parametrize(
    "module", ["articlelint_rules.html._blocks", "articlelint.markdown.jsx_tags"]
)
def test_what_elements_of_markdown_are_called_is_said_in_chinese(module: str) -> None:
    names = vars(import_module(module))["_NAMES"].values()
    assert left_in_english(set(names)) == {}
