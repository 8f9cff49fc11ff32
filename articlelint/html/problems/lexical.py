"""Explains what is wrong within tags, references and comments: the tokenizer's errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.html.judge.tags import TYPOGRAPHIC_QUOTE
from articlelint.html.tree.markup import misquoted_end
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlelint.html.judge.error import AttributePlace, MarkupError, Tag
    from articlelint.html.problems.drafting import Draft
    from articlelint.html.problems.problem import TagPlace

_KINDS: Final = {
    "unexpected-null-character": "forbidden-character",
    "control-character-in-input-stream": "forbidden-character",
    "noncharacter-in-input-stream": "forbidden-character",
    "surrogate-in-input-stream": "forbidden-character",
    "null-character-reference": "forbidden-reference",
    "character-reference-outside-unicode-range": "forbidden-reference",
    "surrogate-character-reference": "forbidden-reference",
    "noncharacter-character-reference": "forbidden-reference",
    "control-character-reference": "forbidden-reference",
    "missing-semicolon-after-character-reference": "missing-semicolon",
    "absence-of-digits-in-numeric-character-reference": "unknown-reference",
    "unknown-named-character-reference": "unknown-reference",
    "duplicate-attribute": "duplicate-attribute",
    "end-tag-with-attributes": "malformed-attribute",
    "missing-attribute-value": "missing-attribute-value",
    "missing-whitespace-between-attributes": "missing-attribute-space",
    "unexpected-character-in-attribute-name": "malformed-attribute",
    "unexpected-character-in-unquoted-attribute-value": "unquoted-value",
    "unexpected-equals-sign-before-attribute-name": "malformed-attribute",
    "unexpected-solidus-in-tag": "malformed-attribute",
    "non-void-html-element-start-tag-with-trailing-solidus": "self-closed-element",
    "abrupt-closing-of-empty-comment": "malformed-comment",
    "cdata-in-html-content": "malformed-comment",
    "incorrectly-closed-comment": "malformed-comment",
    "incorrectly-opened-comment": "malformed-comment",
    "nested-comment": "malformed-comment",
    "unexpected-question-mark-instead-of-tag-name": "malformed-comment",
    "eof-in-comment": "unterminated-comment",
    "eof-before-tag-name": "bare-less-than",
    "invalid-first-character-of-tag-name": "bare-less-than",
    "": "typographic-quotes",
}
_CLOSING_QUOTE: Final = regex("[\u201c\u201d\u2018\u2019\u2032\u2033\uff02\uff07\"'>]")
_VALUE_END: Final = regex(r"[<>\r\n]")
_NEXT_NAME: Final = regex(r"[\t\n\f\r ][^\t\n\f\r />\"'=<]+=\Z")
_OPENING_QUOTE: Final = regex(r"[<>][^<>]*=[\t\n\f\r ]*\Z")
"""A value with a tag in it, whose last quote was meant to open the next value."""
_SPACED_NAME: Final = regex(r"</[\t\n\f\r ]+([A-Za-z][A-Za-z0-9-]*+)")
_ODD_NAME: Final = regex(r"([a-z][a-z0-9]*+)[^a-z0-9-]")
_LINE_END: Final = regex(r"[\r\n]|\Z")


def kind_of(error: MarkupError) -> str:
    """Return which rule an error of the tokenizer belongs to."""
    return _KINDS.get(error.name, "parse-error")


def explain_tokens(draft: Draft, errors: Iterable[MarkupError]) -> None:
    """Add the problems of the tokenizer's errors, one for all that has one cause."""
    by_tag: dict[int, tuple[Tag, list[MarkupError]]] = {}
    for error in errors:
        if error.tag is None:
            _explain_one(draft, error)
        else:
            by_tag.setdefault(id(error.tag), (error.tag, []))[1].append(error)
    for tag, of_tag in by_tag.values():
        _explain_tag(draft, tag, of_tag)


def _explain_one(draft: Draft, error: MarkupError) -> None:
    kind = kind_of(error)
    start, end = error.start, error.end
    if kind == "forbidden-character":
        last = draft.problems[-1] if draft.problems else None
        if last is not None and (last.kind, last.end, last.detail) == (kind, start, error.detail):
            draft.problems.pop()
            start = last.start
    elif kind == "self-closed-element":
        draft.excused.add(start)
        draft.add(kind, error, start, end, tag=error.detail, closed_at=end)
        return
    elif kind == "unterminated-comment":
        draft.swallowed_from = start
    elif kind == "bare-less-than" and draft.html.startswith("</", start) and end - start > 2:
        kind = "parse-error"
        lost = _SPACED_NAME.match(draft.html, start)
        if lost is not None:
            draft.lost_ends[lost[1].lower()] += 1
    elif error.name == "nested-comment" and any(
        each.start == start and each.kind == kind for each in draft.problems[-1:]
    ):
        return
    draft.add(kind, error, start, end, detail=error.detail)


