"""Loads turbohtml's C parser without the rest of its package.

``import turbohtml`` takes about 70 ms, three quarters of which go to parts that are not
needed here (extraction, feeds, minifiers, dates). The C core alone takes 20 ms; it only wants
to be told which record types it shall hand out for source locations.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

_CORE = "turbohtml._html"


class SourceSpan(NamedTuple):
    """Where a tag or an attribute stands; field for field turbohtml's own record."""

    start_line: int
    start_col: int
    start_offset: int
    end_line: int
    end_col: int
    end_offset: int


class SourceLocation(NamedTuple):
    """Where an element's tags and attributes stand; field for field turbohtml's own record."""

    start_tag: SourceSpan
    end_tag: SourceSpan | None
    attrs: dict[str, SourceSpan]


@cache
def parser() -> Any:
    """Return the module that has ``parse`` and ``parse_fragment``."""
    if "turbohtml" in sys.modules:
        return sys.modules["turbohtml"]
    core = _load_core()
    if core is not None:
        return core
    import turbohtml

    return turbohtml


def _load_core() -> ModuleType | None:
    """Return the C module, imported past its package; None where its layout is another."""
    package = PathFinder.find_spec("turbohtml")
    if package is None or package.submodule_search_locations is None:
        return None
    spec = PathFinder.find_spec(_CORE, list(package.submodule_search_locations))
    if spec is None or spec.loader is None:
        return None
    module = module_from_spec(spec)
    sys.modules[_CORE] = module
    spec.loader.exec_module(module)
    register = getattr(module, "_register_locations", None)
    if register is None or not hasattr(module, "parse_fragment"):
        del sys.modules[_CORE]
        return None
    register(SourceLocation, SourceSpan)
    return module
