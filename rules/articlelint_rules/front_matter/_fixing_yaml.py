"""What fixes YAML, by the code of the problem."""

import re
from collections.abc import Mapping

from articlelint import SAFE, UNSAFE, Edit, Fix, Span, apply, regex
from articlelint_rules.front_matter._fixing import Case, Fixing, replace
from articlelint_rules.front_matter._values import GLUED_COMMENT
from articlelint_rules.front_matter._writing import quoted

_QUOTE = "Put it in quotes"
_QUOTED = regex(r'(?<!\\)"(?:[^"\\\r\n]|\\[^\r\n])*+"')
# An escape is *plain*, *doubtful* (the author may have meant it), or a backslash that is meant.
_ESCAPE = regex(
    r"\\(?:(?P<plain>[\"/\\])|(?P<doubtful>[nrt\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|)"
)
_TOML_ESCAPE = regex(
    r"\\(?:(?P<plain>[\"\\])|(?P<doubtful>[nrt]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|)"
)
_JSON_ESCAPE = regex(r"\\(?:(?P<plain>[\"/\\])|(?P<doubtful>[nrt]|u[0-9a-fA-F]{4})|)")
_LEADING = regex(r"(?<![^\r\n])[ ]*\t[ \t]*(?=[^\s])")
_ELIDED = regex(r"'(?:tis|twas|til|n|em|cause|round|\d0s)\b", re.IGNORECASE)
_NEVER_TEXT = frozenset("-?,]}")
_QUOTED_WORD = r"""(?:"(?:[^"\\\r\n]|\\[^\r\n])*+"|'[^'\r\n]*+')"""
_STRAY = regex(rf"(?P<value>{_QUOTED_WORD})[ \t]*[,;]")
_LIST = regex(rf"{_QUOTED_WORD}(?:[ \t]*,[ \t]*{_QUOTED_WORD})++")


def _quote(case: Case) -> Fix | None:
    text, span = case.article.text, case.span
    number = GLUED_COMMENT.match(text, span.end)
    if number is not None:  # "Kites: issue #3", of which YAML takes the end for a comment
        whole = Span(span.start, number.end())
        return Fix.unsafe(_QUOTE, (whole, quoted(whole.of(text), case.notation)))
    return replace(case, _QUOTE, quoted(case.words, case.notation))


def _quote_reserved(case: Case) -> Fix | None:
    if case.words[:1] in _NEVER_TEXT:
        return None  # `- a` and `, b` belong to a list
    how = UNSAFE if case.words[:1] in "|>" else SAFE
    return replace(case, _QUOTE, quoted(case.words, case.notation), how)


def _quote_list(case: Case) -> Fix | None:
    words = case.words
    opening, closing = words[0], "]" if words[0] == "[" else "}"
    is_text = _is_text(case)
    if words.count(opening) != words.count(closing):
        return None
    if re.fullmatch(r".*[\]}][ \t]*[,;]", words) and not is_text:
        return Fix.safe(f"Delete the `{words[-1]}`", (case.span, words[:-1].rstrip()))
    if words.endswith(closing) and not is_text:
        return None  # `[a], [b]` is meant for a list
    how = SAFE if is_text else UNSAFE
    return replace(case, _QUOTE, quoted(words, case.notation), how)


def _is_text(case: Case) -> bool:
    generator = case.article.site.generator
    return case.key.lower() in {*generator.title_keys, *generator.description_keys}


def _quote_unsafely(case: Case) -> Fix | None:
    if "\n" in case.words:
        return None
    return replace(case, _QUOTE, quoted(case.words, case.notation), UNSAFE)


def _quote_template(case: Case) -> Fix | None:
    if case.words[:1] in {'"', "'"}:
        quote = case.words[0]
        inner = case.words[1:-1] if case.words.endswith(quote) else ""
        return _requote(case, inner) if inner else None
    return _quote_unsafely(case)


def _requote(case: Case, inner: str) -> Fix:
    return replace(case, "Use the other kind of quotes", quoted(inner, case.notation))


def text_after_quote(case: Case) -> Fix | None:
    """Tell quotes around the whole value from quotes around a word of it."""
    words = case.words
    stray = _STRAY.fullmatch(words)
    if stray:
        return Fix.safe(f"Delete the `{words[-1]}`", (case.span, stray["value"]))
    if _LIST.fullmatch(words) and not _is_text(case):
        return replace(case, "Make it a list", f"[{words}]", UNSAFE)
    quote = words[0]
    if "\\" in words or "\n" in words:
        return None
    inner = words[1:-1]
    is_whole = len(words) > 2 and words.endswith(quote)
    place = inner.find(quote)
    if is_whole and place > 0:
        before, after = inner[place - 1], inner[place + 1 : place + 2]
        if quote == "'" and before.isalnum() and after.isalnum():
            return _requote(case, inner)
        if quote == '"' and before == " " and after.strip():
            return _requote(case, inner)
    if words.count(quote) % 2:
        return None
    return replace(case, "Put all of it in quotes", quoted(words, case.notation))


