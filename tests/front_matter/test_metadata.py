from __future__ import annotations

import pytest

from articlelint.front_matter import Format, FrontMatter, parse

METADATA = frozenset({Format.METADATA})
META = frozenset({Format.META})


def header(text: str) -> FrontMatter:
    front_matter = parse(text, formats=METADATA)
    assert front_matter is not None
    assert front_matter.format is Format.METADATA
    return front_matter


def test_keys_values_and_their_places() -> None:
    text = "Title: A: B\nDate:  2024-03-14 \nTags: a, b\n\nbody\n"
    front_matter = header(text)
    assert front_matter.data == {"title": "A: B", "date": "2024-03-14", "tags": "a, b"}
    assert [field.key_span.of(text) for field in front_matter.fields] == ["Title", "Date", "Tags"]
    assert [field.value_span.of(text) for field in front_matter.fields] == [
        "A: B",
        "2024-03-14",
        "a, b",
    ]
    assert text[front_matter.span.end :] == "body\n"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("Title: x", {"title": "x"}, id="no body"),
        pytest.param("\ufeffTitle: x\r\nDate: y\r\n\r\nb", {"title": "x", "date": "y"}, id="CR LF"),
        pytest.param(
            "Title: x\nSummary: a\n    b\n\nc", {"title": "x", "summary": "a\nb"}, id="two lines"
        ),
        pytest.param("Title:\nSummary:\n    b\n\nc", {"title": "", "summary": "b"}, id="empty"),
        pytest.param("---\nTitle: x\n---\nb", {"title": "x"}, id="between fences"),
        pytest.param("Title: x\nprose\n", {"title": "x"}, id="prose without a blank line"),
    ],
)
def test_headers(text: str, data: dict[str, object]) -> None:
    front_matter = header(text)
    assert front_matter.data == data
    assert front_matter.problems == ()


def test_a_line_that_ends_the_header_too_early() -> None:
    text = "Title: x\nDate 2024-03-14\nTags: a\n\nb"
    front_matter = header(text)
    assert front_matter.root is None
    assert [problem.span.of(text) for problem in front_matter.problems] == ["Date 2024-03-14"]


def test_blank_lines_before_the_header() -> None:
    text = "\n\nTitle: x\n\nb"
    assert [defect.span.of(text) for defect in header(text).fence_defects] == ["\n\n"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("prose\n", id="prose"),
        pytest.param("\nNote: x\n\nprose", id="a note after a blank line"),
        pytest.param("---\n", id="a lone fence"),
    ],
)
def test_no_header(text: str) -> None:
    assert parse(text, formats=METADATA) is None


def test_the_head_of_an_html_article() -> None:
    text = (
        "<html><head>\n<!-- <title>no</title> -->\n<title> A &amp; B </title>\n"
        '<meta name="Date" content="2024-03-14"/>\n<meta content=\'a, b\' name=keywords>\n'
        '<script>\'<meta name="x" content="y">\'</script></head>\n'
        '<body><meta name="z" content="z"></body></html>\n'
    )
    front_matter = parse(text, formats=META, html=True)
    assert front_matter is not None
    assert front_matter.format is Format.META
    assert front_matter.data == {"title": "A & B", "date": "2024-03-14", "tags": "a, b"}
    assert [field.value_span.of(text) for field in front_matter.fields] == [
        "A &amp; B",
        "2024-03-14",
        "a, b",
    ]
    assert [field.key_span.of(text) for field in front_matter.fields] == [
        "title",
        "Date",
        "keywords",
    ]


def test_html_without_a_head_has_no_metadata() -> None:
    assert parse("<title>x</title><p>text</p>", formats=META, html=True) is None
    assert parse("<head></head>", formats=META, html=True) is None
    assert parse("<head><title>x</title></head>", formats=META) is None


@pytest.mark.parametrize("blank", ["\n", "\r\n", "\n \n"])
def test_a_blank_line_within_the_header(blank: str) -> None:
    text = f"Title: x\n{blank}Date: 2024-01-02\nNumber: 1\n\nbody\n"
    front_matter = header(text)
    assert front_matter.data == {"title": "x"}
    (defect,) = front_matter.fence_defects
    assert defect.span.of(text) == blank
    fixed = text[: defect.span.start] + text[defect.span.end :]
    assert header(fixed).data == {"title": "x", "date": "2024-01-02", "number": "1"}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Title: another one\n", id="a key that is there"),
        pytest.param("Summary: this\nand more words\n", id="prose"),
        pytest.param("Place: Vienna\nTime: noon\n", id="keys that are none of Pelican's"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_body_that_looks_like_keys(body: str) -> None:
    assert header(f"Title: x\n\n{body}").fence_defects == ()


@pytest.mark.parametrize("first", ["Title x", "Title：x"])
def test_a_first_line_that_is_no_key(first: str) -> None:
    text = f"{first}\nDate: 2024-01-02\nTags: a\n\nbody\n"
    front_matter = header(text)
    assert front_matter.root is None
    (problem,) = front_matter.problems
    assert problem.span.of(text) == first
    assert text[front_matter.span.end :] == "body\n"
    assert parse("A line.\nDate: today\n\nbody\n", formats=METADATA) is None


def test_a_list_of_yaml_in_the_header() -> None:
    text = "Title: x\nTags:\n- a\n- b\n\nbody\n"
    (problem,) = header(text).problems
    assert problem.span.of(text) == "- a"
    assert header("Title: x\n- an item\n").problems == ()
