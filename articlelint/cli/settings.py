"""``articlelint config show``: what holds for an article, and where it comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from articlelint.config.origins import DEFAULT, Origins
from articlelint.destinations.unseen import unseen
from articlelint.language import said
from articlelint.markdown.dialect import Dialect
from articlelint.reporters.style import padded, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlelint.config import Config
    from articlelint.config.origins import Effective

_WIDEST = 44


def describe(config: Config, path: Path) -> Iterator[str]:
    """Yield the settings for the article at *path*, each with its origin."""
    yield visible(said(f"article: {path}"))
    yield said("configuration:" if config.settings.sources else "configuration: none")
    yield from (visible(f"  {source}") for source in config.settings.sources)
    rows: list[tuple[str, str, str]] = []
    settings = list(Origins(config, path).settings())
    for section in dict.fromkeys(each.section for each in settings):
        own = [each for each in settings if each.section == section]
        if section:
            on = said(f" ({sum(each.value is not False for each in own)} of {len(own)} on)")
            rows += [("", "", ""), (f"[{section}]{on if section == 'rules' else ''}", "", "")]
        for each in own:
            rows.append((each.key, _shown(each), said(each.origin)))
            rows += ((f"  {o.key}", _shown(o), said(o.origin)) for o in each.options)
        if section == "site":
            rows += _not_known(config, path)
    first = max(len(row[0]) for row in rows if row[1])
    second = min(max(width(row[1]) for row in rows), _WIDEST)
    for key, value, origin in rows:
        line = f"{padded(visible(key), first)}  {padded(visible(value), second)}"
        yield f"{line}  {visible(origin)}".rstrip()


def as_json(config: Config, path: Path) -> Iterator[str]:
    """Yield the same as one JSON object."""
    document = {
        "article": str(path),
        "configuration": [str(source) for source in config.settings.sources],
        "settings": list(_rows(Origins(config, path).settings())),
        "not_known": [
            {"what": what, "why": why} for what, why in unseen(path, config.site_for(path))
        ],
    }
    yield json.dumps(document, indent=2, ensure_ascii=True, default=_simple)


def _not_known(config: Config, path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what rules cannot go by for this article."""
    found = list(unseen(path, config.site_for(path)))
    if found:
        yield "", "", ""
        yield f"[{said('not known')}]{said(' (rules that depend on it report nothing)')}", "", ""
    for what, why in found:
        yield said(what), said(why), ""


def _rows(settings: Iterable[Effective]) -> Iterator[dict[str, object]]:
    for each in settings:
        row = {"section": each.section, "key": each.key, "value": each.value, "origin": each.origin}
        if each.options:
            row["options"] = [
                {"key": option.key, "value": option.value, "origin": option.origin}
                for option in each.options
            ]
        yield row


def _simple(value: object) -> object:
    return sorted(value, key=str) if isinstance(value, (set, frozenset)) else str(value)


def _item(value: object) -> str:
    return " = ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _shown(setting: Effective) -> str:
    value = setting.value
    if isinstance(value, Dialect):
        return value.name
    if isinstance(value, bool):
        return said("on" if value else "off")
    if isinstance(value, (tuple, list, set, frozenset)):
        items = value if isinstance(value, (tuple, list)) else sorted(value, key=str)
        value = ", ".join(map(_item, items)) or None
    if value is None:
        return said("none")
    is_told = setting.origin == DEFAULT and " " in str(value)  # a default in words
    return said(str(value)) if is_told else str(value)
