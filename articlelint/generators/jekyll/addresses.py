"""Where Jekyll publishes a file: docs, "Permalinks", "Collections", "Front Matter Defaults"."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.paths import filled
from articlelint.generators.reading import mapping, text, texts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from articlelint.generators.settings import Settings

STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_COLLECTION: Final = "/:collection/:path"
_POST: Final = regex(r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<title>.+)")
_TERM: Final = regex(r"[a-z0-9_-]+")
_OUT_OF_TITLES: Final = regex(r"[^\w.~!$&'()+,;=@]+")
_OUT_OF_SLUGS: Final = regex(r"[\W_]+")
_EDGES: Final = regex(r"^-|-$")
UNSEEN: Final = "-"
"""The pattern of what is not published."""


def patterns(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield folders and the permalinks of what is in them, those first that win.

    The pattern is "" where it cannot be told.
    """
    defaults = config.get("defaults")
    usual = _COLLECTION + _suffix(text(config.get("permalink")) or "date")
    for each in reversed(defaults if isinstance(defaults, list) else []):
        permalink = text(mapping(mapping(each).get("values")).get("permalink"))
        if permalink is not None:
            yield _scope(mapping(mapping(each).get("scope"))), permalink
    for name, options in mapping(config.get("collections")).items():
        if name == "posts":
            if own := text(mapping(options).get("permalink")):
                yield "_posts", own
            continue
        published = mapping(options).get("output") is True
        pattern = text(mapping(options).get("permalink")) or usual
        yield f"_{name}", pattern if published else UNSEEN


def _suffix(style: str) -> str:
    """Return how addresses end: jekyll, ``add_permalink_suffix`` in ``lib/jekyll/utils.rb``."""
    if style in STYLES and style != "pretty":
        return ":output_ext"
    if style == "pretty" or style.endswith("/"):
        return "/"
    return ":output_ext" if style.endswith(":output_ext") else ""


def _scope(scope: Mapping[str, Any]) -> str:
    """Return the folder of a scope; "*" where it is more than one."""
    path, kind = text(scope.get("path")) or "", text(scope.get("type")) or ""
    if "*" in path or (path and kind not in {"", "pages"}):
        return "*"
    if kind in {"", "pages"}:
        return path.strip("/") if path else "*"
    return f"_{kind}"


def address(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the URL path, without the base path, of the file at *path*; None: it is not known."""
    whole = str(path)
    first = whole.partition("/")[0]
    is_post = first == "_posts" or "/_posts/" in whole
    pattern = _pattern(whole, first, settings, is_post=is_post)
    if pattern in {"", UNSEEN}:
        return None
    if is_post:
        usual = settings.permalink or ""
        return _of_post(whole, data, pattern or STYLES.get(usual, usual))
    inner = path.with_suffix("")
    if first.startswith("_") and pattern is not None:
        return _of_member(PurePosixPath(*path.parts[1:]), first[1:], data, pattern)
    if any(part.startswith("_") for part in inner.parts):
        return None
    if pattern is not None:
        return None if ":" in pattern else pattern.lstrip("/")
    if settings.ugly_urls:
        return f"{inner}.html".removesuffix("index.html")
    return f"{inner}/".removesuffix("index/")


def _pattern(path: str, first: str, settings: Settings, *, is_post: bool) -> str | None:
    """Return what ``defaults`` and ``collections`` say; "" where it is not known what."""
    for folder, pattern in settings.patterns:
        if folder == "*" and not first.startswith("_"):
            return ""
        if path.startswith(f"{folder}/" if folder else "") or path == folder:
            return pattern
        if folder == "_posts" and is_post:
            return pattern
    return None


def _of_post(path: str, data: Mapping[str, object], pattern: str) -> str | None:
    folder, _, name = path.rpartition("/")
    dated = _POST.fullmatch(name.rpartition(".")[0])
    slug = data.get("slug")
    if dated is None or not isinstance(slug, str | None):
        return None
    if ":categories" in pattern:
        terms = [each for each in folder.partition("_posts")[0].split("/") if each]
        terms += texts(data.get("category"))
        categories = data.get("categories")
        terms += categories.split() if isinstance(categories, str) else texts(categories)
        words = list(dict.fromkeys(term.lower() for term in terms))
        if not all(map(_TERM.fullmatch, words)):
            return None
        pattern = pattern.replace(":categories", "/".join(words)).replace("//", "/")
    name = slug or dated["title"].rstrip(".")
    pattern = pattern.replace(":output_ext", ".html")
    if ":slug" in pattern:
        pattern = pattern.replace(":slug", _slug(name))
    return filled(pattern, _title(name), data.get("date") or dated["date"])


def _title(name: str) -> str:
    """Return what ``:title`` stands for: jekyll, ``lib/jekyll/drops/url_drop.rb``."""
    return _EDGES.sub("", _OUT_OF_TITLES.sub("-", name))


def _slug(name: str) -> str:
    """Return what ``:slug`` and ``:name`` stand for: jekyll, ``slugify`` in ``utils.rb``."""
    return _EDGES.sub("", _OUT_OF_SLUGS.sub("-", name)).lower()


def _of_member(
    inner: PurePosixPath, collection: str, data: Mapping[str, object], pattern: str
) -> str | None:
    slug = data.get("slug")
    if slug is not None and not isinstance(slug, str):
        return None
    dated = _POST.fullmatch(inner.stem)  # jekyll, DATE_FILENAME_MATCHER in lib/jekyll/document.rb
    name = slug or (dated["title"] if dated else inner.stem).rstrip(".")
    for token, value in (
        ("collection", collection),
        ("path", str(inner.with_suffix(""))),
        ("name", _slug(inner.stem)),
        ("title", _title(name)),
        ("slug", _slug(name)),
        ("output_ext", ".html"),
    ):
        pattern = pattern.replace(f":{token}", value)
    if ":" in pattern:
        own = data.get("date") or (dated and dated["date"])
        found = filled(pattern, "", own) if own else None
        if found is None:
            return None
        pattern = found
    return posixpath.normpath(f"/{pattern}").lstrip("/") + "/" * pattern.endswith("/")
