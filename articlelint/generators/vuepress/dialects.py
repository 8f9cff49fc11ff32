"""How VuePress reads Markdown with its default theme.

Of version 2 ``@vuepress/markdown``, ``createMarkdown``, with ``@vuepress/plugin-markdown-hint`` and
``-tab``; of version 1 ``@vuepress/markdown``, ``index.js``, and the containers of its theme.
"""

from __future__ import annotations

from articlelint.markdown.vue import Vue

_BOXES = frozenset({"tip", "warning", "danger", "details"})


class VuePressMarkdown(Vue):
    """Of VuePress 2."""

    boxes = _BOXES | {"info", "note", "caution", "important", "tabs", "code-tabs"}
    has_attributes = False
    has_alerts = False


class VuePress1Markdown(Vue):
    """Of VuePress 1.

    *may_spare_code* tells that a program of the site may put ``v-pre`` on inline code.
    """

    boxes = _BOXES | {"v-pre"}
    has_attributes = False
    has_alerts = False
    may_spare_code: bool = False
