"""The pages of a site: which there are, and which one was meant by another address."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from articlelint.destinations.redirects import Redirects

_MOST_COMPARED: Final = 2_000
_LARGEST_SLIP: Final = 4
_LEAST_NAME: Final = 4
_NUMBERED = regex(r"page-?\d*")
_DIGITS = regex(r"\d+")
_LANGUAGE = regex(r"(?<=/)[a-z]{2}(?:-[a-z]{2,4})?(?=/)")


class Page(NamedTuple):
    """An article at one of its addresses: the URL path and the file."""

    url: str
    file: str

    @property
    def path(self) -> Path:
        """Return the path of the file."""
        return Path(self.file)


@dataclass(frozen=True)
class Pages:
    """The pages of a site.

    *by_url* maps URL paths (see ``folded``) to pages; *uncertain* are the names of all other
    sources, whose pages may be anywhere. *unknown* says why there may be further pages; if it is
    "", there are none but *below* some URL paths. *redirects* is what the host sends elsewhere,
    None if that is not known. *ignored* tells whether a program may make the source of a URL path,
    or with True the page itself: Git ignores the file, or a program of the repository names it.
    """

    by_url: Mapping[str, Page]
    uncertain: frozenset[str]
    unknown: str
    below: tuple[str, ...]
    redirects: Redirects | None
    ignored: Callable[[str, bool], bool]

    def at(self, url: str) -> Page | None:
        """Return the page at a URL path, which may be an alias."""
        return self.by_url.get(folded(url))

    def is_gone(self, url: str, base: str) -> bool:
        """Tell whether there is certainly no page at a URL path, which begins with *base*.

        Static files are not looked for.
        """
        if self.unknown or self.redirects is None or self.may_lead_on(url, base):
            return False
        path = folded(url)
        if path in self.by_url or self.is_section(url):
            return False
        names = path.split("/")
        if not self.uncertain.isdisjoint({names[-1], names[-1].partition(".")[0]}):
            return False
        return not _is_list(names)

    def may_lead_on(self, url: str, base: str, *, is_slip: bool = False) -> bool:
        """Tell whether a program may put something at a URL path, or the host sends it elsewhere.

        It begins with *base*. Where it *is_slip* of another page's, the program has to name the
        page: what it puts into the folder will hardly have such a name.
        """
        if self.redirects is not None and self.redirects.has(url[len(base) - 1 :]):
            return True
        path = folded(url)
        if self.redirects is not None and self.redirects.shortened and path in self._shortened:
            return True
        if f"{path}/".startswith(self.below):
            return True
        return self.ignored(path.removeprefix(base.strip("/").lower()).strip("/"), is_slip)

    def is_section(self, url: str) -> bool:
        """Tell whether there are pages below a URL path, so that it may have a list of them."""
        return folded(url) in self._sections

    def nearest(self, url: str) -> Page | None:
        """Return the page that was evidently meant, if there is one.

        It has nearly that name in the same folder, or that name in another one. None if a
        file of that name may make a page, or where programs make pages.
        """
        folder, _, name = folded(url).rpartition("/")
        if not name or name in self.uncertain or f"{folder}/".startswith(self.below):
            return None
        namesakes = self._by_name.get(name)
        if namesakes:
            if self.unknown:
                return None  # a program may make that very page
            others = {page.file for page in namesakes}
            one = namesakes[0] if len(others) == 1 and len(name) >= _LEAST_NAME else None
            return one if one is not None and _may_be_moved(url, one.url) else None
        siblings = self._by_folder.get(folder, {})
        if len(siblings) > _MOST_COMPARED:
            return None
        from difflib import get_close_matches

        digits = _DIGITS.findall(name)
        like = [
            each
            for each in siblings
            if abs(len(each) - len(name)) <= _LARGEST_SLIP and _DIGITS.findall(each) == digits
        ]
        near = get_close_matches(name, like, 1, 0.8)
        return siblings[near[0]] if near else None

    @cached_property
    def _sections(self) -> frozenset[str]:
        found = {""}
        for url in self.by_url:
            folder = url.rpartition("/")[0]
            while folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def _shortened(self) -> frozenset[str]:
        """Return the URL paths of pages, each without one of its folders."""
        found: set[str] = set()
        for url in self.by_url:
            names = url.split("/")
            found.update("/".join(names[:at] + names[at + 1 :]) for at in range(len(names) - 1))
        return frozenset(found)

    @cached_property
    def _by_name(self) -> dict[str, list[Page]]:
        found: dict[str, list[Page]] = {}
        for url, page in self.by_url.items():
            found.setdefault(url.rpartition("/")[2], []).append(page)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, Page]]:
        found: dict[str, dict[str, Page]] = {}
        for url, page in self.by_url.items():
            folder, _, name = url.rpartition("/")
            found.setdefault(folder, {})[name] = page
        return found


def _is_list(names: list[str]) -> bool:
    """Tell whether a path seems to be of a part of a list, or an archive of a year or a month."""
    return any(map(_NUMBERED.fullmatch, names)) or all(name.isdigit() for name in names)


def _may_be_moved(url: str, now: str) -> bool:
    """Tell whether a page may have had the address *url*: in the same language, and about as deep.

    ``/tool/documentation/start/`` is hardly the page ``/start/`` of a site without ``/tool/``.
    """
    if _languages(url) != _languages(now):
        return False
    old, new = folded(url).split("/")[:-1], folded(now).split("/")[:-1]
    return not set(old).isdisjoint(new) or abs(len(old) - len(new)) <= 1


def _languages(url: str) -> list[str]:
    return _LANGUAGE.findall(url.lower())


def folded(url: str) -> str:
    """Return a URL path in a form that is the same for all spellings of a page's address."""
    path = unquote(url).lower().removesuffix("index.html").strip("/")
    path = path.removesuffix(".html").removesuffix(".htm")
    return "" if path == "index" else path.removesuffix("/index")
