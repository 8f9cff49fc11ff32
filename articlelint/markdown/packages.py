"""What packages of npm change in a Markdown parser, whatever generator takes them."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.markdown.dialect import Dialect

_CJK = regex(r"(?:remark|markdown-it|micromark-extension|marked)-cjk-friendly.*")
"""https://github.com/tats-u/markdown-cjk-friendly"""
_MATHEMATICS = regex(
    r"(?:@[\w.-]+/)?(?:remark-math|markdown-it-(?:katex|mathjax.*|texmath|math)|marked-katex-extension)"
)


def with_packages(dialect: Dialect, packages: Iterable[str]) -> Dialect:
    """Return *dialect* with what those of its *packages* change of which it is known."""
    names = tuple(packages)
    changed = copy(dialect)
    if any(map(_CJK.fullmatch, names)):
        changed.reads_emphasis_beside_cjk = True
    if any(map(_MATHEMATICS.fullmatch, names)):
        changed.may_have_mathematics = True
    return dialect if changed == dialect else changed
