import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from articlelint import (
    FILLER,
    UNSAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    regex,
)
from articlelint_rules.markdown._marks import Mark, is_in_code, joined, marks_in


class UnreadEmphasis(Rule):
    """Emphasis is shown as text because its markers are between punctuation and letters."""

    name = "markdown/unread-emphasis"
    severity = WARNING
    fixable = UNSAFE
    many_are_one = True

    def check(self, article: Article) -> Findings:
        text = article.markdown.text
        dialect = article.dialect
        if "*" not in article.markdown.words and "_" not in article.markdown.words:
            return
        if not dialect.is_known or dialect.reads_emphasis_beside_cjk or not _may_fail(text):
            return
        if article.front_matter is not None and not article.site.generator.knows_opening_fence:
            return  # of a generator that is not known, and old parsers read it
        marks = article.view(marks_in)
        if not any(mark.is_shown for mark in marks):
            return
        for opening, closing in _pairs(text, marks):
            mark = text[opening.start : opening.end]
            places = _failing(text, opening, closing)
            if not places or is_in_code(text, opening):
                continue
            edits = [Edit.insert(place + article.markdown.offset, " ") for place in places]
            if any(_is_spaced(article.text, edit.span.start) for edit in edits):
                continue  # a space of markup that is masked
            why = (
                f"there is punctuation inside its `{mark}` and a letter outside"
                if mark[0] == "*"
                else f"within a word `{mark}` is not a mark"
            )
            yield self.diagnostic(
                Span(opening.start, closing.end).shift(article.markdown.offset),
                f"This emphasis is shown as text: {why}",
                fix=Fix.unsafe("Insert a space", *edits),
            )


def _is_spaced(text: str, at: int) -> bool:
    return text[at - 1 : at].isspace() or text[at : at + 1].isspace()


_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_IS_CJK = regex(f"[{_CJK}]")
_MAY_FAIL = regex(r"\*(?:(?<=\w\*)\*{0,2}+[^\w\s*]|(?<=[^\w\s*]\*)\*{0,2}+\w)")
_MAY_FAIL_IN_WORD = regex(rf"_(?:(?<=[{_CJK}]_)|_?[{_CJK}])")


def _may_fail(text: str) -> bool:
    """Tell whether a mark stands where it may not be one."""
    if _MAY_FAIL.search(text):
        return True
    return not text.isascii() and _MAY_FAIL_IN_WORD.search(text) is not None  # compiled in 5 ms


def _pairs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Yield what the author meant to be the two marks of one emphasis, if readers see any."""
    for _, of_block in groupby(marks, key=lambda mark: mark.block):
        alike: dict[str, list[Mark]] = {}
        for mark in joined(sorted(of_block, key=lambda mark: mark.start)):
            alike.setdefault(text[mark.start : mark.end], []).append(mark)
        for found in alike.values():
            at = 0
            while at + 1 < len(found):
                opening, closing = found[at : at + 2]
                at += 1
                if not (opening.is_shown or closing.is_shown):
                    at += 1
                elif _is_meant(text, opening, closing) and _failing(text, opening, closing):
                    at += 1
                    yield opening, closing


def _is_in_name(text: str, mark: Mark) -> bool:
    """Tell whether *mark* joins parts of a name that is joined otherwise, too."""
    before = _WORDS_BEFORE.search(text, max(0, mark.start - _LONGEST), mark.start)
    behind = _WORDS_BEHIND.match(text, mark.end)
    name = (before[0] if before else "") + text[mark.start : mark.end]
    return _JOINED.search(name + (behind[0] if behind else "")) is not None


_WORDS_BEFORE = regex(r"(?<!\w)\w{1,80}+\Z")
_WORDS_BEHIND = regex(r"\w{1,80}+")
_JOINED = regex(
    r"[A-Za-z\d]_[A-Za-z\d]|(?<!_)__(?!_)\w{0,80}?[^\W_]_(?!_)|(?<!_)_(?!_)\w{0,80}?[^\W_]__(?!_)"
)


def _is_in_quoted_name(text: str, mark: Mark) -> bool:
    """Tell whether *mark* joins words of one name in quotes or in bold: 'form_sense_state'."""
    begin = _NAME_BEFORE.search(text, max(0, mark.start - _LONGEST), mark.start)
    end = _NAME_BEHIND.match(text, mark.end)
    return begin is not None and end is not None


def _is_alone(text: str, mark: Mark) -> bool:
    """Tell whether the mark is what is spoken of: an underscore (_)."""
    return text[mark.start - 1 : mark.start] + text[mark.end : mark.end + 1] in _PAIRS


_BLANKS = regex(r"\\[_*](?:\\|\*|_)")
"""Blanks to fill in, or marks, that a program escaped."""
_PAIRS = frozenset({"()", "（）", "[]", "【】", "「」"})


def _joins_titles(around: str, inside: str, *, is_title: bool) -> bool:
    """Tell whether underscores divide the titles of a page and its site: ``A_Ada's page_B``."""
    if len(_LETTER.findall(around)) == 2 and is_title:
        return True
    is_mixed = _ASCII.search(inside) is not None and _IS_CJK.search(inside) is not None
    return is_mixed and len(_LETTER.findall(around)) == 2


