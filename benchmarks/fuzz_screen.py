"""Looks for pages that the screen accepts and the judge finds dirty.

``python benchmarks/fuzz_screen.py [--count N] [--seed N] [FOLDER]`` tries N texts: half made
by a grammar of tags, half cut from the articles of FOLDER (Markdown and HTML) and mutated;
without a folder, all by the grammar. Exits 1 when the screen was wrong even once.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from pathlib import Path

import html5lib

from articlelint.html.judge.verdict import judge
from articlelint.html.screen.screen import is_certainly_clean

TAGS = (
    "a abbr address area article aside audio b base blockquote br button caption center code col "
    "colgroup dd details dialog div dl dt em embed fieldset figcaption figure font form frame h1 "
    "h2 h3 head hr html i iframe image img input ins label legend li link main map mark math menu "
    "meta nobr noscript object ol optgroup option p picture plaintext pre rp rt rtc ruby s script "
    "search section select small source span strong style sub summary svg table tbody td template "
    "textarea tfoot th thead title tr u ul var video wbr my-part xmp"
).split()
OFTEN = "p p p li ul b i a span div table tr td td td th tbody h2 br".split()
BITS = (
    "", "", " ", "\n", "x", "text", "&amp;", "&", "&copy", "&copy;", "&nope;", "&#65;", "&#x80;",
    "&#", "< ", ">", "<!-- c -->", "<!-- a -- b -->", "<!-->", "<!---->", "<!", "<?x?>", "</",
    "</>", "\0", "\x01", "\x85", "\ufffe", "-->", "--", "<!-- <b> -->", "\r\n", "\f", "\u00a0",
    "]]>", "<![CDATA[x]]>", '"', "'", "=", "/", "\ud800", "&#13;", "&#0;", "&#x110000;", "&lt",
)  # fmt: skip
ATTRIBUTES = (
    ' href="x"', " id=x", " a a", ' a="1" A="2"', ' t="a>b"', ' t="a<b"', " t='&quot;'", " x=",
    ' x="a"y="b"', " /", "/", ' "', " '", " x='", ' x="', ' href="?a=1&b=2"', " href=a/b/",
    " hidden", "\nclass=c", "\ttype=hidden", " x = y", " =x", " x=a=b", " x=`", " u=&copy=1",
    " \u00e9=1", "\u00a0x", " t=\u201cx\u201d",
)  # fmt: skip
BLOCK = re.compile(r"(?<=>\n)(?=<[a-z])")
OUTDATED = frozenset(
    {"expected-named-entity", "named-entity-without-semicolon", "XXX-undefined-error",
     "unexpected-dash-after-double-dash-in-comment"}
)  # fmt: skip
"""Errors of the standard of 2012: bare ampersands, ``-`` in comments, a caption left open."""
SPLIT = re.compile(r"(<[^<>]*>|&[^;\s]*;?|[\"'=/<>])")


def grammar_made(pick: random.Random) -> str:
    """Return markup that is mostly well-formed, with something odd now and then."""
    pieces: list[str] = []
    stack: list[str] = []
    odd = pick.choice((0.0, 0.0, 0.01, 0.05, 0.2))
    for _ in range(pick.randrange(1, 24)):
        chance = pick.random()
        if chance < odd:
            pieces.append(pick.choice(BITS))
        elif chance < 0.42 and stack:
            name = stack.pop() if pick.random() > odd / 2 else pick.choice(stack)
            pieces.append(f"</{name}{pick.choice(ATTRIBUTES) if pick.random() < odd / 4 else ''}>")
        elif chance < 0.85:
            name = pick.choice(TAGS if pick.random() < 0.2 else OFTEN)
            if pick.random() < 0.05:
                name = name.upper()
            attribute = pick.choice(ATTRIBUTES) if pick.random() < 0.05 + odd else ""
            pieces.append(f"<{name}{attribute}>")
            if pick.random() > 0.1:
                stack.append(name)
        else:
            pieces.append(pick.choice(BITS[:6]))
    if pick.random() < 0.8:
        pieces += (f"</{name}>" for name in reversed(stack))
    text = "".join(pieces)
    return text[: pick.randrange(len(text) + 1)] if pick.random() < 0.05 else text


def mutated(pick: random.Random, pages: list[str]) -> str:
    """Return a stretch of a page with a few pieces deleted, doubled, moved or replaced."""
    blocks = BLOCK.split(pick.choice(pages))
    start = pick.randrange(len(blocks))
    pieces = SPLIT.split("".join(blocks[start : start + pick.randrange(1, 8)])[:2000])
    for _ in range(pick.randrange(4)):
        place = pick.randrange(len(pieces))
        match pick.randrange(5):
            case 0:
                pieces[place] = ""
            case 1:
                pieces.insert(place, pick.choice(pieces))
            case 2:
                other = pick.randrange(len(pieces))
                pieces[place], pieces[other] = pieces[other], pieces[place]
            case 3:
                pieces[place] = pick.choice(BITS)
            case 4:
                pieces[place] = f"<{pick.choice(('', '/'))}{pick.choice(TAGS)}>"
    return "".join(pieces)


def plain_errors(text: str) -> list[str]:
    """Return what html5lib as it is has against *text*, where today's standard agrees."""
    parser = html5lib.HTMLParser()
    parser.parseFragment(text)
    return [code for _, code, _ in parser.errors if code not in OUTDATED]


def pages_of(folder: Path) -> list[str]:
    """Return the articles of *folder* as HTML."""
    import pyromark

    pages = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".markdown", ".html") and path.stat().st_size < 200_000:
            text = path.read_text(encoding="utf-8", errors="replace")
            text = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)
            pages.append(text if path.suffix == ".html" else pyromark.html(text))
    return [page for page in pages if page]


def main(arguments: list[str]) -> int:
    """Fuzz; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    pages = pages_of(options.folder) if options.folder else []
    pick = random.Random(options.seed)
    accepted = wrong = 0
    began = time.perf_counter()
    for number in range(options.count):
        text = mutated(pick, pages) if pages and number % 2 else grammar_made(pick)
        if not is_certainly_clean(text):
            continue
        accepted += 1
        errors = [error.code for error in judge(text, skips_clean=False)] + plain_errors(text)
        if errors:
            wrong += 1
            print(f"accepted, but {errors}: {text!r}")
    took = time.perf_counter() - began
    print(f"{options.count} texts, {accepted} accepted, {wrong} wrongly, {took:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
