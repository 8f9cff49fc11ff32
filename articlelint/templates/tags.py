"""Tags of generators and common plugins whose content is no Markdown."""

from __future__ import annotations

from typing import Final

CODE_TAGS: Final = frozenset(
    {"chart", "code", "codeblock", "comment", "diagram", "drawio", "echarts", "graphviz",
     "highlight", "katex", "math", "mermaid", "plantuml", "raw", "renderTemplate"}
)  # fmt: skip
"""Tags that hold text which is neither Markdown nor HTML, in the generators themselves and in
plugins that many sites have; ``renderTemplate`` is Eleventy's, for another template language."""

ASSIGNING: Final = frozenset({"capture", "set"})
"""Tags that keep what they hold for another place."""
