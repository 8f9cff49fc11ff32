from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.front_matter import Format, FrontMatter, parse
from articlelint.front_matter.fences import find as fences
from articlelint.front_matter.fences.slips import TOP
from articlelint.text.edit import Edit, apply
from articlelint.text.span import Span

YAML = frozenset({Format.YAML})
USUAL = frozenset({Format.YAML, Format.TOML, Format.JSON})


def fixed(text: str, front_matter: FrontMatter) -> str:
    edits = []
    for defect in front_matter.fence_defects:
        assert defect.replacement is not None
        spans = [defect.span] if defect.also is None else [defect.span, defect.also]
        edits += [Edit(span, defect.replacement) for span in spans]
    return apply(text, edits)


def test_the_parts_of_a_block() -> None:
    text = "---\ntitle: A\n---\nbody\n"
    front_matter = parse(text)
    assert front_matter is not None
    assert front_matter.opening == Span(0, 3)
    assert front_matter.content.of(text) == "title: A\n"
    assert front_matter.closing == Span(13, 16)
    assert front_matter.span.of(text) == "---\ntitle: A\n---\n"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("---\ntitle: A\n---", {"title": "A"}, id="no body"),
        pytest.param("---\r\ntitle: A\r\n---\r\nb", {"title": "A"}, id="CR LF"),
        pytest.param("---\rtitle: A\r---\rb", {"title": "A"}, id="CR"),
        pytest.param("---  \ntitle: A\n---\t\nb", {"title": "A"}, id="blanks after the fences"),
        pytest.param("\ufeff---\ntitle: A\n---\nb", {"title": "A"}, id="byte order mark"),
        pytest.param("---\ntitle: A\n...\nb", {"title": "A"}, id="closed by dots"),
        pytest.param("---\na: |\n  ---\n  b\n---\n", {"a": "---\nb\n"}, id="fence in a text"),
        pytest.param(
            "---\na: b\n# --\nc: d\n---\n", {"a": "b", "c": "d"}, id="dashes in a comment"
        ),
        pytest.param("+++\na = 1\n+++\nb", {"a": 1}, id="TOML"),
        pytest.param("\n +++\na = 1\n+++\nb", {"a": 1}, id="TOML after blanks, as Zola allows"),
        pytest.param('{\n"a": 1\n}\nb', {"a": 1}, id="JSON"),
        pytest.param('---json\n{"a": 1}\n---\nb', {"a": 1}, id="JSON between YAML's fences"),
        pytest.param(';;;\n"a": 1\n;;;\nb', {"a": 1}, id="JSON without braces"),
    ],
)
def test_front_matter_without_a_defect(text: str, data: dict[str, object]) -> None:
    front_matter = parse(text, formats=USUAL)
    assert front_matter is not None
    assert front_matter.fence_defects == ()
    assert front_matter.problems == ()
    assert front_matter.data == data


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n\n", id="blank lines"),
        pytest.param("# Heading\n\ntext\n", id="Markdown"),
        pytest.param("---\n", id="a lone fence"),
        pytest.param("---\n\nProse.\n\nMore prose.\n\n---\n\nEnd.\n", id="thematic breaks"),
        pytest.param("---\n\nNote: prose.\n\nMore\n\nprose\n\n---\n", id="a break and a note"),
        pytest.param("---\n# Slide\n\ntext\n\n---\n# Slide\n", id="slides"),
        pytest.param("---\nProse\n", id="a break and prose"),
        pytest.param("---\nNote: a lone sentence\n\nprose\n", id="a break and a sentence"),
        pytest.param("\n---\nprose\n---\n", id="a setext heading"),
        pytest.param("---|---\na|b\n", id="a table"),
        pytest.param("- - -\ntitle: x\n", id="a spaced break"),
        pytest.param("***\ntitle: x\n***\n", id="asterisks"),
        pytest.param("-- foo\nbar: baz\n", id="a signature"),
        pytest.param("    ---\n    title: x\n    ---\n", id="indented code"),
        pytest.param("{{ partial }}\n", id="a template tag"),
        pytest.param("{% raw %}\n", id="a Liquid tag"),
        pytest.param("{: .note }\n", id="an attribute list"),
        pytest.param("{note} text\n", id="braces around a word"),
        pytest.param("Title: x\n---\nprose\n", id="an underlined sentence"),
    ],
)
def test_no_front_matter(text: str) -> None:
    assert parse(text, formats=USUAL) is None


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("----\ntitle: x\n---\nb", ["----"], id="four dashes to open"),
        pytest.param("---\ntitle: x\n----\nb", ["----"], id="four dashes to close"),
        pytest.param("--\ntitle: x\n--\nb", ["--", "--"], id="two dashes"),
        pytest.param(" ---\ntitle: x\n---\nb", [" "], id="indented opening fence"),
        pytest.param("---\ntitle: x\n  ---\nb", ["  "], id="indented closing fence"),
        pytest.param(" ---\n title: x\n ---\nb", [" ", " "], id="all indented"),
        pytest.param("---1\ntitle: x\n---\nb", ["1"], id="a digit after the opening fence"),
        pytest.param("---\ntitle: x\n---1\nb", ["1"], id="a digit after the closing fence"),
        pytest.param("---\ntitle: x\n---## B\nb", ["## B"], id="a heading after the fence"),
        pytest.param("---\ntitle: x\n--- b\nc", [" b"], id="a word after the fence"),
        pytest.param("---title: x\ndate: 1\n---\nb", ["title: x"], id="a key after the fence"),
        pytest.param("—-\ntitle: x\n---\nb", ["—-"], id="a typographic dash to open"),
        pytest.param("---\ntitle: x\n–––\nb", ["–––"], id="typographic dashes to close"),
        pytest.param("---\ntitle: x\n—\nb", ["—"], id="one long dash to close"),
        pytest.param("---\ntitle: x\n- - -\nb", ["- - -"], id="spaced dashes to close"),
        pytest.param("---\ntitle: x\n+++\nb", ["+++"], id="the other format's fence"),
        pytest.param("\n\n---\ntitle: x\n---\nb", ["\n\n"], id="blank lines before"),
        pytest.param("\ufeff\n---\ntitle: x\n---\nb", ["\n"], id="mark and blank line before"),
        pytest.param("---\ntitle: x ---\n\nb", [" ---"], id="closing fence behind a value"),
        pytest.param("---\r\ntitle: x\r\n---## B\r\nb", ["## B"], id="CR LF"),
        pytest.param("++++\na = 1\n+++\nb", ["++++"], id="four plus signs"),
        pytest.param("+++\na = 1\n ++\n+++\nb", [], id="within TOML nothing is guessed"),
    ],
)
def test_defective_fences_are_placed_and_mended(text: str, faults: list[str]) -> None:
    front_matter = parse(text, formats=USUAL)
    assert front_matter is not None
    assert [defect.span.of(text) for defect in front_matter.fence_defects] == faults
    if not faults:
        return
    after = parse(fixed(text, front_matter), formats=USUAL)
    assert after is not None
    assert after.fence_defects == ()
    assert not after.unclosed
    assert after.problems == ()
    assert after.data.keys() >= front_matter.data.keys()


