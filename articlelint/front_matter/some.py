"""Some keys of front matter, read without the rest of it: what a site's index asks of each file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.front_matter.fences.find import plain_end
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_ITEMS: Final = r"((?:\n[ \t]*-[ \t].*+)*+)"
_CONTINUED: Final = regex(r"\n[ \t]")
_WORDS: Final = regex(r"[A-Za-z/][\w/.+-]*+(?: [\w/.+-]++)*+")
_DATE: Final = regex(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?")
_QUOTED: Final = regex(r"""'([^'\\\n]*)'|"([^"\\\n]*)\"""")
_MERGES: Final = regex(r"^<<|^[{?!&*]", re.MULTILINE)


def some(text: str, keys: frozenset[str]) -> Mapping[str, object] | None:
    """Return what the front matter at the beginning of *text* has for *keys*.

    Keys are in lower case, and found in any. A date is the text of it. None where that takes a
    parser, where there is no front matter, or where *text* ends before it does.
    """
    fence = text[:4]
    if fence not in {"---\n", "+++\n"}:
        return None
    end = text.find(f"\n{fence[:3]}", 3)
    if end < 0 or text[end + 4 : end + 5].strip():
        return None
    if _anywhere(keys).search(text, 4, end) is None:
        return {}
    end = plain_end(text)
    return _of_yaml(text[4:end], keys) if end else None


def _of_yaml(content: str, keys: frozenset[str]) -> dict[str, object] | None:
    if _MERGES.search(content) or "\t" in content:
        return None
    found: dict[str, object] = {}
    for match in _at_beginnings(keys).finditer(content):
        key, written, items = match.groups()
        if key in found or _CONTINUED.match(content, match.end()):
            return None
        if items:
            if written.strip():
                return None
            values = [_value(each.strip()[1:].strip()) for each in items.strip().split("\n")]
        elif written.lstrip().startswith("["):
            inner = written.strip()
            if not inner.endswith("]"):
                return None
            values = [_value(each.strip()) for each in inner[1:-1].split(",")]
        else:
            value = _value(written.strip())
            if value is None:
                return None
            found[key] = value
            continue
        if None in values:
            return None
        found[key] = values
    return found


def _value(written: str) -> str | None:
    """Return the text that a scalar is; None where it may be something else."""
    if quoted := _QUOTED.fullmatch(written):
        return quoted[1] if quoted[1] is not None else quoted[2]
    if _DATE.fullmatch(written):
        return written
    if not _WORDS.fullmatch(written) or _is_no_text(written):
        return None
    return written


def _is_no_text(written: str) -> bool:
    from articlelint.front_matter.yaml.read import resolve  # imports yaml, 15 ms

    return not resolve(written).endswith(":str")


@lru_cache(maxsize=16)
def _anywhere(keys: frozenset[str]) -> re.Pattern[str]:
    return regex(rf"(?<![\w-])(?:{_either(keys)})[\"']?[ \t]*[:=]", re.IGNORECASE)


@lru_cache(maxsize=16)
def _at_beginnings(keys: frozenset[str]) -> re.Pattern[str]:
    return regex(
        rf"^[\"']?({_either(keys)})[\"']?[ \t]*:(?![^ \t\n])(.*+){_ITEMS}",
        re.IGNORECASE | re.MULTILINE,
    )


def _either(keys: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(keys)))
