"""Feeds: RSS and Atom, each entry an article in HTML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from articlelint.errors import SourceError
from articlelint.extras import required
from articlelint.report.report import Problem
from articlelint.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDEX = "index.html"
_HTML = (".html", ".htm")


def entries(name: str, data: bytes) -> Iterator[Record | Problem]:
    """Yield the entries of the feed *name*, each as an HTML page with front matter.

    Its path is the address that it links to; title, date and categories are as the feed has them.
    Raises SourceError where *data* is no feed.
    """
    feedparser = required("feedparser", "feeds", "a feed")
    # What it would clean or resolve would not be what the author wrote.
    feed = feedparser.parse(
        data,
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.get("version"):
        said = feed.get("bozo_exception", "it is another kind of XML")
        raise SourceError(f"is not a feed: {said}")
    for number, entry in enumerate(feed.entries):
        place = entry.get("link") or entry.get("id")
        content = _content(entry)
        if not place:
            yield Problem(f"{name}: entry {number + 1}", "has neither a link nor an id")
        elif content is None:
            yield Problem(f"{name}: entry {number + 1}", f"`{place}` has no text")
        else:
            text = f"---\n{_front_matter(entry)}---\n{content}"
            yield Record(_path(place), text.encode("utf-8", "surrogatepass"), number)


def _content(entry: Any) -> str | None:
    for each in entry.get("content", ()):
        if each.get("value"):
            return str(each["value"])
    summary = entry.get("summary")
    return None if summary is None else str(summary)


def _front_matter(entry: Any) -> str:
    values: dict[str, object] = {
        "title": entry.get("title"),
        "date": entry.get("published") or entry.get("updated"),
        "tags": [each["term"] for each in entry.get("tags", ()) if each.get("term")],
    }
    # JSON is YAML, and nothing in a text means anything in it.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()
             if value)  # fmt: skip
    return "".join(lines)


def _path(place: str) -> str:
    """Return the path of the page at the address *place*, the host first."""
    try:
        parts = urlsplit(place)
    except ValueError:
        parts = urlsplit("")
    path = f"{parts.netloc}{parts.path}" or place
    if path.endswith(_HTML):
        return path
    return f"{path}{_INDEX}" if path.endswith("/") else f"{path}.html"
