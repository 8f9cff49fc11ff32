"""Compares what is said about Markdown with html5lib's errors on the rendered page.

``python tests/oracles/rendered_pages.py FOLDER [--count N] [--mutate SEED]`` takes N Markdown
files with HTML in them from all over FOLDER. Each is rendered by pyromark and parsed by html5lib
as it is. Every error of html5lib has to be one of ours, with the same name and the same place,
and the other way round; each of ours has to lie, through the source map, on the same characters
of the source; and behind each finding of the rules about markup has to be an error at its
place, or with an element that is there. Left out is what html5lib 1.1 is known to have wrong:
bare ampersands, dashes in comments, text in tables, white space in cells, ``template`` and
``select`` of today.

``--renderer COMMAND`` renders the articles by a program besides, which gets Markdown on its
standard input and prints HTML (marked, kramdown), and lists where the page has other errors.
Exits 1 where an error differs between html5lib and us.
"""

from __future__ import annotations

import argparse
import random
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import html5lib
import pyromark
from mutations import mutated  # type: ignore[import-not-found] # a script beside this one

from articlelint.article import Article, Syntax
from articlelint.html.judge.verdict import judge
from articlelint.linting.linter import lint
from articlelint.markdown import CommonMark
from articlelint.recognition import find_site
from articlelint.testing import rules_of
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.html.judge.error import MarkupError
    from articlelint.text.span import Span

_LARGEST: Final = 100_000
_OUTDATED: Final = frozenset(
    {"end-tag-too-early-named", "expected-named-entity", "unexpected-char-in-comment",
     "unexpected-dash-after-double-dash-in-comment"}
)  # fmt: skip
_OURS_ALONE: Final = frozenset({"text-in-table", "nested-comment"})
_TODAY: Final = ("<template", "<select", "</select", "<option", "<search", "<rt", "<rp",
                 "<noscript", "<caption", "<svg", "<math")  # fmt: skip
"""Elements about which the standard has changed since html5lib 1.1, or that it has wrong."""
_NAMES: Final = {
    "adoption-agency-4.4": "unexpected-end-tag",
    "absence-of-digits-in-numeric-character-reference": "expected-numeric-entity",
    "abrupt-closing-of-empty-comment": "incorrect-comment",
    "cdata-in-html-content": "expected-dashes-or-doctype",
    "control-character-in-input-stream": "invalid-codepoint",
    "control-character-reference": "illegal-codepoint-for-numeric-entity",
    "end-tag-with-attributes": "attributes-in-end-tag",
    "eof-before-tag-name": "expected-tag-name",
    "eof-in-tag": "eof-in-attribute-name",
    "incorrectly-closed-comment": "unexpected-bang-after-double-dash-in-comment",
    "incorrectly-opened-comment": "expected-dashes-or-doctype",
    "invalid-first-character-of-tag-name": "expected-tag-name",
    "missing-attribute-value": "expected-attribute-value-but-got-right-bracket",
    "missing-end-tag-name": "expected-closing-tag-but-got-right-bracket",
    "missing-whitespace-between-attributes": "unexpected-character-after-attribute-value",
    "noncharacter-in-input-stream": "invalid-codepoint",
    "non-void-html-element-start-tag-with-trailing-solidus":
        "non-void-element-with-trailing-solidus",
    "null-character-reference": "illegal-codepoint-for-numeric-entity",
    "unexpected-character-in-attribute-name": "invalid-character-in-attribute-name",
    "unexpected-null-character": "invalid-codepoint",
    "unexpected-question-mark-instead-of-tag-name": "expected-tag-name-but-got-question-mark",
    "unexpected-solidus-in-tag": "unexpected-character-after-solidus-in-tag",
}  # fmt: skip
"""The standard's names and html5lib's, where they differ."""
_SAME: Final = {
    "expected-closing-tag-but-got-char": "expected-tag-name",
    "expected-tag-name-but-got-right-bracket": "expected-tag-name",
    "invalid-character-after-attribute-name": "invalid-character-in-attribute-name",
    "named-entity-without-semicolon": "missing-semicolon-after-character-reference",
    "numeric-entity-without-semicolon": "missing-semicolon-after-character-reference",
    "expected-attribute-name-but-got-eof": "eof-in-attribute-name",
    "expected-end-of-tag-but-got-eof": "eof-in-attribute-name",
    "expected-attribute-value-but-got-eof": "eof-in-attribute-name",
    "eof-in-attribute-value-double-quote": "eof-in-attribute-name",
    "eof-in-attribute-value-single-quote": "eof-in-attribute-name",
    "eof-in-attribute-value-no-quotes": "eof-in-attribute-name",
    "eof-in-tag-name": "eof-in-attribute-name",
    "unexpected-EOF-after-attribute-value": "eof-in-attribute-name",
    "eof-in-comment-end-dash": "eof-in-comment",
    "eof-in-comment-double-dash": "eof-in-comment",
    "adoption-agency-4.4": "unexpected-end-tag",
    "eof-in-table": "expected-closing-tag-but-got-eof",
    "equals-in-unquoted-attribute-value": "unexpected-character-in-unquoted-attribute-value",
}
"""Codes of html5lib between which today's standard makes no difference."""

