"""Where a JSON Schema says that dates stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.schema.model import DatePath


_FORMATS = frozenset({"date", "date-time"})
_DEEPEST = 8


def of_json(document: dict[str, Any]) -> frozenset[DatePath]:
    """Return the paths of what a JSON Schema gives the format ``date`` or ``date-time``.

    Only where it can be nothing else but null: a text that may be a date is not one for sure.
    References within the document are followed.
    """
    return frozenset(_of_node(document, document, 0))


def _of_node(node: Any, root: dict[str, Any], depth: int) -> Iterator[DatePath]:
    if not isinstance(node, dict) or depth > _DEEPEST:
        return
    if node.get("format") in _FORMATS:
        yield ()
    for name, value in _mapping(node.get("properties")).items():
        for rest in _of_node(value, root, depth + 1):
            yield (name, *rest)
    for rest in _of_node(node.get("items"), root, depth + 1):
        yield (None, *rest)
    for each in node.get("allOf") or ():
        yield from _of_node(each, root, depth + 1)
    for word in ("anyOf", "oneOf"):
        branches = [each for each in node.get(word) or () if not _is_null(each)]
        found = [frozenset(_of_node(each, root, depth + 1)) for each in branches]
        yield from frozenset.intersection(*found) if found else ()
    reference = node.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        target: Any = root
        for step in reference[2:].split("/"):
            target = _mapping(target).get(step)
        yield from _of_node(target, root, depth + 1)


def _is_null(node: object) -> bool:
    return _mapping(node).get("type") == "null"


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