def test_what_follows_a_fence_on_its_line_is_body() -> None:
    text = "---\ntitle: x\n---## B\nb"
    front_matter = parse(text, formats=YAML)
    assert front_matter is not None
    assert text[front_matter.span.end :] == "## B\nb"


def test_a_line_like_a_fence_does_not_end_a_block_that_reads_well() -> None:
    text = "---\na: |\n  b\n\n  --\nc: d\n---\n"
    front_matter = parse(text, formats=YAML)
    assert front_matter is not None
    assert front_matter.data == {"a": "b\n\n--\n", "c": "d"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("---\ntitle: x\ndate: 1\n\n# Heading\n", ["title", "date"], id="YAML"),
        pytest.param("+++\na = 1\nb = 2\n\nprose\n", ["a", "b"], id="TOML"),
        pytest.param("---\ntitle: x\n", ["title"], id="nothing but the block"),
        pytest.param("---\ntitle: a: b\ndate: 1\n\nprose", [], id="broken as well"),
    ],
)
def test_an_unclosed_block(text: str, keys: list[str]) -> None:
    front_matter = parse(text, formats=USUAL)
    assert front_matter is not None
    assert front_matter.unclosed
    assert front_matter.closing is None
    assert front_matter.problems == ()
    assert [field.key for field in front_matter.fields] == keys


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\n---\nb", id="nothing between the fences"),
        pytest.param("---\n\n---\nb", id="a blank line"),
        pytest.param("---\n# c\n---\nb", id="a comment"),
        pytest.param("+++\n+++\nb", id="TOML"),
        pytest.param("{}\nb", id="JSON"),
        pytest.param(";;;\n;;;\nb", id="JSON without braces"),
    ],
)
def test_empty_front_matter_is_not_none(text: str) -> None:
    front_matter = parse(text, formats=USUAL)
    assert front_matter is not None
    assert front_matter.data == {}
    assert front_matter.fields == ()
    assert front_matter.top_level is None
    assert front_matter.problems == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("---\nJust words\n---\n", "Just words", id="words"),
        pytest.param("---\n- a\n- b\n---\n", ["a", "b"], id="a list"),
        pytest.param("---\n42\n---\n", 42, id="a number"),
    ],
)
def test_what_is_no_mapping_is_kept_apart(text: str, value: object) -> None:
    front_matter = parse(text, formats=YAML)
    assert front_matter is not None
    assert front_matter.root is None
    assert front_matter.top_level is not None
    assert front_matter.top_level.value == value


