"""The judge: every parse error of a page, at its exact place, by html5lib's tree construction.

What it changes in html5lib is in ``articlelint.html.construction``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.html.judge.construction.parser import Parser, TooLargeError
from articlelint.html.judge.construction.stack import TooDeepError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.html.judge.error import MarkupError

TOO_DEEP: Final = "too-deep"
"""The code of the error that says that more elements are open than the judge follows."""
TOO_LARGE: Final = "too-large"
"""The code of the error that says that the page is more work than the judge does."""
UNJUDGED: Final = "unjudged"
"""The code of the error that says that html5lib itself failed on the page."""
GIVEN_UP: Final = frozenset({TOO_DEEP, TOO_LARGE, UNJUDGED})

CRASHES: Final = (AssertionError, AttributeError, IndexError, KeyError, RecursionError, TypeError,
                  ValueError)  # fmt: skip
"""What html5lib is known to raise on markup that it did not foresee."""


def judge(
    html: str, *, document: bool = False, context: str = "div", skips_clean: bool = True
) -> Sequence[MarkupError]:
    """Return the parse errors of *html*, in the order in which a browser meets them.

    A fragment is judged as the content of a *context* element (``svg path`` is one too). No
    text makes it fail: where html5lib does, or where the page is too deep or too large, the
    last error says so. What the screen knows to be clean is skipped, which changes nothing but
    the time it takes; *skips_clean* false looks at it all.
    """
    parser = Parser(html, document=document, context=context, skips_clean=skips_clean)
    try:
        parser.run()
    except TooDeepError:
        parser.give_up(TOO_DEEP)
    except TooLargeError:
        parser.give_up(TOO_LARGE)
    except CRASHES as error:
        parser.give_up(UNJUDGED, f"{type(error).__name__}: {error}")
    return parser.markup_errors
