"""A case: a small site, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint import SAFE, UNSAFE, Applicability, api
from articlelint.report.alike import gathered
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from articlelint.report.finding import Finding
    from articlelint.report.report import Report


class Surroundings(NamedTuple):
    """The files of a kind of site, and where one of its articles lies."""

    files: Mapping[str, str]
    article: str


SITES: Final = {
    "plain": Surroundings({}, "notes/a.md"),
    "astro": Surroundings(
        {"astro.config.mjs": "export default { site: 'https://a.example.edu' };\n"},
        "src/content/blog/a.md",
    ),
    "docusaurus": Surroundings(
        {"docusaurus.config.js": "module.exports = { title: 'Kites' };\n"}, "docs/a.md"
    ),
    "eleventy": Surroundings(
        {
            "package.json": '{"devDependencies": {"@11ty/eleventy": "3.0.0"}}\n',
            ".eleventy.js": "module.exports = function () {};\n",
        },
        "posts/a.md",
    ),
    "hexo": Surroundings(
        {
            "_config.yml": "title: Kites\nurl: https://a.example.edu\n",
            "package.json": '{"dependencies": {"hexo": "7.3.0", "hexo-renderer-marked": "6"}}\n',
        },
        "source/_posts/a.md",
    ),
    "hugo": Surroundings(
        {
            "hugo.toml": 'baseURL = "https://a.example.edu/"\n'
            "[markup.goldmark.renderer]\nunsafe = true\n"
        },
        "content/posts/a.md",
    ),
    "jekyll": Surroundings(
        {"_config.yml": "title: Kites\n", "Gemfile": 'gem "jekyll", "~> 4.3"\n'},
        "_posts/2024-05-03-a.md",
    ),
    "mkdocs": Surroundings({"mkdocs.yml": "site_name: Kites\n"}, "docs/a.md"),
    "pelican": Surroundings({"pelicanconf.py": "PATH = 'content'\n"}, "content/a.md"),
    "vitepress": Surroundings(
        {".vitepress/config.mjs": "export default { title: 'Kites' }\n"}, "a.md"
    ),
    "zola": Surroundings({"config.toml": 'base_url = "https://a.example.edu"\n'}, "content/a.md"),
}

_HEADING = regex(r"^## ", re.MULTILINE)
_FENCE = regex(
    r"^(?P<fence>`{3,})(?P<language>\w+) (?P<words>[^\n`]*)\n(?P<text>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_ESCAPE = regex(r"\\u[0-9a-f]{4}|\\[rt]")
_NOT_YET = regex(r"^Not yet: (?P<reason>.+)$", re.MULTILINE)


@dataclass
class Case:
    """One section of a file of cases.

    *findings* and *fixed* are the fences with what is wanted, the latter by how sure a fix is;
    their places count from the beginning of *section*.
    """

    name: str
    section: str
    site: Surroundings
    article: str
    words: Mapping[str, str]
    files: dict[str, str] = field(default_factory=dict)
    findings: re.Match[str] | None = None
    fixed: dict[Applicability, re.Match[str]] = field(default_factory=dict)
    not_yet: str | None = None


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the cases in the file at *path*; raises ValueError for a section that is none."""
    text = path.read_text(encoding="utf-8")
    outside = _FENCE.sub(lambda fence: " " * len(fence[0]), text)
    starts = [match.start() for match in _HEADING.finditer(outside)]
    for start, end in pairwise([*starts, len(text)]):
        yield _case(text[start:end])


def _case(section: str) -> Case:
    name, _, _ = section.removeprefix("## ").partition("\n")
    case: Case | None = None
    for fence in _FENCE.finditer(section):
        words = fence["words"].split()
        named = dict(word.split("=", 1) for word in words if "=" in word)
        content = fence["text"]
        if "escaped" in words:
            content = _ESCAPE.sub(_unescape, content)
        if case is None:
            site = SITES[words[0]]
            article = named.get("path", site.article)
            case = Case(name, section, site, article, named, {article: content})
        elif words == ["findings"]:
            case.findings = fence
        elif words[0] == "fixed":
            case.fixed[UNSAFE if "unsafe" in words else SAFE] = fence
        elif "file" in named:
            case.files[named["file"]] = content
        else:
            raise ValueError(f"{name}: a fence of no known kind: {fence['words']}")
    if case is None:
        raise ValueError(f"{name}: a case without an article")
    if not_yet := _NOT_YET.search(section):
        case.not_yet = not_yet["reason"]
    return case


def _unescape(match: re.Match[str]) -> str:
    return match[0].encode().decode("unicode_escape")


def written(case: Case, root: Path) -> None:
    """Write the site of *case* below *root*, which becomes a repository."""
    (root / ".git").mkdir(parents=True)
    for name, text in {**case.site.files, **case.files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _run(case: Case, root: Path, fix: Applicability | None = None) -> Report:
    select = case.words.get("select")
    today = datetime.fromisoformat(case.words.get("today", "2024-06-01"))
    configs = api.load_config(select=select.split(",") if select else None)
    named = [case.words["named"]] if "named" in case.words else []
    return api.check(
        root,
        *(root / each for each in named),
        config=configs,
        now=today.replace(tzinfo=UTC),
        fix=fix,
    )


def findings_of(case: Case, root: Path) -> str:
    """Return what is said of the site of *case*, which lies at *root*, as a case puts it down."""
    report = _run(case, root)
    assert not report.has_defects
    lines: list[str] = []
    for file, finding in gathered(report).findings:
        name = file.path.relative_to(root).as_posix()
        lines += _lines(finding, "" if name == case.article else f"{name}:")
    return "".join(f"{line}\n" for line in lines)


def _lines(finding: Finding, before: str) -> Iterator[str]:
    said, (start, end, *_) = finding.diagnostic, finding.place
    to = f"{end.column}" if end.line == start.line else f"{end.line}:{end.column}"
    place = f"{before}{start.line}:{start.column}-{to}"
    yield f"{place} {said.severity} {said.rule}: {said.message}"
    if said.hint:
        yield f"    hint: {said.hint}"
    if said.fix:
        yield f"    {said.fix.applicability.name.lower()} fix: {said.fix.title}"


def fixed_by(case: Case, root: Path, wanted: Applicability) -> str:
    """Return the article of *case*, which lies at *root*, with fixes made that are as sure."""
    _run(case, root, wanted)
    return (root / case.article).read_bytes().decode()
