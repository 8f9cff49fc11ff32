"""How each generator reads dates, one module and one table for each."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from articlelint.dates.readers.base import Reader, Reading, Verdict, Written

__all__ = ["Reader", "Reading", "Verdict", "Written", "reader_of"]

_MODULES = frozenset({"hexo"})


@cache
def reader_of(generator: str) -> Reader:
    """Return the reader of the generator with this name; the generic one where it has none."""
    name = generator if generator in _MODULES else "generic"
    module = import_module(f"articlelint.dates.readers.{name}")
    return cast(Reader, getattr(module, name.capitalize())())
