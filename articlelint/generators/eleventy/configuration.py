"""The configuration of an Eleventy site: where it is, its folders and its template formats.

https://www.11ty.dev/docs/config/
"""

from __future__ import annotations

import posixpath
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import javascript_string, mapping, without_comments
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.generators.reading import Reader

CONFIGURATIONS: Final = (
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
)
_LOCAL: Final = regex(r"""(?:\brequire\(|\bfrom|\bimport)\s*["'](?P<path>\.{1,2}/[^"'\s]+)["']""")
_MODULES_AT_MOST: Final = 30
_NAMED: Final = regex(r"(?:eleventy|11ty)\b[^&|;]*?\s--config[= ](?P<name>[^\s\"'&|;]+)")
_COMMAND: Final = regex(r"(?<![\w-])(?:@11ty/)?eleventy(?![\w.-])[^&|;\n]*")
_AS_INPUT: Final = regex(r"--input[= ][\"']?(?P<path>[\w./-]+)")
_IGNORES: Final = regex(r"\.ignores\.add\(\s*[\"'`]([^\"'`$]+)")
_INPUT: Final = regex(r"""setInputDirectory\(\s*["'](?P<path>[^"']*)["']""")
_FOLDERS: Final = regex(r"\bdir\s*[:=]\s*(?P<literal>\{[^{}]*\})?")
_FORMATS: Final = regex(
    r"""(?:\btemplateFormats["']?\s*:\s*|\.setTemplateFormats\(\s*)"""
    r"""(?:\[(?P<many>[^\]\[.]*)\]|["'](?P<one>[^"']*)["'])?"""
)
_ADDED: Final = regex(r"\.add(?:TemplateFormats|Extension)\(")
_WORD: Final = regex(r"[\w.]+")


def file_name(reader: Reader) -> str:
    """Return the name of the configuration, one that a script names too; "" where there is none."""
    found = next((name for name in CONFIGURATIONS if reader.text(name)), "")
    if found:
        return found
    scripts = mapping(reader.json("package.json").get("scripts"))
    for script in scripts.values():
        named = _NAMED.search(str(script))
        name = posixpath.normpath(named["name"]) if named else ""
        if name and not name.startswith(("/", "..")) and reader.text(name):
            return name
    return ""


def whole(reader: Reader, name: str) -> str:
    """Return the text of the configuration called *name*, and of the modules of its own."""
    config = reader.text(name)
    found = [config]
    for match in islice(_LOCAL.finditer(without_comments(config)), _MODULES_AT_MOST):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), match["path"]))
        if path.startswith(".."):
            continue
        places = (path, f"{path}.js", f"{path}.cjs", f"{path}.mjs", f"{path}/index.js")
        known = (reader.text(place) for place in places if posixpath.splitext(place)[1])
        found.append(next(filter(None, known), ""))
    return "\n".join(found)


def input_folder(reader: Reader, config: str) -> str | None:
    """Return the folder of the pages; None where neither scripts nor the configuration name one."""
    named = input_of_scripts(reader)
    if named is not None:
        return named
    match = _INPUT.search(config)
    return javascript_string(config, "input") or (match["path"] if match else None)


def input_of_scripts(reader: Reader) -> str | None:
    """Return the folder that every script names that runs Eleventy; None if one says otherwise."""
    runs = commands(reader)
    named = {
        posixpath.normpath(each["path"]) if (each := _AS_INPUT.search(run)) else ".."
        for run in runs
    }
    if len(named) != 1 or any("--config" in run for run in runs):
        return None
    only = named.pop()
    return None if only.startswith(("/", "..")) else only


def commands(reader: Reader) -> list[str]:
    """Return how the scripts of ``package.json`` run Eleventy."""
    scripts = mapping(reader.json("package.json").get("scripts")).values()
    return [each for script in scripts for each in _COMMAND.findall(str(script))]


def folder(config: str, name: str) -> str | None:
    """Return where ``data``, ``includes`` or ``layouts`` are, seen from the pages.

    None: somewhere, as code says.
    """
    code = without_comments(config)
    usual = "" if name == "layouts" else f"_{name}"
    called = regex(rf"set{name.capitalize()}Directory\(\s*(?:[\"'`](?P<path>[^\"'`$]*)[\"'`])?")
    if (match := called.search(code)) is not None:
        return match["path"]
    if (match := _FOLDERS.search(code)) is None:
        return usual
    if match["literal"] is None:
        return None
    literal = match["literal"]
    found = javascript_string(literal, name)
    is_there = regex(rf"(?<![\w.$]){name}\b").search(literal) is not None or "..." in literal
    return found if found is not None else None if is_there else usual


def unread(reader: Reader, config: str) -> Iterator[str]:
    """Yield the patterns of what is no template: docs, "Ignore Template Files", "Template Formats".

    HTML is a format by default, and ``.htm`` is none.
    """
    code = without_comments(config)
    lines = reader.text(".eleventyignore").splitlines()
    for pattern in (*lines, *_IGNORES.findall(code)):
        written = pattern.strip().removeprefix("./").removeprefix("/")
        if written and not written.startswith(("#", "!")):
            yield f"/{written}"
    yield "*.htm"
    formats = list(_FORMATS.finditer(code))
    if len(formats) == 1 and not _ADDED.search(code):
        listed = formats[0]["many"] or formats[0]["one"]
        if listed is not None and "html" not in _WORD.findall(listed):
            yield "*.html"
