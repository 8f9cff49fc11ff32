"""Jupyter Book before version 2, which is Sphinx with MyST-NB: https://jupyterbook.org/v1/."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.generators.reading import Reader, folder, mapping, text, texts
from articlelint.generators.sphinx import Sphinx, made
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.generators.settings import Settings

_CONTENTS = "_toc.yml"
_OLD = regex(r"^- (?:file|part|header):", re.MULTILINE)
_NEW = regex(r"^(?:format\s*:\s*jb-|root\s*:)", re.MULTILINE)


class JupyterBook(Sphinx):
    """Jupyter Book publishes every source below ``_config.yml``, in ``_toc.yml`` or not."""

    name = "jupyter-book"
    title = "Jupyter Book"
    markers = frozenset({_CONTENTS})

    def recognises(self, root: Path) -> bool:
        """Look for a ``_toc.yml`` of Jupyter Book."""
        contents = Reader(root).text(_CONTENTS)
        return bool(_NEW.search(contents) or _OLD.search(contents))

    def settings(self, root: Path) -> Settings:
        """Read ``_config.yml``: "Configuration reference"."""
        reader = Reader(root)
        config = reader.yaml("_config.yml")
        sphinx = mapping(mapping(config.get("sphinx")).get("config"))
        static = sphinx.get("html_static_path", ["_static"])
        return reader.with_problems(
            made(
                texts(config.get("exclude_patterns")),
                text(sphinx.get("language")),
                substitutes=True,
                strikes=False,
                static=tuple(folder(each, ".") for each in texts(static)),
            )
        )