def _is_title(text: str, opening: Mark) -> bool:
    """Tell whether the line is a page's title with its site's behind it: ``A_B_C-site``."""
    return _TITLE.fullmatch(text, *_line_of(text, opening)) is not None


def _line_of(text: str, mark: Mark) -> tuple[int, int]:
    """Return where the line of the mark begins and ends; nothing of a long one."""
    first, last = max(0, mark.start - _LONGEST_LINE), mark.start + _LONGEST_LINE
    start, end = text.rfind("\n", first, mark.start) + 1, text.find("\n", mark.start, last)
    is_long = (not start and first) or (end < 0 and last < len(text))
    return (0, 0) if is_long else (start, len(text) if end < 0 else end)


_LONGEST_LINE = 400
_LONGEST_ADDRESS = 300


_IN_TITLE = r"[^，。；：！？、,;:!?_\n]"
_TITLE = regex(
    rf"[^，。；：！？、,;:!?\n]*_{_IN_TITLE}*\S ?[-–—|｜] ?(?:(?!\s){_IN_TITLE}){{1,40}}\s*"
)
_ASCII = regex("[A-Za-z]")
_NAME_BEFORE = regex(r"['\"‘“「*]\w+\Z")
_NAME_BEHIND = regex(r"\w+['\"’”」*]")


def _is_in_address(text: str, mark: Mark) -> bool:
    """Tell whether the mark is part of a URL: ``<https://a.example.edu/wiki/A_b_C>``."""
    before = text[max(0, mark.start - _LONGEST_ADDRESS) : mark.start]
    return "://" in before.rpartition("\n")[2].rpartition(" ")[2]


def _parts_words(text: str, mark: Mark) -> bool:
    r"""Tell whether another underscore of the line is escaped between words: ``a_b_c\_d``.

    Or the line is the name of a file.
    """
    line = _line_of(text, mark)
    return (_ESCAPED.search(text, *line) or _FILE_NAME.fullmatch(text, *line)) is not None


_FILE_NAME = regex(r"[ \t]*[^\s，。；：！？、]+\.[a-z][a-z\d]{1,3}[ \t\r]*")
_ESCAPED = regex(r"\w\\_\w")


def _joins_words(text: str, opening: Mark, inside: str, around: str) -> bool:
    """Tell whether underscores join the words of a name, or part them."""
    if _WORD.search(around) is not None or _is_in_label(text, opening) or "\n" in inside:
        return True
    if inside.isascii() and (_is_ascii_mark(around[:1]) or inside.isidentifier()):
        return True  # "Powered by X!_y", `__init__`
    if _is_in_address(text, opening) or _parts_words(text, opening):
        return True
    if _is_in_name(text, opening):
        return True  # pt_osc_表名_操作, `类名__私有_属性`
    if _FACE.fullmatch(inside) or _CLAUSE.search(inside):
        return True  # `_(:3)_`; an underscore is spoken of here and there
    if text.endswith(inside, 0, opening.start):
        return True  # a stutter: `no__no__no`
    is_single = opening.end - opening.start == 1
    return is_single and (
        _is_in_quoted_name(text, opening)
        or _joins_titles(around, inside, is_title=_is_title(text, opening))
    )


