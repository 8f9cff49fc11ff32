"""The page as HTML: its tree with spans, and what is wrong with its markup."""

from __future__ import annotations

from articlelint.html.compare import same_tree
from articlelint.html.markup import misquoted_end
from articlelint.html.nodes import Attribute, Element, Text
from articlelint.html.problem import Cause, HtmlProblem, TagPlace
from articlelint.html.tree import HtmlDocument

__all__ = [
    "Attribute",
    "Cause",
    "Element",
    "HtmlDocument",
    "HtmlProblem",
    "TagPlace",
    "Text",
    "misquoted_end",
    "same_tree",
]
