"""Reads each page of a list as Pelican does with its plugin jinja2content; see generate.py.

python jinja2content.py < pages.json > answers.jsonl
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


def main() -> None:
    """Read each page; Pelican itself leaves out the articles at which that stops."""
    settings_of = import_module("pelican.settings").read_settings  # for this script alone, untyped
    readers = import_module("pelican.readers").Readers
    article = import_module("pelican.contents").Article
    import_module("pelican.plugins.jinja2content").register()

    logging.disable(logging.CRITICAL)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    sys.stdout = sys.stderr
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "note.html").write_text("NOTE", encoding="utf-8")
        settings = settings_of(override={"PATH": name, "SITEURL": ""})
        for text in json.load(sys.stdin):
            (root / "page.md").write_text(text, encoding="utf-8")
            answer: dict[str, object]
            try:
                page = readers(settings).read_file(name, "page.md", content_class=article)
                answer = {"html": page.content}
            except Exception as error:  # noqa: BLE001 - pelican, generators.py: "Could not process"
                line = getattr(error, "lineno", None)
                answer = {"error": f"{type(error).__name__}: {error}", "line": line}
            print(json.dumps(answer), file=answers, flush=True)
    names = ("pelican", "pelican-jinja2content", "jinja2")
    versions = [f"{name} {version(name)}" for name in names]
    print(json.dumps({"version": ", ".join(versions)}), file=answers)


if __name__ == "__main__":
    main()
