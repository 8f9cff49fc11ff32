"""Which settings hold for which file: configuration files, their overrides, the flags."""

from __future__ import annotations

from articlelint.config.config import Config, FileConfig, matcher
from articlelint.config.configs import Configs
from articlelint.config.declared import RUN_SETTINGS, Layer
from articlelint.errors import ConfigError

__all__ = ["RUN_SETTINGS", "Config", "ConfigError", "Configs", "FileConfig", "Layer", "matcher"]
