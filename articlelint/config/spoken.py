"""The language that a configuration asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.language import add_catalogues, is_english, prefer

if TYPE_CHECKING:
    from articlelint.config.config import Config


def speak(config: Config) -> None:
    """Use the language that *config* asks for, and the catalogues of its rules."""
    if config.settings.language is not None:
        prefer(config.settings.language)
    if not is_english():
        add_catalogues(config.registry.folders)
