"""The pages whose anchors an article was checked by, which its result hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

asked: Final[set[Path]] = set()
"""The pages whose anchors were asked for; who wants to know empties it before."""
