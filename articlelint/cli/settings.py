"""``articlelint check --show-settings``: what holds for a file, and where it comes from."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.config import Config
    from articlelint.rule import Rule


def describe(config: Config, path: Path) -> Iterator[str]:
    """Yield the settings for the article at *path*."""
    settings = config.settings
    yield f"article: {path}"
    yield "configuration:" + (" none" if not settings.sources else "")
    yield from (f"  {source}" for source in settings.sources)
    site = config.site_for(path)
    yield f"site: {site.root or 'unknown'} ({site.generator.title})"
    for field in fields(site.settings):
        value = getattr(site.settings, field.name)
        yield f"  {field.name.replace('_', '-')}: {_plain(value)}"
    yield from _group("plugins", map(str, settings.plugins))
    yield from _group("exclude", (glob for each in settings.exclude for glob in each.globs))
    rules = config.rules_for(path)
    yield f"rules: {len(rules)} of {len(config.registry.names)}"
    yield from (f"  {_rule(rule)}" for rule in rules)


def _group(title: str, items: Iterator[str]) -> Iterator[str]:
    listed = list(items)
    yield f"{title}: none" if not listed else f"{title}:"
    yield from (f"  {item}" for item in listed)


def _rule(rule: Rule) -> str:
    options = ", ".join(
        f"{field.name.replace('_', '-')} = {getattr(rule, field.name)!r}" for field in fields(rule)
    )
    return f"{rule.name} {rule.severity}" + (f" ({options})" if options else "")


def _plain(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
