"""The tokenizer of the HTML standard (13.2.5), with the exact place of tokens and errors.

html5lib 1.1 reads by the standard of 2012, puts an error where its stream happens to be and
never says where it ends. This one makes the tokens that html5lib's tree construction wants
and knows the places. It reads whole tokens by patterns and only goes through a tag piece by
piece when something is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.html.judge.doctype import DoctypeReader
from articlelint.html.judge.error import MarkupError
from articlelint.html.judge.raw_text import end_of_raw_text, end_of_script
from articlelint.html.judge.tags import TagReader, read_plain_tag
from articlelint.html.standard.characters import FORBIDDEN, has_legal_characters
from articlelint.html.standard.references import decode, is_control, newlines
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCTYPE: Final = 0
CHARACTERS: Final = 1
START_TAG: Final = 3
END_TAG: Final = 4
COMMENT: Final = 6

DATA: Final = "data"
RCDATA: Final = "rcdata"
RAWTEXT: Final = "rawtext"
SCRIPT: Final = "script"
PLAINTEXT: Final = "plaintext"
CDATA: Final = "cdata"

_LETTER: Final = regex(r"</?[A-Za-z]")
_COMMENT_END: Final = regex(r"--(!?)>")
_COMMENT_TAIL: Final = regex(r"(?:--!|--|-)\Z")
_NESTED_COMMENT: Final = regex(r"<!--(?!>|\Z)")
_CACHED_TAG_AT_MOST: Final = 300


class Tokenizer:
    """Yields html5lib's tokens, each with ``span``, and appends errors to *errors*.

    The parser sets *state* after a start tag whose content is not markup. *in_foreign* tells
    whether the innermost open element is one of SVG or MathML.
    """

    dataState, rcdataState, rawtextState = DATA, RCDATA, RAWTEXT
    scriptDataState, plaintextState = SCRIPT, PLAINTEXT

    def __init__(
        self,
        text: str,
        errors: list[MarkupError],
        in_foreign: Callable[[], bool],
        *,
        state: str = DATA,
        last_start_tag: str = "",
    ) -> None:
        self._text = text
        self._errors = errors
        self._in_foreign = in_foreign
        self.state = state
        self.place = 0
        """Where the next token begins."""
        self._last_start_tag = last_start_tag
        self._plain: dict[str, tuple[str, dict[str, str], bool]] = {}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the tokens; text comes in one token up to the next markup."""
        self._forbidden_characters()
        text = self._text
        length = len(text)
        while self.place < length or (self.state is CDATA and not self.place):
            place = self.place
            if self.state is not DATA:
                token, self.place = self._raw(place)
                if token is not None:
                    token["span"] = (place, self.place)
                    yield token
                continue
            end = text.find("<", place)
            if end < 0:
                end = length
            if end > place:
                self.place = end
                yield self._characters(place, end)
                continue
            token, self.place = self._markup(place)
            if token is not None:
                yield token

    def _error(self, name: str, at: int, start: int, end: int, detail: str = "") -> None:
        self._errors.append(MarkupError(name, name, at, start, end, detail))

    def _forbidden_characters(self) -> None:
        if has_legal_characters(self._text):
            return
        for found in FORBIDDEN.finditer(self._text):
            code = ord(found[0])
            if is_control(code):
                name = "control-character-in-input-stream"
            elif 0xD800 <= code <= 0xDFFF:
                name = "surrogate-in-input-stream"
            else:
                name = "noncharacter-in-input-stream"
            self._error(name, found.start(), *found.span(), found[0])

    def _nulls(self, start: int, end: int) -> None:
        at = self._text.find("\0", start, end)
        while at >= 0:
            self._error("unexpected-null-character", at, at, at + 1, "\0")
            at = self._text.find("\0", at + 1, end)

    def _characters(
        self, start: int, end: int, *, references: bool = True, nulls: bool = False
    ) -> dict[str, Any]:
        """Return the token of ``text[start:end]``; *nulls* keeps none of them."""
        data = self._text[start:end]
        if "\0" in data:
            self._nulls(start, end)
        if references and "&" in data:
            data = decode(self._text, start, end, self._error)
        elif "\r" in data:
            data = newlines(data)
        if nulls:
            data = data.replace("\0", "\ufffd")
        return {"type": CHARACTERS, "data": data, "span": (start, end)}

    def _markup(self, place: int) -> tuple[dict[str, Any] | None, int]:
        """Return the token that begins with ``<`` at *place*, if any, and where it ends."""
        text = self._text
        if _LETTER.match(text, place):
            return self._tag(place)
        following = text[place + 1 : place + 2]
        if following == "!":
            return self._declaration(place)
        if following == "?":
            name = "unexpected-question-mark-instead-of-tag-name"
            return self._bogus_comment(place, place + 1, name, place + 1)
        if following == "/":
            after = text[place + 2 : place + 3]
            if after == ">":
                self._error("missing-end-tag-name", place + 2, place, place + 3)
                return None, place + 3
            if after:
                name = "invalid-first-character-of-tag-name"
                return self._bogus_comment(place, place + 2, name, place + 2)
            self._error("eof-before-tag-name", place + 2, place, place + 2, "</")
            return self._characters(place, place + 2), place + 2
        name = "invalid-first-character-of-tag-name" if following else "eof-before-tag-name"
        self._error(name, place + 1, place, place + 1, "<")
        return self._characters(place, place + 1), place + 1

    def _tag(self, place: int) -> tuple[dict[str, Any] | None, int]:
        text = self._text
        end = text.find(">", place) + 1
        source = text[place:end] if 0 < end <= place + _CACHED_TAG_AT_MOST else ""
        plain = self._plain.get(source) if source else None
        if plain is not None:
            return self._tag_token(source[1] == "/", *plain, place, end), end
        whole = read_plain_tag(text, place)
        if whole is not None:
            closing, parsed, stop = whole
            if stop == end and source:
                self._plain[source] = parsed
            return self._tag_token(closing, *parsed, place, stop), stop
        reader = TagReader(text, place, self._errors.append)
        end = reader.read()
        if not reader.finished:
            return None, end
        tag = reader.tag
        return (
            self._tag_token(tag.closing, tag.name, reader.values, reader.self_closing, place, end),
            end,
        )

    def _tag_token(
        self,
        closing: bool,  # noqa: FBT001 - private
        name: str,
        values: dict[str, str],
        self_closing: bool,  # noqa: FBT001 - private
        start: int,
        end: int,
    ) -> dict[str, Any]:
        if closing:
            self.state = DATA
            return {"type": END_TAG, "name": name, "data": {}, "selfClosing": self_closing,
                    "span": (start, end)}  # fmt: skip
        self._last_start_tag = name
        return {"type": START_TAG, "name": name, "data": values.copy() if values else {},
                "selfClosing": self_closing, "selfClosingAcknowledged": False,
                "span": (start, end)}  # fmt: skip

    def _declaration(self, place: int) -> tuple[dict[str, Any] | None, int]:
        text = self._text
        if text.startswith("--", place + 2):
            return self._comment(place)
        if text[place + 2 : place + 9].lower() == "doctype":
            return self._doctype(place)
        if text.startswith("[CDATA[", place + 2):
            if self._in_foreign():
                return self._cdata(place + 9)
            return self._bogus_comment(place, place + 2, "cdata-in-html-content", place + 8)
        return self._bogus_comment(place, place + 2, "incorrectly-opened-comment", place + 2)

    def _comment_token(self, data: str, start: int, end: int) -> dict[str, Any]:
        data = newlines(data).replace("\0", "\ufffd")
        return {"type": COMMENT, "data": data, "span": (start, end)}

    def _bogus_comment(
        self, place: int, content: int, name: str, at: int
    ) -> tuple[dict[str, Any], int]:
        found = self._text.find(">", content)
        stop = len(self._text) if found < 0 else found
        end = stop + (found >= 0)
        self._error(name, at, place, end, self._text[content:stop][:40])
        self._nulls(content, stop)
        return self._comment_token(self._text[content:stop], place, end), end

    def _comment(self, place: int) -> tuple[dict[str, Any], int]:
        text = self._text
        content = place + 4
        for opening in (">", "->"):
            if text.startswith(opening, content):
                end = content + len(opening)
                self._error("abrupt-closing-of-empty-comment", end - 1, place, end)
                return self._comment_token("", place, end), end
        found = _COMMENT_END.search(text, content)
        end = len(text) if found is None else found.end()
        stop = end if found is None else found.start()
        for nested in _NESTED_COMMENT.finditer(text, content, min(stop + 3, len(text))):
            if nested.start() < stop:
                self._error("nested-comment", nested.end(), place, end)
        if found is None:
            self._error("eof-in-comment", end, place, end)
            tail = _COMMENT_TAIL.search(text, content)
            stop = end if tail is None else tail.start()
        elif found[1]:
            self._error("incorrectly-closed-comment", end - 1, place, end)
        self._nulls(content, stop)
        return self._comment_token(text[content:stop], place, end), end

    def _doctype(self, place: int) -> tuple[dict[str, Any], int]:
        reported: list[MarkupError] = []

        def report(name: str, at: int) -> None:
            reported.append(MarkupError(name, name, at, place, place))

        doctype = DoctypeReader(self._text, place + 9, report).read()
        for error in reported:
            error.end = doctype.end
        self._errors += reported
        return {
            "type": DOCTYPE,
            "name": doctype.name,
            "publicId": doctype.public_id,
            "systemId": doctype.system_id,
            "correct": doctype.correct,
            "span": (place, doctype.end),
        }, doctype.end

    def _cdata(self, place: int) -> tuple[dict[str, Any] | None, int]:
        self.state = DATA
        found = self._text.find("]]>", place)
        stop = len(self._text) if found < 0 else found
        end = stop + 3 if found >= 0 else stop
        if found < 0:
            self._error("eof-in-cdata", stop, max(place - 9, 0), stop)
        if stop == place:
            return None, end
        data = newlines(self._text[place:stop])
        return {"type": CHARACTERS, "data": data, "span": (place, stop)}, end

    def _raw(self, place: int) -> tuple[dict[str, Any] | None, int]:
        """Return the text or the end tag at *place* of content that is not markup."""
        if self.state is CDATA:
            return self._cdata(place)
        text = self._text
        if self.state is PLAINTEXT:
            return self._characters(place, len(text), references=False, nulls=True), len(text)
        if self.state is SCRIPT and self._last_start_tag in ("script", ""):
            end, commented = end_of_script(text, place, self._last_start_tag)
            if commented:
                name = "eof-in-script-html-comment-like-text"
                self._error(name, len(text), place, len(text))
        else:
            end = end_of_raw_text(text, place, self._last_start_tag)
        if end > place:
            references = self.state is RCDATA
            return self._characters(place, end, references=references, nulls=True), end
        self.state = DATA
        return self._tag(place)
