"""The configuration that ``articlelint init`` writes: short, and true for this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.cli.adopting import FILE_NAME as BASELINE
from articlelint.diagnostic import Severity
from articlelint.reporters.style import visible
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.cli.survey import FoundSite
    from articlelint.reporters.statistics import Count

_LISTED = 8
_MAGIC = regex(r"[\\\\*?\[\]!# ]")
"""What means something else in a glob of .gitignore."""


def first_config(sites: Sequence[FoundSite], found: Sequence[Count]) -> str:
    """Return the text of an ``articlelint.toml`` for *sites* that *found* was found in.

    What is commented out is a suggestion, and valid when the comment sign goes. Top-level keys
    come before tables, as TOML wants them.
    """
    lines = [
        "# What articlelint looks for in this folder. Everything has a default; delete",
        "# what you do not need. `articlelint config show ARTICLE` prints every setting.",
        "",
        *map(visible, _about(sites)),
    ]
    foreign = [each for site in sites for each in site.foreign]
    outside = sorted((each for site in sites for each in site.outside), key=lambda each: -each[1])
    if foreign or outside:
        lines += ["", *_excludes(foreign, outside)]
    lines += ["", *_rules(found), *_tables(sites, found)]
    return "\n".join(lines) + "\n"


def _about(sites: Sequence[FoundSite]) -> Iterator[str]:
    if len(sites) > 1:
        yield f"# {len(sites)} sites; each article is read as its own site's generator reads it:"
        for site in sites[:_LISTED]:
            yield f"#   {site.place or '.'}: {site_line(site)}"
        if len(sites) > _LISTED:
            yield f"#   and {len(sites) - _LISTED} more"
    elif sites and sites[0].is_recognised:
        yield f"# Generator: {site_line(sites[0])}"
    else:
        yield "# No generator was recognised, so nothing is known about keys, dates and folders."


def site_line(found: FoundSite) -> str:
    """Return what generates a site, what told so, and its time zone."""
    if not found.is_recognised:
        return "No generator recognised"
    title, shown = found.site.generator.title, ", ".join(found.evidence[:3])
    said = f"{title} (by {shown})" if shown else f"{title} (as the configuration says)"
    if not found.site.generator.date_keys:
        return said
    return f"{said}, time zone {found.site.settings.time_zone or 'not set'}"


def _excludes(foreign: Sequence[str], outside: Sequence[tuple[str, int]]) -> Iterator[str]:
    yield "# Files not to check, as in .gitignore; what git ignores is never checked."
    if outside:
        shown = ", ".join(f"{name} ({count})" for name, count in outside[:_LISTED])
        more = f" and {len(outside) - _LISTED} more" if len(outside) > _LISTED else ""
        yield "# Checked now, although the generator does not look there:"
        yield visible(f"#   {shown}{more}")
    if foreign:
        yield f"exclude = {_list(map(glob_of, foreign))}"
    else:
        yield f"# exclude = {_list([glob_of(outside[0][0])])}"


def _rules(found: Sequence[Count]) -> Iterator[str]:
    yield "# The default rules find what breaks the page or the build. Profiles add good practice:"
    yield "# `accessibility`, `hygiene`, and `untrusted` for articles that others wrote."
    yield '# extends = ["accessibility", "hygiene"]'
    yield ""
    yield "# Rules are chosen by name or family; `articlelint rules` lists them."
    if found:
        most = ", ".join(f"{each.rule} ({each.findings})" for each in found[:3])
        yield "# The rules with most findings when this was written:"
        yield f"#   {most}"
    else:
        yield "# Nothing was found when this was written."
    mild = [each.rule for each in found if each.severity is not Severity.ERROR]
    yield f"# ignore = {_list(mild[-1:] or ['headings/several-top-level'])}"
    yield ""
    yield "# The lowest severity that makes a run fail; `warning` by default."
    yield '# fail-on = "error"'
    if found:
        yield ""
        yield "# Findings to leave for later: `articlelint check --write-baseline` writes the file."
        yield f'# baseline = "{BASELINE}"'


def _tables(sites: Sequence[FoundSite], found: Sequence[Count]) -> Iterator[str]:
    if len(sites) == 1:
        yield from _site(sites[0])
    doubtful = next((each.rule for each in found if each.severity is Severity.WARNING), None)
    if doubtful:
        yield ""
        yield "# [severity]"
        yield f'# "{doubtful}" = "info"'


def _site(found: FoundSite) -> Iterator[str]:
    if not found.is_recognised:
        yield ""
        yield "# If a generator builds these articles, name it, its root and their folders:"
        yield "# [site]"
        yield '# generator = "hugo"'
        yield '# root = "."'
        yield '# content = ["."]'
    elif found.site.settings.time_zone is None and found.site.generator.date_keys:
        yield ""
        yield "# No time zone is set, so the generator uses the machine's. To set one:"
        yield "# [site]"
        yield '# time-zone = "UTC"'


def glob_of(place: str) -> str:
    """Return the glob for *place* alone, and for nothing of that name further down."""
    return "/" + _MAGIC.sub(r"\\\g<0>", place)


def _list(items: Iterable[str]) -> str:
    import tomlkit

    return tomlkit.item(list(items)).as_string()
