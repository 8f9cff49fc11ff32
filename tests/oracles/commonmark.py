"""Compare our rendering with pyromark's, and with the CommonMark specification.

Usage: commonmark.py FILE, where FILE holds the specification's examples as a JSON list of
objects with "markdown", "html" and "section".
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyromark

from articlelint.markdown import Markdown
from articlelint.rendering import render


def main(arguments: list[str]) -> int:
    """Print how many examples are equal; return 1 where one differs from pyromark's."""
    examples = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    same = specified = 0
    for number, example in enumerate(examples, 1):
        source = example["markdown"]
        html = render(Markdown(source)).html
        expected = pyromark.html(source)
        same += html == expected
        specified += html == example["html"]
        if html != expected:
            print(f"example {number}: {source!r}\n  ours     {html!r}\n  pyromark {expected!r}")
    print(
        f"{len(examples)} examples: {same} equal to pyromark, "
        f"{specified} equal to the specification"
    )
    return 0 if same == len(examples) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
