import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    Syntax,
    apply,
    regex,
    shown_text,
)


class UnreadList(Rule):
    """The items of a list are shown as a paragraph."""

    name = "markdown/unread-list"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        text, offset = article.markdown.text, article.markdown.offset
        if not article.knows_constructs:
            return
        if article.dialect.name in _WITHOUT_PARENTHESES and _MAY_BE_ONE.search(f"\n{text}"):
            yield from self._parenthesised(article)
        found = list(_first_items(article)) if _ITEM.search(text) is not None else []
        if not found:
            return
        newline = "\r\n" if "\r\n" in article.text else "\n"
        edits = [
            Edit.insert(
                first.start("indentation") + offset, first["indentation"].rstrip() + newline
            )
            for first in found
        ]
        for first, edit, helps in zip(found, edits, _help(article, found, edits), strict=True):
            end = text.find("\n", first.end())
            line = text[first.start("mark") : len(text) if end < 0 else end].rstrip()
            start = first.start("mark") + offset
            if not helps and (article.syntax is Syntax.MDX or not first["indentation"]):
                continue  # MDX has no indented code; else something around it is in the way
            why = "a blank line is missing before it" if helps else "it is indented too far"
            yield self.diagnostic(
                Span(start, start + len(line)),
                f"This list is shown as text: {why}",
                hint=None if helps else "Put a blank line before it, and indent it less",
                fix=Fix.unsafe("Insert a blank line", edit) if helps else None,
            )

    def _parenthesised(self, article: Article) -> Findings:
        """Tell of items with a parenthesis behind their numbers, which are none."""
        text, offset = article.markdown.text, article.markdown.offset
        for items in _numbered(article):
            start = items[0].start("number")
            line = text[start:].partition("\n")[0].rstrip()
            edits = [
                Edit(Span(at, at + 1).shift(offset), ".")
                for at in [item.end("number") for item in items]
            ]
            visible = article.view(shown_text)
            if visible.beginnings[visible.block(start) or 0] < start:
                newline = "\r\n" if "\r\n" in article.text else "\n"
                prefix = text[items[0].start() : start].rstrip()
                edits.insert(0, Edit.insert(items[0].start() + offset, prefix + newline))
            yield self.diagnostic(
                Span(start, start + len(line)).shift(offset),
                "This list is shown as text: a parenthesis after a number does not make an item"
                " here",
                fix=Fix.unsafe("Write a full stop after each number", *edits),
            )


_ITEM = regex(r"\n(?P<indentation>[ \t>]*+)(?P<mark>[-*+]|(?P<number>[0-9]{1,3})\.)[ \t]+(?=\S)")
_FIRST = frozenset({"*", "+", "-", "1."})
_PARENTHESISED = regex(r"^[ \t>]*+(?P<number>[0-9]{1,3})\)[ \t]+(?=\S)", re.MULTILINE)
_MAY_BE_ONE = regex(r"\n[ \t>]*+[0-9]{1,3}\)[ \t]")
"""What begins with a character is found fast."""
_WITHOUT_PARENTHESES = frozenset({"kramdown", "python-markdown"})
"""The dialects in which ``1)`` begins no item."""


def _numbered(article: Article) -> Iterator[list[re.Match[str]]]:
    """Yield the items with a parenthesis behind their numbers that run into each other."""
    text, visible = article.markdown.text, article.view(shown_text)
    joined = {
        text.find("\n", node.span.start - article.markdown.offset)
        for node in article.markdown.nodes("SoftBreak")
    }
    items: list[re.Match[str]] = []
    for match in _PARENTHESISED.finditer(text):
        at = match.start("number")
        block, runs_on = visible.block(at), text.rfind("\n", 0, at) in joined
        if items and runs_on and block == visible.block(items[-1].start("number")):
            if _number(match) == _number(items[-1]) + 1:
                items.append(match)
            continue
        if len(items) > 1:
            yield items
        begins = block is not None and visible.beginnings[block] == at
        items = [match] if begins or (_number(match) == 1 and runs_on) else []
    if len(items) > 1:
        yield items


def _number(item: re.Match[str]) -> int:
    return int(item["number"])


def _first_items(article: Article) -> Iterator[re.Match[str]]:
    """Yield the first items of what the author meant to be lists in running text."""
    text = article.markdown.text
    visible = article.view(shown_text)
    found = [
        (block, match)
        for match in _ITEM.finditer(text)
        if (block := visible.block(match.start("mark"))) is not None
    ]
    for block, items in groupby(found, key=itemgetter(0)):
        start = visible.beginnings[block]
        if text.startswith(":::", start):  # of mkdocstrings, with its options
            continue
        matches = [match for _, match in items if match.start() >= start]
        if any(_CODE.match(text, match.start("mark")) for match in matches):
            continue
        for index, match in enumerate(matches):
            before = text[max(start, match.start() - 10) : match.start()].rstrip()
            announced = before.endswith((":", "：")) and match["mark"] in _FIRST
            if announced or _continues(match, matches[index + 1 : index + 2]):
                yield match
                break


_CODE = regex(r"[-+] ?\([A-Za-z_][\w *<>]{0,60}+\) ?\w+(?:[:;{ ]|$)|\+ [\"'`]", re.MULTILINE)
"""A method of Objective-C, ``- (void)fly:``, or a text that is added to another: ``+ "kite"``."""


def _continues(item: re.Match[str], following: Sequence[re.Match[str]]) -> bool:
    """Tell whether the next of the items goes on with the list."""
    if not following:
        return False
    other = following[0]
    if item["number"] is None:
        return item["mark"] == other["mark"] and item["indentation"] == other["indentation"]
    return other["number"] is not None and int(other["number"]) == int(item["number"]) + 1


def _help(article: Article, found: Sequence[re.Match[str]], edits: Sequence[Edit]) -> list[bool]:
    """Return of each edit whether an item begins there when all are made."""
    fixed = article.with_text(apply(article.text, edits))
    items = {
        item.span.start + len(source) - len(source.lstrip(" \t"))
        for item in fixed.markdown.nodes("Item")
        for source in (item.span.of(fixed.text)[:100],)
    }
    helps = []
    inserted = 0
    for first, edit in zip(found, edits, strict=True):
        inserted += len(edit.replacement)
        helps.append(first.start("mark") + article.markdown.offset + inserted in items)
    return helps
