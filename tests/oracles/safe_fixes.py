"""Compares pages before and after all safe fixes: ``python tests/oracles/safe_fixes.py FOLDER``.

Every article below FOLDER is mended with the safe fixes of the families html, headings,
accessibility and security; with ``--mutate SEED`` it is broken first. html5lib, as it is, makes
the trees. They have to be identical, except for what a rule's page announces:
html/empty-element deletes empty elements, html/forbidden-character deletes characters that
nobody sees. White space at the end of the page belongs to no one. What is mended is mended:
the same fixes a second time change nothing. Exits 1 where any of it fails.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path
from typing import Any, Final

import html5lib
from mutations import mutated  # type: ignore[import-not-found] # a script beside this one

from articlelint.article import SYNTAXES, Article
from articlelint.html.standard.parsing import FORMATTING
from articlelint.linting.fixing import FixResult, fix
from articlelint.recognition import find_site
from articlelint.testing import rules_of
from articlelint.text.edit import Applicability
from articlelint.text.source import decode

_FAMILIES: Final = ("html/", "headings/", "accessibility/", "security/")
_ANNOUNCED: Final = frozenset({"html/empty-element", "html/forbidden-character"})
_FORBIDDEN: Final = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]+")
_EMPTY: Final = frozenset({"b", "blockquote", "em", "figure", "i", "li", "p", "strong"})
_BLANK: Final = " \t\n\r\f\u00a0\u200b\u3000\ufeff"
_LARGEST: Final = 300_000


def tree(html: str, *, document: bool, lenient: bool) -> list[Any]:
    """Return html5lib's tree as tuples; *lenient* leaves out what rules announce to delete."""
    if lenient:
        html = _FORBIDDEN.sub("", html)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html) if document else parser.parseFragment(html, container="div")
    found = nodes(root)
    for part in [each[2] for each in found if each[0] in {"head", "body"}] if document else [found]:
        trim(part)
    return without_announced(found) if lenient else found


def nodes(element: Any) -> list[Any]:
    """Return what is in *element*: texts and (tag, attributes, nodes)."""
    found: list[Any] = [element.text] if element.text else []
    for child in element:
        found.append((str(child.tag), sorted(child.attrib.items()), nodes(child)))
        if child.tail:
            found.append(child.tail)
    return found


def without_announced(found: list[Any]) -> list[Any]:
    """Return nodes without empty elements, and with white space squeezed."""
    kept: list[Any] = []
    for each in found:
        if not isinstance(each, str):
            if not (each[0] in _EMPTY and is_blank(each[2])):
                kept.append((each[0], each[1], without_announced(each[2])))
        elif kept and isinstance(kept[-1], str):
            kept[-1] += each
        else:
            kept.append(each)
    squeezed = [each if not isinstance(each, str) else " ".join(each.split()) for each in kept]
    return [each for each in squeezed if each]


def trim(found: list[Any]) -> None:
    """Take away the white space at the end of the page, whatever it is in.

    A formatting element left open is opened once more around it.
    """
    while found:
        last = found[-1]
        if isinstance(last, str):
            found[-1] = last.rstrip()
            if found[-1]:
                return
        elif last[0] not in FORMATTING or "id" in dict(last[1]) or not is_white(last[2]):
            trim(last[2])
            return
        found.pop()


def is_white(inner: list[Any]) -> bool:
    """Tell whether nothing is in an element but white space, in formatting elements or not."""
    return all(
        not each.strip() if isinstance(each, str) else each[0] in FORMATTING and is_white(each[2])
        for each in inner
    )


def is_blank(inner: list[Any]) -> bool:
    """Tell whether nothing is in an element but white space, line breaks and empty elements."""
    return all(
        not each.strip(_BLANK)
        if isinstance(each, str)
        else each[0] in {"br", "font", "span", "u", *_EMPTY} and is_blank(each[2])
        for each in inner
    )


def mend(article: Article, rules: list[Any]) -> FixResult:
    """Return the article with its safe fixes; raises what a rule raises."""
    result = fix(article, rules, Applicability.SAFE)
    if result.result.crashes:
        raise AssertionError(result.result.crashes[0].traceback)
    if result.unsettled or result.refused:
        raise AssertionError(f"{result.unsettled} {result.refused}")
    return result


def check(article: Article, rules: list[Any], *, lenient: bool) -> tuple[int, str]:
    """Return how many fixes were made, and what is wrong with the outcome, or ""."""
    result = mend(article, rules)
    if not result.applied:
        return 0, ""
    count, after = result.applied.total(), result.article
    document = article.html.document
    pages = [each.rendering.html for each in (article, after)]
    if not any(
        tree(before, document=document, lenient=lenient)
        == tree(mended, document=document, lenient=lenient)
        for before, mended in (pages, [page.rstrip() for page in pages])
    ):
        return count, f"another page after {dict(result.applied)}"
    again = mend(article.with_text(after.text), rules)
    if again.article.text != after.text:
        return count, f"mended twice is not mended once: {dict(again.applied)}"
    return count, ""


def main(arguments: list[str]) -> int:
    """Check; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutate", type=int, metavar="SEED")
    options = parser.parse_args(arguments)
    pick = None if options.mutate is None else random.Random(options.mutate)
    rules = [rule() for rule in rules_of("articlelint_rules") if rule.name.startswith(_FAMILIES)]
    exact = [rule for rule in rules if rule.name not in _ANNOUNCED]
    articles = mended = fixes = wrong = unreadable = 0
    for path in sorted(options.folder.rglob("*")):
        if path.suffix.lower() not in SYNTAXES or not path.is_file():
            continue
        source = decode(path.read_bytes())
        if len(source.text) > _LARGEST or source.undecodable:
            continue
        article = Article(source, path, site=find_site(path))
        if article.site.is_template(path):
            continue
        if pick is not None:
            body = article.body
            broken = mutated(pick, body.of(article.text), pick.randrange(1, 8))
            article = article.with_text(article.text[: body.start] + broken)
        articles += 1
        for chosen, lenient in ((exact, False), (rules, True)):
            try:
                count, problem = check(article, chosen, lenient=lenient)
            except (AttributeError, AssertionError, ValueError) as error:
                if "html5lib" not in _origin(error):
                    raise
                unreadable += 1  # html5lib fails on some pages; the judge is guarded
                continue
            mended += bool(count) and lenient
            fixes += count if lenient else 0
            if problem:
                wrong += 1
                print(f"{path}: {problem}")
    print(f"{articles} articles, {mended} mended with {fixes} safe fixes, {wrong} went wrong")
    print(f"html5lib itself failed on {unreadable} pages")
    return 1 if wrong else 0


def _origin(error: BaseException) -> str:
    """Return the file in which *error* was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else trace.tb_frame.f_code.co_filename


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
