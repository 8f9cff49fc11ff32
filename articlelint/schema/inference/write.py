"""What was inferred, as a table for the configuration, or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.schema.inference.deduce import Field
    from articlelint.schema.inference.judge import Fitting
    from articlelint.schema.inference.observe import Observation

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def as_toml(observation: Observation, fitting: Fitting, titles: list[str]) -> Iterator[str]:
    """Yield the lines of a table ``[front-matter.fields]``, with remarks; *titles* come first."""
    for line in (*titles, *_summary(observation, fitting)):
        yield f"# {line}" if line else "#"
    outliers = fitting.outliers
    if outliers:
        heading = "What stands out:"
        yield "#"
        yield f"# {heading}"
    for each in outliers:
        yield f"#   {_one_line(each.path)}:{each.line}: {_one_line(each.message)}"
    if fitting.left_out:
        more = f"... and {fitting.left_out} more"
        yield f"#   {more}"
    for field in fitting.fields:
        yield ""
        yield f"[front-matter.fields.{_key(field.name)}]  # {_remark(field)}"
        for name, value in field.table.items():
            yield f"{name} = {_toml(value)}"


def as_json(observation: Observation, fitting: Fitting) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "articles": observation.articles,
        "with-front-matter": observation.with_front_matter,
        "fitting": fitting.articles - fitting.failing,
        "fields": {
            each.name: {
                **each.table,
                "articles": each.count,
                "share": round(each.share, 4),
                "notes": each.notes,
            }
            for each in fitting.fields
        },
        "outliers": [
            {"path": each.path, "line": each.line, "message": each.message}
            for each in fitting.outliers
        ],
    }


def _summary(observation: Observation, fitting: Fitting) -> Iterator[str]:
    yield f"Articles with front matter: {observation.with_front_matter} of {observation.articles}."
    if observation.unreadable:
        yield f"The front matter of {observation.unreadable} cannot be read."
    if fitting.articles:
        passing = fitting.articles - fitting.failing
        share = 100 * passing / fitting.articles
        yield f"Articles that fit this schema: {passing} of {fitting.articles} ({_percent(share)})."
    if observation.overflowing:
        yield "There are more keys than were counted; a program probably makes them up."


def _remark(field: Field) -> str:
    share = f"{field.count} of {field.of} ({_percent(100 * field.share)})"
    return _one_line("; ".join((share, *field.notes)))


def _percent(share: float) -> str:
    if share in {0, 100}:
        return f"{share:.0f} %"
    return f"{min(max(share, 0.1), 99.9):.1f} %"


def _key(name: str) -> str:
    return name if _BARE.issuperset(name) else _toml(name)


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    # A JSON string is a TOML string, but for DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)
