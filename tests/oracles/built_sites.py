"""Builds the sample sites with their generators and looks where each reference leads.

    python tests/oracles/built_sites.py LIBRARIES [GENERATOR ...]

LIBRARIES holds folders ``gatsby`` (gatsby 5, react 18, gatsby-source-filesystem,
gatsby-transformer-remark, gatsby-remark-autolink-headers, gatsby-remark-copy-linked-files),
``nuxt-content`` (nuxt, @nuxt/content; unstorage 1.16), ``hexo``, ``eleventy``, ``astro``,
``docusaurus``, ``vitepress``, ``vuepress``, ``vuepress1`` and ``docsify``, each with a
``node_modules`` (hexo, hexo-renderer-marked; @11ty/eleventy; astro; vitepress; @docusaurus/core,
@docusaurus/preset-classic, react, react-dom; vuepress 2, @vuepress/bundler-vite,
@vuepress/theme-default, sass-embedded; vuepress 1; docsify 4, jsdom), and ``py``, a virtual
environment with pelican, markdown, mkdocs and mkdocs-material; in its ``bin`` are ``zensical``,
``properdocs``, ``mdbook``, ``sphinx-build`` (with myst-parser) and ``jupyter-book`` (before 2),
which want environments of their own. ``hugo``, ``jekyll`` and ``pandoc`` are on the path.

Every site is built once with all references; where that fails, without those that should not
resolve. Those are then built together, where that fails without those that the log names, and at
last one by one, since some generators stop at what they do not find. A reference resolves when the
built page names a file of the built site, and an id of that page where there is a fragment.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from sample_builds import GENERATORS  # type: ignore[import-not-found] # a script beside this one

from articlelint.recognition import find_site
from tests.sample_sites import RESOLVES, SITES, SampleSite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HOST = "https://kites.example.edu"
_URL = re.compile(r"""\s(?:src|href)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def main(libraries: Path, generators: Sequence[str]) -> int:
    """Print every reference that does not lead where the sample says; return how many there are."""
    references = wrong = 0
    for sample in SITES:
        builder = sample.builder or sample.generator
        if builder in (generators or GENERATORS) and builder in GENERATORS:
            found = list(_disagreements(sample, libraries))
            references += len(sample.references)
            wrong += len(found)
            print(f"{sample.name}: {len(sample.references)} references, {len(found)} wrong")
            print("".join(f"  {line}\n" for line in found), end="")
    print(f"{references} references, {wrong} not as the sample says")
    return wrong


def _disagreements(sample: SampleSite, libraries: Path) -> Iterable[str]:
    references = list(sample.references)
    hits = [markup for markup in references if sample.references[markup] == RESOLVES]
    built = _together(sample, [references, hits], libraries)
    others = [markup for markup in references if markup not in built]
    log = _build(sample, others, libraries) if others else {}
    if isinstance(log, str):
        unnamed = [markup for markup in others if _target(markup) not in log]
        log = _together(sample, [unnamed, *([markup] for markup in others)], libraries)
    built |= log
    for markup, problem in built.items():
        expected = sample.references[markup]
        if (expected == RESOLVES) != (problem == ""):
            yield f"{markup}  {expected or 'resolves'}? {problem or 'it resolves'}"


def _together(
    sample: SampleSite, groups: Sequence[Sequence[str]], libraries: Path
) -> dict[str, str]:
    """Build the groups one after the other; stop after one that has all there is to know."""
    found: dict[str, str] = {}
    for group in groups:
        if group and not found.keys() >= set(group):
            built = _build(sample, group, libraries)
            if not isinstance(built, str):
                found |= built
            elif len(group) == 1:
                found[group[0]] = f"the build stops: {built[-400:]}"
    return found


def _target(markup: str) -> str:
    """Return the last part of what is written as the target, as the log of a build names it."""
    quoted = re.findall(r"""[("']([^()"']+)[)"']""", markup)  # also within `require` of JSX
    written = re.findall(r"[^\s()\"'<>\[\]/#]+", quoted[-1] if quoted else markup)
    return written[-1] if written else markup


