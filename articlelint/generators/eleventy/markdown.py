"""How an Eleventy site's Markdown is read, as far as its configuration says so plainly.

https://www.11ty.dev/docs/languages/markdown/, and ``src/Engines/Markdown.js``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, mapping, without_comments
from articlelint.markdown.markdown_it import WITHOUT_BLOCKS, MarkdownIt
from articlelint.markdown.options import FOOTNOTES, STRIKETHROUGH, TABLES
from articlelint.markdown.unknown import Unknown
from articlelint.text.files import is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.markdown.dialect import Dialect

_USUAL: Final = TABLES | STRIKETHROUGH
_ABOUT: Final = regex(r"(?i:markdown)|\b(?:set|amend)Library\b")
_LIBRARY: Final = regex(r"\b(set|amend)Library\b")
_RELATIVE: Final = regex(
    r"""(?:\bfrom\s+|\b(?:require|import)\s*\(\s*|\bimport\s+)["'](\.[^"']+)["']"""
)
_EXTENSIONS: Final = ("", ".js", ".mjs", ".cjs", ".ts", "/index.js", "/index.mjs", "/index.cjs")
_MOST_FILES: Final = 40
_NAMED: Final = regex(
    r"""(?:\bimport\s+|\b(?:const|let|var)\s+)(?:\{\s*(?:default\s*(?:as|:)\s*)?)?(?P<name>[\w$]+)"""
    r"""[^;'"]{0,60}?(?:\bfrom\s+|=\s*(?:await\s+)?(?:require|import)\s*\(\s*)"""
    r"""["'](?P<module>[^"']+)["']"""
)
_USED: Final = regex(
    r"""\.use\(\s*(?:require\(\s*["'](?P<module>[^"']+)["']|(?P<name>[\w$]+)(?:\.default)?\s*[,)]|)"""
)
_MADE: Final = regex(r"""\b[Mm]arkdown-?[Ii]t["']?\)?\s*\(\s*(?P<argument>[^)\s][^)]{0,2000})?\)""")
_FLAG: Final = r"\b{}\s*:\s*(\w+)"
_SWITCHED: Final = regex(r"""\.(?P<way>enable|disable)\(\s*(?:(["'])code\2\s*\))?""")
_GRAMMAR: Final = regex(r"\.ruler\b|\bparse[A-Z]\w*\s*=")
_PLUGIN: Final = regex(r"eleventy-plugin.{0,99}(?:markdown|callout|obsidian|wiki-?link|admonition)")
_MAJOR: Final = regex(r"\D*(\d+)")
_FIRST_WITHOUT_INDENTED_CODE: Final = 2


def dialect(root: Path, name: str) -> Dialect:
    """Return how Markdown is read at *root*, whose configuration is called *name*; "": none."""
    major, packages = _packages(root)
    usual = MarkdownIt(
        _USUAL, indented_code=major is not None and major < _FIRST_WITHOUT_INDENTED_CODE
    )
    if not name:
        return usual.opened()
    code = list(sources(root, name))
    ways = {match[1] for source in code for match in _LIBRARY.finditer(source)}
    if ways:
        source = "\n".join(each for each in code if _ABOUT.search(each))
        return _amended(source, usual, is_own="set" in ways)
    return usual.opened() if any(map(_PLUGIN.search, packages)) else usual


def _packages(root: Path) -> tuple[int | None, frozenset[str]]:
    """Return Eleventy's major version and the packages there are, as ``package.json`` says."""
    data = Reader(root).json("package.json")
    wanted = {
        name: version
        for key in ("dependencies", "devDependencies")
        for name, version in mapping(data.get(key)).items()
    }
    match = _MAJOR.match(str(wanted.get("@11ty/eleventy", "")))
    return (int(match[1]) if match else None), frozenset(wanted)


def sources(root: Path, name: str) -> Iterator[str]:
    """Yield the configuration and the files of the site's own that it imports."""
    reader = Reader(root)
    seen: set[str] = set()
    waiting = [name]
    while waiting and len(seen) < _MOST_FILES:
        place = waiting.pop()
        source = without_comments(reader.text(place)) if place not in seen else ""
        seen.add(place)
        if not source:
            continue
        yield source
        for match in _RELATIVE.finditer(source):
            path = PurePosixPath(_joined(PurePosixPath(place).parent, match[1]))
            waiting += [
                f"{path}{extension}"
                for extension in _EXTENSIONS
                if is_file(root / f"{path}{extension}")
            ][:1]


def _joined(folder: PurePosixPath, path: str) -> str:
    parts = list(folder.parts)
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _amended(source: str, usual: MarkdownIt, *, is_own: bool) -> Dialect:
    """Return what a library becomes that *source* makes (where *is_own*) or amends."""
    arguments = [match["argument"] or "" for match in _MADE.finditer(source)]
    if any(argument[:1] in {'"', "'"} for argument in arguments):
        return Unknown(_USUAL)  # another preset
    html = _flag(source, "html")
    breaks = _flag(source, "breaks")
    indented = usual.indented_code
    certain = not _GRAMMAR.search(source)
    for match in _SWITCHED.finditer(source):
        certain = certain and match[2] is not None
        indented = match["way"] == "enable"
    if is_own and html is None:
        # Nothing is said where the library is made; what comes from elsewhere says what it will.
        certain = certain and bool(arguments) and not any(arguments)
    plugins = list(_plugins(source))
    footnotes = FOOTNOTES if "markdown-it-footnote" in plugins else 0
    allows_html = html is not False and not (is_own and html is None and certain)
    made = MarkdownIt(
        _USUAL | footnotes, breaks=breaks is True, html=allows_html, indented_code=indented
    )
    certain = certain and allows_html and set(plugins) <= WITHOUT_BLOCKS
    return made if certain else made.opened()


def _plugins(source: str) -> Iterator[str]:
    """Yield the modules of the plugins in use; "" for one that is not named."""
    modules = {match["name"]: match["module"] for match in _NAMED.finditer(source)}
    for match in _USED.finditer(source):
        yield match["module"] or modules.get(match["name"] or "", "")


def _flag(source: str, name: str) -> bool | None:
    """Return the option of that name; None where it is not set, or to what is no literal."""
    values = set(re.findall(_FLAG.format(name), source))
    return values == {"true"} if values in ({"true"}, {"false"}) else None
