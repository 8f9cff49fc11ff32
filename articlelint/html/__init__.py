"""The page as HTML: its tree with spans, and what is wrong with its markup."""

from __future__ import annotations

from articlelint.html.problems.problem import Cause, HtmlProblem, TagPlace
from articlelint.html.tree.compare import same_tree
from articlelint.html.tree.document import HtmlDocument
from articlelint.html.tree.markup import misquoted_end
from articlelint.html.tree.nodes import Attribute, Element, Text

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