def unterminated_quote(case: Case) -> Fix | None:
    """Close the only quote of a value."""
    words = case.words
    quote = words[:1]
    if quote not in {'"', "'"} or words.count(quote) > 1 or words.endswith("\\"):
        return None
    if quote == "'" and case.notation.value == "yaml" and _ELIDED.match(words):
        return replace(case, _QUOTE, quoted(words, case.notation))
    how = SAFE if quote == '"' else UNSAFE
    edit = Edit.insert(case.span.end, quote)
    return Fix(f"Write `{quote}` at the end of the value", (edit,), how)


def bad_escape(case: Case) -> Fix | None:
    """Write each backslash twice, where the text has no escape that was meant for one.

    Before an apostrophe it is another language's escape, and goes.
    """
    text = case.article.text
    pattern = {"toml": _TOML_ESCAPE, "json": _JSON_ESCAPE}.get(case.notation.value, _ESCAPE)
    for match in _QUOTED.finditer(text, case.line.start, case.line.end):
        if match.start() < case.span.start < match.end():
            edits = []
            title = "Delete the backslash"
            for escape in pattern.finditer(text, match.start() + 1, match.end() - 1):
                if escape["doubtful"]:
                    return None
                if text[escape.start() + 1 : escape.start() + 2] == "'":
                    edits.append(Edit.delete(Span(escape.start(), escape.start() + 1)))
                elif not escape["plain"]:
                    edits.append(Edit.insert(escape.start(), "\\"))
                    title = "Write the backslash twice"
            return Fix.safe(title, *edits) if edits else None
    return None


def _spaces(case: Case) -> Fix | None:
    """Write spaces for tabs: any number of them has to give the same data."""
    if case.words.strip():
        return None
    text = case.article.text
    leading = list(_LEADING.finditer(text, case.content.start, case.content.end))
    if not any(match.start() == case.span.start for match in leading):
        return replace(case, "Write a space", " ")
    data = []
    for width in (2, 4):
        edits = [
            Edit(Span(*match.span()), match[0].replace("\t", " " * width)) for match in leading
        ]
        after = case.article.with_text(apply(text, edits)).front_matter
        if after is not None and after.root is not None:
            data.append((after.data, edits))
    if not data:
        return Fix.unsafe("Delete the tab", (case.span, ""))
    if any(other != data[0][0] for other, _ in data):
        return None
    return Fix.safe("Write spaces", *data[0][1])


def _dedent(case: Case) -> Fix | None:
    """Write a key below the one above it, with the same indentation."""
    text = case.article.text
    above = text[case.content.start : case.line.start].rstrip()
    line = above[max(above.rfind("\n"), above.rfind("\r")) + 1 :]
    indentation = line[: len(line) - len(line.lstrip(" "))]
    title = "Indent it like the key above" if line else "Delete the indentation"
    return replace(case, title, indentation, UNSAFE)


def _colon_for_equals(case: Case) -> Fix | None:
    return replace(case, "Write a colon and a space", ": ")


def _missing_colon(case: Case) -> Fix | None:
    return replace(case, "Write a colon", f"{case.words.rstrip(';；,，')}:", UNSAFE)


def _item(case: Case) -> Fix | None:
    return replace(case, "Write `- `", "- ")


def missing_space(case: Case) -> Fix | None:
    """Write `: `, whatever stands there for it."""
    text = case.article.text
    end = case.span.end
    while end < case.line.end and text[end].isspace():
        end += 1
    if end == case.line.end:
        return None
    return Fix.safe("Write a colon and a space", (Span(case.span.start, end), ": "))


def _odd_space(case: Case) -> Fix | None:
    if case.span.end >= case.line.end:
        return Fix.safe("Delete it", (case.span, ""))
    return replace(case, "Write spaces", " " * case.span.length)


def control_character(case: Case) -> Fix | None:
    """Delete what nobody sees; a line break between words leaves a space."""
    text = case.article.text
    around = text[case.span.start - 1 : case.span.start] + text[case.span.end : case.span.end + 1]
    if case.words[:1] in "\u0085\u2028\u2029" and not re.search(r"\s", around):
        return replace(case, "Write a space", " ")
    return Fix.safe("Delete it", (case.span, ""))


FIXES: Mapping[str, Fixing] = {
    "unquoted-colon": _quote,
    "reserved-character": _quote_reserved,
    "flow": _quote_list,
    "tag": _quote_unsafely,
    "template": _quote_template,
    "text-after-quote": text_after_quote,
    "unterminated-quote": unterminated_quote,
    "bad-escape": bad_escape,
    "tab-indentation": _spaces,
    "indented-key": _dedent,
    "equals-sign": _colon_for_equals,
    "missing-colon": _missing_colon,
    "item": _item,
    "missing-space-after-colon": missing_space,
    "fullwidth-colon": missing_space,
    "odd-space": _odd_space,
    "control-character": control_character,
}
