"""Hugo's own shortcodes: hugo 0.168, ``tpl/tplimpl/embedded/templates/_shortcodes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.templates.hugo.lexer import Parameter


class Wanted(NamedTuple):
    """What a shortcode cannot do without: any of *keys*, or the first argument where *first*."""

    what: str
    keys: tuple[str, ...] = ()
    first: bool = True
    all: bool = False


BLOCKS: Final = frozenset({"comment", "details", "highlight", "qr"})
ALONE: Final = frozenset(
    {"figure", "gist", "instagram", "param", "ref", "relref", "twitter", "vimeo", "x", "youtube"}
)
GONE: Final = frozenset(
    {"instagram_simple", "speakerdeck", "tweet", "twitter_simple", "vimeo_simple", "x_simple"}
)
"""What some version had or has beside them."""

WANTED: Final = {
    "instagram": Wanted("the id of a post"),
    "param": Wanted("the name of a parameter"),
    "vimeo": Wanted("the id of a video", ("id",)),
    "x": Wanted("both `user` and `id`", ("user", "id"), first=False, all=True),
    "youtube": Wanted("the id of a video", ("id",)),
}
_LINKS: Final = frozenset({"ref", "relref"})


def missing(name: str, parameters: Sequence[Parameter], *, alone: bool) -> str | None:
    """Return what the shortcode *name*, ended by a slash if *alone*, lacks; None for nothing."""
    if name == "qr" and alone:
        return None if _value(parameters, "text") else "a `text`"
    if name in _LINKS:
        return None if parameters else "the path of a page"
    wanted = WANTED.get(name)
    if wanted is None:
        return None
    given = [bool(_value(parameters, key)) for key in wanted.keys]
    if wanted.all:
        return None if all(given) else wanted.what
    first = wanted.first and bool(parameters) and not parameters[0].key and parameters[0].value
    return None if first or any(given) else wanted.what


def _value(parameters: Sequence[Parameter], key: str) -> str:
    return next((each.value for each in parameters if each.key == key), "")
