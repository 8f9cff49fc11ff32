"""Parsers of which only the name is known: redcarpet, rdiscount, a plugin's own."""

from __future__ import annotations

from articlelint.markdown.common_mark import CommonMark


class Unknown(CommonMark):
    """A parser that is no CommonMark, read as such for want of its grammar."""

    name = "unknown"
    is_known = False
