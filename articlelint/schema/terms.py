"""Tags and categories: several that the generator takes for one, or for others than are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter import Mapping, Scalar, Sequence, Style
from articlelint.schema.finding import FindingKind
from articlelint.schema.problem import LONGEST, Problem, cut
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.front_matter import Path, Value
    from articlelint.schema.key import Key

COMMAS = regex(r"[,，、;；]")
_WIDE = regex(r"[，、；]")
_TEMPLATE = regex(r"\{\{|\{%|<%")
_PLAIN = regex(r"(?!-)[\w .+#/-]+")
_DASHES = regex(r"-(?=[^\s-])[^\r\n]*(?:(?:\r\n|\n|\r)[ \t]*-(?=[^\s-])[^\r\n]*)*")
_NEXT_ITEM = regex(r"[\r\n][ \t]*-[ \t]")
_DASH = regex(r"(?<![^\s])-(?=\S)")


def problems(key: Key, value: Value, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the terms under *key*, whose ``separator`` is set."""
    if isinstance(value, Mapping):
        return
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            if not isinstance(item, Scalar) or not isinstance(item.value, str):
                continue
            yield from (_with_wide_comma if value.flow else _swallowing)(item, (*path, index))
    elif isinstance(value.value, str) and not _TEMPLATE.search(value.value):
        yield from _in_commas(value, path) if key.separator == "," else _one(key, value, path)


def _with_wide_comma(item: Scalar, path: Path) -> Iterator[Problem]:
    """Yield a problem where a list was typed with the commas of another keyboard."""
    wide = _WIDE.search(str(item.value))
    if item.style is not Style.PLAIN or wide is None:
        return
    terms = _terms(item)
    message = (
        f"is the single term `{cut(str(item.value))}`, since `{wide[0]}` is not a comma in YAML"
    )
    yield Problem(FindingKind.WRONG_TYPE, path, item.span, message, ", ".join(terms) or None)


def _swallowing(item: Scalar, path: Path) -> Iterator[Problem]:
    """Yield a problem where the next item of a list is indented more, and so a part of this one."""
    if item.style is Style.PLAIN and _NEXT_ITEM.search(item.source):
        message = (
            f"is the single term `{cut(str(item.value))}`: lines that are indented more continue it"
        )
        yield Problem(FindingKind.WRONG_TYPE, path, item.span, message)


def _in_commas(scalar: Scalar, path: Path) -> Iterator[Problem]:
    """Yield a problem of terms that the generator splits at commas itself."""
    text = str(scalar.value).strip()
    wide = _WIDE.search(text)
    if text.startswith("[") and text.endswith("]"):
        terms = [term.strip().strip("\"'") for term in text[1:-1].split(",")]
        message = f"should have no brackets, which become part of its terms: `{cut(text)}`"
        yield Problem(FindingKind.WRONG_TYPE, path, scalar.span, message, ", ".join(terms))
    elif wide is not None and (terms := _terms(scalar)):
        message = f"should have `,` between its terms, found `{wide[0]}`"
        yield Problem(FindingKind.WRONG_TYPE, path, scalar.span, message, ", ".join(terms))


def _one(key: Key, scalar: Scalar, path: Path) -> Iterator[Problem]:
    """Yield a problem where an author wrote several terms that the generator takes for one."""
    if scalar.style is Style.PLAIN and _DASHES.fullmatch(scalar.source):
        message = "should be a list: a space is missing after the `-` of its items"
        lines = "\n" in scalar.source
        written = _DASH.sub("- ", scalar.source) if lines else f"[{scalar.source[1:]}]"
        yield Problem(FindingKind.WRONG_TYPE, path, scalar.span, message, written)
        return
    terms = _terms(scalar)
    if not terms:
        return
    text = cut(str(scalar.value))
    if key.separator == " ":
        message = f"should be a list: `{text}` is split at spaces, the commas are kept"
    else:
        message = f"should be a list, found the text `{text}`, which is a single term"
    plain = all(_PLAIN.fullmatch(term) for term in terms)
    written = f"[{', '.join(terms)}]"
    yield Problem(FindingKind.WRONG_TYPE, path, scalar.span, message, written if plain else None)


def _terms(scalar: Scalar) -> list[str]:
    """Return the terms that a text with commas was meant for; none where it is a sentence."""
    terms = [term.strip() for term in COMMAS.split(str(scalar.value))]
    if len(terms) < 2 or not all(terms) or any(len(term) > LONGEST for term in terms):
        return []
    return terms