def _is_meant(text: str, opening: Mark, closing: Mark) -> bool:
    """Tell whether what stands between two marks looks like emphasis."""
    inside = text[opening.end : closing.start]
    around = text[opening.start - 1 : opening.start] + text[closing.end : closing.end + 1]
    mark = text[opening.start : opening.end]
    if inside[:1] in _ENDS or (mark[0] == "_" and _joins_words(text, opening, inside, around)):
        return False
    if text[opening.start - 1 : opening.start] == "=":  # of an address: `?q=*&size=9`
        return False
    if _EXTENSION.match(text, closing.end) or _EXTENSION.match(text, opening.end):  # `*.c`, `*.h`
        return False
    if mark == "*" and _VERSION.search(
        text, max(0, opening.start - _LONGEST_VERSION), opening.start
    ):
        return False  # `1.17.*`: any release
    if mark == "*" and _COMMENT.search(text, max(0, opening.start - 1), closing.end + 1):
        return False
    if mark == "*" and around[:1] == inside[:1] == "`":  # `a`*`b`: a multiplication
        return False
    if _BLANKS.search(text, max(0, opening.start - 2), closing.end + 2):  # `**\_\_\_**`
        return False
    if _is_alone(text, opening) or _is_alone(text, closing):
        return False
    if _QUOTED.search(around[:1] + inside[:1]) or inside.count('"') % 2:  # `"_"` and `"*"`
        return False
    return (
        0 < len(inside) <= _LONGEST
        and len(mark) <= len("***")
        and not inside[0].isspace()
        and not inside[-1].isspace()
        and (_LETTER.search(inside) is not None or _IS_CJK.search(around) is not None)
        and _LETTER_OR_DIGIT.search(inside) is not None
        and inside.count("[") == inside.count("]")
        and FILLER not in (*around, inside[0], inside[-1])
    )


_VERSION = regex(r"(?:^|[^\d.])v?\d{1,4}\.(?:\d{1,4}\.){1,2}\Z")
_LONGEST_VERSION = 20
_COMMENT = regex(r"/\*|\*/")
_FACE = regex(r"[(（][^\w\s]\S{0,12}[)）]")
_CLAUSE = regex(r"[，；。](?!\Z)")
_ENDS = frozenset("，。、；：！？,;:!?")
"""What no emphasis begins with: the mark before it is spoken of, or ends another emphasis."""
_LONGEST = 500
_QUOTED = regex(r"[\"“'‘][\"”'’]")
_LETTER = regex(r"[^\W\d_]")
_LETTER_OR_DIGIT = regex(r"[^\W_]")
_WORD = regex(r"[A-Za-z0-9_]")
_EXTENSION = regex(r"\.[A-Za-z]")


def _is_ascii_mark(character: str) -> bool:
    return character.isascii() and not character.isspace() and character not in {"", "(", "*"}


def _is_in_label(text: str, mark: Mark) -> bool:
    """Tell whether *mark* stands in the text of a link: ``_`` divides the words of a title."""
    before = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
    return before.rfind("[") > before.rfind("]")


def _failing(text: str, opening: Mark, closing: Mark) -> list[int]:
    """Return the places where a space makes of the marks what they were meant to be.

    By the rules for delimiter runs: https://spec.commonmark.org/0.31.2/#delimiter-run.
    """
    mark = text[opening.start : opening.end]
    sides = (
        (opening.start, text[opening.start - 1 : opening.start], text[opening.end]),
        (closing.end, text[closing.end : closing.end + 1], text[closing.start - 1]),
    )
    places = []
    for place, outer, inner in sides:
        if mark[0] == "_" or len(mark) == 1:
            fails = _IS_CJK.match(outer) is not None
        else:
            fails = outer.isalnum()
        if fails and (mark[0] == "_" or _is_punctuation(inner)):
            places.append(place)
    return places


def _is_punctuation(character: str) -> bool:
    """Tell whether all parsers take the character for punctuation; symbols only some do."""
    if character.isascii():
        return not character.isalnum() and not character.isspace()
    return unicodedata.category(character).startswith("P")
