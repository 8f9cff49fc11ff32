"""The pages of a built site, and which of the targets on them lead to nothing."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = re.compile(
    r"""\s(href|src|poster|data|srcset|content|id|name)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_TAG = re.compile(r"<([a-zA-Z][\w:-]*)((?:\s[^<>]*?(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)?)>")
_IMAGE = re.compile(r"(?:https?:/)?/[^\s\"']*\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
_NO_MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_HOST = "https://site.invalid"
ELSEWHERE = "leads out of the site"


class Reference(NamedTuple):
    """A target as it stands on a page, and what is wrong with it, "" for nothing."""

    page: Path
    url: str
    problem: str

    @property
    def fragment(self) -> str:
        """Return the fragment, decoded."""
        return unquote(self.url.partition("#")[2])

    @property
    def segments(self) -> list[str]:
        """Return the parts of the path, decoded."""
        return unquote(re.split(r"[?#]", self.url, maxsplit=1)[0]).split("/")


class BuiltSite:
    """The output of a generator in a folder, published at *host* below *base*."""

    def __init__(self, output: Path, host: str = "", base: str = "/") -> None:
        self.output = output
        self.host = host
        self.base = base
        self._ids: dict[Path, frozenset[str]] = {}

    @cached_property
    def pages(self) -> dict[Path, str]:
        """Return the pages' HTML without comments and scripts."""
        return {
            path: _NO_MARKUP.sub("", path.read_text(encoding="utf-8", errors="replace"))
            for path in sorted(self.output.rglob("*.html"))
            if path.is_file()  # and no folder `404.html/`
        }

    @cached_property
    def references(self) -> list[Reference]:
        """Return the local targets of all pages."""
        return [
            Reference(page, url, problem)
            for page, html in self.pages.items()
            for url, is_image in _targets(html)
            if (problem := self._problem(page, url, is_image=is_image)) is not None
        ]

    @cached_property
    def by_piece(self) -> dict[str, list[Reference]]:
        """Return the references by their fragment, and by each part of their path up to its dot."""
        found: dict[str, list[Reference]] = {}
        for each in self.references:
            pieces = {each.fragment} if each.fragment else set()
            for segment in each.segments:
                pieces |= {segment, segment.rpartition(".")[0], segment.partition(".")[0]}
            for piece in pieces - {""}:
                found.setdefault(piece, []).append(each)
        return found

    def says(self, words: str) -> bool:
        """Tell whether *words* are on a page."""
        return any(words in html for html in self.pages.values())

    def _problem(self, page: Path, url: str, *, is_image: bool) -> str | None:
        """Return what is wrong with a target; None where it leads to another host."""
        relative = page.relative_to(self.output).as_posix()
        try:
            target = urlsplit(urljoin(f"{_HOST}{self.base}{relative}", url))
        except ValueError:
            return "no URL"
        if target.scheme not in {"http", "https"}:
            return None
        if target.netloc != urlsplit(_HOST).netloc and target.netloc != self.host:
            return None
        path = unquote(target.path)
        if not f"{path}/".startswith(self.base):
            return ELSEWHERE
        file = self._file(path[len(self.base) :])
        if file is None:
            image = re.search(r"\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)\Z", target.path)
            alone = self.base == "/" and (self.host or image)  # nothing is above a host's root
            return ELSEWHERE if not alone and _climbs_out(url, relative) else "no such file"
        if is_image and file.suffix == ".html":
            return "a page, and no image"
        fragment = unquote(target.fragment)
        if not fragment or fragment == "top" or file.suffix != ".html":
            return ""
        return "" if fragment in self._ids_of(file) else "no such id"

    def _file(self, path: str) -> Path | None:
        file = self.output / path
        try:
            if file.is_dir():
                index = file / "index.html"
                if index.is_file():
                    return index
            if file.is_file():
                return file
            plain = Path(f"{str(file).rstrip('/')}.html")
            return plain if plain.is_file() and not path.endswith("/") else None
        except (OSError, ValueError):
            return None

    def _ids_of(self, page: Path) -> frozenset[str]:
        if page not in self._ids:
            html = self.pages.get(page, "")
            self._ids[page] = frozenset(
                unescape(value) for _, name, value in _attributes(html) if name in {"id", "name"}
            )
        return self._ids[page]


def _climbs_out(url: str, page: str) -> bool:
    """Tell whether a relative URL leads above the root, where other sites of the host are."""
    return posixpath.normpath(url).split("/").count("..") > page.count("/")


def _attributes(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield the names of the tag and of the attribute, and the value."""
    for tag in _TAG.finditer(html):
        for match in _ATTRIBUTE.finditer(tag[2]):
            value = next(each for each in match.groups()[1:] if each is not None)
            yield tag[1].lower(), match[1].lower(), value


def _targets(html: str) -> Iterator[tuple[str, bool]]:
    """Yield the targets, and whether they are shown as images."""
    for tag, name, value in _attributes(html):
        if name == "srcset":
            for part in unescape(value).split(","):
                if words := part.split():
                    yield words[0], True
        elif (name in {"href", "src", "poster", "data"} and value) or (
            name == "content" and _IMAGE.fullmatch(value)
        ):
            yield unescape(value).strip(), (tag, name) == ("img", "src") or name == "poster"
