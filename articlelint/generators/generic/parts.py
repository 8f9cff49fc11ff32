"""HTML that a program makes its pages of: what stands at their beginning and end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.text.files import is_file, read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

_READ: Final = 4_000
_BLANK: Final = regex(
    # Doxygen's manual, "HTML_HEADER"; Pandoc's, "Template syntax".
    rb"\$relpath\^|\$(?:doxygenversion|generatedby|navpath|projectname|treeview)\b"
    rb"|<!--[ ]?(?:BEGIN|END) !?[A-Z][A-Z_]+[ ]?-->"
    rb"|\$(?:body|endfor|endif)\$|\$(?:if|for)\([\w.-]+\)\$"
)
"""What Doxygen or Pandoc fill in."""
_OUTPUT: Final = regex(
    rb"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']?(?:astro|docusaurus|docutils|doxygen|eleventy"
    rb"|gatsby|gitbook|hexo|hugo|jekyll|mdbook|mkdocs|nikola|octopress|pdoc|pelican|rustdoc|sphinx"
    rb"|typedoc|vitepress|vuepress|zola)\b",
    re.IGNORECASE,
)
"""What makes whole sites of articles, and says so in each page."""


_LISTS: Final = ("page/2/index.html", "page2/index.html", "archives/page/2/index.html")
"""The second page of a list of articles, which nobody writes."""


def is_output(root: Path, relative: PurePosixPath) -> bool:
    """Tell whether the HTML file at *relative* lies in a site that a program has made."""
    return any(_has_lists(root / folder) for folder in relative.parents)


@lru_cache(maxsize=1024)
def _has_lists(folder: Path) -> bool:
    return is_file(folder / "index.html") and any(is_file(folder / name) for name in _LISTS)


def is_part(path: Path) -> bool:
    """Tell whether the HTML file at *path* is a template of another program's, or its output."""
    try:
        beginning = read_beginning(path, _READ)
    except OSError:
        return False
    return _BLANK.search(beginning) is not None or _OUTPUT.search(beginning) is not None
