"""The ids and slugs of Docusaurus, of which two articles of a folder cannot have the same.

``@docusaurus/plugin-content-docs``: ``docs.ts``, ``slug.ts``, ``numberPrefix.ts``, and
``ensureNoDuplicateDocId`` in ``versions/loadVersion.ts``; ``@docusaurus/plugin-content-blog``:
``blogUtils.ts``; ``@docusaurus/core``: ``handleDuplicateRoutes`` in ``server/routes.ts``.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from articlelint.generators.claim import Claim
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from articlelint.generators.settings import Settings

_NO_PREFIX = regex(r"\d+[-_.]\d+")
_PREFIX = regex(r"\d+\s*[-_.]+\s*(?P<suffix>[^-_.\s].*)")
_DATED = regex(
    r"(?P<folder>.*)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<text>.*?)(?:/index)?\.mdx?"
)
_INDEX = regex(r"(?:/index)?\.mdx?\Z")


def claims(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> Iterator[Claim]:
    """Yield what the article at *path* has for itself in its folder of documents or posts."""
    folder = _folder(path, settings)
    if folder is None or path.suffix not in {".md", ".mdx"}:
        return
    inner = path.relative_to(folder)
    slug = data.get("slug")
    if slug is not None and (not isinstance(slug, str) or not slug.strip()):
        return
    if folder.name.startswith("blog"):
        if data.get("draft") is not True:
            yield _slug(folder, slug or _post_slug(str(inner)), slug)
        return
    name = data.get("id", _stripped(inner.stem) if _strips(data) else inner.stem)
    if not isinstance(name, str) or not name or "/" in name:
        return
    outer = "/".join(map(_stripped, inner.parts[:-1])) if _strips(data) else str(inner.parent)
    outer = "" if outer == "." else outer
    full = f"{outer}/{name}" if outer else name
    # A draft has an id, and no address.
    yield Claim(("id", str(folder), full), full, "id", "id" if "id" in data else "", stops=True)
    if data.get("draft") is not True:
        base = f"/{outer}/" if outer else "/"
        yield _slug(
            folder, base if not slug and _is_index(inner) else _resolved(slug or name, base), slug
        )


def _slug(folder: PurePosixPath, slug: str, written: str | None) -> Claim:
    key = slug.strip("/").lower()
    return Claim(
        ("slug", str(folder), key), f"/{slug.lstrip('/')}", "slug", "slug" if written else ""
    )


def _folder(path: PurePosixPath, settings: Settings) -> PurePosixPath | None:
    """Return the folder of documents or posts that *path* lies in; None where it is no such.

    Translations take the place of their originals, and ``src/pages`` has addresses of its own.
    """
    around = [each for each in settings.content if path.is_relative_to(each) and each != path]
    if not around:
        return None
    found = max(around, key=lambda each: len(each.parts))
    if found.name == "versioned_docs" and len(path.parts) > len(found.parts) + 1:
        return found / path.parts[len(found.parts)]
    is_own = found.name.startswith(("docs", "blog")) or str(found) in dict(settings.patterns)
    return found if is_own and found.name != "pages" else None


def _strips(data: Mapping[str, object]) -> bool:
    return data.get("parse_number_prefixes") is not False


def _stripped(name: str) -> str:
    """Return *name* without a number before it; versions and dates keep theirs."""
    found = None if _NO_PREFIX.match(name) else _PREFIX.fullmatch(name)
    return found["suffix"] if found else name


def _is_index(inner: PurePosixPath) -> bool:
    parent = inner.parent.name
    return inner.stem.lower() in {"index", "readme", *([parent.lower()] if parent else [])}


def _resolved(slug: str, base: str) -> str:
    end = "/" if slug.endswith("/") else ""
    return posixpath.normpath(posixpath.join(base, slug)).rstrip("/") + end


def _post_slug(name: str) -> str:
    dated = _DATED.fullmatch(name)
    if dated is None:
        return f"/{_INDEX.sub('', name)}"
    return f"/{dated['date'].replace('-', '/')}/{dated['folder']}{dated['text']}"
