r"""The harness that runs a rule's page: its examples are its tests. For plugin authors too.

A page is the Markdown file beside a rule. Its fences, in order, are examples:

- ```` ```md bad ````: a text with defects. A ```` ```text diagnostics ```` fence must follow,
  with exactly what the rule says; then ```` ```md fixed ```` where the rule attaches fixes (all
  safe ones made; ```` ```md fixed unsafe ```` with the unsafe ones too).
- ```` ```md good ````: a text in which the rule finds nothing.
- ```` ```toml options ````: the rule's options for the example that follows.

The first word may be ``md``, ``html``, ``mdx`` or ``markdown``: it is the file's extension. Words
behind ``bad`` and ``good`` set the scene: ``generator=hexo``, ``path=source/_posts/a.md``,
``today=2024-05-01``, ``site.KEY=VALUE`` for a setting (``a,b`` is a list), ``escaped`` (Python's
``\uFEFF``, ``\r`` and so on are read), ``bytes`` (``\xNN`` is that byte, whatever the encoding),
``unterminated`` (no newline at the end). A ```` ```text files ```` fence before an example lists
files that exist in its site, one per line, empty or with what a ``data:`` URL behind the name holds
(``images/a.png data:image/png;base64,iVBO...``); ```` ```md also path=... ```` is another article
of the site, for rules that compare articles; ```` ```toml answers ```` is what the network
says: by URL, a table of an answer's fields (``"https://a.example.edu/" = { status = 404 }``).

In ``conftest.py``: ``pytest_plugins = ["articlelint.testing"]``. In a test::

    @pytest.mark.parametrize("rule", rules_of("my_rules"), ids=lambda rule: rule.name)
    def test_page(rule, accept):
        check_page(rule, accept=accept)

``pytest --accept`` rewrites the diagnostics and fixed fences of pages for review.
"""

from __future__ import annotations

import inspect
import re
import tempfile
import tomllib
from base64 import b64decode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

import pytest

from articlelint.article import Article
from articlelint.linting.fixing import fix
from articlelint.linting.keyed import Entry, Origin, found_among
from articlelint.linting.linter import gather, lint
from articlelint.linting.registry import page_places, rules_of
from articlelint.linting.rule import Rule, SiteRule, configure
from articlelint.online.model import Answer, Answers, Outcome, is_accepted
from articlelint.recognition import site_for
from articlelint.text.edit import Applicability
from articlelint.text.regex import regex
from articlelint.text.source import decode
from articlelint.urls.flaws import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articlelint.diagnostic import Diagnostic

__all__ = [
    "Example",
    "Page",
    "accept",
    "article_of",
    "check_page",
    "diagnostics_of",
    "load_page",
    "rules_of",
]

FENCE = regex(
    r"^(?P<fence>`{3,})(?P<language>\w+) "
    r"(?P<kind>bad|good|also|fixed|diagnostics|options|files|answers)"
    r"(?P<words>[^\n`]*)\n(?P<text>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_ESCAPE = regex(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[nrt0\\])")

_BYTE = regex(rb"\\x([0-9a-fA-F]{2})")


@dataclass
class Example:
    """One example of a page, with the fences that belong to it."""

    text: str
    language: str
    bad: bool
    words: tuple[str, ...] = ()
    options: dict[str, object] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    others: tuple[Example, ...] = ()
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    diagnostics: re.Match[str] | None = None
    fixed: list[re.Match[str]] = field(default_factory=list)
    line: int = 1

    def setting(self, name: str) -> str | None:
        """Return the value of ``name=`` behind the fence, or None."""
        for word in self.words:
            if word.startswith(f"{name}="):
                return word.partition("=")[2]
        return None

    @property
    def data(self) -> bytes:
        """Return the file's bytes."""
        data = self.text.encode()
        if "bytes" in self.words:
            return _BYTE.sub(lambda match: bytes([int(match[1], 16)]), data)
        return data

    @property
    def escaped(self) -> bool:
        """Tell whether the text has Python escapes."""
        return "escaped" in self.words


@dataclass
class Page:
    """A rule's page, taken apart."""

    path: Path
    text: str
    title: str
    examples: list[Example]


