"""JSX in Markdown, as MDX reads it: tags and expressions, those too that cannot be read."""

from articlelint.templates.jsx.compiler import Compiler
from articlelint.templates.jsx.piece import Attribute, Piece, PieceKind
from articlelint.templates.jsx.reading import Reading, read

__all__ = ["Attribute", "Compiler", "Piece", "PieceKind", "Reading", "read"]
