"""Look at the page that the real Markdown parser makes, finding by finding and fix by fix.

Usage: real_pages.py RENDERER FOLDER... [--fixes] [--mutate SEED] [--rounds N] [--show N]
[--libraries FOLDER]. RENDERER is one of ``RENDERERS``: what it makes of an article is given to
html5lib. Those of ``dialects.py`` need its LIBRARIES and are set up as there. Hooks and plugins of
the site do not run, so that it is read as if it had none. With ``--mutate`` tags, lines and marks
of each article are broken first, N times.

For each finding of a rule about markup the page has to show a sign of what is said: an error of
html5lib's that names the tag, the tag as text, or a word of the parser itself. With ``--fixes``
every safe fix is made instead, and the page before and after is the same tree. Of the rules in
``ANNOUNCED`` one difference each is printed, to be read.
"""

from __future__ import annotations

import argparse
import contextlib
import html
import random
import re
import sys
import warnings
from collections import Counter
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import html5lib
from dialects import USUAL, one_by_one  # type: ignore[import-not-found] # a script beside this one
from mutations import mutated  # type: ignore[import-not-found] # a script beside this one
from trees import difference, tree  # type: ignore[import-not-found] # a script beside this one

from articlelint.article import SYNTAXES, Article, Syntax
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.recognition import find_site
from articlelint.testing import rules_of
from articlelint.text.edit import Applicability
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from articlelint.diagnostic import Diagnostic
    from articlelint.site import Site

RULES: Final = frozenset(
    {"html/block-in-paragraph", "html/overlapping-elements", "html/stray-end-tag",
     "html/table-structure", "html/unclosed-element", "html/unrendered-markdown"}
)  # fmt: skip
ANNOUNCED: Final = frozenset(
    {"front-matter/malformed-fence", "html/empty-element", "html/forbidden-character",
     "html/missing-semicolon", "images/missing-dimensions", "images/protocol-relative-url",
     "images/unencoded-url",
     "links/insecure-url", "links/invalid-url", "links/malformed-scheme",
     "links/tracking-parameters", "markdown/overrun-url", "markdown/unread-heading",
     "markdown/unread-link", "text/byte-order-mark"}
)  # fmt: skip
"""Rules whose pages say that a safe fix changes an address, an attribute, or what nobody sees, or
makes of text what was meant by it."""
_TAG: Final = re.compile(r"`</?([A-Za-z][\w:-]*)")
_LEFT_OPEN: Final = frozenset({"html/stray-end-tag", "html/unclosed-element"})
"""Rules about an element of which html5lib names the one around it."""
_IN_TABLE: Final = re.compile("table|cell|foster|caption|colgroup|row")


class Page(NamedTuple):
    """What a parser makes of an article, and what it had to say."""

    html: str
    warnings: list[str]


def kramdown(_libraries: Path) -> Callable[[Article], Page | None]:
    """Return kramdown with the options of each article's site."""
    from kramdown import Ruby, ruby_options  # type: ignore[import-not-found]

    ruby = Ruby()

    def render(article: Article) -> Page | None:
        answer = ruby.render(article.masked.text, ruby_options(article.site.root or Path()))
        return None if "error" in answer else Page(answer["html"], answer["warnings"])

    return render


def python_markdown(_libraries: Path) -> Callable[[Article], Page | None]:
    """Return Python-Markdown with the extensions of each article's site."""
    from python_markdown import Theirs, extensions_of  # type: ignore[import-not-found]

    warnings.simplefilter("ignore")
    sys.setrecursionlimit(3000)
    parsers: dict[Path, Any] = {}

    def render(article: Article) -> Page | None:
        root = article.site.root or Path()
        with contextlib.chdir(root):  # snippets are looked for from there
            if root not in parsers:
                parsers[root] = Theirs(extensions_of(root))
            page = parsers[root].html(article.masked.text)
        return None if page is None else Page(page, [])

    return render


def of_dialect(dialect: str, libraries: Path) -> Callable[[Article], Page | None]:
    """Return what ``dialects.py`` compares with."""
    parser = one_by_one(dialect, libraries.resolve())

    def render(article: Article) -> Page | None:
        # Hugo takes the mark out that ends a summary.
        page = parser(article.masked.text.replace("<!--more-->", "<!--mark-->"))
        return None if page is None else Page(page, [])

    return render


def pulldown_cmark(_libraries: Path) -> Callable[[Article], Page | None]:
    """Return what Zola renders with, by its Python binding, with the options that Zola sets."""
    import pyromark

    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
    options |= pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_TASKLISTS
    options |= pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    return lambda article: Page(pyromark.html(article.masked.text, options=options), [])


RENDERERS: Final[dict[str, Callable[[Path], Callable[[Article], Page | None]]]] = {
    "kramdown": kramdown,
    "python-markdown": python_markdown,
    "zola": pulldown_cmark,
    **{name: partial(of_dialect, name) for name in (*USUAL, "mdx", "remark")},
}


def articles(folder: Path, renderer: str) -> Iterator[tuple[Path, Article]]:
    """Yield the Markdown articles below *folder*."""
    for path in sorted(folder.resolve().rglob("*")):
        if path.suffix.lower() in SYNTAXES and path.is_file():
            site = _set_up(find_site(path), renderer)
            article = Article(decode(path.read_bytes()), path, site=site)
            wanted = Syntax.MDX if renderer == "mdx" else Syntax.MARKDOWN
            if article.syntax is wanted and not article.site.is_template(path):
                yield path, article


