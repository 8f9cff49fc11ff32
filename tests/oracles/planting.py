"""Targets of links and images in the source of a site, and slips that are planted in them.

They are found by regular expressions and not by what articlelint reads, so that what it does not
see is planted too.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

KINDS: Final = (
    "anchor typo", "anchor gone", "page typo", "page gone", "image typo", "image case",
)  # fmt: skip
IMAGES: Final = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp"})
_PAGES: Final = frozenset({"", "md", "mdx", "markdown", "html", "htm", "qmd", "rst", "ipynb"})
_SOURCES: Final = (".md", ".mdx", ".markdown", ".html", ".qmd")
_LEFT_OUT: Final = frozenset(
    {"node_modules", "themes", "layouts", "_layouts", "_includes", "public", "_site", "site",
     "dist", "build", "overrides", "vendor"}
)  # fmt: skip
_MOST_IN_ONE: Final = 4
_TARGETS: Final = re.compile(
    r"""\]\(\s*<?((?:\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|[^()\s<>{}])+)"""
    r"""|\b(?:href|src|poster|data)\s*=\s*"([^"\n]+)"|\b(?:href|src|poster|data)\s*=\s*'([^'\n]+)'"""
    r"""|^[ ]{0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*<?([^\s<>]+)"""
    r"""|!?\[\[([^\]|\n]+)"""
    r"""|["']([^"'{}\s]+)["'][ ]*\|[ ]*(?:relative_url|absolute_url|prepend|url)\b"""
    r"""|\{[{%][<%]?[ ]*(?:rel)?ref[ ]+["']?([^"'\s<>%}]+)"""
    r"""|\{%[ ]*(?:link|post_url|post_link|post_path|asset_\w+)[ ]+["']?([^"'\s%}]+)""",
    re.MULTILINE,
)
_LEADING = re.compile(r"(?:index|_index|readme)(?:\..*)?\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Plant:
    """A target, the *piece* of it to be replaced, and by what."""

    path: Path
    start: int
    end: int
    kind: str
    piece: str
    slip: str = ""


def targets(root: Path, host: str) -> Iterator[Plant]:
    """Yield the local targets below *root*, once for each kind of slip that fits one.

    Those with a host are local where it is *host*.
    """
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).parts
        if path.suffix.lower() not in _SOURCES or not path.is_file():
            continue
        if any(part.startswith(".") or part in _LEFT_OUT for part in inside[:-1]):
            continue
        text = read(path)
        for match in _TARGETS.finditer(text or ""):
            group = next(number for number, found in enumerate(match.groups(), 1) if found)
            yield from _of_target(path, match[group], match.start(group), host)


def read(path: Path) -> str | None:
    """Return the text of a source; None for one with a mark in front, or in another encoding."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return None
    return None if text.startswith("\ufeff") else text


def _of_target(path: Path, target: str, start: int, host: str) -> Iterator[Plant]:
    elsewhere = re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE)
    if elsewhere and not (host and f"//{host}/" in target):
        return
    before, mark, fragment = target.partition("#")
    if not mark:
        yield from _of_path(path, target.partition("?")[0], start)
    elif re.fullmatch(r"[^\W\d_][^{}%]{3,}", fragment):
        at = start + len(before) + 1
        for kind in KINDS[:2]:
            yield Plant(path, at, at + len(fragment), kind, fragment)


def _of_path(path: Path, target: str, start: int) -> Iterator[Plant]:
    end = len(target.rstrip("/"))
    segment = target[:end].rpartition("/")[2]
    if _LEADING.match(segment) and "/" in target[:end]:
        end -= len(segment) + 1
        segment = target[:end].rpartition("/")[2]
    stem, _, extension = segment.rpartition(".") if "." in segment else (segment, "", "")
    if len(stem) < 4 or not re.search(r"[A-Za-z]{3}", stem) or re.search(r"[{}%|\\]", segment):
        return
    kinds: Sequence[str] = ()
    if extension.lower() in IMAGES:
        kinds = KINDS[4:]
    elif extension.lower() in _PAGES:
        kinds = KINDS[2:4]
    at = start + end - len(segment)
    for kind in kinds:
        yield Plant(path, at, at + len(stem), kind, stem)


def choose(
    found: Iterable[Plant], each: int, seed: int, is_there: Callable[[Plant], bool]
) -> list[Plant]:
    """Return at most *each* plants of each kind, in different places, with their slips.

    *is_there* tells whether the built pages have the target. No two slips are the same.
    """
    chance = random.Random(seed)
    everything = list(found)
    chance.shuffle(everything)
    chosen: list[Plant] = []
    taken: set[tuple[Path, int]] = set()
    slips = {plant.piece for plant in everything}
    for kind in KINDS:
        here: Counter[Path] = Counter()
        for most in range(1, _MOST_IN_ONE + 1):
            for plant in everything:
                if sum(here.values()) >= each:
                    break
                place = plant.path, plant.start
                if plant.kind != kind or place in taken or here[plant.path] >= most:
                    continue
                slip = _slip(plant, len(chosen), chance)
                if slip is None or slip in slips or not is_there(plant):
                    continue
                here[plant.path] += 1
                taken.add(place)
                slips.add(slip)
                chosen.append(replace(plant, slip=slip))
    return chosen


def _slip(plant: Plant, number: int, chance: random.Random) -> str | None:
    piece = plant.piece
    match plant.kind:
        case "anchor gone":
            return f"former-part-{number}"
        case "page gone":
            return f"withdrawn-matter-{number}"
        case "image case":
            at = next(
                at for at, letter in enumerate(piece) if letter.isascii() and letter.isalpha()
            )
            return f"{piece[:at]}{piece[at].swapcase()}{piece[at + 1 :]}"
    places = [
        at
        for at in range(1, len(piece) - 1)
        if piece[at - 1 : at + 2].isascii()
        and piece[at - 1 : at + 2].isalpha()
        and piece[at] != piece[at + 1]
    ]
    if not places:
        return None
    at = chance.choice(places)
    return chance.choice(
        (
            piece[:at] + piece[at + 1] + piece[at] + piece[at + 2 :],
            piece[:at] + piece[at + 1 :],
            piece[: at + 1] + piece[at:],
        )
    )


def plant(plants: Iterable[Plant], origin: Path, copy: Path) -> list[Plant]:
    """Write the files of *origin* with the slips into *copy*; return them as they lie there."""
    by_path: dict[Path, list[Plant]] = {}
    for each in plants:
        by_path.setdefault(each.path, []).append(each)
    lying: list[Plant] = []
    for path, there in by_path.items():
        text = read(path) or ""
        shift = 0
        for each in sorted(there, key=lambda one: one.start):
            start, end = each.start + shift, each.end + shift
            text = text[:start] + each.slip + text[end:]
            shift += len(each.slip) - (end - start)
            there_now = copy / path.relative_to(origin)
            end = start + len(each.slip)
            lying.append(replace(each, path=there_now, start=start, end=end))
        target = copy / path.relative_to(origin)
        target.write_bytes(text.encode())
    return lying
