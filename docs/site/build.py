"""Builds the documentation site: ``python docs/site/build.py [FOLDER]``.

The pages are those of the repository, with links that lead from page to page of the site, the pages
of the rules with titles above their examples, and what is made from the program itself: its command
line and its generators. Without a folder it is ``build/site``; the sources are in ``FOLDER/docs``,
the pages in ``FOLDER/html``. What it needs is installed by ``pip install --group docs .``.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path

from command_line import command_line
from generator_pages import generator_pages

from articlelint import REFERENCE_TAGS, Article, project
from articlelint.testing import FENCE

ROOT = Path(__file__).parents[2]
NAV = {
    "Start": ("index.md", "getting-started.md"),
    "Use": (
        "configuration.md", "default-rules.md", "schemas.md", "adopting.md", "fixing.md",
        "suppressing.md", "output-formats.md", "editors.md", "online.md", "caching.md",
        "performance.md", "scale.md", "language.md", "security.md", "command-line.md",
        "troubleshooting.md",
    ),
    "Extend": ("writing-rules.md", "writing-generators.md", "reference.md", "python-api.md"),
    "Project": ("comparison.md", "changelog.md", "contributing.md"),
    "中文": ("README.zh.md", "getting-started.zh.md"),
}  # fmt: skip
TITLES = {"bad": "Found", "good": "Nothing to find", "also": "Another article of the site",
          "fixed": "After the fix", "diagnostics": "What is printed", "options": "Configured",
          "files": "Files of the site", "answers": "What the network answers"}  # fmt: skip
FENCES = re.compile(r"^(`{3,})(\w*)[^`\n]*\n(.*?)^\1[ ]*$", re.MULTILINE | re.DOTALL)
"""Fences, each with what it encloses: a fence that a longer one shows stays as it is."""
TABLE_CODE = re.compile(r"`[^`\n]+`(?=[^\n]*\|$)", re.MULTILINE)
"""Code in a row of a table: GitHub's Markdown wants its pipes escaped, Python-Markdown does not."""
STYLE = "site.css"
UNBROKEN = ".md-typeset td:first-child code { white-space: nowrap }\n"
"""Names in the first column of a table are not cut in two."""
CONFIGURATION = {
    "site_name": "articlelint",
    "docs_dir": "docs",
    "site_dir": "html",
    "extra_css": [STYLE],
    "theme": {
        "name": "material",
        "font": False,
        "features": [
            "navigation.tabs",
            "navigation.indexes",
            "content.code.copy",
            "search.highlight",
        ],
        "palette": [
            {"media": "(prefers-color-scheme: light)", "scheme": "default"},
            {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
        ],
    },
    "markdown_extensions": [
        "tables",
        "pymdownx.superfences",
        {"pymdownx.highlight": {"use_pygments": True}},
        {"toc": {"permalink": True}},
    ],
    "validation": {"links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn"}},
}


def sources() -> dict[str, str]:
    """Return the pages of the site that stand in the repository, by their paths there."""
    found = {"README.md": "index.md", "CHANGELOG.md": "changelog.md"}
    found["CONTRIBUTING.md"] = "contributing.md"
    found[".github/SECURITY.md"] = "reporting.md"
    found |= {f"docs/{path.name}": path.name for path in (ROOT / "docs").glob("*.md")}
    found["docs/rules.md"] = "rules/index.md"
    for path in (ROOT / "rules/articlelint_rules").glob("*/*.md"):
        family = path.parent.name.replace("_", "-")
        found[path.relative_to(ROOT).as_posix()] = (
            f"rules/{family}/{path.stem.replace('_', '-')}.md"
        )
    return dict(sorted(found.items()))


