"""What the programs of a repository name: folders and files that a build makes or brings.

A script that copies another repository's pages, a workflow that checks one out, a task that draws
diagrams: what they put into the site need not be in a checkout.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.destinations.repository import up_to_repository
from articlelint.generators.reading import Reader, mapping, text
from articlelint.generators.tree import tree
from articlelint.text.files import exists
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ENDINGS: Final = (".sh", ".bash", ".mk", ".ps1", ".bat", ".cmd")
_LANGUAGES: Final = (".py", ".js", ".mjs", ".cjs", ".ts", ".mts", ".rb", ".rake", ".go", ".pl")
"""Of programs, where their folder says that they are tools, or they lie at the root."""
_TOOLS: Final = frozenset(
    {
        *("scripts", "script", "_scripts", "tools", "tool", "hack", "bin", "ci", "build", "tasks"),
        *("automation", "util", "utils", "build-tools", "website-scripts", "_plugins", "gulp"),
    }
)
_NAMES: Final = frozenset(
    {
        *("makefile", "gnumakefile", "rakefile", "justfile", ".justfile", "taskfile.yml"),
        *("taskfile.yaml", "dockerfile", "gulpfile.js", "gruntfile.js", "magefile.go"),
    }
)
_MADE: Final = regex(
    r"^((?:[\w./-]+[ \t]+)*[\w./-]+\.mdx?)[ \t]*:(?![:=])"
    r"|(?:>|\s--out(?:put)?(?:-(?:path|file))?[= ])[ \t]*([\w./-]+\.mdx?)(?![\w.])",
    re.MULTILINE,
)
"""A target, or where a program writes to."""
_HIDDEN: Final = (".gitlab-ci.yml", ".travis.yml", ".readthedocs.yaml", ".readthedocs.yml")
_WORKFLOWS: Final = (".github/workflows", ".github/actions", ".circleci", ".buildkite", ".forgejo")
_SCRIPTS: Final = (".github", ".ci", ".circleci", ".buildkite", ".forgejo", ".gitlab")
_SKIPPED: Final = frozenset({"node_modules", "vendor", "third_party", "dist", "public", "themes"})
_ROOTS: Final = frozenset({"assets", "content", "docs", "public", "source", "src", "static"})
"""Folders that generators look into, whether they are there or not."""
_SETTINGS: Final = (".toml", ".yml", ".yaml", ".cfg", ".ini", "conf.py", ".config.js", ".config.ts")
_DOWNLOAD: Final = regex(
    r"(?<![\w.+-])[\w+-][\w.+-]{0,200}?\.(?:docx|epub|mobi|pdf|tar\.gz|tgz|zip)\b"
)
"""What a build makes of a whole site, and a configuration gives its name."""
_FILES_AT_MOST: Final = 300
_BYTES_AT_MOST: Final = 300_000

_CONFIGURES: Final = regex(r"^\.|conf(?:ig)?\.")
"""Names of configurations written in a language: what they name is looked for anyway."""
_URL: Final = regex(r"\b[a-z][a-z+]{1,9}://[^\s\"'`)]*")
_LINE: Final = regex(r"[^\r\n]+")
_READS: Final = regex(r"\s*(?:#|//|\*|import\b|export\b.* from\b|from\b|.*\brequire\()")
"""Comments and imports, which put nothing anywhere."""
_PATH: Final = regex(r"(?<![\w.@+-])(?:[\w.@+-]*+(?:[/\\][\w.@+-]++)++[/\\]?|[\w.@+-]++[/\\])")
_NAME: Final = regex(r"[\w@+-][\w.@+-]*+")
_FILE: Final = regex(r".*\.\w{2,5}\b")
_PUTS: Final = regex(
    r"\s*(?:-\s+)?(?:run:\s*)?(?:[A-Z_]+=\S+\s+)*(?:sudo )?(?:cp|mv|rsync|mkdir|ln|git clone"
    r"|git worktree|unzip|tar|curl|wget|path:|destination:|dest:)(?=[\s:]|$)"
)
"""A command whose arguments are folders, though they have no slash."""
_WORD: Final = regex(r"(?<![\w.$-])[\w@][\w.@+-]*")
_STRING: Final = regex(r"[\"']([\w@][\w.@+-]{2,60})[\"']")
_KEEPS: Final = regex(r"\bkeep_files:\s*[\"']?true|\bclean:\s*[\"']?false|\bclean-exclude:")
"""Actions that publish a site and leave what others have put beside it: peaceiris/actions-gh-pages,
JamesIves/github-pages-deploy-action."""
_PUBLISHES: Final = regex(
    r"gh-pages|github-pages|/deploy-pages|\brsync\b|\bscp\b|\bsftp\b|\bs3 (?:sync|cp)\b|\bgsutil\b"
    r"|\bazcopy\b|\bwrangler\b|\bsurge\b|firebase(?:-tools)? deploy"
    r"|action-hosting-deploy|kubectl apply"
)


def are_named(root: Path, places: Iterable[str]) -> bool:
    """Tell whether programs name what is missing at one of *places*, paths relative to *root*.

    That is the topmost folder that is not there, or the file itself, of the places of which the
    least is missing: where a folder is there in one, no program is needed to make it in another.
    """
    missing = {place: _missing_parts(root, place) for place in places}
    least = min(missing.values(), default=0)
    return any(_is_named(root, place, least) for place in missing if missing[place] == least)


def _is_named(root: Path, place: str, missing: int) -> bool:
    parts = place.split("/")
    there = len(parts) - missing
    if there == 0 and parts[0] in _ROOTS:
        there = 1
    return there < len(parts) and is_named(root, parts[there])


def is_named(root: Path, name: str) -> bool:
    """Tell whether programs have the name of a file or folder."""
    return name.lower() in _named(root)


def _missing_parts(root: Path, place: str) -> int:
    """Return how many of the folders and the file at *place* are not there."""
    parts = place.split("/")
    path = root
    for number, name in enumerate(parts):
        path = path / name
        if not exists(path):
            return len(parts) - number
    return 0


def keeps_others(root: Path) -> bool:
    """Tell whether the site is published beside what others have put there."""
    return any(map(_KEEPS.search, _sources(root)))


def publishes_itself(root: Path) -> bool:
    """Tell whether a program takes the site to its host."""
    return any(map(_PUBLISHES.search, _sources(root)))


@lru_cache(maxsize=64)
def made_by_make(makefile: Path) -> frozenset[str]:
    """Return the articles that Make makes by *makefile*, relative to its folder."""
    source = Reader(makefile.parent).text(makefile.name)
    found: set[str] = set()
    if ".md" in source and len(source) <= _BYTES_AT_MOST:
        for match in _MADE.finditer(source):
            found.update((match[1] or match[2]).split())
    return frozenset(each.removeprefix("./") for each in found)


@lru_cache(maxsize=64)
def _named(root: Path) -> frozenset[str]:
    """Return, in lower case, the names of folders and files that programs have."""
    found: set[str] = set()
    for source in _sources(root):
        for line in _LINE.findall(_URL.sub(" ", source)):
            if _READS.match(line):
                continue
            for path in _PATH.findall(line):
                found.update(path.replace("\\", "/").split("/"))
            found.update(file[0] for file in map(_FILE.match, _NAME.findall(line)) if file)
            found.update(_STRING.findall(line))
            if _PUTS.match(line):
                found.update(_WORD.findall(line))
    for settings in _settings(root):
        found.update(_DOWNLOAD.findall(settings))
    return frozenset(map(str.lower, found))


@lru_cache(maxsize=64)
def _sources(root: Path) -> tuple[str, ...]:
    """Return the texts of the programs of the site at *root* and of its repository."""
    folders = up_to_repository(root)
    found: list[str] = []
    reader = Reader(folders[-1])
    for name in islice(_programs(folders[-1]), _FILES_AT_MOST):
        source = reader.text(name)
        if len(source) <= _BYTES_AT_MOST:
            found.append(source)
    for folder in folders:
        found += _commands(Reader(folder))
    return tuple(found)


def _hidden(root: Path) -> Iterator[str]:
    """Yield those that are hidden, or in hidden folders, which the tree leaves out."""
    yield from _HIDDEN
    for folder in _WORKFLOWS:
        for path in sorted((root / folder).glob("**/*.y*ml")):
            yield str(path.relative_to(root))
    for folder in _SCRIPTS:
        for path in sorted((root / folder).glob("**/*.*")):
            if path.name.endswith((*_ENDINGS, *_LANGUAGES)):
                yield str(path.relative_to(root))


def _programs(root: Path) -> Iterator[str]:
    yield from _hidden(root)
    for name in tree(root) or ():
        *parents, last = name.lower().split("/")
        if not _SKIPPED.isdisjoint(parents):
            continue
        if last in _NAMES or last.endswith(_ENDINGS):
            yield name
        elif not last.endswith(_LANGUAGES) or _CONFIGURES.search(last):
            continue
        elif not parents or not _TOOLS.isdisjoint(parents):
            yield name


def _settings(root: Path) -> Iterator[str]:
    """Yield the configurations beside the site's and its repository's."""
    for folder in up_to_repository(root):
        reader = Reader(folder)
        for path in sorted(folder.glob("*.*")):
            if path.name.endswith(_SETTINGS) and path.is_file():
                source = reader.text(path.name)
                if len(source) <= _BYTES_AT_MOST:
                    yield source


def _commands(reader: Reader) -> Iterator[str]:
    """Yield the commands in configurations of hosts and packages."""
    build = mapping(reader.toml("netlify.toml").get("build"))
    vercel = reader.json("vercel.json")
    scripts = mapping(reader.json("package.json").get("scripts"))
    for each in (build.get("command"), vercel.get("buildCommand"), *scripts.values()):
        if command := text(each):
            yield "\n".join(part.strip() for part in command.split("&&"))
