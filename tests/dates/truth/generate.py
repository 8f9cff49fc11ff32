"""Asks the generators themselves what they make of each line of cases.txt; writes truth.json.

    python generate.py FOLDER

FOLDER has the packages named in javascript.cjs. Also needed: node, ruby with jekyll, hugo, and
python-dateutil and mkdocs-material beside this Python. Every reader is run on a machine in UTC
and on one in Shanghai; a row ends with both answers. Of Zola, of which there is no package, the
dates of TOML are read by Python's tomllib; the rest is in ``documented.json``, by its source and
its tests.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
import tomllib
import warnings
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = HERE / "cases.txt"
TEXTS = CASES.read_text(encoding="utf-8").splitlines()
MACHINES = ("UTC", "Asia/Shanghai")
Key = tuple[str, str, str, bool, "str | None"]  # generator, text, format, quoted, site's zone


def run(command: list[str], machine: str) -> tuple[dict[Key, str], dict[str, str]]:
    """Return the answers, and the versions, that *command* prints in the zone *machine*."""
    environment = {**os.environ, "TZ": machine}
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    *rows, versions = [json.loads(line) for line in output.stdout.splitlines()]
    now = dt.datetime.now(dt.UTC)
    near = {f"{now + dt.timedelta(days=days):%Y-%m-%d}" for days in (-1, 0, 1)}
    answers: dict[Key, str] = {
        (name, text, kind, quoted, zone): "today" if result[:10] in near else result
        for name, text, kind, quoted, zone, result in rows
    }
    return answers, versions


def written(text: str, kind: str, *, quoted: bool) -> str:
    """Return front matter with this date."""
    value = f"'{text}'" if quoted else text
    if kind == "toml":
        return f"+++\ntitle = 'a'\ndate = {value}\n+++\n"
    return f"---\ntitle: a\ndate: {value}\n---\n"


def toml_value(text: str) -> object:
    """Return what *text* is as a value of TOML; None where it is none."""
    try:
        return tomllib.loads(f"date = {text}")["date"]
    except ValueError:
        return None


def hugo(machine: str) -> dict[Key, str]:
    """Return what a Hugo site shows as each page's date; year 1 is Hugo's for none."""
    answers: dict[Key, str] = {}
    for zone in (None, "Asia/Tokyo"):
        for kind in ("yaml", "toml"):
            for quoted in (False, True):
                for text in TEXTS:
                    answers["hugo", text, kind, quoted, zone] = "syntax"
                for index, result in _hugo_site(kind, zone, machine, quoted=quoted).items():
                    answers["hugo", TEXTS[index], kind, quoted, zone] = result
    return answers


def _hugo_site(kind: str, zone: str | None, machine: str, *, quoted: bool) -> dict[int, str]:
    """Build a site with all the dates; return each page's, by its number."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "layouts" / "_default").mkdir(parents=True)
        config = 'baseURL = "/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term", "404"]\n'
        config += "buildFuture = true\n"
        (root / "config.toml").write_text(config + (f'timeZone = "{zone}"\n' if zone else ""))
        template = (
            "{{ range .Site.RegularPages }}{{ .File.BaseFileName }}="
            '{{ .Date.UTC.Format "2006-01-02T15:04:05.000Z" }}\n{{ end }}'
        )
        (root / "layouts" / "index.html").write_text(template)
        (root / "layouts" / "_default" / "single.html").write_text("x")
        (root / "content").mkdir()
        for index, text in enumerate(TEXTS):
            # Hugo names one broken page a run, and nearly all are no values of TOML.
            if quoted or kind == "yaml" or toml_value(text) is not None:
                page = root / "content" / f"{index}.md"
                page.write_text(written(text, kind, quoted=quoted), encoding="utf-8")
        _hugo_build(root, machine)
        page = root / "public" / "index.html"
        lines = (line.partition("=") for line in page.read_text(encoding="utf-8").split())
        none = "0001-01-01T00:00:00"
        return {int(n): "rejected" if day.startswith(none) else day for n, _, day in lines}


