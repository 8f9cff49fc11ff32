"""What a scanner finds, and what it has to know about each language."""

from __future__ import annotations

from typing import Final, NamedTuple

from articlelint.templates.model import TemplateSyntax


class Tag(NamedTuple):
    """One tag as it was found; offsets count from the text's beginning.

    An *output* puts something out where it stands; any other steers, or makes a block.
    *verbatim_end* is where the tag ends that closes it, for a tag whose content is not looked
    into, else 0. A *silent* one is no tag for anybody: a comment, or an escaped tag.
    """

    start: int
    end: int
    name: str
    arguments: str
    closing: bool = False
    output: bool = False
    verbatim_end: int = 0
    content_end: int = 0
    silent: bool = False


CODE_TAGS: Final = frozenset(
    {"chart", "code", "codeblock", "comment", "diagram", "echarts", "graphviz", "highlight",
     "katex", "math", "mermaid", "plantuml", "raw"}
)  # fmt: skip
"""Tags that hold text which is neither Markdown nor HTML, in the generators themselves and in
plugins that many sites have."""

ASSIGNING: Final = frozenset({"capture", "set"})
"""Tags that keep what they hold for another place."""

VERBATIM: Final[dict[TemplateSyntax, frozenset[str]]] = {
    TemplateSyntax.LIQUID: CODE_TAGS | ASSIGNING,
    TemplateSyntax.NUNJUCKS: CODE_TAGS | ASSIGNING | {"verbatim"},
    TemplateSyntax.HEXO: CODE_TAGS | ASSIGNING | {"verbatim"},
}

CLOSERS: Final = {
    TemplateSyntax.LIQUID: {"{{": "}}", "{%": "%}"},
    TemplateSyntax.NUNJUCKS: {"{{": "}}", "{%": "%}", "{#": "#}"},
    TemplateSyntax.HEXO: {"{{": "}}", "{%": "%}", "{#": "#}"},
}
"""What ends what begins a tag."""
