"""Markdown as nodes with spans: pyromark's events, their byte offsets made characters."""

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.dialect import Dialect
from articlelint.markdown.document import Markdown, Node
from articlelint.markdown.events import END, LEAF, START, Event

__all__ = [
    "END",
    "LEAF",
    "START",
    "CommonMark",
    "Dialect",
    "Event",
    "Markdown",
    "Node",
]
