"""Addresses that a host sends elsewhere, as files of the site say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.destinations.servers import RULES, UnknownRules
from articlelint.generators.reading import Reader, mapping, text
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlelint.site import Site

_UNREAD: Final = (
    *("nginx.conf", "default.conf", "web.config", "amplify.yml", "_worker.js", "middleware.ts"),
    *("serve.json", "now.json"),
    *(
        f"redirects.{ending}"
        for ending in ("json", "js", "ts", "txt", "csv", "yml", "yaml", "toml")
    ),
)
"""Files of other hosts and servers, which are not read."""
_UNREAD_FOLDERS: Final = (
    *("", "docker", "nginx", "deploy", ".vercel", "functions", "netlify", "config", "scripts"),
    *("_data", "data"),
)
_TEMPLATES: Final = (
    "index.redir*",
    "home.redir*",
    "_default/index.redir*",
    "_default/home.redir*",
)
"""Hugo's, of which ``_redirects`` is made."""
_ANY: Final = regex(r"(:\w+[*+]|\(\.\*\)|\*)|:\w+(?:\([^()]*\))?\??|([^:*(]+|.)")
_ACTION: Final = regex(r"\{\{-?[ \t]*((?:[^{}\n]|\}(?!\}))*)\}\}")
_SILENT: Final = regex(
    r"(?:/\*|(?:range|if|else|with|end|define|block|break|continue)\b|\$\w+ *:?= )"
)
_SHORTENED: Final = regex(
    r"^[ \t]*\{\{-?[ \t]*\.(?:Rel)?Permalink[ \t]*\|[ \t]*replace(?:RE)?[ \t][^{}\n]*"
    r"\"\"[ \t]*-?\}\}(?=[ \t]+\S)",
    re.MULTILINE,
)
"""The address of a page less a part of it, as the source of a redirect."""
_LIST: Final = regex(r"\bslice((?:[ \t\n]+[\"`][^\"`\n]*[\"`])+)")
_FORMAT: Final = regex(r"\bprintf[ \t]+[\"`]([^\"`\n]*%[^\"`\n]*)[\"`]")
_VERB: Final = regex(r"%[^a-zA-Z%]*[a-zA-Z]")
_ANYWHERE: Final = ("%s", "%s/*", "*/%s", "*/%s/*")
_ALIASES: Final = regex(r"\.Aliases\b")
_STRING: Final = regex(r"[\"`]([^\"`\n]+)[\"`]")
_NOWHERE: Final = "no-such-page/on-any-site"


class Redirects(NamedTuple):
    """What leads elsewhere: whole paths in lower case, and patterns of them.

    *shortened* tells that so may the address of any page without one of its folders.
    """

    paths: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    shortened: bool = False

    def has(self, url: str) -> bool:
        """Tell whether a URL path is sent elsewhere."""
        path = _folded(url)
        return path in self.paths or any(each.fullmatch(path) for each in self.patterns)


def redirects_of(site: Site) -> Redirects | None:
    """Return what is sent elsewhere; None where a file may say so that is not read."""
    root = site.root
    if root is None:
        return None
    folders = dict.fromkeys(("", *map(str, (*site.settings.static, *site.settings.content))))
    places = dict.fromkeys((*folders, *_UNREAD_FOLDERS))
    if any((root / folder / name).exists() for folder in places for name in _UNREAD):
        return None
    # The site of a project may lie in a folder of its repository.
    hosted = [root] if (root / ".git").exists() else [root, root.parent]
    found = [each for place in hosted for each in (*_netlify(place), *_vercel(place))]
    try:
        found += [each for folder in places for each in _of_servers(root, folder)]
    except UnknownRules:
        return None
    shortened = False
    for folder in folders:
        found += _sources(Reader(root).text(f"{folder}/_redirects".lstrip("/")))
    for template in _TEMPLATES:
        for made in sorted((root / "layouts").glob(template)):
            source = Reader(root).text(str(made.relative_to(root)))
            written = _of_template(_SHORTENED.sub("", source))
            if written is None:
                return None
            found += written
            shortened = shortened or _SHORTENED.search(source) is not None
    redirects = _made(found)
    return redirects and redirects._replace(shortened=shortened)


def _made(sources: Iterable[str]) -> Redirects | None:
    """Return the addresses and patterns; None where one takes them all."""
    paths: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for source in sources:
        path = _folded(re.sub(r"^https?://[^/]*", "", source))
        if not re.search(r"[*:(]", path):
            paths.add(path)
            continue
        start = path.removesuffix("/*")  # which takes what it follows along
        pattern = regex(_ANY.sub(_written, start) + ("(?:/.*)?" if start != path else ""))
        if pattern.fullmatch(_NOWHERE):  # all addresses
            if path == _folded(source):
                return None
        else:
            patterns.append(pattern)
    return Redirects(frozenset(paths), tuple(patterns))


def _written(match: re.Match[str]) -> str:
    if match[2]:
        return re.escape(match[2])
    return ".*" if match[1] else "[^/]+"


def _folded(url: str) -> str:
    return url.lower().strip("/").removesuffix(".html")


def _sources(redirects: str) -> Iterator[str]:
    """Yield the sources of Netlify's and Cloudflare's ``_redirects``."""
    for line in redirects.splitlines():
        words = line.split("#")[0].split()
        if len(words) >= 2 and "404" not in words[2:]:
            yield words[0]


def _of_template(template: str) -> list[str] | None:
    """Return the sources of the ``_redirects`` that Hugo makes of a template, stars for actions.

    One that is nothing but an action is one of the pages' aliases, which are known, or it has a
    word of one of the template's lists in it, in the form of a `printf` where there is one. None
    where there are neither: it may be any address.
    """
    found = []
    for source in _sources(_ACTION.sub(_as_pattern, template)):
        if source.strip("/*"):
            found.append(source)
            continue
        if _ALIASES.search(template):
            continue
        words = {word for each in _LIST.findall(template) for word in _STRING.findall(each)}
        if not words:
            return None
        forms = _FORMAT.findall(template) or _ANYWHERE
        found += {_VERB.sub(word.strip(), form) for form in forms for word in words}
    return found


def _as_pattern(action: re.Match[str]) -> str:
    """Return a star for an action that puts something out, nothing for another."""
    return "" if _SILENT.match(action[1]) else "*"


def _of_servers(root: Path, folder: str) -> Iterator[str]:
    for name, rules in RULES.items():
        text = Reader(root).text(f"{folder}/{name}".lstrip("/"))
        if text:
            yield from rules(text)


def _netlify(root: Path) -> Iterator[str]:
    listed = Reader(root).toml("netlify.toml").get("redirects")
    for each in listed if isinstance(listed, list) else []:
        rule = mapping(each)
        source = text(rule.get("from"))
        if source is not None and rule.get("status") != 404:
            yield source


def _vercel(root: Path) -> Iterator[str]:
    config = Reader(root).json("vercel.json")
    for key in ("redirects", "rewrites", "routes"):
        listed = config.get(key)
        for each in listed if isinstance(listed, list) else []:
            rule = mapping(each)
            source = text(rule.get("source")) or text(rule.get("src"))
            same = source and str(rule.get("destination")).startswith(source)
            if source is not None and not same:
                yield source
