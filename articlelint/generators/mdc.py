"""Markdown with components, as remark-mdc reads it: Nuxt Content, and others that use it."""

from __future__ import annotations

from articlelint.markdown.vue import Vue


class Mdc(Vue):
    """Blocks begin with colons, and with data between rules."""

    has_unknown_constructs = True
