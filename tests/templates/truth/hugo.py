"""Builds each page of a list with Hugo; see generate.py.

python hugo.py HUGO < pages.json > answers.jsonl

HUGO is the program.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = {
    "hugo.toml": "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', 'rss', "
    "'sitemap', '404', 'section']\n[markup.goldmark.renderer]\nunsafe = true\n",
    "layouts/single.html": "{{ .Content }}",
    "layouts/home.html": "home",
    "layouts/_shortcodes/plain.html": "PLAIN{{ with .Params }}{{ delimit . `,` }}{{ end }}",
    "layouts/_shortcodes/note.html": "NOTE{{ .Inner }}END",
    "layouts/_shortcodes/sub/deep.html": "DEEP",
    "layouts/_shortcodes/my-own_2.html": "OWN",
    "content/other.md": "---\ntitle: Other\n---\nOther.\n",
}
MESSAGE = re.compile(r"(?:ERROR|Error:) *(.*)")
PLACE = re.compile(r'"[^"]*?page\.md:(\d+):\d+"')


def main(hugo: str) -> None:
    """Build each page; what Hugo calls an error stops it."""
    answers = sys.stdout
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for place, text in FILES.items():
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (root / place).write_text(text, encoding="utf-8")
        page = root / "public" / "page" / "index.html"
        for text in json.load(sys.stdin):
            (root / "content" / "page.md").write_text(text, encoding="utf-8")
            page.unlink(missing_ok=True)
            run = subprocess.run(
                [hugo, "--noBuildLock", "--logLevel", "error"],
                cwd=root, capture_output=True, text=True, check=False,
            )  # fmt: skip
            print(json.dumps(answer(run, page)), file=answers, flush=True)
    run = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True)
    version = re.sub(r"-.*", "", run.stdout[run.stdout.index("hugo v") :]).strip()
    print(json.dumps({"version": version}), file=answers)


def answer(run: subprocess.CompletedProcess[str], page: Path) -> dict[str, object]:
    """Return what the page shows, or why Hugo stopped."""
    if run.returncode == 0:
        return {"html": page.read_text(encoding="utf-8")}
    said = run.stderr + run.stdout
    message, line = MESSAGE.search(said), PLACE.search(said)
    short = PLACE.sub("", message[1]) if message else said
    return {"error": short.rpartition(": : ")[2], "line": line and line[1]}


if __name__ == "__main__":
    main(*sys.argv[1:])
