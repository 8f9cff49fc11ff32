"""Where the link at a place leads: a file, and what its fragment names in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from articlelint.article import SYNTAXES
from articlelint.server.positions import Positions
from articlelint.server.targets import place_of, read, target_at
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from articlelint.runner.session import Session
    from articlelint.server.documents import Document


def definition(
    session: Session,
    document: Document,
    position: types.Position,
    opened: Mapping[Path, Document],
) -> types.Location | None:
    """Return where the link or image at *position* leads; *opened* are the editor's own texts."""
    article = session.article(document.path, document.text)
    target = target_at(article, document.positions.offset(position))
    if target is None:
        return None
    other = opened.get(target.path)
    uri = target.path.as_uri() if other is None else other.uri
    beginning = types.Range(types.Position(0, 0), types.Position(0, 0))
    if not target.fragment or target.path.suffix.lower() not in SYNTAXES:
        return types.Location(uri, beginning)
    page = (
        session.article(other.path, other.text) if other is not None else read(target.path, article)
    )
    if page is None:
        return types.Location(uri, beginning)
    start = place_of(target.fragment, page).start
    positions = Positions(page.text, document.encoding)
    return types.Location(uri, positions.range(Span(start, start)))