def page(source: str, targets: dict[str, str]) -> str:
    """Return the page of the site that is made of *source*; raises ValueError for a broken link."""
    text = project.addressed((ROOT / source).read_text(encoding="utf-8"))
    here, target = posixpath.dirname(source), targets[source]
    edits: dict[tuple[int, int], str] = {}
    for link in Article(text, source).links:
        is_looked_up = link.place in REFERENCE_TAGS  # of a template tag that is shown as code
        if link.path and not is_looked_up and not re.match(r"[a-z]+:|/", link.url):
            wanted = posixpath.normpath(posixpath.join(here, link.path))
            if wanted not in targets:
                raise ValueError(f"{source}: {link.url} is no page of the site")
            leads = posixpath.relpath(targets[wanted], posixpath.dirname(target) or ".")
            start = link.span.start
            edits[start, start + len(link.path)] = leads
    for (start, end), leads in sorted(edits.items(), reverse=True):
        text = text[:start] + leads + text[end:]
    text = text.replace("](docs/example.svg)", "](example.svg)")
    text = TABLE_CODE.sub(lambda match: match[0].replace("\\|", "|"), text)
    return FENCES.sub(_fence, text)


def _fence(match: re.Match[str]) -> str:
    """Return a fence of the site: an example has a title that says what it is.

    Other words behind the language are for our tests, and Python-Markdown takes no such fence.
    """
    example = FENCE.fullmatch(match[0])
    if example is not None:
        return _example(example)
    fence, language, text = match.groups()
    return f"{fence}{language}\n{text}{fence}"


def _example(match: re.Match[str]) -> str:
    words = dict(word.partition("=")[::2] for word in match["words"].split())
    said = [
        TITLES[match["kind"]],
        *(words[each] for each in ("path", "generator") if each in words),
    ]
    title = ": ".join(said[:2]) + (f" ({said[2]})" if len(said) > 2 else "")
    fence = match["fence"]
    return f'{fence}{match["language"]} title="{title}"\n{match["text"]}{fence}'


def navigation(pages: dict[str, str]) -> list[dict[str, object]]:
    """Return the navigation: what NAV says, and every rule and generator."""
    families: dict[str, list[str]] = {}
    for name in sorted(pages):
        if name.startswith("rules/") and name.count("/") == 2:
            families.setdefault(name.split("/")[1], []).append(name)
    nav: list[dict[str, object]] = [{title: list(names)} for title, names in NAV.items()]
    generators = sorted(name for name in pages if name.startswith("generators/"))
    nav.insert(2, {"Generators": generators})
    rules: list[object] = ["rules/index.md"]
    rules += [
        {family: [{_name(each): each} for each in names]} for family, names in families.items()
    ]
    nav.insert(3, {"Rules": rules})
    return nav


def _name(target: str) -> str:
    return target.rpartition("/")[2].removesuffix(".md")


def assemble(folder: Path) -> dict[str, str]:
    """Write the sources of the site to *folder*, and return its pages by their paths."""
    targets = sources()
    pages = {target: page(source, targets) for source, target in targets.items()}
    pages["command-line.md"] = command_line()
    pages |= generator_pages()
    shutil.rmtree(folder / "docs", ignore_errors=True)
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "docs/example.svg", folder / "docs")
    (folder / "docs" / STYLE).write_text(UNBROKEN, encoding="utf-8")
    places = {"site_url": project.DOCUMENTATION, "repo_url": project.REPOSITORY}
    known = {key: f"{url}/" for key, url in places.items() if url}
    configuration = {
        **CONFIGURATION,
        **known,
        "nav": navigation(pages),
        "not_in_nav": "/reporting.md\n",
    }
    (folder / "mkdocs.yml").write_text(json.dumps(configuration, indent=2), encoding="utf-8")
    return pages


def main() -> int:
    """Build the site, and have articlelint check its sources."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"
    folder.mkdir(parents=True, exist_ok=True)
    pages = assemble(folder)
    sys.stdout.write(f"{len(pages)} pages in {os.path.relpath(folder / 'docs')}\n")
    commands = (
        ("mkdocs", "build", "--strict", "--quiet"),
        ("articlelint", "check", "docs", "--no-cache"),
    )
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for command in commands:
        ran = subprocess.run(
            (sys.executable, "-m", *command), cwd=folder, env=environment, check=False
        )
        if ran.returncode:
            return ran.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
