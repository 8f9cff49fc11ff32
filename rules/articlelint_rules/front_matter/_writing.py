"""Values written the way their format wants them, in the quotes that their author chose."""

import re

from articlelint import Article, Edit, Format, Scalar, Style, regex

_PLAIN = regex(r"[^\W\d_](?:[^\r\n\t:#,\[\]{}]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def quoted(text: str, notation: Format) -> str:
    """Return *text* in quotes, the double ones where they need no backslash."""
    is_easy = '"' not in text and "\\" not in text
    if notation is Format.JSON or is_easy or _CONTROL.search(text):
        return _double(text)
    if "'" not in text:
        return f"'{text}'"
    return "'" + text.replace("'", "''") + "'" if notation is Format.YAML else _double(text)


def rewritten(article: Article, scalar: Scalar, text: str) -> Edit:
    """Return the edit that puts *text* in place of *scalar*, in the same style where it can."""
    notation = article.front_matter.format if article.front_matter else Format.YAML
    return Edit(scalar.span, _written(scalar, text, notation))


def _written(scalar: Scalar, text: str, notation: Format) -> str:
    if notation is Format.METADATA:
        return text
    if notation is Format.META:
        from html import escape  # a large table

        return escape(text, quote=scalar.style is not Style.PLAIN)
    if scalar.style is Style.PLAIN:
        return (
            text
            if _PLAIN.fullmatch(text) and text.lower() not in _WORDS
            else quoted(text, notation)
        )
    if scalar.style is not Style.SINGLE_QUOTED or _CONTROL.search(text):
        return _double(text)
    if notation is Format.YAML:
        return "'" + text.replace("'", "''") + "'"
    return quoted(text, notation) if "'" in text else f"'{text}'"


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _CONTROL.sub(_escape, escaped) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
