"""The extensions of pulldown-cmark that generators' parsers have, as bits of its ``Options``."""

from __future__ import annotations

# Written out, so that pyromark is not imported to name them.
TABLES = 1 << 1
FOOTNOTES = 1 << 2
STRIKETHROUGH = 1 << 3
TASK_LISTS = 1 << 4
HEADING_ATTRIBUTES = 1 << 6
GFM = 1 << 11
DEFINITION_LISTS = 1 << 12
WIKI_LINKS = 1 << 15
GFM_OPTIONS = TABLES | STRIKETHROUGH | TASK_LISTS
"""What GitHub Flavored Markdown has and pulldown-cmark's own GFM option (alerts) is not."""
