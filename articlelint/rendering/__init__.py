"""Markdown rendered to HTML, every stretch of it mapped to its source."""

from articlelint.rendering.renderer import Rendering, render
from articlelint.rendering.source_map import SourceMap

__all__ = ["Rendering", "SourceMap", "render"]
