"""The table of the HTML standard: that it hangs together, and samples of what it says."""

from __future__ import annotations

import re

import pytest

from articlelint.html.standard.elements import (
    HEADINGS,
    Row,
    element_names,
    element_rows,
    elements_in,
    with_tags,
)
from articlelint.html.standard.models import TRANSPARENT, ContentPart, content_model, holders_of
from articlelint.html.standard.obsolete import obsolete_attributes, obsolete_elements
from articlelint.html.standard.parsing import (
    FORMATTING,
    IMPLIED,
    IMPLIED_THOROUGHLY,
    MAY_STAY_OPEN,
    SPECIAL,
)

CATEGORIES = {
    "metadata", "flow", "sectioning", "heading", "phrasing", "embedded", "interactive",
    "script-supporting", "labelable",
}  # fmt: skip


def test_rows_are_in_the_order_of_their_sections() -> None:
    sections = [[int(part) for part in row.section.split(".")] for row in element_rows().values()]
    assert sections == sorted(sections)
    assert all(section[0] == 4 and len(section) == 3 for section in sections)


@pytest.mark.parametrize("row", element_rows().values(), ids=lambda row: row.name)
def test_each_word_of_a_row_is_known(row: Row) -> None:
    name, _, tags, categories, content = row
    assert tags in {"", "void", "raw", "text", "foreign", "end?", "both?"}
    assert categories.keys() <= CATEGORIES
    words = set(re.findall(r"[a-z][a-z0-9-]*", content))
    assert words <= element_names() | CATEGORIES | {"text", "nothing", "transparent"}
    assert (tags == "void") <= (content == "nothing")
    assert (name in {"math", "svg", "template"}) == (not content)


def test_what_is_in_a_category_is_in_the_wider_one_too() -> None:
    assert elements_in("embedded") < elements_in("phrasing") < elements_in("flow")
    assert elements_in("heading") == {*HEADINGS, "hgroup"}
    assert elements_in("sectioning") == {"article", "aside", "nav", "section"}
    assert element_rows()["link"].categories["flow"] == "body-ok"
    assert element_rows()["a"].categories == {"phrasing": "", "flow": "", "interactive": "href"}


def test_what_is_in_no_category_of_a_body_is_named_by_another_element() -> None:
    named = {
        word
        for row in element_rows().values()
        for word in re.findall(r"[a-z][a-z0-9]*", row.content)
    }
    assert element_names() - elements_in("flow") - elements_in("metadata") <= named | {"html"}


def test_no_element_is_both_current_and_obsolete() -> None:
    assert not element_names() & obsolete_elements().keys()
    renamed = {row.renamed for row in obsolete_elements().values() if row.renamed}
    assert renamed == {"abbr", "ul", "s", "code"}
    for attribute in obsolete_attributes().values():
        assert attribute.elements <= element_names()
        assert attribute.instead != "-"


def test_void_elements_are_those_of_13_1_2() -> None:
    assert with_tags("void") == set(
        "area base br col embed hr img input link meta source track wbr".split()
    )


def test_the_sets_of_the_parser_fit_the_table() -> None:
    known = element_names() | obsolete_elements().keys()
    assert known >= FORMATTING | SPECIAL | IMPLIED_THOROUGHLY
    assert not FORMATTING & SPECIAL
    assert IMPLIED < IMPLIED_THOROUGHLY
    assert with_tags("end?", "both?") - {"head"} <= MAY_STAY_OPEN | {"caption", "colgroup"}


def test_content_models_are_read_in_order() -> None:
    picture = content_model("picture")
    assert picture is not None
    assert picture.parts == (
        ContentPart(frozenset({"source"}), needed=False, many=True),
        ContentPart(frozenset({"img"}), needed=True, many=False),
    )
    table = content_model("table")
    assert table is not None
    assert [sorted(part.words) for part in table.parts] == [
        ["caption"], ["colgroup"], ["thead"], ["tbody", "tr"], ["tfoot"],
    ]  # fmt: skip
    audio = content_model("audio")
    assert audio is not None
    assert audio.forbidden == ("audio", "video")
    assert TRANSPARENT in audio.words


@pytest.mark.parametrize("name", ["svg", "template", "center", "my-part", "nothing-such"])
def test_nothing_is_known_of_what_others_hold(name: str) -> None:
    assert content_model(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("li", {"ul", "ol", "menu"}),
        ("dt", {"dl", "dl>div"}),
        ("source", {"picture", "audio", "video"}),
        ("legend", {"fieldset", "optgroup"}),
        ("tr", {"table", "thead", "tbody", "tfoot"}),
        ("option", {"select", "select>div", "optgroup", "optgroup>div", "datalist"}),
        ("b", set()),
    ],
)
def test_parents_are_read_from_what_they_hold(name: str, expected: set[str]) -> None:
    assert holders_of(name) == expected
