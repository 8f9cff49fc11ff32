"""Compares the table of the HTML standard with html-validate's: ``... html_standard.py PACKAGE``.

PACKAGE is the folder of the npm package ``html-validate``, whose table is in JavaScript: node has
to be installed. Prints every difference with the reason for ours, and exits 1 where there is a
difference that nobody has decided, or a decision without its difference.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.html.standard.elements import Row, element_names, element_rows
from articlelint.html.standard.obsolete import obsolete_attributes, obsolete_elements

if TYPE_CHECKING:
    from collections.abc import Iterator

_DUMP = """
const {html5} = require(process.argv[1]);
process.stdout.write(JSON.stringify(html5, (key, value) =>
    typeof value === "function" ? "sometimes" : value));
"""
_CATEGORIES = {
    "metadata": "metadata", "flow": "flow", "phrasing": "phrasing", "embedded": "embedded",
    "heading": "heading", "sectioning": "sectioning", "interactive": "interactive",
    "labelable": "labelable", "scriptSupporting": "script-supporting",
}  # fmt: skip
_WORD = re.compile(r"(!?)([a-z][a-z0-9-]*)")

_MAIN = "`main` itself says where it may be, in whatever depth: flow[outermost]"
_MATHML = "MathML's, of which the table has no attributes"
_ALWAYS_SAID = "what is transparent holds what its parent holds, which they name besides"
_CUSTOM_SELECT = "the standard of 2025, with select elements that CSS can lay out"
_GIVEN_UP = "16.2 has it among the obsolete elements"
DECIDED: dict[str, str] = {
    "align of math is obsolete: False": _MATHML,
    "hspace of math is obsolete: False": _MATHML,
    "name of math is obsolete: False": _MATHML,
    "vspace of math is obsolete: False": _MATHML,
    "param is an element: False": _GIVEN_UP,
    "param is obsolete: True": _GIVEN_UP,
    "rb is an element: False": _GIVEN_UP,
    "rb is obsolete: True": _GIVEN_UP,
    "rtc is an element: False": _GIVEN_UP,
    "rtc is obsolete: True": _GIVEN_UP,
    "menuitem is obsolete: True": _GIVEN_UP,
    "article excludes nothing more, theirs main": _MAIN,
    "aside excludes nothing more, theirs main": _MAIN,
    "footer excludes nothing more, theirs main": _MAIN,
    "header excludes nothing more, theirs main": _MAIN,
    "nav excludes nothing more, theirs main": _MAIN,
    "main is flow: sometimes, theirs always": _MAIN,
    "audio holds nothing more, theirs flow": _ALWAYS_SAID,
    "video holds nothing more, theirs flow": _ALWAYS_SAID,
    "object holds nothing more, theirs flow param": _ALWAYS_SAID,
    "blockquote is sectioning: never, theirs always": "a sectioning root no more (3.2.5.2.3)",
    "details is sectioning: never, theirs always": "a sectioning root no more (3.2.5.2.3)",
    "td is flow: never, theirs always": "4.9.9 has no categories",
    "th is flow: never, theirs always": "4.9.10 has no categories",
    "colgroup holds nothing more, theirs template": "a template may stand among any children",
    "div holds nothing more, theirs dd dt": "dl>div has a row of its own",
    "head holds metadata, theirs base meta title": "all of them are metadata",
    "hgroup holds h1 h2 h3 h4 h5 h6, theirs heading": "4.3.7 names the six",
    "hgroup excludes nothing more, theirs hgroup": "its paragraphs cannot hold one",
    "object is interactive: never, theirs sometimes": "`usemap` of object was given up",
    "rp holds nothing more, theirs phrasing": "4.5.12: text",
    "ruby holds nothing more, theirs rb rtc": _GIVEN_UP,
    "optgroup holds div legend noscript, theirs nothing more": _CUSTOM_SELECT,
    "select holds div noscript, theirs datafld dataformatas datasrc": _CUSTOM_SELECT,
    "selectedcontent is flow: sometimes, theirs never": "phrasing content is flow content",
    "selectedcontent is phrasing: sometimes, theirs always": "4.10.17: in a select alone",
}
"""The differences that were looked at, and why ours is as it is."""


def their_table(package: Path) -> dict[str, dict[str, Any]]:
    """Return html-validate's table; a function in it becomes ``sometimes``."""
    script = (package / "dist" / "cjs" / "elements.js").resolve()
    dump = subprocess.run(
        ["node", "-e", _DUMP, str(script)], check=True, capture_output=True, text=True
    )
    table: dict[str, dict[str, Any]] = json.loads(dump.stdout)
    return table