RULES: Final = tuple(
    rule() for rule in rules_of("articlelint_rules") if rule.name.startswith("html/")
)
_OF_THE_PARSER: Final = frozenset(
    f"html/{kind}"
    for kind in (
        *("bare-less-than", "block-in-paragraph", "document-element", "duplicate-attribute"),
        *("forbidden-reference", "malformed-comment", "mismatched-heading", "parse-error"),
        *("missing-attribute-value", "overlapping-elements", "self-closed-element"),
        *("stray-end-tag", "table-structure", "text-in-table", "unclosed-element"),
        *("unterminated-comment", "unterminated-tag", "void-end-tag"),
    )
)
"""Rules that say nothing but what the parser says; the others have ideas of their own too."""
_SHARE_MET: Final = 0.95
"""Of the errors of pages as they are; one mutation may ignore every cell of a table."""
_IMPLIED_END: Final = "unexpected-end-tag-implies-table-voodoo"
_IMPLYING_START: Final = "unexpected-start-tag-implies-table-voodoo"
_ANYWHERE: Final = frozenset({"invalid-codepoint"})
"""Errors that html5lib reports a chunk at a time, in its first line."""


def articles(folder: Path, count: int) -> list[Article]:
    """Return *count* Markdown articles with HTML in them, evenly from all over *folder*."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in {".md", ".markdown"} or not path.is_file():
            continue
        data = path.read_bytes()
        if b"<" not in data or len(data) > _LARGEST:
            continue
        article = Article(decode(data), path, site=find_site(path))
        if article.syntax is Syntax.MARKDOWN and article.has_html and not article.html.document:
            found.append(article)
    return found[:: max(len(found) // count, 1)][:count]


def theirs(page: str) -> list[tuple[str, int]]:
    """Return html5lib's errors: their codes and the lines it had reached, from 1."""
    parser = html5lib.HTMLParser()
    parser.parseFragment(page)
    return [
        (_SAME.get(code, code), line)
        for (line, _), code in unrepeated(parser.errors)
        if code not in _OUTDATED
    ]


def unrepeated(errors: list[Any]) -> list[tuple[tuple[int, int], str]]:
    """Return places and codes, once where html5lib says more of one tag.

    The adoption agency says the same up to eight times, and in a table the end tag that a
    ``<li>`` implies is reported like one that is written.
    """
    found: list[tuple[tuple[int, int], str]] = []
    for place, code, _ in errors:
        if code == _IMPLIED_END and found and found[-1] == (place, _IMPLYING_START):
            continue
        if not found or found[-1] != (place, code) or code in _ANYWHERE:
            found.append((place, code))
    return found


def lines_of(page: str, error: MarkupError) -> tuple[int, int]:
    """Return the lines in which the place of *error* begins and ends."""
    return page.count("\n", 0, error.start) + 1, page.count("\n", 0, error.end + 1) + 1


def differences(page: str, errors: list[MarkupError]) -> Iterator[str]:
    """Yield what html5lib says and we do not, and what we say and it does not."""
    pending = [(error, _NAMES.get(error.code, error.code)) for error in errors]
    for code, line in theirs(page):
        for index, (error, name) in enumerate(pending):
            first, last = lines_of(page, error)
            if name == code and (first <= line <= last or code in _ANYWHERE):
                del pending[index]
                break
        else:
            yield f"only html5lib: {code} in line {line}"
    for error, name in pending:
        if page[error.start : error.end].lower().startswith("</html"):
            continue  # html5lib lets it pass where there is no body
        if name not in _OURS_ALONE and error.code != "unknown-named-character-reference" and name:
            yield f"only we: {name} at {page[error.start : error.end]!r:.60}"


def mapped_wrong(article: Article, errors: list[MarkupError]) -> Iterator[str]:
    """Yield the errors that lie on other characters in the source than in the page."""
    page, source_map = article.rendering.html, article.rendering.source_map
    for error in errors:
        if source_map.is_verbatim(error.start, error.end):
            written = source_map.span(error.start, error.end).shift(-article.body.start)
            # Markdown takes the indentation from the lines of a list item, and its backslashes.
            in_source, in_page = (
                text.replace("\\", "").split()
                for text in (written.of(article.masked.text), page[error.start : error.end])
            )
            if in_source != in_page:
                yield f"mapped to {in_source!r:.60}"
    # Typographic quotes are no error to the parser, and a problem all the same.
    problems = [each for each in article.html.problems if each.kind != "typographic-quotes"]
    if bool(errors) != bool(problems):
        yield f"{len(errors)} errors are {len(problems)} problems"