def test_a_script_is_front_matter_that_is_not_read() -> None:
    text = "---js\n{ title: 'x' }\n---\nbody"
    front_matter = parse(text, formats=USUAL)
    assert front_matter is not None
    assert front_matter.root is None
    assert front_matter.problems == ()
    assert text[front_matter.span.end :] == "body"


def test_formats_that_the_generator_does_not_read_are_no_front_matter() -> None:
    assert parse("+++\na = 1\n+++\n", formats=YAML) is None
    assert parse('{"a": 1}\n', formats=YAML) is None
    assert parse("---\na: 1\n---\n", formats={Format.TOML}) is None


def hexo(text: str) -> FrontMatter | None:
    return parse(text, formats={Format.YAML, Format.JSON}, optional_opening_fence=True)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("title: x\n---\nb", {"title": "x"}, id="one key"),
        pytest.param("title: x\ntags:\n- a\n---\nb", {"title": "x", "tags": ["a"]}, id="a list"),
        pytest.param("\ufefftitle: x\n---\nb", {"title": "x"}, id="byte order mark"),
        pytest.param('"title": "x",\n"a": 1\n;;;\nb', {"title": "x", "a": 1}, id="JSON"),
        pytest.param("----\ntitle: x\n----\nb", {"title": "x"}, id="equal longer fences"),
        pytest.param("---\na:\n\t- b\n---\n", {"a": ["b"]}, id="tabs"),
    ],
)
def test_hexo_needs_no_opening_fence(text: str, data: dict[str, object]) -> None:
    front_matter = hexo(text)
    assert front_matter is not None
    assert front_matter.data == data
    assert front_matter.fence_defects == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Heading\n---\nb", id="a heading"),
        pytest.param("Read this: now\n---\nb", id="a heading with a colon"),
        pytest.param("prose\n\ntitle: x\n---\nb", id="prose before"),
        pytest.param("- a\n- b\n---\nb", id="a list"),
        pytest.param("title: x\n\n\nprose and more\n---\nb", id="prose after"),
        pytest.param("title: x\n", id="no fence at all"),
    ],
)
def test_hexo_body_without_front_matter(text: str) -> None:
    assert hexo(text) is None


def test_hexo_takes_no_blanks_after_the_opening_fence() -> None:
    front_matter = hexo("--- \ntitle: x\n---\nb")
    assert front_matter is not None
    assert [defect.span for defect in front_matter.fence_defects] == [Span(3, 4)]


def test_a_tab_that_hexo_reads_as_spaces_keeps_its_place() -> None:
    text = "---\na:\n\t- b: 1\n\t\tc: [d]\ne: f\n---\n"
    front_matter = hexo(text)
    assert front_matter is not None
    for path, scalar in front_matter.scalars():
        assert scalar.source == scalar.span.of(text)
        assert str(scalar.value) == scalar.source, path


LINES = st.lists(
    st.sampled_from(["title: x", "- a", "---", "----", " ---", "--", "...", "", "prose", "# h"])
)


@given(LINES)
def test_the_short_cut_finds_what_the_search_finds(lines: list[str]) -> None:
    text = "---\ntitle: x\n" + "\n".join(lines)
    plain = fences._plain(text)
    top = TOP.match(text)
    assert top is not None
    if plain is not None:
        for dots in (False, True):
            assert plain == fences._Search(text, "-", split=False, dots=dots).block(top, YAML)


@pytest.mark.parametrize(
    ("text", "fence", "places"),
    [
        ('---\ntitle = "A"\n\n[b]\nc = 1\n---\nbody\n', "+++", [0, 27]),
        ('---\ntitle = "A"\n\n[b]\nc = 1\n+++\nbody\n\n---\n\nmore\n', "+++", [0]),
        ('+++\ntitle = "A"\n\n[b]\nc = 1\n---\nbody\n', "+++", [27]),
        ("+++\ntitle: A\nb:\n  c: 1\n+++\nbody\n", "---", [0, 23]),
        ("+++\ntitle: A\nb:\n  c: 1\n---\nbody\n", "---", [0]),
    ],
)
def test_the_fences_of_the_other_notation(text: str, fence: str, places: list[int]) -> None:
    front_matter = parse(text)
    assert front_matter is not None
    assert front_matter.data == {"title": "A", "b": {"c": 1}}
    (defect,) = front_matter.fence_defects
    assert defect.replacement == fence
    spans = [defect.span] if defect.also is None else [defect.span, defect.also]
    assert [span.start for span in spans] == places
    again = parse(fixed(text, front_matter))
    assert again is not None
    assert (again.data, again.fence_defects) == (front_matter.data, ())
    plain = parse(text, formats=YAML)
    assert plain is None or not plain.fence_defects


