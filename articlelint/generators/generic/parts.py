"""HTML that a program makes its pages of: what stands at their beginning and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_READ: Final = 4_000
_BLANK: Final = regex(
    # Doxygen's manual, "HTML_HEADER"; Pandoc's, "Template syntax".
    rb"\$relpath\^|\$(?:doxygenversion|generatedby|navpath|projectname|treeview)\b"
    rb"|<!--[ ]?(?:BEGIN|END) !?[A-Z][A-Z_]+[ ]?-->"
    rb"|\$(?:body|endfor|endif)\$|\$(?:if|for)\([\w.-]+\)\$"
)
"""What Doxygen or Pandoc fill in."""


def is_part(path: Path) -> bool:
    """Tell whether the HTML file at *path* is a template of another program's."""
    try:
        return _BLANK.search(read_beginning(path, _READ)) is not None
    except OSError:
        return False
