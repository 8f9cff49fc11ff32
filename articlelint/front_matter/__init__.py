"""Front matter: the block of data before an article's body, with the place of every part.

:func:`parse` finds and reads it, whatever format it is written in.
"""

from articlelint.front_matter.model import (
    FenceDefect,
    Field,
    Format,
    FrontMatter,
    Mapping,
    Path,
    Scalar,
    ScalarValue,
    Sequence,
    Style,
    SyntaxProblem,
    Value,
)
from articlelint.front_matter.reader import ALL_FORMATS, parse

__all__ = [
    "ALL_FORMATS",
    "FenceDefect",
    "Field",
    "Format",
    "FrontMatter",
    "Mapping",
    "Path",
    "Scalar",
    "ScalarValue",
    "Sequence",
    "Style",
    "SyntaxProblem",
    "Value",
    "parse",
]
