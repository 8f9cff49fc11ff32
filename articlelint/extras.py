"""Packages that only some runs need, and that are installed with an extra of ours."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from articlelint.errors import ArticlelintError


def required(module: str, extra: str, by: str) -> Any:
    """Import *module*, which the *extra* brings.

    Raises ArticlelintError, which says that it is needed *by* something and how to have it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ArticlelintError(
            f'{by} needs {error.name}, which is not installed: pip install "articlelint[{extra}]"'
        ) from error
