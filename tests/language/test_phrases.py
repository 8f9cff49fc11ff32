"""English sentences are recognised by their templates, and said in Chinese."""

from __future__ import annotations

import pytest

from articlelint.language.phrases import Phrases
from articlelint.language.templates import texts_of

PHRASES = Phrases(
    [
        ("{first} and {rest}", "{first} 和 {rest}"),
        ("{first}; {rest}", "{first}；{rest}"),
        ("{first} or {rest}", "{first} 或 {rest}"),
        ("{dd} March {year}", "{year} 年 3 月 {dd} 日"),
        ("{dd} April {year}", "{year} 年 4 月 {dd} 日"),
        ("The code is {code} here", "代码是{code}这里"),
        ("`{tag}` is not closed", "`{tag}` 没有关闭"),
        ("`{tag}` is not closed in its {block}", "`{tag}` 没有在它的{block}里关闭"),
        ("paragraph", "段落"),
        ("the build stops", "构建会停止"),
        ("Write `{text}`", "改为 `{text}`"),
        ("Write `-`", "改为连字符"),
        (", {hours} too late", "，晚了 {hours}"),
        ("{number} hours", "{number} 小时"),
        ("{title} reads it as {clock}", "{title} 读作 {clock}"),
        ("Put {{% {end} %}} there", "在那里写 {{% {end} %}}"),
        ("A brace is `{{`", "花括号是 `{{`"),
        ("{verb} have {what} {noun}", "{verb}有{what}{noun}"),
        ("should", "应当"),
        ("at least", "至少"),
        ("{name} cannot be read", "无法读取 {name}"),
        ("{first}: {rest}", "{first}：{rest}"),
        ("cannot be read", "无法读取"),
        ("items", "项"),
    ]
)


def test_a_list_in_a_sentence_that_is_not_known_stays_as_it_is() -> None:
    assert PHRASES.said("`a`, `b` and nothing more") == "`a`, `b` and nothing more"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("the build stops", "构建会停止"),
        ("`<b>` is not closed", "`<b>` 没有关闭"),
        ("`<b>` is not closed in its paragraph", "`<b>` 没有在它的段落里关闭"),
        ("`<b>` is not closed; the build stops", "`<b>` 没有关闭；构建会停止"),
        ("`<b>` is not closed in its paragraph; the build stops",
         "`<b>` 没有在它的段落里关闭；构建会停止"),
        # What stands between backticks is the author's.
        ("Write `the build stops and paragraph`", "改为 `the build stops and paragraph`"),
        ("Write `a; b`", "改为 `a; b`"),
        ("Write `[`a`]`", "改为 `[`a`]`"),
        # A whole sentence counts for more than a template.
        ("Write `-`", "改为连字符"),
        # What is said behind something else.
        ("Hugo reads it as 2024-05-01, 9 hours too late", "Hugo 读作 2024-05-01，晚了 9 小时"),
        ("Put {% endif %} there", "在那里写 {% endif %}"),
        ("A brace is `{`", "花括号是 `{`"),
        # A number is a number.
        ("4 March 2022 or 3 April 2022", "2022 年 3 月 4 日 或 2022 年 4 月 3 日"),
        # A list has the mark of a Chinese one, outside of code.
        ("`a, b`, `c` and `d, e` cannot be read", "无法读取 `a, b`、`c` 和 `d, e`"),
        # Chinese and code do not touch.
        ("The code is `a` here", "代码是 `a` 这里"),
        # A colon ends nothing that a place holds.
        ("a.csv: cannot be read", "a.csv：无法读取"),
        # The first way to read it is not the right one.
        ("should have at least items", "应当有至少项"),
    ],
)  # fmt: skip
def test_a_sentence_is_said(english: str, chinese: str) -> None:
    assert PHRASES.said(english) == chinese
    assert not PHRASES.reading(english).words


@pytest.mark.parametrize(
    "english",
    [
        "Nobody has written this sentence yet",
        # One word of it is known: the rest would be chopped up.
        "Nobody has heard of a paragraph and of items",
        # What stands between two pieces of code is no code.
        "Write `a` where nobody has written `b`",
        "",
        "2024-05-01",
        "`code`",
        "第一个",
    ],
)
def test_what_is_not_known_stays_as_it_is(english: str) -> None:
    assert PHRASES.said(english) == english


def test_a_known_half_of_a_sentence_is_said() -> None:
    assert PHRASES.said("the build stops; nobody wrote this") == "构建会停止；nobody wrote this"


def test_many_conjunctions_take_no_time() -> None:
    text = " and ".join(f"something{number} unknown" for number in range(60))
    assert PHRASES.said(text) == text


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("said('hint')", ["hint"]),
        ("message = f'The {element.tag} starts by itself'", ["The {tag} starts by itself"]),
        (
            "f'{n} file{\"s\" if n > 1 else \"\"} of the site are there'",
            ["{n} files of the site are there", "{n} file of the site are there"],
        ),
        ("f'{a.text} is before {b.text}'", ["{text} is before {text2}"]),
        ("f'Put {{ at the end of {name}'", ["Put {{ at the end of {name}"]),
        ("'{host} answers with {status}'.format(**known)", ["{host} answers with {status}"]),
        ("' or '.join(names)", ["{first} or {rest}"]),
        ("hint = 'Looked in it' + (f' and in {n} others' if n else '')",
         ["Looked in it and in {n} others", "Looked in it"]),
        ("f'The value {\"begins\" if a else ends} with it'",
         ["The value {x} with it", "begins"]),
        ("x: Annotated[str, Key('The title of it.')]", ["The title of it."]),
        ("'a docstring of three words'", []),
        ("if x == 'no text at all': pass", []),
        ("{'a key with blanks': 'the text of it'}", ["the text of it"]),
        ("regex('a b [a-z] c')", []),
        ("text.removeprefix('the beginning of it')", []),
        ("@click.option('--x', help='Make the safe ones.')\ndef f():\n  '''Do what is said.'''",
         ["Do what is said.", "Make the safe ones."]),
        ("class A(Rule):\n  '''It is wrong.'''\n  name = 'a/b'", ["It is wrong."]),
        ("class A:\n  '''It is no rule.'''", []),
        ("sources = {'_posts', 'a b c'}", []),
    ],
)  # fmt: skip
def test_the_texts_of_a_source(source: str, texts: list[str]) -> None:
    assert texts_of(source) == texts