def unlike(article: Article, errors: list[MarkupError], met: Counter[str]) -> Iterator[str]:
    """Yield the findings that no error of the page is behind, and count the errors that are met.

    An error is met where a finding, or a place that it names, is where the error or an element
    that takes part in it is in the source. The others follow from one that is met. Of a generator
    whose Markdown parser writes HTML anew, the rules know what becomes of it.
    """
    if article.dialect.rewrites_html:
        return
    body, source_map = article.body, article.rendering.source_map
    places = [[source_map.span(*place) for place in places_of(error)] for error in errors]
    named: list[Span] = []
    for finding in lint(article, RULES).diagnostics:
        of_finding = [finding.span, *(each.span for each in finding.related)]
        named += of_finding
        if finding.rule in _OF_THE_PARSER and not any(
            _touch(span, place) for span in of_finding for of_error in places for place in of_error
        ):
            yield f"{finding.rule} at {finding.span.of(article.text)!r:.60} is behind no error"
    if errors and not named:
        yield f"{len(errors)} errors and not one finding"
    if any(span.start < body.start for span in named):
        yield "a finding in the front matter"
    met["met"] += sum(
        any(_touch(span, place) for span in named for place in of_error) for of_error in places
    )
    met["error"] += len(errors)


def places_of(error: MarkupError) -> Iterator[tuple[int, int]]:
    """Yield where an error is, and the tags of the elements that its token closed or orphaned."""
    yield error.start, error.end
    token, orphan = error.token, error.orphan
    if token is not None:
        after = set(map(id, token.after))
        for opening in token.before:
            if id(opening) not in after:
                yield opening.start, opening.end
    if error.previous is not None and error.previous.end_tag is not None:
        yield error.previous.end_tag
    if orphan is not None:
        yield orphan.start, orphan.end
        if orphan.closer is not None:
            yield orphan.closer.start, orphan.closer.end


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def is_misread(error: MarkupError) -> bool:
    """Tell whether html5lib goes wrong here, and so in what follows.

    It opens no formatting element again at white space in a cell, and drops a table in a table
    in a fragment.
    """
    if error.code == "unexpected-start-tag-implies-end-tag":
        return error.token is not None and error.token.name == "table"
    return error.code == "unexpected-cell-end-tag"


def rendered(command: str, article: Article) -> str:
    """Return the page that a program makes of the article's body."""
    text = article.masked.text.encode("utf-8", "replace")
    done = subprocess.run(shlex.split(command), check=True, input=text, capture_output=True)
    return done.stdout.decode()


def main(arguments: list[str]) -> int:
    """Compare; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--mutate", type=int, metavar="SEED")
    parser.add_argument("--renderer", metavar="COMMAND")
    options = parser.parse_args(arguments)
    pick = None if options.mutate is None else random.Random(options.mutate)
    met: Counter[str] = Counter()
    compared = said = wrong = skipped = otherwise = 0
    for each in articles(options.folder, options.count):
        article = each
        if pick is not None:
            body = article.body
            broken = mutated(pick, body.of(article.text), pick.randrange(1, 8))
            article = article.with_text(article.text[: body.start] + broken)
        page = article.rendering.html
        markdown = article.markdown
        assert isinstance(markdown.dialect, CommonMark)
        if pyromark.html(markdown.text, options=pyromark.Options(markdown.dialect.options)) != page:
            wrong += 1
            print(f"{article.path}: rendered otherwise than by pyromark")
        if article.html.document or any(tag in page.lower() for tag in _TODAY):
            skipped += 1
            continue
        errors = [error for error in judge(page) if error.code]
        if any(map(is_misread, errors)):
            skipped += 1
            continue
        compared += 1
        said += len(errors)
        for problem in (
            *differences(page, errors),
            *mapped_wrong(article, errors),
            *unlike(article, errors, met),
        ):
            wrong += 1
            print(f"{article.path}: {problem}")
        if options.renderer:
            other = judge(rendered(options.renderer, article))
            counts = [Counter(error.code for error in found) for found in (errors, other)]
            if counts[0] != counts[1]:
                otherwise += 1
                print(f"{article.path}: {dict(counts[0] - counts[1])} here only,", end=" ")
                print(f"{dict(counts[1] - counts[0])} by the renderer only")
    print(f"{compared} pages with {said} errors compared, {wrong} differences; {skipped} left out")
    share = met["met"] / max(met["error"], 1)
    print(f"{share:.1%} of the errors are where a finding is, or a place that it names")
    if options.renderer:
        print(f"{otherwise} pages have other errors by that renderer")
    return 1 if wrong or not compared or (pick is None and share < _SHARE_MET) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