def _hugo_build(root: Path, machine: str) -> None:
    """Build the site; a page whose front matter does not parse stops it, so it is taken out."""
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
    for text in TEXTS:
        spaced = " ".join(text.split())
        try:
            moment = parse(spaced, default=default)
        except (TypeError, ValueError, OverflowError):
            result = "rejected"
        else:
            other = parse(spaced, default=dt.datetime(2001, 3, 1))
            # Parts that are not written come from the clock.
            result = "today" if moment != other else instant(moment)
        answers["pelican", text, "metadata", True, None] = result
    return answers


def mkdocs() -> dict[Key, str]:
    """Return what Material's blog plugin makes of each date, read by PyYAML as MkDocs does."""
    option = import_module("material.plugins.blog.structure.options").PostDate
    metadata = import_module("mkdocs.utils.meta")
    answers: dict[Key, str] = {}
    for text in TEXTS:
        for quoted in (False, True):
            _, data = metadata.get_data(written(text, "yaml", quoted=quoted) + "text")
            result = "syntax" if "date" not in data else _post_date(option(), data)
            answers["mkdocs", text, "yaml", quoted, None] = result
    return answers


def _post_date(option: Any, data: dict[str, Any]) -> str:
    if data["date"] is None:
        return "rejected"
    try:
        option.pre_validation(data, "date")
        return instant(option.run_validation(data["date"]).created)
    except import_module("mkdocs.config.base").ValidationError:
        return "rejected"


def zola() -> dict[Key, str]:
    """Return TOML's own dates among the texts; without a zone Zola takes them for UTC."""
    answers: dict[Key, str] = {}
    for text in TEXTS:
        value = toml_value(text)
        result = "rejected" if value is not None else "syntax"
        if isinstance(value, dt.datetime):
            result = instant(value)
        elif isinstance(value, dt.date):
            result = instant(dt.datetime.combine(value, dt.time()))
        answers["zola", text, "toml", False, None] = result
    return answers


def instant(moment: dt.datetime) -> str:
    """Return *moment* in UTC as JavaScript prints it; one without a zone is in UTC."""
    try:
        aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return aware.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (OverflowError, ValueError):  # beyond Python's years, or 25 hours from UTC
        return "rejected"


def main(folder: str) -> None:
    """Ask, and write truth.json beside this script."""
    javascript = ["node", str(HERE / "javascript.cjs"), folder, str(CASES)]
    jekyll = ["ruby", str(HERE / "jekyll.rb"), str(CASES)]
    python = f"Python {platform.python_version()}"
    sources = {
        "pelican": f"python-dateutil {version('python-dateutil')}, {python}",
        "mkdocs": f"mkdocs-material {version('mkdocs-material')}, {python}",
        "zola": f"tomllib, {python}",
    }
    hugo_version = subprocess.run(["hugo", "version"], check=True, capture_output=True, text=True)
    sources["hugo"] = hugo_version.stdout.partition("+")[0].replace("hugo v", "hugo ")
    machines = []
    for machine in MACHINES:
        scripts, versions = run(javascript, machine)
        ruby, ruby_version = run(jekyll, machine)
        sources |= versions | ruby_version
        machines.append(scripts | ruby | hugo(machine))
    answers = {key: (answer, machines[1][key]) for key, answer in machines[0].items()}
    answers |= {key: (answer, answer) for key, answer in (pelican() | mkdocs() | zola()).items()}
    for generator in sources:
        first = [answers[key] for key in answers if key[:2] == (generator, TEXTS[0])]
        if not any(on_utc[:1].isdecimal() for on_utc, _ in first):
            raise SystemExit(f"{generator} does not even read {TEXTS[0]}: {first}")
    rows = [json.dumps([*key, *answers[key]], ensure_ascii=False) for key in answers]
    said = json.dumps(sources, indent=1, sort_keys=True)
    text = f'{{"sources": {said},\n"rows": [\n' + ",\n".join(rows) + "\n]}\n"
    (HERE / "truth.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
