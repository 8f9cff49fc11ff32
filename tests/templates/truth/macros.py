"""Builds each page of a list with MkDocs and its macros plugin; see generate.py.

python macros.py < pages.json > answers.jsonl
"""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

CONFIGURATION = """\
site_name: Probe
theme:
  name: null
  custom_dir: theme
plugins:
- macros
"""


def main() -> None:
    """Build each page; an error takes the page's place, unless ``on_error_fail`` is set."""
    build = import_module("mkdocs.commands.build").build  # for this script alone, and untyped
    load_config = import_module("mkdocs.config").load_config

    logging.disable(logging.CRITICAL)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    sys.stdout = sys.stderr
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for place, text in (
            ("mkdocs.yml", CONFIGURATION),
            ("docs/note.html", "NOTE"),
            ("theme/main.html", "{{ page.content }}"),
        ):
            (root / place).parent.mkdir(exist_ok=True)
            (root / place).write_text(text, encoding="utf-8")
        for text in json.load(sys.stdin):
            (root / "docs" / "index.md").write_text(text, encoding="utf-8")
            build(load_config(str(root / "mkdocs.yml")))
            page = (root / "site" / "index.html").read_text(encoding="utf-8")
            print(json.dumps(answer(page)), file=answers, flush=True)
    versions = [f"{name} {version(name)}" for name in ("mkdocs-macros-plugin", "jinja2")]
    print(json.dumps({"version": ", ".join(versions)}), file=answers)


def answer(page: str) -> dict[str, object]:
    """Return what the page shows, or the error that it shows instead."""
    if "Macro " not in page or "Error" not in page:
        return {"html": page}
    return {"error": page, "line": None}


if __name__ == "__main__":
    main()
