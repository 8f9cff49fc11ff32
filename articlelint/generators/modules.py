"""Which modules MDX imports, and where they lie, as bundlers look for them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.paths import resolve
from articlelint.generators.reading import Reader, mapping, texts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path, PurePath

_SCRIPTS: Final = (
    ".mjs", ".js", ".jsx", ".cjs", ".mts", ".ts", ".tsx", ".json", ".wasm", ".vue", ".svelte",
)  # fmt: skip
"""Extensions that a bundler may be told to try."""
_TYPED: Final = {".js": (".ts", ".tsx"), ".mjs": (".mts",), ".jsx": (".tsx",)}

_IMPORT: Final = regex(
    r"""^[ \t]*+import\s{1,99}+"""
    r"""(?:(?P<names>[\w$*{}\s,]{1,500}?)\s{1,99}+from\s{1,99}+)?["'](?P<module>[^"'\n]{1,500}+)["']""",
    re.MULTILINE,
)
_NAME: Final = regex(r"[\w$]+")


def candidates(file: Path) -> tuple[Path, ...]:
    """Return *file* and what a bundler tries in its place: an extension, a folder's index."""
    tried = [file, *(file.with_name(file.name + each) for each in _SCRIPTS)]
    tried += [file.with_suffix(each) for each in _TYPED.get(file.suffix, ())]
    tried += [file / name for name in ("package.json", *(f"index{each}" for each in _SCRIPTS))]
    return tuple(tried)


def relative(target: str, path: PurePath, root: Path) -> Sequence[Path]:
    """Return what *target* may mean, seen from the article at *path*; nothing for packages."""
    if not target.startswith(("./", "../")) or path.is_absolute():
        return ()
    return candidates(resolve(root / path.parent, target))


def by_paths(target: str, root: Path) -> Sequence[Path]:
    """Return what *target* may mean by ``paths`` in the configuration of TypeScript in *root*."""
    for pattern, places in _paths(root):
        head, star, tail = pattern.partition("*")
        if star and target.startswith(head) and target.endswith(tail):
            inner = target[len(head) : len(target) - len(tail)]
            found = [root / place.replace("*", inner) for place in places]
        elif target == pattern:
            found = [root / place for place in places]
        else:
            continue
        return [file for each in found for file in candidates(each)]
    return ()


@lru_cache(maxsize=64)
def _paths(root: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the patterns with the places, relative to the root, the longest pattern first."""
    reader = Reader(root)
    for name in ("tsconfig.json", "jsconfig.json"):
        options = mapping(reader.typescript(name).get("compilerOptions"))
        base = PurePosixPath(str(options.get("baseUrl") or "."))
        found = mapping(options.get("paths"))
        if found:
            pairs = [
                (key, tuple(str(base / each) for each in texts(value)))
                for key, value in found.items()
                if key.strip("*")
            ]
            return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
    return ()


def imported(code: str) -> Iterator[str]:
    """Yield the modules that *code* imports."""
    for match in _IMPORT.finditer(code):
        yield match["module"]


@lru_cache(maxsize=256)
def imports(file: str, root: Path) -> dict[str, str]:
    """Return the modules that a file imports, by the names that it gives them."""
    return {
        name: match["module"]
        for match in _IMPORT.finditer(Reader(root).text(file))
        for name in _NAME.findall(match["names"] or "")
    }
