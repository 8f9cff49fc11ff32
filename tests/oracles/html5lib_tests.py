"""Compares the judge with html5lib-tests: ``python tests/oracles/html5lib_tests.py FOLDER``.

FOLDER has the folders ``tokenizer`` and ``tree-construction`` of html5lib/html5lib-tests. Of
the tokenizer tests every run counts: the tokens, the errors' codes, their lines and columns.
Of tree construction it is the verdict that counts, clean or not; how many errors there are
differs between parsers. Exits 1 below the shares demanded.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.html.judge.tokenizer import (
    CDATA,
    CHARACTERS,
    COMMENT,
    DATA,
    DOCTYPE,
    END_TAG,
    PLAINTEXT,
    RAWTEXT,
    RCDATA,
    SCRIPT,
    START_TAG,
    Tokenizer,
)
from articlelint.html.judge.verdict import judge
from articlelint.text.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.html.judge.error import MarkupError

STATES = {
    "Data state": DATA,
    "PLAINTEXT state": PLAINTEXT,
    "RCDATA state": RCDATA,
    "RAWTEXT state": RAWTEXT,
    "Script data state": SCRIPT,
    "CDATA section state": CDATA,
}
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def unescaped(value: Any) -> Any:
    """Return *value* with each ``\\uHHHH`` in its strings resolved."""
    if isinstance(value, str):
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if isinstance(value, list):
        return [unescaped(each) for each in value]
    if isinstance(value, dict):
        return {unescaped(key): unescaped(each) for key, each in value.items()}
    return value


def tokens_of(tokenizer: Tokenizer) -> list[list[Any]]:
    """Return the tokens as the tests write them."""
    found: list[list[Any]] = []
    for token in tokenizer:
        match token["type"]:
            case 1:
                if found and found[-1][0] == "Character":
                    found[-1][1] += token["data"]
                elif token["data"]:
                    found.append(["Character", token["data"]])
            case 3:
                closing = [True] if token["selfClosing"] else []
                found.append(["StartTag", token["name"], token["data"], *closing])
            case 4:
                found.append(["EndTag", token["name"]])
            case 6:
                found.append(["Comment", token["data"]])
            case 0:
                ids = (token["publicId"], token["systemId"])
                found.append(["DOCTYPE", token["name"], *ids, token["correct"]])
    return found


assert (CHARACTERS, START_TAG, END_TAG, COMMENT, DOCTYPE) == (1, 3, 4, 6, 0)


def check_tokenizer(folder: Path, *, verbose: bool) -> bool:
    """Print the shares of right tokens, codes and places; tell whether they suffice."""
    runs: Counter[str] = Counter()
    for path in sorted(folder.glob("*.test")):
        tests = json.loads(path.read_text(encoding="utf-8"))
        for test in tests.get("tests", ()):  # xmlViolation tests are about XML
            for name in test.get("initialStates", ["Data state"]):
                check_run(test, STATES[name], runs, path.name if verbose else "")
    total, errors = runs["run"], runs["error"]
    codes, tokens = runs["codes"] / total, runs["tokens"] / total
    places = runs["place"] / errors
    print(f"tokenizer: {total} runs, tokens {tokens:.2%}, errors' codes {codes:.2%}, ", end="")
    print(f"exact places {places:.2%} of {errors} errors")
    return codes >= 0.99 and places >= 0.98 and tokens >= 0.99


def place_of(lines: LineIndex, text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column; the tests count columns in UTF-16 code units."""
    line, column = lines.position(min(offset, len(text)))
    before = text[offset - column + 1 : offset]
    return line, column + sum(character > "\uffff" for character in before)


def check_run(test: dict[str, Any], state: str, runs: Counter[str], verbose: str) -> None:
    """Run one test and count what was right."""
    if test.get("doubleEscaped"):
        test = {**test, "input": unescaped(test["input"]), "output": unescaped(test["output"])}
    text = test["input"]
    errors: list[MarkupError] = []
    tokenizer = Tokenizer(
        text, errors, lambda: False, state=state, last_start_tag=test.get("lastStartTag", "")
    )
    tokens = tokens_of(tokenizer)
    runs["run"] += 1
    runs["tokens"] += tokens == test["output"]
    expected = test.get("errors", [])
    runs["error"] += len(expected)
    lines = LineIndex(text)
    found = Counter(
        (error.name, *place_of(lines, text, error.at)) for error in errors if error.name
    )
    wanted = Counter((each["code"], each["line"], each["col"]) for each in expected)
    runs["place"] += (found & wanted).total()
    right = Counter(name for name, _, _ in found.elements()) == Counter(
        each["code"] for each in expected
    )
    runs["codes"] += right
    if verbose and not (right and found == wanted and tokens == test["output"]):
        print(f"  {verbose} {state} {text!r}:")
        print(f"    found {sorted(found)} {tokens}")
        print(f"    not   {sorted(wanted)} {test['output']}")


def tree_tests(path: Path) -> Iterator[dict[str, str]]:
    """Yield the tests of a ``.dat`` file as their sections by name."""
    sections: dict[str, str] = {}
    name = ""
    for line in path.read_bytes().decode().split("\n"):
        if line == "#data":
            if sections:
                yield sections
            sections = {}
        if line.startswith("#") and line[1:] in SECTIONS:
            name = line[1:]
            sections[name] = ""
        elif name:
            sections[name] += f"{line}\n"
    if sections:
        yield sections


SECTIONS = frozenset(
    {"data", "errors", "new-errors", "document-fragment", "script-on", "script-off", "document"}
)


def check_trees(folder: Path, *, verbose: bool) -> bool:
    """Print how often the verdict is the tests' own; tell whether that suffices."""
    total = right = 0
    for path in sorted(folder.rglob("*.dat")):
        for test in tree_tests(path):
            if "script-on" in test:  # articles are judged without running their scripts
                continue
            text = test["data"].removesuffix("\n")
            context = test.get("document-fragment", "").strip()
            errors = judge(text, document=not context, context=context or "div")
            dirty = bool((test.get("errors", "") + test.get("new-errors", "")).strip())
            total += 1
            right += dirty == any(error.code for error in errors)
            if verbose and dirty != any(error.code for error in errors):
                print(f"  {path.name} {context} {text!r}: {[error.code for error in errors]}")
                print(f"    {test['errors'] + test.get('new-errors', '')}")
    print(f"tree construction: verdict right in {right / total:.2%} of {total} tests")
    return right / total >= 0.988


def main(arguments: list[str]) -> int:
    """Run both halves; return the exit code."""
    verbose = "--verbose" in arguments
    folder = Path(next(each for each in arguments if not each.startswith("-")))
    right = check_tokenizer(folder / "tokenizer", verbose=verbose)
    right = check_trees(folder / "tree-construction", verbose=verbose) and right
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
