"""Asks the generators themselves what they make of each line of cases.txt; writes truth.json.

    python generate.py FOLDER

FOLDER has the packages named in javascript.cjs. Also needed: node, ruby with jekyll, hugo, and
python-dateutil beside this Python. Every reader is run on a machine in UTC and on one in
Shanghai; a row ends with both answers. Zola, of which there is no package, and MkDocs are in
``documented.json`` by their source and its tests.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import warnings
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
CASES = HERE / "cases.txt"
MACHINES = ("UTC", "Asia/Shanghai")
Key = tuple[str, str, bool, "str | None"]


def run(command: list[str], machine: str) -> dict[Key, str]:
    """Return the answers that *command* prints when it runs in the zone *machine*."""
    environment = {**os.environ, "TZ": machine}
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in output.stdout.splitlines()]
    now = dt.datetime.now(dt.UTC)
    near = {f"{now + dt.timedelta(days=days):%Y-%m-%d}" for days in (-1, 0, 1)}
    return {
        (name, text, quoted, zone): "today" if result[:10] in near else result
        for name, text, quoted, zone, result in rows
    }


def hugo(machine: str) -> dict[Key, str]:
    """Return what a Hugo site shows as each page's date; year 1 is Hugo's for none."""
    texts = CASES.read_text(encoding="utf-8").splitlines()
    answers: dict[Key, str] = {}
    for zone in (None, "Asia/Tokyo"):
        for quoted in (False, True):
            for text in texts:
                answers["hugo", text, quoted, zone] = "syntax"
            with tempfile.TemporaryDirectory() as name:
                _hugo_site(Path(name), texts, zone, quoted=quoted)
                _hugo_build(Path(name), machine)
                page = Path(name, "public", "index.html")
                for line in page.read_text(encoding="utf-8").split():
                    index, _, moment = line.partition("=")
                    result = "rejected" if moment.startswith("0001-01-01T00:00:00") else moment
                    answers["hugo", texts[int(index)], quoted, zone] = result
    return answers


def _hugo_site(root: Path, texts: list[str], zone: str | None, *, quoted: bool) -> None:
    (root / "layouts").mkdir()
    config = 'baseURL = "/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term", "404"]\n'
    config += "buildFuture = true\n"
    (root / "config.toml").write_text(config + (f'timeZone = "{zone}"\n' if zone else ""))
    template = (
        "{{ range .Site.RegularPages }}{{ .File.BaseFileName }}="
        '{{ .Date.UTC.Format "2006-01-02T15:04:05.000Z" }}\n{{ end }}'
    )
    (root / "layouts" / "index.html").write_text(template)
    (root / "layouts" / "_default").mkdir()
    (root / "layouts" / "_default" / "single.html").write_text("x")
    (root / "content").mkdir()
    for index, text in enumerate(texts):
        written = f"'{text}'" if quoted else text
        page = root / "content" / f"{index}.md"
        page.write_text(f"---\ntitle: a\ndate: {written}\n---\n", encoding="utf-8")


def _hugo_build(root: Path, machine: str) -> None:
    """Build the site; a page whose YAML does not parse stops it, so it is taken out."""
    while True:
        output = subprocess.run(
            ["hugo", "--quiet"],
            cwd=root,
            env={**os.environ, "TZ": machine},
            capture_output=True,
            text=True,
            check=False,
        )
        bad = {
            part.partition(".md")[0].rpartition("/")[2]
            for part in (output.stdout + output.stderr).split('"')
            if ".md:" in part
        }
        if not bad:
            return
        for name in bad:
            (root / "content" / f"{name}.md").unlink()


def pelican() -> dict[Key, str]:
    """Return what Pelican's ``get_date`` makes of each text: pelican, ``utils.py``."""
    parse = import_module("dateutil.parser").parse  # for this reader alone, and untyped

    answers: dict[Key, str] = {}
    default = dt.datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)  # noqa: DTZ005
    warnings.simplefilter("ignore")  # dateutil warns of zones that it does not know
    for text in CASES.read_text(encoding="utf-8").splitlines():
        spaced = " ".join(text.split())
        try:
            moment = parse(spaced, default=default)
        except (TypeError, ValueError, OverflowError):
            result = "rejected"
        else:
            other = parse(spaced, default=dt.datetime(2001, 3, 1))  # noqa: DTZ001 - naive
            if moment != other:
                result = "today"  # parts that are not written come from the clock
            elif moment.tzinfo:
                result = moment.astimezone(dt.UTC).isoformat(timespec="milliseconds")
            else:
                result = moment.isoformat(timespec="milliseconds") + "Z"
        answers["pelican", text, False, None] = result.replace("+00:00", "Z")
    return answers


def main(folder: str) -> None:
    """Ask, and write truth.json beside this script."""
    javascript = ["node", str(HERE / "javascript.cjs"), folder, str(CASES)]
    jekyll = ["ruby", str(HERE / "jekyll.rb"), str(CASES)]
    machines = [
        run(javascript, machine) | run(jekyll, machine) | hugo(machine) for machine in MACHINES
    ]
    answers = {key: (answer, machines[1][key]) for key, answer in machines[0].items()}
    answers |= {key: (answer, answer) for key, answer in pelican().items()}
    rows = [json.dumps([*key, *answers[key]], ensure_ascii=False) for key in answers]
    (HERE / "truth.json").write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