def _explain_tag(draft: Draft, tag: Tag, errors: Sequence[MarkupError]) -> None:
    """Explain the errors within one tag."""
    if "<" in tag.name and not tag.closing:
        draft.mistake_text(tag.start, tag.end)
        return
    if (
        _explain_missing_quote(draft, tag, errors)
        or _explain_missing_end(draft, tag, errors)
        or _explain_inner_quotes(draft, tag, errors)
    ):
        _explain_references(draft, errors)
        return
    seen: set[tuple[str, int]] = set()
    firsts: dict[str, AttributePlace] = {}
    for attribute in tag.attributes:
        firsts.setdefault(attribute.name, attribute)
    for error in errors:
        kind = kind_of(error)
        place = error.attribute
        if kind in ("missing-semicolon", "unknown-reference", "forbidden-reference"):
            draft.add(kind, error, error.start, error.end, tag=tag.name, detail=error.detail)
            continue
        if place is None:
            detail = error.detail or draft.html[error.start : error.end]
            draft.add(kind, error, error.start, error.end, tag=tag.name, detail=detail)
            continue
        if kind == "missing-attribute-space" and _follows_quote(draft.html, error):
            continue
        if (kind, place.start) in seen:
            continue
        seen.add((kind, place.start))
        first = firsts.get(place.name)
        other = None
        if kind == "duplicate-attribute" and first is not None:
            other = draft.tag_place(tag.name, first.start, first.end)
        _explain_attribute(draft, tag, place, error, other)


def _follows_quote(html: str, error: MarkupError) -> bool:
    """Tell whether the space is missing before a stray quote, which is reported itself."""
    return html[error.at : error.at + 1] in ('"', "'")


def _explain_attribute(
    draft: Draft, tag: Tag, attribute: AttributePlace, error: MarkupError, other: TagPlace | None
) -> None:
    kind = kind_of(error)
    start, end = attribute.start, attribute.end
    closed_at = None
    if error.detail == TYPOGRAPHIC_QUOTE:
        found = _CLOSING_QUOTE.search(draft.html, attribute.value_start + 1, tag.end)
        if found is not None and found[0] != ">":
            end = max(end, found.end())
    elif kind in ("missing-attribute-space", "missing-attribute-value"):
        closed_at = error.at
    draft.add(kind, error, start, end, tag=tag.name, detail=attribute.name, other=other,
              closed_at=closed_at)  # fmt: skip


def _explain_missing_quote(draft: Draft, tag: Tag, errors: Sequence[MarkupError]) -> bool:
    """Recognise a value that swallowed what follows because its quote was not closed."""
    html = draft.html
    missing = {
        id(each.attribute): each
        for each in errors
        if each.name == "missing-whitespace-between-attributes"
    }
    cut_off = next((each for each in errors if each.name == "eof-in-tag"), None)
    for attribute in tag.attributes:
        if attribute.quote not in ('"', "'"):
            continue
        value = html[attribute.value_start : attribute.value_end]
        unclosed = attribute.end == attribute.value_end
        error = cut_off if unclosed else missing.get(id(attribute))
        if error is None and not unclosed and _OPENING_QUOTE.search(value) is not None:
            error = errors[0]
        if error is None:
            continue
        following = _NEXT_NAME.search(value)
        swallowed = _VALUE_END.search(value)
        if not unclosed and following is None and swallowed is None and value[-1:] != "=":
            continue
        if swallowed is not None:
            offset = swallowed.start()
        elif following is not None:
            offset = following.start()
        else:
            offset = len(value)
        closed_at = attribute.value_start + offset
        if unclosed:
            draft.swallowed_from = attribute.start
        else:
            draft.lose(attribute.value_start, attribute.value_end)
        draft.add("unterminated-quote", error, attribute.start, closed_at, tag=tag.name,
                  detail=attribute.name, closed_at=closed_at)  # fmt: skip
        return True
    return False


def _explain_inner_quotes(draft: Draft, tag: Tag, errors: Sequence[MarkupError]) -> bool:
    """Recognise a value that holds the quote it stands in: ``alt="A "quoted" word"``."""
    for error in errors:
        attribute = error.attribute
        if error.name != "missing-whitespace-between-attributes" or attribute is None:
            continue
        start, end = attribute.value_start, attribute.value_end
        meant = misquoted_end(draft.html, start, end, tag.end)
        if meant is not None:
            draft.add("unescaped-quote", error, attribute.start, meant + 1, tag=tag.name,
                      detail=attribute.name, closed_at=end)  # fmt: skip
            return True
    return False


def _explain_missing_end(draft: Draft, tag: Tag, errors: Sequence[MarkupError]) -> bool:
    """Recognise a tag without ``>`` that swallowed the next tag or the rest."""
    html = draft.html
    for error in errors:
        attribute = error.attribute
        swallowed = attribute is not None and html.startswith("<", attribute.start)
        if error.name != "eof-in-tag" and not swallowed:
            continue
        if attribute is not None and swallowed:
            stop = attribute.start
            draft.lose(stop, tag.end)
            meant = _ODD_NAME.match(tag.name)
            if meant is not None:
                draft.excused.add(tag.start)
                draft.lost_starts[meant[1]] += 1
        else:
            draft.swallowed_from = tag.start
            found = _LINE_END.search(html, tag.start)
            stop = tag.end if found is None else min(found.start(), tag.end)
        closed_at = tag.start + len(html[tag.start : stop].rstrip())
        draft.add("unterminated-tag", error, tag.start, closed_at, tag=tag.name,
                  closed_at=closed_at)  # fmt: skip
        return True
    return False


def _explain_references(draft: Draft, errors: Iterable[MarkupError]) -> None:
    """Keep the characters that are forbidden everywhere; the rest follows from the tag."""
    for error in errors:
        if kind_of(error) == "forbidden-character":
            draft.add("forbidden-character", error, error.start, error.end, detail=error.detail)