def _build(sample: SampleSite, references: Sequence[str], libraries: Path) -> dict[str, str] | str:
    """Return what is wrong with each reference, "" for nothing; the log where the build fails."""
    generator = GENERATORS[sample.builder or sample.generator]
    body = "\n\n".join(f"Q{index}S {markup} Q{index}E" for index, markup in enumerate(references))
    # Astro finds nothing of Starlight's where the site and its packages have no folder in common.
    with tempfile.TemporaryDirectory(dir=libraries.parent) as name:
        root = Path(name).resolve() / "site"
        for path, text in generator.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        article = sample.write(root, body)
        base = find_site(article, root.parent).settings.base_path
        if generator.modules:
            modules = root / "node_modules"
            modules.mkdir()
            for module in (libraries / generator.modules / "node_modules").iterdir():
                if module.name != ".cache":  # of another site
                    (modules / module.name).symlink_to(module)
        here = str(Path(__file__).parent)
        program, *arguments = [each.replace("HERE", here) for each in generator.command]
        if program.startswith("py/"):
            program = str(libraries / program)
        environment = {
            **os.environ,
            "CI": "1",
            "NO_UPDATE_NOTIFIER": "1",
            "ASTRO_TELEMETRY_DISABLED": "1",
        }
        done = subprocess.run(
            [program, *arguments], cwd=root, env=environment, check=False,
            capture_output=True, text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        output = root / generator.output
        page = _page(output, [f"Q{index}S" for index in range(len(references))])
        if done.returncode or page is None:
            log = (done.stderr + done.stdout).splitlines()
            # What is only warned of does not stop the build.
            return " | ".join(line for line in log if line.strip() and "[WARNING]" not in line)
        html = page.read_text(encoding="utf-8")
        return {
            markup: _problem(html, index, page, output, base)
            for index, markup in enumerate(references)
        }


def _page(output: Path, marks: Sequence[str]) -> Path | None:
    """Return the built page of the article, not one that quotes it."""
    pages = [
        path
        for path in output.rglob("*.html")
        if all(mark in path.read_text(encoding="utf-8", errors="replace") for mark in marks)
    ]
    return max(pages, key=lambda path: len(str(path)), default=None)


def _problem(html: str, index: int, page: Path, output: Path, base: str) -> str:
    parts = re.findall(rf"Q{index}S(.*?)Q{index}E", html, re.DOTALL)
    found = next(filter(None, map(_URL.search, parts)), None)  # not in the page's description
    if found is None:
        return "no URL on the page"
    url = unescape(next(group for group in found.groups() if group is not None))
    relative = page.relative_to(output).as_posix()
    here = f"{_HOST}{base}{relative.removesuffix('index.html')}"
    target = urlsplit(urljoin(here, url))
    if url.lstrip("'").startswith("data:image/"):
        return ""  # bundlers put small images into the page, or a blurred one until it is there
    if f"{target.scheme}://{target.netloc}" != _HOST:
        return f"`{url}` leads to another host"
    if not f"{target.path}/".startswith(base):
        return f"`{url}` leads out of `{base}`"
    file = output / unquote(target.path.removeprefix(base.rstrip("/")).lstrip("/"))
    if file.is_dir() and ((file / "index.html").is_file() or target.path.endswith("/")):
        file = file / "index.html"
    if (
        not target.path.endswith("/")
        and not file.suffix
        and (plain := Path(f"{file}.html")).is_file()
    ):
        file = plain
    if not file.is_file():
        return f"`{url}` is no file of the built site"
    if not target.fragment or file.suffix != ".html":
        return ""
    fragment = re.escape(unquote(target.fragment))
    text = unescape(file.read_text(encoding="utf-8"))
    found_id = re.search(rf"""\b(?:id|name)=["']?{fragment}["'\s>]""", text)
    return "" if found_id else f"`{url}` names no id of {file.name}"


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]).absolute(), sys.argv[2:])))