@lru_cache
def _set_up(site: Site, renderer: str) -> Site:
    if renderer in USUAL:
        return replace(site, settings=replace(site.settings, dialect=USUAL[renderer]))
    dialect = site.dialect
    if not isinstance(dialect, PythonMarkdown):
        return site
    features = replace(dialect.features, unknown=frozenset())
    known = PythonMarkdown(features, dialect.appended)
    return replace(site, settings=replace(site.settings, dialect=known))


def broken(article: Article, pick: random.Random) -> Article:
    """Return the article with a few mutations."""
    body = article.body
    text = mutated(pick, body.of(article.text), pick.randrange(1, 8))
    return article.with_text(article.text[: body.start] + text)


def is_contradicted(article: Article, found: Diagnostic, page: Page) -> bool:
    """Tell whether nothing in the page shows what *found* says."""
    if found.rule == "html/unrendered-markdown":
        marked = " ".join(found.span.of(article.text).split())
        return marked not in " ".join(html.unescape(page.html).split())
    tags = set(_TAG.findall(found.message)) | set(
        re.findall(r"^</?([A-Za-z][\w:-]*)", found.span.of(article.text))
    )
    names = {tag.lower() for tag in tags}
    if found.rule == "html/block-in-paragraph":
        names.add("p")  # its end tag, if it has one, closes nothing any more
    for warning in page.warnings:
        if any(f"'{name}'" in warning.lower() for name in names):
            return False
    if any(f"&lt;{slash}{name}" in page.html.lower() for name in names for slash in ("", "/")):
        return False
    if found.rule == "html/unclosed-element" and any(_is_unclosed(page, name) for name in names):
        return False
    for code, facts in _errors(page.html):
        named = {str(facts.get(key, "")).lower() for key in ("name", "startName", "endName")}
        if code == "end-tag-too-early" and found.rule in _LEFT_OPEN:
            return False
        if named & names or (found.rule == "html/table-structure" and _IN_TABLE.search(code)):
            return False
    return True


def _is_unclosed(page: Page, name: str) -> bool:
    """Tell whether the page has more start tags than end tags of a name."""
    source = page.html.lower()
    return len(re.findall(rf"<{name}[\s>]", source)) > source.count(f"</{name}>")


def _errors(page: str) -> list[tuple[str, dict[str, Any]]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(page, container="div")
    return [(code, facts) for _, code, facts in parser.errors]


def main(arguments: list[str]) -> int:
    """Look at all; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("renderer", choices=RENDERERS)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--libraries", type=Path, default=Path())
    parser.add_argument("--fixes", action="store_true")
    parser.add_argument("--mutate", type=int, metavar="SEED")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    given = parser.parse_args(arguments)
    render = RENDERERS[given.renderer](given.libraries)
    look = _fixes if given.fixes else _findings
    looked_at: Counter[str] = Counter()
    wrong: list[str] = []
    pick = None if given.mutate is None else random.Random(given.mutate)
    for folder in given.folders * given.rounds:
        for path, article in articles(folder, given.renderer):
            counted, failed = look(article if pick is None else broken(article, pick), render)
            looked_at += counted
            wrong += [f"{path}{each}" for each in failed]
    for each in wrong[: given.show]:
        print(each)
    for name, count in sorted(looked_at.items()):
        print(f"{count:6} {name}")
    print(f"{looked_at.total()} looked at, {len(wrong)} wrong")
    return 1 if wrong or not looked_at else 0


def _findings(
    article: Article, render: Callable[[Article], Page | None]
) -> tuple[Counter[str], list[str]]:
    rules = [rule() for rule in rules_of("articlelint_rules") if rule.name in RULES]
    found = lint(article, rules).diagnostics
    page = render(article) if found else None
    if page is None or "<select" in page.html.lower():  # html5lib is older than today's standard
        return Counter(), []
    wrong = [
        f":{article.lines.position(each.span.start).line}: {each.rule}: {each.message}"
        for each in found
        if is_contradicted(article, each, page)
    ]
    return Counter(each.rule for each in found), wrong


def _fixes(
    article: Article, render: Callable[[Article], Page | None]
) -> tuple[Counter[str], list[str]]:
    rules = [rule() for rule in rules_of("articlelint_rules")]
    safe = {
        each.rule
        for each in lint(article, rules).diagnostics
        if each.fix is not None and each.fix.applicability is Applicability.SAFE
    }
    announced = [rule for rule in rules if rule.name in ANNOUNCED & safe]
    others = [rule for rule in rules if rule.name not in ANNOUNCED] if safe - ANNOUNCED else []
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    for chosen in (others, *[[rule] for rule in announced]):
        result = fix(article, chosen, Applicability.SAFE)
        if not result.applied:
            continue
        before, after = render(article), render(result.article)
        if before is None or after is None:
            continue
        counted += result.applied
        found = difference(tree(before.html), tree(after.html))
        name = chosen[0].name
        if found is not None and chosen is others:
            wrong.append(f": {dict(result.applied)}: {found}")
        elif found is not None and name not in _SHOWN:
            _SHOWN.add(name)
            print(f"announced by {name}: {found}")
    return counted, wrong


_SHOWN: Final[set[str]] = set()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
