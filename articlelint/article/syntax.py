"""What articles are written in, and the extensions of their files."""

from __future__ import annotations

from enum import StrEnum


class Syntax(StrEnum):
    """What an article's body is written in."""

    MARKDOWN = "markdown"
    MDX = "mdx"
    HTML = "html"


SYNTAXES = {
    ".md": Syntax.MARKDOWN,
    ".markdown": Syntax.MARKDOWN,
    ".mdown": Syntax.MARKDOWN,
    ".mkd": Syntax.MARKDOWN,
    ".qmd": Syntax.MARKDOWN,
    ".rmd": Syntax.MARKDOWN,
    ".mdoc": Syntax.MARKDOWN,
    ".mdx": Syntax.MDX,
    ".html": Syntax.HTML,
    ".htm": Syntax.HTML,
}
"""The file name extensions of articles."""
