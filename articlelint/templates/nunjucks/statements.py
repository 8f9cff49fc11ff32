"""What Nunjucks and Jinja want alike behind the names of their tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.fault import SyntaxFault
from articlelint.templates.nunjucks.lexer import Kind

if TYPE_CHECKING:
    from articlelint.templates.nunjucks.parser import Parser


def end(parser: Parser) -> None:
    """Read no more."""
    parser.end("the end of the tag")


def value(parser: Parser) -> None:
    """Read what a tag looks at: ``if``."""
    parser.value()
    end(parser)


def end_block(parser: Parser) -> None:
    """Read the name that ``endblock`` may repeat."""
    word = parser.peek()
    if word is not None and word.kind is Kind.SYMBOL:
        parser.take()
    end(parser)


def macro(parser: Parser) -> None:
    """Read a macro's name and parameters."""
    parser.name()
    parser.arguments()
    end(parser)


def import_as(parser: Parser) -> None:
    """Read a file, and the name that it gets."""
    parser.expression()
    if not parser.symbol("as"):
        raise SyntaxFault("`as` is missing")
    parser.name()
    parser.context()
    end(parser)


def import_from(parser: Parser) -> None:
    """Read a file, and names in it."""
    parser.expression()
    if not parser.symbol("import"):
        raise SyntaxFault("`import` is missing")
    parser.name()
    while True:
        if parser.symbol("as"):
            parser.name()
        parser.context()
        if not parser.skip(","):
            break
        parser.name()
    end(parser)
