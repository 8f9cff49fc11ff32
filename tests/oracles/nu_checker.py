"""Compares the judge with the Nu Html Checker: ``python tests/oracles/nu_checker.py vnu.jar``.

The jar is that of the npm package vnu-jar, and wants Java 17. A thousand and a half fragments,
mutated with a seed, are judged by both as the bodies of documents. Of the checker's messages
only those count that its parser makes; the others are about what may stand in what. Compared
are the verdict, clean or dirty, and where each of its errors begins: where an error or a problem of
ours begins, or at another tag that the problem names; for an element without end tag the checker
has two messages. Exits 1 below 99 % of the verdicts and 80 % of the places of the first sort.

Where the verdicts differ it is known why: the checker says nothing about references of no name
(``&nope;``), which the standard calls an error (13.2.5.73), and calls ``rt`` outside of ``ruby``
one, which the standard does not (13.2.6.4.7).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, Final

from mutations import fragments  # type: ignore[import-not-found] # a script beside this one

from articlelint.html.judge.verdict import judge
from articlelint.html.problems.explain import explain
from articlelint.rendering import SourceMap
from articlelint.text.span import LineIndex

_BEFORE: Final = '<!doctype html>\n<html lang="en"><head><title>Ways</title></head><body>\n'
_AFTER: Final = "\n</body></html>\n"
_OF_THE_PARSER: Final = re.compile(
    r"""Stray\ (?:start|end)\ tag|Unclosed\ (?:element|children)|No\ “[^”]*”\ element\ in\ scope
    |End\ tag\ |End\ of\ file|A\ numeric\ character\ reference|Bad\ character|Garbage\ after
    |Misplaced\ non-space|Start\ tag\ |Forbidden\ code\ point|Bogus\ comment|Saw\ |No\ digits
    |No\ space\ between|“[^”]*”\ start\ tag|Named\ character\ reference|HTML\ start\ tag
    |Self-closing\ syntax|Heading\ cannot|A\ table\ cell\ was\ implicitly|A\ slash\ was\ not
    |Character\ reference|Consecutive\ hyphens|Duplicate\ attribute|Attribute\ (?:value|without)
    |Quote\ |A\ document\ must\ not\ include\ more|Premature\ end|The\ string\ following\ “&”
    |Unclosed\ elements\ on\ stack|Nested\ comment|“?<?!?DOCTYPE|Non-space|“&”\ did\ not""",
    re.VERBOSE,
)
"""Messages of its tokenizer and tree builder; those of its schemas begin otherwise."""
_NOT_OF_THE_PARSER: Final = re.compile(
    "A document must not include more|Quote marks|Unclosed elements on stack"
)


def checked(jar: Path, pages: list[str]) -> dict[int, list[dict[str, Any]]]:
    """Return the messages of the checker's parser by the number of the page."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            Path(folder, f"{number}.html").write_bytes(page.encode("utf-8", "replace"))
        command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout"]
        command += ["--exit-zero-always", "--errors-only", folder]
        output = subprocess.run(command, check=True, capture_output=True).stdout
    for message in json.loads(output)["messages"]:
        text = message["message"]
        if _OF_THE_PARSER.match(text) and not _NOT_OF_THE_PARSER.match(text):
            found[int(Path(message["url"]).stem)].append(message)
    return found


Places = set[tuple[int, int]]


def starts(page: str) -> tuple[bool, Places, Places]:
    """Return whether *page* is dirty to us, where what we report begins, and what it names."""
    errors = judge(page, document=True)
    problems = explain(page, errors, SourceMap.identity(0, len(page)))
    own = {error.start for error in errors} | {problem.start for problem in problems}
    named = {
        place.start
        for problem in problems
        for place in (problem.element, problem.other)
        if place is not None
    }
    lines = LineIndex(page)
    own_places, named_places = (
        {(place.line, place.column) for place in map(lines.position, offsets)}
        for offsets in (own, named)
    )
    return bool(errors), own_places, named_places


def main(arguments: list[str]) -> int:
    """Compare; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("jar", type=Path)
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    pick = random.Random(options.seed)
    pages = [f"{_BEFORE}{each}{_AFTER}" for each in fragments(pick, options.count)]
    messages = checked(options.jar, pages)
    agreed = dirty = errors = same = beside = 0
    missed: Counter[str] = Counter()
    for number, page in enumerate(pages):
        is_dirty, own, named = starts(page)
        theirs = messages[number]
        agreed += is_dirty == bool(theirs)
        dirty += bool(theirs)
        if options.verbose and is_dirty != bool(theirs):
            print(
                f"{page[len(_BEFORE) : -len(_AFTER)]!r}\n  {[each['message'] for each in theirs]}"
            )
            print(f"  {[error.code for error in judge(page, document=True)]}")
        for message in theirs:
            line = message.get("firstLine", message["lastLine"])
            place = (line, message.get("firstColumn", message["lastColumn"]))
            errors += 1
            same += place in own
            beside += place in named - own
            if place not in own | named:
                missed[re.sub("“[^”]*”", "…", message["message"])[:80]] += 1
    print(
        f"{len(pages)} fragments, {dirty} of them dirty, verdict agreed: {agreed / len(pages):.2%}"
    )
    print(f"{errors} errors, identical start: {same / max(errors, 1):.2%}", end=", ")
    print(f"at another tag that we name: {beside / max(errors, 1):.2%}; the others:")
    for text, count in missed.most_common(12):
        print(f"  {count:4} {text}")
    return 0 if agreed >= 0.99 * len(pages) and same >= 0.8 * errors else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
