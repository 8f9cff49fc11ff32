"""What fixes TOML and JSON, by the code of the problem."""

from collections.abc import Mapping

from articlelint import UNSAFE, Edit, Fix, Span, regex
from articlelint_rules.front_matter._fixing import Case, Fixing, replace
from articlelint_rules.front_matter._fixing_yaml import (
    bad_escape,
    control_character,
    text_after_quote,
    unterminated_quote,
)
from articlelint_rules.front_matter._writing import quoted

_DATE = regex(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T ](?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<second>:\d{2}(?:\.\d+)?)?"
    r"(?P<zone>Z|[-+]\d{2}:\d{2})?)?"
)
_VERSION = regex(r"\d+(?:\.\d+){2,}")
_TYPOGRAPHIC = "“”‘’„«»"
_QUOTES_INSIDE = regex(
    r"""[ \t]*(?:"[^"\\]*"[ \t]*:[ \t]*)?"(?P<words>[^\[\]{}]*)"[ \t]*+[,}]?[ \t]*+"""
)
_NO_TEXT = regex(r"true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?")
_COMMENT = regex(r"[ \t]#")


def _quote(case: Case) -> Fix | None:
    words = case.words
    if _COMMENT.search(words) or "\n" in words:
        return None
    return replace(case, "Put it in quotes", quoted(words, case.notation))


def _straight_quotes(case: Case) -> Fix | None:
    inner = case.words[1:-1]
    if len(case.words) < 2 or case.words[-1] not in f"{_TYPOGRAPHIC}\"'":
        return None
    if any(quote in inner for quote in f'{_TYPOGRAPHIC}"\\' if quote != "’"):
        return None
    return replace(case, "Write straight quotes", quoted(inner, case.notation))


def _small_letters(case: Case) -> Fix | None:
    return replace(case, f"Write `{case.words.lower()}`", case.words.lower())


def _flag(case: Case) -> Fix | None:
    right = "true" if case.words.lower() in {"yes", "on"} else "false"
    return replace(case, f"Write `{right}`", right, UNSAFE)


def _equals_sign(case: Case) -> Fix | None:
    text = case.article.text
    start, end = case.span
    before = "" if text[start - 1] == " " else " "
    after = "" if text[end : end + 1] == " " else " "
    return replace(case, "Write `=`", f"{before}={after}")


def _date(case: Case) -> Fix | None:
    match = _DATE.fullmatch(case.words)
    if match is None:
        return _version(case)
    written = f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"
    if match["hour"]:
        second = match["second"] or ":00"
        written += f"T{match['hour']:0>2}:{match['minute']}{second}{match['zone'] or ''}"
    return replace(case, f"Write `{written}`", written)


def _several_lines(case: Case) -> Fix | None:
    quotes = case.words[0] * 3
    written = f"{quotes}{case.words[1:-1]}{quotes}"
    return replace(case, f"Put it between `{quotes}`", written, UNSAFE)


def _quote_items(case: Case) -> Fix | None:
    items = [item.strip() for item in case.words[1:-1].split(",")]
    if not case.words.endswith("]") or any(quote in case.words for quote in "\"'"):
        return None
    words = ", ".join(
        item if _NO_TEXT.fullmatch(item) else quoted(item, case.notation) for item in items if item
    )
    return replace(case, "Put the items in quotes", f"[{words}]")


def _close_header(case: Case) -> Fix | None:
    closing = "]" * (len(case.words) - len(case.words.lstrip("[")))
    return Fix.safe(f"Write `{closing}`", (Span.at(case.span.end), closing))


def _hash(case: Case) -> Fix | None:
    return replace(case, "Write `#`", "#")


def _version(case: Case) -> Fix | None:
    return _quote(case) if _VERSION.fullmatch(case.words) else None


def _colon(case: Case) -> Fix | None:
    return replace(case, "Write `:`", ":") if case.words in {"=", "："} else None


def _comma(case: Case) -> Fix | None:
    return replace(case, "Write `,`", ",")


def _no_comma(case: Case) -> Fix | None:
    return Fix.safe("Delete it", (case.span, ""))


def _missing_comma(case: Case) -> Fix | None:
    return Fix.safe("Write a comma", (Span.at(case.span.end), ","))


def _no_comment(case: Case) -> Fix | None:
    text = case.article.text
    start, end = case.span
    while text[start - 1 : start] in {" ", "\t"}:
        start -= 1
    if text[start - 1 : start] == "\n" and end == case.line.end:  # the whole line
        end = min(text.find("\n", end) + 1, case.content.end)
    return Fix("Delete it", (Edit.delete(Span(start, end)),), UNSAFE)


def _close(case: Case) -> Fix | None:
    """Close the outermost brace behind the last entry."""
    if case.words != "{" or case.span.start != case.content.start:
        return None
    text = case.article.text
    end = case.content.start + len(case.content.of(text).rstrip())
    newline = "\r\n" if text[end : end + 2] == "\r\n" else "\n"
    edit = Edit.insert(end, f"{newline}}}")
    return Fix.unsafe("Write `}` after the last entry", edit)


def _inner_quotes(case: Case) -> Fix | None:
    match = _QUOTES_INSIDE.fullmatch(case.line.of(case.article.text))
    if match is None or "\\" in match["words"]:
        return None
    span = Span(*match.span("words")).shift(case.line.start)
    return Fix.safe("Escape the quotes inside", (span, match["words"].replace('"', '\\"')))


def _json_character(case: Case) -> Fix | None:
    if case.words == "\t":
        return replace(case, "Write `\\t`", "\\t")
    return control_character(case)


TOML: Mapping[str, Fixing] = {
    "colon": _equals_sign,
    "quotes": _straight_quotes,
    "word": _small_letters,
    "yes-no": _flag,
    "several-lines": _several_lines,
    "unquoted-items": _quote_items,
    "missing-comma": _missing_comma,
    "header": _close_header,
    "comment": _hash,
    "date": _date,
    "number": _version,
    "unquoted": _quote,
    "unterminated-quote": unterminated_quote,
    "bad-escape": bad_escape,
    "text-after-quote": text_after_quote,
    "control-character": control_character,
}
JSON: Mapping[str, Fixing] = {
    "comment": _no_comment,
    "word": _small_letters,
    "unquoted": _quote,
    "colon": _colon,
    "comma": _comma,
    "inner-quotes": _inner_quotes,
    "flow": _close,
    "trailing-comma": _no_comma,
    "missing-comma": _missing_comma,
    "quotes": _straight_quotes,
    "unterminated-quote": unterminated_quote,
    "bad-escape": bad_escape,
    "control-character": _json_character,
}
