"""What a reader finds in a text: the tokens of its template language."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from articlelint.named_tuple import NamedTuple

MOST: Final = 5_000
"""So many tokens are read; a text with more of them is no article."""


class TokenKind(StrEnum):
    """What a token is; text is what lies between them."""

    EXPRESSION = "expression"
    """Puts out a value where it stands: ``{{ page.title }}``."""
    TAG = "tag"
    """Steers, opens or closes a block, calls a shortcode: ``{% if a %}``, ``{{< note >}}``."""
    COMMENT = "comment"
    """Leaves nothing in the page: ``{# ... #}``."""
    ESCAPED = "escaped"
    """Shows a tag as text: ``{{</* note */>}}``."""
    RAW = "raw"
    """What a block holds in which no token is looked for: between ``{% raw %}`` and its end."""


class Token(NamedTuple):
    """One token; offsets count from the beginning of the text that was read.

    *name* is a tag's, without ``end`` or ``/`` in a *closing* one, and empty in an expression that
    is no call by a name; *arguments* is what follows it, without blanks at both ends. In a RAW
    region *name* is that of its block, and *hidden* tells that no Markdown parser sees it either.
    One that is not *closed* has no end in the text: its own is that of its first delimiter, and
    what follows is looked at again.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    arguments: str = ""
    closing: bool = False
    closed: bool = True
    hidden: bool = False