def load_page(path: Path) -> Page:
    """Return the page at *path*; raises ValueError for a fence that belongs to no example."""
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    examples: list[Example] = []
    options: dict[str, object] = {}
    files: tuple[str, ...] = ()
    others: tuple[Example, ...] = ()
    answers: dict[str, dict[str, Any]] = {}
    for match in FENCE.finditer(text):
        words = tuple(match["words"].split())
        line = text.count("\n", 0, match.start()) + 1
        match match["kind"]:
            case "options":
                options = tomllib.loads(match["text"])
            case "answers":
                answers = tomllib.loads(match["text"])
            case "files":
                files = tuple(match["text"].split("\n")[:-1])
            case "also":
                content = _content(match["text"], words)
                others += (Example(content, match["language"], bad=False, words=words, line=line),)
            case "bad" | "good" as kind:
                content = _content(match["text"], words)
                examples.append(
                    Example(
                        content,
                        match["language"],
                        bad=kind == "bad",
                        words=words,
                        options=options,
                        files=files,
                        others=others,
                        answers=answers,
                        line=line,
                    )
                )
                options, files, others, answers = {}, (), (), {}
            case kind:
                if not examples or not examples[-1].bad:
                    raise ValueError(f"{path}:{line}: {kind} without a bad example before it")
                if kind == "diagnostics":
                    examples[-1].diagnostics = match
                else:
                    examples[-1].fixed.append(match)
    return Page(path, text, title, examples)


def _content(text: str, words: Sequence[str]) -> str:
    if "unterminated" in words:
        text = text.removesuffix("\n")
    if "escaped" in words:
        return _ESCAPE.sub(lambda match: match[0].encode().decode("unicode_escape"), text)
    return text


def _content_of_data_url(data: str) -> bytes:
    header, _, body = data.partition(",")
    content = unquote_to_bytes(body)
    return b64decode(content) if header.endswith(";base64") else content


def _escape(text: str) -> str:
    def escape(match: re.Match[str]) -> str:
        character = match[0]
        return {"\r": "\\r", "\t": "\\t", "\\": "\\\\"}.get(character) or f"\\u{ord(character):04x}"

    odd = r"[\\\x00-\x09\x0b-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
    return re.sub(odd, escape, text)


def check_page(rule_class: type[Rule], *, accept: bool = False) -> None:
    """Run every example of *rule_class*'s page; raises AssertionError with the differences.

    It also checks that the heading is the rule's name, that the first sentence is the class's
    docstring, that there is a bad and a good example, that a second fix changes nothing, and that
    ``fixable`` is the best applicability seen.
    """
    places = [path for path in page_places(rule_class) if path.is_file()]
    assert places, f"{rule_class.name} has no page: write {page_places(rule_class)[-1]}"
    pages = [load_page(path) for path in places]
    page = next((each for each in pages if each.title == rule_class.name), pages[0])
    assert page.title == rule_class.name, f"{page.path}: the heading is not {rule_class.name}"
    summary = (inspect.getdoc(rule_class) or "").partition("\n")[0]
    assert summary, f"{rule_class.name} has no docstring"
    assert summary in page.text, f"{page.path}: the docstring's first line is not on the page"
    assert "\n## Why\n" in page.text, f"{page.path}: no section 'Why'"
    assert {example.bad for example in page.examples} == {True, False}, (
        f"{page.path}: needs a bad and a good example"
    )
    replacements: list[tuple[re.Match[str], str]] = []
    seen: set[Applicability] = set()
    for example in page.examples:
        with tempfile.TemporaryDirectory() as folder:
            replacements += _check_example(rule_class, page, example, Path(folder), seen)
    wrong = [(match, new) for match, new in replacements if match["text"] != new]
    if wrong and accept:
        text = page.text
        for match, new in sorted(wrong, key=lambda item: -item[0].start("text")):
            text = text[: match.start("text")] + new + text[match.end("text") :]
        page.path.write_text(text, encoding="utf-8")
    else:
        for match, new in wrong:
            line = page.text.count("\n", 0, match.start()) + 1
            assert match["text"] == new, f"{page.path}:{line}: not what {rule_class.name} gives"
    assert rule_class.fixable == max(seen, default=None), (
        f"{rule_class.name}.fixable is {rule_class.fixable!r}, "
        f"the page shows {max(seen, default=None)!r}"
    )
    assert rule_class.fixable is None or "## Fix safety" in page.text, (
        f"{page.path}: no section 'Fix safety'"
    )


