"""Look, finding by finding, whether the real Markdown parser does what a rule about Markdown says.

Usage: markdown_rules.py PARSER FOLDER... [--libraries FOLDER] [--show N]. PARSER is ``kramdown``,
``python-markdown`` or one that ``dialects.mjs`` knows, whose libraries lie in ``--libraries``.
Hooks and plugins of the sites do not run.

What a rule says is shown has to be in the text of the page, what it says is not seen must not be;
of a URL or a heading the page has to have the element. Prints what the page contradicts.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from dialects import theirs  # type: ignore[import-not-found] # a script beside this one
from real_pages import RENDERERS, articles  # type: ignore[import-not-found] # likewise

from articlelint.linting.linter import lint
from articlelint.testing import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic

_TAG: Final = re.compile(r"<[^>]+>")
_IGNORED: Final = re.compile(r"[\s`\\]+")
_QUOTES: Final = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
_DASHES: Final = {"-": ("-", "\u2014", "\u2013"), "=": ("=",)}
_ENOUGH: Final = 6
"""Characters of a text by which it is found in the page."""


def plain(source: str) -> str:
    """Return *source* without tags, white space and what a typographer changes."""
    text = html.unescape(_TAG.sub("", source)).translate(_QUOTES)
    return _IGNORED.sub("", text).replace("\u2026", "...")


def signs(rule: str, source: str) -> Sequence[str]:
    """Return texts of which one is in a page in which *source*, which is found, is shown."""
    if rule == "unread-link":
        bracket = max(source.rfind("]"), source.rfind("\uff3d"))
        return [plain(source[bracket:].replace("<", ""))[:_ENOUGH], plain(source)[:_ENOUGH]]
    if rule == "unread-emphasis":
        mark = source[: len(source) - len(source.lstrip("*_"))]
        inside = source[len(mark) : -len(mark)]
        texts = [plain(inside), plain(re.sub(r"\]\([^)]*\)|[\[\]]", "", inside))]
        return [sign for text in texts for sign in (mark + text[:2], text[-2:] + mark)]
    if rule == "unread-heading" and source[0] in _DASHES:
        return [mark * 2 for mark in _DASHES[source[0]]]
    return [plain(re.sub(r"\]\([^)]*\)|[\[\]*_]", "", source))[:_ENOUGH], plain(source)[:_ENOUGH]]


def is_contradicted(article: Article, found: Diagnostic, page: str) -> bool:
    """Tell whether the page does not show what is said."""
    rule = found.rule.partition("/")[2]
    source = found.span.of(article.text)
    text = plain(page)
    if rule == "overrun-url":
        return not any(part in page for part in (quote(source[:2]), f'{source[:2]}"'))
    if rule == "accidental-code":
        return "&lt;" not in page
    if rule == "accidental-definition":
        return plain(source) in text
    if rule in {"accidental-table", "accidental-heading"}:
        return ("<table" if rule == "accidental-table" else "<h") not in page
    if rule == "flattened-list":
        return "<li" not in page  # where the item stands has to be looked at
    if rule == "restarted-list":
        return page.count("<ol>") <= 1
    return not any(sign in text for sign in signs(rule, source))


def findings(
    folders: Sequence[Path], parser: str
) -> Iterator[tuple[Article, Sequence[Diagnostic]]]:
    """Yield the articles below *folders* in which rules about Markdown find anything."""
    rules = [rule() for rule in rules_of("articlelint_rules") if rule.name.startswith("markdown/")]
    for folder in folders:
        for _, article in articles(folder, parser):
            found = lint(article, rules).diagnostics
            if found:
                yield article, found


def main(arguments: Sequence[str]) -> int:
    """Compare, and print what is contradicted."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("parser")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--libraries", type=Path, default=Path())
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args(arguments)
    cases = list(findings(options.folders, options.parser))
    pages: list[str | None]
    if options.parser in RENDERERS:
        render = RENDERERS[options.parser](options.libraries)
        made = [render(article) for article, _ in cases]
        pages = [None if page is None else page.html for page in made]
    else:
        texts = [article.masked.text for article, _ in cases]
        pages = theirs(options.parser, options.libraries, texts)
    seen: Counter[str] = Counter()
    contradicted = []
    for (article, found), page in zip(cases, pages, strict=True):
        for each in found if page is not None else ():
            seen[each.rule] += 1
            if is_contradicted(article, each, page or ""):
                contradicted.append((article, each))
    for article, each in contradicted[: options.show]:
        line = article.lines.position(each.span.start).line
        print(f"{article.path}:{line}: {each.rule} {each.span.of(article.text)[:80]!r}")
    wrong = Counter(each.rule for _, each in contradicted)
    for rule, count in sorted(seen.items()):
        print(f"{rule}: {count} findings, {wrong[rule]} contradicted by the page")
    print(f"{options.parser}: {seen.total()} findings, {len(contradicted)} contradicted")
    return bool(contradicted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
