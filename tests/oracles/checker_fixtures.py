"""Compares the judge with the Nu Html Checker's own fixtures: ``... checker_fixtures.py TESTS``.

TESTS is the folder ``tests`` of the checker's repository. Each file of ``html/parser`` has an error
of the parser, by its name; the files of the whole folder whose names say that they are valid have
none.

Prints where the verdicts differ, and exits 1 if they do where nobody has looked (``_KNOWN``).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from articlelint.html.judge.verdict import judge

_INVALID: Final = "-novalid.html"
_VALID: Final = "-isvalid.html"
_KNOWN: Final = {
    "charset-after-1024-novalid.html": "about bytes, and the judge reads text",
    "duplicate-id-novalid.html": "a rule's: html/duplicate-id with `strict`",
    "frameset-start-tag-novalid.html": "a rule's: html/obsolete-element",
    "nonspace-in-noscript-head-novalid.html": "the judge reads as browsers do, with scripts",
}


def main(arguments: list[str]) -> int:
    """Compare; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tests", type=Path)
    folder: Path = parser.parse_args(arguments).tests
    unknown = 0
    for ending, place in ((_INVALID, folder / "html" / "parser"), (_VALID, folder)):
        paths = sorted(place.rglob(f"*{ending}"))
        other = [path for path in paths if _is_clean(path) != (ending == _VALID)]
        for path in other:
            why = _KNOWN.get(path.name)
            unknown += why is None
            print(f"  {path.relative_to(folder)}: {why or 'NOT LOOKED AT'}")
        print(f"{len(paths) - len(other)} of {len(paths)} verdicts as in *{ending}")
    return int(unknown > 0)


def _is_clean(path: Path) -> bool:
    return not judge(path.read_bytes().decode("utf-8", "replace"), document=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