def _check_example(
    rule_class: type[Rule], page: Page, example: Example, folder: Path, seen: set[Applicability]
) -> Iterator[tuple[re.Match[str], str]]:
    where = f"{page.path}:{example.line}"
    article = article_of(example, folder)
    rule = configure(rule_class, example.options)
    others = [article_of(other, folder, example) for other in example.others]
    diagnostics = diagnostics_of(rule, article, others)
    if not example.bad:
        assert not diagnostics, (
            f"{where}: the good example is not:\n{_render(article, diagnostics)}"
        )
        return
    assert diagnostics, f"{where}: nothing is found in the bad example"
    assert example.diagnostics, f"{where}: no diagnostics follow the bad example"
    yield example.diagnostics, _render(article, diagnostics)
    fixes = {item.fix.applicability for item in diagnostics if item.fix}
    seen |= fixes
    shown = {
        Applicability.UNSAFE if "unsafe" in match["words"] else Applicability.SAFE
        for match in example.fixed
    }
    assert shown >= fixes - {Applicability.DISPLAY} or Applicability.UNSAFE in shown, (
        f"{where}: fixes are {fixes}, but only {shown} are shown"
    )
    for match in example.fixed:
        wanted = Applicability.UNSAFE if "unsafe" in match["words"] else Applicability.SAFE
        of_site = isinstance(rule, SiteRule)
        result = fix(
            article,
            [rule],
            wanted,
            known=[rule.name],
            site_findings=diagnostics if of_site else (),
        )
        assert not result.refused, f"{where}: {result.refused}"
        assert not result.unsettled, f"{where}: the fixes do not settle"
        left = diagnostics_of(rule, result.article, others) if of_site else ()
        again = fix(result.article, [rule], wanted, known=[rule.name], site_findings=left)
        assert again.article.text == result.article.text, f"{where}: a second fix changes something"
        text = _escape(result.article.text) if example.escaped else result.article.text
        yield match, text if text.endswith("\n") or not text else text + "\n"


def article_of(example: Example, folder: Path, scene: Example | None = None) -> Article:
    """Return the article of *example*, written with its files to *folder*.

    *scene* is the example whose words set the scene, where *example* is another article of it.
    """
    scene = scene or example
    for line in example.files:
        name, _, data = line.partition(" data:")
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_content_of_data_url(data))
    overrides = dict(_site_setting(word) for word in scene.words if word.startswith("site."))
    site = site_for(folder, scene.setting("generator") or "generic", overrides)
    path = PurePosixPath(example.setting("path") or f"article.{example.language}")
    today = scene.setting("today")
    now = (
        datetime.fromisoformat(today).replace(tzinfo=UTC)
        if today
        else datetime(2024, 6, 1, tzinfo=UTC)
    )
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(example.data)
    answers = _answers(scene.answers) if scene.answers else None
    return Article(decode(example.data), target, site=site, now=now, answers=answers)


def _site_setting(word: str) -> tuple[str, object]:
    key, _, value = word.removeprefix("site.").partition("=")
    if "," in value:
        return key, value.split(",")
    return key, {"true": True, "false": False}.get(value, value)


def _answers(said: Mapping[str, Mapping[str, Any]]) -> Answers:
    """Return the network's answers as a page has them: by URL, the fields that matter."""
    answers = {}
    for url, written in said.items():
        fields = {key.replace("-", "_"): value for key, value in written.items()}
        status = fields.get("status", 0 if "outcome" in fields else 200)
        known = {"final": url, "host": host_of(url), "status": status}
        known["accepted"] = is_accepted(status, frozenset())
        known |= fields
        known["outcome"] = Outcome(known.get("outcome", Outcome.ANSWERED))
        known["head"] = known.get("head", "").encode("latin-1")
        answers[url] = Answer(**known)
    return Answers(answers)


def diagnostics_of(
    rule: Rule, article: Article, others: Sequence[Article]
) -> tuple[Diagnostic, ...]:
    """Return what *rule* finds in *article*; a site rule compares it with *others*."""
    result = lint(article, [rule], known=[rule.name])
    assert not result.crashes, result.crashes[0].traceback
    if isinstance(rule, SiteRule):
        entries: list[Entry] = []
        for number, each in enumerate((article, *others)):
            facts, crashes = gather(each, [rule])
            assert not crashes, crashes[0].traceback
            origin, path = Origin(number), Path(each.path)
            entries += (Entry(origin, path, fact) for fact in facts.get(rule.name, ()))
        own = Path(article.path)
        found = [each.diagnostic for each in found_among(rule, entries) if each.path == own]
        return tuple(sorted(found, key=lambda each: each.sort_key))
    return result.diagnostics


def _render(article: Article, diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics as pages show them, a newline after each line."""
    lines: list[str] = []
    for item in diagnostics:
        start = article.lines.position(item.span.start)
        end = article.lines.position(item.span.end)
        to = f"{end.column}" if end.line == start.line else f"{end.line}:{end.column}"
        lines.append(f"{start.line}:{start.column}-{to} {item.severity}: {item.message}")
        if item.hint:
            lines.append(f"    hint: {item.hint}")
        for related in item.related:
            place = article.lines.position(related.span.start)
            lines.append(f"    {place.line}:{place.column} {related.message}")
        if item.fix:
            lines.append(f"    {item.fix.applicability.name.lower()} fix: {item.fix.title}")
    return "".join(f"{line}\n" for line in lines)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``."""
    parser.addoption(
        "--accept", action="store_true", help="rewrite expected output, for review with git diff"
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Tell whether `--accept` was given, which rewrites the expected output."""
    return bool(request.config.getoption("--accept"))
