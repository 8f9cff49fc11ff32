"""What articlelint raises on purpose. Anything else that escapes is a defect of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ArticlelintError(Exception):
    """Base of the errors that a user can act on; the command line prints the message, exit 2."""


class ConfigError(ArticlelintError):
    """A configuration file, option or flag that cannot be used."""


class PluginError(ArticlelintError):
    """A plugin that cannot be found, imported or registered."""


class SourceError(ArticlelintError):
    """A file that cannot be read or written."""


def named(names: Iterable[str]) -> str:
    """Return *names* as a message lists them."""
    return ", ".join(f"`{name}`" for name in names)