def differences(theirs: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield how the two tables differ: ``details is sectioning: never, theirs always``."""
    ours = element_rows()
    conforming = {name for name, row in theirs.items() if not row.get("deprecated")}
    for name in sorted(element_names() ^ (conforming - {"*", "svg:desc", "svg:title"})):
        yield f"{name} is an element: {name in element_names()}"
    for name in sorted(element_names() & conforming):
        yield from _of_element(ours[name], theirs[name])
    given_up = {name for name, row in theirs.items() if row.get("deprecated")}
    for name in sorted(given_up ^ obsolete_elements().keys()):
        yield f"{name} is obsolete: {name in obsolete_elements()}"
    yield from _obsolete_attributes(theirs)


def _obsolete_attributes(theirs: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the attributes that html-validate calls obsolete and the table does not."""
    for name, row in theirs.items():
        for attribute, rule in row.get("attributes", {}).items():
            ours = obsolete_attributes().get(attribute)
            elements = element_names() if name == "*" else {name} & element_names()
            if rule.get("deprecated") and not elements <= (ours.elements if ours else set()):
                yield f"{attribute} of {name} is obsolete: False"


def _of_element(row: Row, theirs: dict[str, Any]) -> Iterator[str]:
    for key, category in _CATEGORIES.items():
        own = {None: "never", "": "always"}.get(row.categories.get(category), "sometimes")
        other = {True: "always", "sometimes": "sometimes"}.get(theirs.get(key, False), "never")
        if own != other:
            yield f"{row.name} is {category}: {own}, theirs {other}"
    if (row.tags == "void") != theirs.get("void", False):
        yield f"{row.name} is void: {row.tags == 'void'}"
    optional = row.tags in ("end?", "both?")
    if optional != bool(theirs.get("optionalEnd") or theirs.get("implicitClosed")):
        yield f"{row.name} needs no end tag: {optional}"
    words = _WORD.findall(row.content)
    held = {word for mark, word in words if not mark} - {"text", "nothing"}
    other_held = _held(theirs)
    if other_held is not None and held != other_held:
        more, less = _listed(held - other_held), _listed(other_held - held)
        yield f"{row.name} holds {more}, theirs {less}"
    excluded = {word for mark, word in words if mark}
    other_excluded = set(_excluded(theirs))
    if excluded != other_excluded:
        more, less = _listed(excluded - other_excluded), _listed(other_excluded - excluded)
        yield f"{row.name} excludes {more}, theirs {less}"


def _held(theirs: dict[str, Any]) -> set[str] | None:
    """Return what html-validate lets the element hold; None where it says nothing."""
    content = theirs.get("permittedContent")
    if theirs.get("transparent"):
        content = ["transparent", *(content or ())]
    return None if content is None else {each.strip("@?") for each in content} - {"script"}


def _excluded(theirs: dict[str, Any]) -> Iterator[str]:
    for rule in theirs.get("permittedDescendants", ()):
        words = rule["exclude"]
        for word in [words] if isinstance(words, str) else words:
            yield word.strip("@")


def _listed(words: set[str]) -> str:
    return " ".join(sorted(words)) or "nothing more"


def main(package: Path) -> int:
    """Print the differences; return 1 where one is not decided."""
    found = list(differences(their_table(package)))
    for difference in found:
        print(f"{difference}\n    {DECIDED.get(difference, 'NOT DECIDED')}")
    stale = DECIDED.keys() - found
    for difference in stale:
        print(f"{difference}\n    decided, and no difference")
    print(f"{len(element_names())} elements, {len(found)} differences")
    return int(bool(stale) or any(each not in DECIDED for each in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
