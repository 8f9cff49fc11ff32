"""What Eleventy copies as it is: docs, "Passthrough File Copy"."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.paths import resolve
from articlelint.generators.reading import folder, without_comments
from articlelint.generators.settings import Mount
from articlelint.generators.tree import by_name
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COPY: Final = regex(
    r"""addPassthroughCopy\(\s*(?:(["'`])(?P<path>(?:(?!\1)[^\n$])*)\1|\{(?P<pairs>[^{}]*)\}|)"""
)
_PAIR: Final = regex(
    r"""(?:\[?(["'`])(?P<source>(?:(?!\1)[^\n$])*)\1\]?|(?<![\w-])(?P<name>[\w-]++))\s*:\s*"""
    r"""(?:(["'`])(?P<target>(?:(?!\4)[^\n$])*)\4)?"""
)
_MANY: Final = regex(r"[*?\[{!(]")
_NO_PAGES: Final = regex(r".*\.(?!html?\b)[\w{},()|@+?!]+")
_CALL: Final = regex(r"addPassthroughCopy\(\s*+(?P<name>[A-Za-z_$][\w$]*+)\s*+\)")
_TEXT: Final = regex(r"""(["'`])(?:(?!\1)[^\n$])*+\1""")
_EACH: Final = (
    r"\[(?P<each>[^\[\]]*)\]\s*\.forEach\(\s*(?:\(\s*NAME\s*\)|NAME)\s*=>"
    r"|\bfor\s*\(\s*(?:const|let)\s+NAME\s+of\s+\[(?P<of>[^\[\]]*)\]\s*\)"
)
_NEAR: Final = 100
"""So many characters before a call its loop begins."""
_PARTS: Final = frozenset({"_includes", "_layouts", "_site"})
_FLAT: Final = "flat"
"""The kind of a mount that copies files of all folders below its source into one."""
UNKNOWN: Final = Mount(PurePosixPath(), PurePosixPath(), "unknown")
"""Something that is no literal is copied."""


def copies(config: str, source: PurePosixPath) -> tuple[Mount, ...]:
    """Return the passthrough copies; UNKNOWN alone where one is no literal, or there are none.

    The path of a copy is the project's; without a target it loses the name of the input folder,
    *source*. Of a pattern all is taken that lies in its folder.
    """
    found = []
    for match in _COPY.finditer(_spelt_out(without_comments(config))):
        if match["path"] and not match["path"].startswith("!"):
            path = _folder(match["path"])
            inside = path.is_relative_to(source)
            found.append(Mount(path, path.relative_to(source) if inside else path))
            if source.is_relative_to(path) and not inside:
                found.append(Mount(source, PurePosixPath()))
            continue
        pairs = list(_PAIR.finditer(match["pairs"] or ""))
        if not pairs or any(pair["target"] is None for pair in pairs):
            return (UNKNOWN,)
        for pair in pairs:
            name = pair["source"] or pair["name"]
            kind = _FLAT if _MANY.search(name) else "static"
            found.append(Mount(_folder(name), PurePosixPath(pair["target"].strip("./")), kind))
    return tuple(found) or (UNKNOWN,)


def _spelt_out(code: str) -> str:
    """Return *code* with a call for each of the texts in an array that each are copied.

    ``["img", "css"].forEach(path => c.addPassthroughCopy(path))``, or a loop over them.
    """
    for call in list(_CALL.finditer(code))[::-1]:
        pattern = _EACH.replace("NAME", re.escape(call["name"]))
        arrays = list(re.finditer(pattern, code[: call.start()]))
        if not arrays or call.start() - arrays[-1].end() > _NEAR:
            continue
        texts = [match[0] for match in _TEXT.finditer(arrays[-1]["each"] or arrays[-1]["of"])]
        calls = "; ".join(f"addPassthroughCopy({text})" for text in texts)
        code = f"{code[: call.start()]}{calls}{code[call.end() :]}"
    return code


def may_copy_pages(code: str, names: Sequence[str]) -> bool:
    """Tell whether pages may be copied that ``copies`` does not have, comments left out.

    *names* are the paths of all files of the site.
    """
    pages = [
        name
        for name in names
        if name.endswith((".html", ".htm")) and _PARTS.isdisjoint(name.split("/"))
    ]
    for match in _COPY.finditer(code):
        pairs = [pair["source"] or pair["name"] for pair in _PAIR.finditer(match["pairs"] or "")]
        for each in [match["path"]] if match["path"] else pairs or [""]:
            if each and not (_MANY.search(each) and not _NO_PAGES.fullmatch(each)):
                continue
            place = _folder(each)
            if ".." in place.parts or any(
                PurePosixPath(name).is_relative_to(place) for name in pages
            ):
                return True
    return False


def sources(name: str, mounts: Sequence[Mount], root: Path) -> Iterator[Path]:
    """Yield what copies would put at *name*, relative to the output folder."""
    for mount in mounts:
        target = "" if str(mount.target) == "." else str(mount.target)
        if target and name != target and not name.startswith(f"{target}/"):
            continue
        if mount.kind != _FLAT:
            yield resolve(root / mount.source, name[len(target) :])
        elif posixpath.dirname(name) == target:
            yield from _below(root, mount.source, posixpath.basename(name))


def _below(root: Path, source: PurePosixPath, name: str) -> Iterator[Path]:
    """Yield the name in all folders below *source* that have it, be it in another case."""
    inside = "" if str(source) == "." else f"{source}/"
    for relative in by_name(root).get(name.lower(), ()):
        if relative.startswith(inside):
            yield root / posixpath.dirname(relative) / name
    yield root / source / name


def _folder(path: str) -> PurePosixPath:
    """Return the path of a copy, of a pattern the folder in which all its files are."""
    found = _MANY.search(path)
    literal = path if found is None else posixpath.dirname(path[: found.start()])
    return folder(literal, ".")
