"""What a sample site is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RESOLVES: Final = ""
UNJUDGED: Final = "unjudged"
"""The reference leads nowhere, and nothing is said: it hangs on what is not looked at."""

PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c"
    "63606060000000040001f61738550000000049454e44ae426082"
)


class SampleSite(NamedTuple):
    """A site: its files, one article, and that article's references with what is said of each.

    *references* maps markup to RESOLVES, to UNJUDGED, or to the name of the rule, without its
    family, that reports it; what is reported resolves in no browser. Files called ``*.png``
    are images of one pixel. *article* is the path, *front_matter* its beginning. *builder* is the
    program that builds it, where that is another than the generator that it is recognised as.
    """

    name: str
    generator: str
    files: Mapping[str, str]
    article: str
    references: Mapping[str, str]
    front_matter: str = ""
    builder: str = ""

    def write(self, root: Path, body: str) -> Path:
        """Write the site below *root*, its article with *body*; return the article's path."""
        texts = {**self.files, self.article: f"{self.front_matter}{body}\n"}
        for name, text in texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(PIXEL if name.endswith(".png") else text.encode())
        return root / self.article