def test_dots_close_the_block_for_some_generators_only() -> None:
    text = "---\ntitle: A\n...\nbody\n"
    front_matter = parse(text, closing_dots=False)
    assert front_matter is not None
    assert [defect.span.of(text) for defect in front_matter.fence_defects] == ["..."]
    assert fixed(text, front_matter) == "---\ntitle: A\n---\nbody\n"
    assert parse("---\ntitle: A\n---\nbody\n...\n", closing_dots=False) == parse(
        "---\ntitle: A\n---\nbody\n...\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_block_that_nothing_opens(newline: str) -> None:
    text = "layout: post\ntitle: A\n---\nbody\n".replace("\n", newline)
    front_matter = parse(text, formats=YAML)
    assert front_matter is not None
    assert front_matter.data == {"layout": "post", "title": "A"}
    assert fixed(text, front_matter) == f"---{newline}{text}"


@pytest.mark.parametrize(
    "above", ["# A", "<!-- a comment\n\nof two lines -->", "import A from 'a'\n\n"]
)
def test_a_block_below_other_text(above: str) -> None:
    text = f"{above}\n---\ntitle: A\ntags: [b]\n---\nbody\n"
    front_matter = parse(text, formats=YAML)
    assert front_matter is not None
    assert front_matter.data == {"title": "A", "tags": ["b"]}
    (defect,) = front_matter.fence_defects
    assert defect.span.of(text) == above.partition("\n")[0]
    assert text[front_matter.span.end :] == "body\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("first", "last"), [("```yaml", "```"), ("~~~~", "~~~~"), ("\n``` md", "```")]
)
def test_a_block_of_code_around_it(first: str, last: str, newline: str) -> None:
    block = "---\ntitle: A\ndate: b\n---\n"
    text = f"{first}\n{block}{last}\n\nbody\n".replace("\n", newline)
    front_matter = parse(text, formats=YAML)
    assert front_matter is not None
    assert front_matter.data == {"title": "A", "date": "b"}
    assert [defect.meant for defect in front_matter.fence_defects] == [False]
    assert fixed(text, front_matter) == f"{block}\nbody\n".replace("\n", newline)
    assert text[front_matter.span.end :] == f"{newline}body{newline}"


def test_a_block_of_code_around_toml() -> None:
    block = '+++\ntitle = "A"\ndate = 2024-05-01\n+++\n'
    text = f"```toml\n{block}```\nbody\n"
    assert parse(text, formats=YAML) is None
    front_matter = parse(text, formats=USUAL)
    assert front_matter is not None
    assert front_matter.format is Format.TOML
    assert front_matter.data == {"title": "A", "date": date(2024, 5, 1)}
    assert fixed(text, front_matter) == f"{block}body\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```\n---\ntitle: A\ndate: b\n---\n```\n", id="code and nothing else"),
        pytest.param("```\n---\ntitle: A\ndate: b\n---\na\n```\nbody\n", id="code with text"),
        pytest.param("```\n---\nname: A\nkind: b\n---\n```\nbody\n", id="another kind of code"),
        pytest.param("```sh\n---\ntitle: A\ndate: b\n---\n```\nbody\n", id="another language"),
        pytest.param("Title: A\nDate: today\n---\nbody\n", id="words like sentences"),
        pytest.param("title: A\n---\nbody\n", id="one key, which is a heading"),
        pytest.param("name: a\nversion: b\n---\nbody\n", id="keys of something else"),
        pytest.param("# A\n\n---\ntitle: A\n---\nbody\n", id="a heading between two lines"),
        pytest.param("# A\n\n---\n\ntitle: A\ndate: b\n\n---\nbody\n", id="a blank line first"),
        pytest.param("# A\n---\ntitle: A\nSome words.\ndate: b\n---\n", id="prose"),
        pytest.param("# A\n```yaml\n---\ntitle: A\ndate: b\n---\n```\n", id="code"),
        pytest.param("a\n" * 11 + "---\ntitle: A\ndate: b\n---\n", id="far down"),
        pytest.param("# A\n---\ntitle: A\ndate: b\n", id="not closed"),
    ],
)
def test_what_is_no_misplaced_block(text: str) -> None:
    assert parse(text, formats=YAML) is None
