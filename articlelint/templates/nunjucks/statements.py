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


def include(parser: Parser, *, context: bool = False) -> None:
    """Read a file that may be missing, and its *context* where that can be told."""
    parser.expression()
    if parser.symbol("ignore"):
        parser.symbol("missing")
    if context:
        parser.context()
    end(parser)


def assignment(parser: Parser, *, filtered: bool = False) -> None:
    """Read names, and their value if any, or the filters of the block where it is *filtered*."""
    parser.primary()
    while parser.skip(","):
        parser.primary()
    if parser.skip("="):
        parser.value()
    while filtered and parser.skip("|"):
        parser.filter_name()
    end(parser)


def call(parser: Parser, *, of_any: bool = False) -> None:
    """Read parameters, and what is called: a name, or *of_any* an expression."""
    word = parser.peek()
    if word is not None and word.text == "(":
        parser.arguments()
    if of_any:
        parser.expression()
    else:
        parser.primary()
    end(parser)


def filters(parser: Parser, *, many: bool = False) -> None:
    """Read the filter of a block, or *many* of them."""
    parser.filter_name()
    while many and parser.skip("|"):
        parser.filter_name()
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
