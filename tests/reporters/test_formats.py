"""What single formats promise beyond their golden files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pyromark
import pytest

from articlelint.article import Article
from articlelint.diagnostic import Diagnostic, Severity
from articlelint.errors import PluginError
from articlelint.report.places import Detail
from articlelint.report.report import FileReport, Report, findings_of
from articlelint.reporters import FOLDERS, FORMATS, Style, load, names
from articlelint.reporters import markdown as markdown_format
from articlelint.reporters.fingerprint import fingerprints
from articlelint.reporters.style import harmless, visible_path

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

NASTY = (
    "##vso[task.setvariable variable=PATH]x ##[add-path]y ::error::z\n::set-env name=a::b\r"
    "\x1b]0;title\x07 \x9b2J \u202e <script>alert(1)</script> [a](javascript:b) @all #1 !2 "
    "https://e.org www.e.org ``` ]]> & -- |"
)


def one(message: str = "Wrong", path: str = "a.md", *, text: str = "x\n", at: int = 0) -> Report:
    from articlelint.text.span import Span

    diagnostic = Diagnostic("a/b", Span(at, at + 1), message, Severity.ERROR, hint=message)
    found = findings_of(Article(text), [diagnostic], ~Detail.NONE)
    return Report((FileReport(Path(path), found),), checked=1)


def lines_of(name: str, report: Report, style: Style | None = None) -> list[str]:
    form = load(name)
    assert form is not None
    return list(form.render(report, style or Style()))


class TestPage:
    PAGE = Path(__file__).parents[2] / "docs" / "output-formats.md"

    def test_it_names_every_format(self) -> None:
        rows = re.findall(r"^\| `([\w-]+)` \|", self.PAGE.read_text(encoding="utf-8"), re.MULTILINE)
        assert rows == [*FORMATS, *FOLDERS]

    def test_its_plugin_works(self) -> None:
        (code,) = re.findall(
            r"^```python\n(.*?)^```",
            self.PAGE.read_text(encoding="utf-8"),
            re.MULTILINE | re.DOTALL,
        )
        module: dict[str, Any] = {}
        exec(code, module)  # noqa: S102 - our own page
        assert list(module["render"](one("a\x1b"), Style())) == ["a.md:1 a␛"]


class TestHarmless:
    @pytest.mark.parametrize("name", FORMATS)
    def test_no_command_of_a_ci_service_gets_through(self, name: str) -> None:
        report = one(NASTY, f"::{NASTY}.md", text=f"{NASTY}\n")
        lines = lines_of(name, report)
        ours = {"github": "::", "azure": "##vso["}.get(name)
        for line in lines:
            rest = line[len(ours) :] if ours and line.startswith(ours) else line
            assert not re.search(r"##(vso)?\[", rest, re.IGNORECASE)
            assert line == rest or name in {"github", "azure"}
            assert not rest.lstrip().startswith("::")
            assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\u2028]", line)

    def test_what_is_shown_is_as_long_as_what_was_there(self) -> None:
        assert harmless("a ##[b] ##VSO[c] ### [") == "a #♯[b] #♯VSO[c] ### ["

    def test_a_path_is_no_command(self) -> None:
        assert visible_path(Path(" ::error::")) == "./ ::error::"
        assert visible_path(Path("a::b.md")) == "a::b.md"

    @pytest.mark.parametrize("name", FORMATS)
    def test_file_names_of_no_encoding_are_printed(self, name: str) -> None:
        assert "\n".join(lines_of(name, one(path="\udcff.md"))).encode("utf-8")


class TestFingerprints:
    @staticmethod
    def of(text: str, *starts: int, path: str = "a.md") -> list[str]:
        from articlelint.text.span import Span

        found = [
            Diagnostic("a/b", Span(start, start + 1), "Wrong", Severity.ERROR) for start in starts
        ]
        file = FileReport(Path(path), findings_of(Article(text), found, Detail.EXCERPTS))
        return [fingerprint for _, fingerprint in fingerprints(file, path)]

    def test_lines_may_move(self) -> None:
        moved = "new\n" * 10
        before = self.of("one x\ntwo x\n", 4, 10)
        assert self.of(f"{moved}one x\ntwo x\n", 44, 50) == before
        assert self.of(f"{moved}  one  x\r\ntwo x\n", 48, 55) == before

    def test_each_finding_has_its_own(self) -> None:
        assert len(set(self.of("x x\nx x\n", 0, 2, 4, 6))) == 4
        assert self.of("x\n", 0) != self.of("x\n", 0, path="b.md")
        assert self.of("x\n", 0) != self.of("xy\n", 0)

    def test_gitlab_and_sarif_have_the_same(self) -> None:
        (issue,) = json.loads("\n".join(lines_of("gitlab", one())))
        run = json.loads("\n".join(lines_of("sarif", one())))["runs"][0]
        assert list(run["results"][0]["partialFingerprints"].values()) == [issue["fingerprint"]]


class TestPaths:
    STYLE = Style(here=Path("/work/site/posts"), root=Path("/work/site"))

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("a.md", "posts/a.md"),
            ("../a.md", "a.md"),
            ("/work/site/b c.md", "b c.md"),
            ("/elsewhere/a.md", "/elsewhere/a.md"),
            ("../../a.md", "/work/a.md"),
        ],
    )
    def test_they_start_at_the_root_of_the_checkout(self, path: str, expected: str) -> None:
        (issue,) = json.loads("\n".join(lines_of("gitlab", one(path=path), self.STYLE)))
        assert issue["location"]["path"] == expected
        assert f"file={expected}," in lines_of("github", one(path=path), self.STYLE)[0]
        assert f"sourcepath={expected};" in lines_of("azure", one(path=path), self.STYLE)[0]

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("a b.md", {"uri": "posts/a%20b.md", "uriBaseId": "%SRCROOT%"}),
            ("a:b#c?.md", {"uri": "posts/a%3Ab%23c%3F.md", "uriBaseId": "%SRCROOT%"}),
            ("/elsewhere/城.md", {"uri": "file:///elsewhere/%E5%9F%8E.md"}),
        ],
    )
    def test_sarif_has_addresses(self, path: str, expected: dict[str, str]) -> None:
        run = json.loads("\n".join(lines_of("sarif", one(path=path), self.STYLE)))["runs"][0]
        where = run["results"][0]["locations"][0]["physicalLocation"]
        assert where["artifactLocation"] == expected


class TestGithub:
    def test_escapes(self) -> None:
        (line,) = lines_of("github", one("100%, a:b", "a,b:c%.md"))
        assert line == (
            "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=2,"
            "title=articlelint (a/b)::a,b:c%25.md:1:1: a/b 100%25, a:b. 100%25, a:b"
        )


class TestAzure:
    def test_escapes(self) -> None:
        (line,) = lines_of("azure", one("100%]; x", "a;b]%.md"))
        assert line == (
            "##vso[task.logissue type=error;sourcepath=a%3Bb%5D%AZP25.md;linenumber=1;"
            "columnnumber=1;code=a/b;]100%AZP25]; x. 100%AZP25]; x"
        )


class TestJunit:
    def test_what_does_not_fail_the_run_is_no_failure(self) -> None:
        report = one()
        (file,) = report.files
        (finding,) = file.findings
        note = finding._replace(diagnostic=replace(finding.diagnostic, severity=Severity.INFO))
        report = replace(report, files=(replace(file, findings=(note,)),))
        text = "\n".join(lines_of("junit", report))
        assert "<failure" not in text
        assert "<system-out>" in text
        strict = "\n".join(lines_of("junit", report, Style(fail_on=Severity.INFO)))
        assert "<failure" in strict


class TestSarif:
    def test_a_message_makes_no_link(self) -> None:
        run = json.loads("\n".join(lines_of("sarif", one("[a](b) [c] [d]: `[e](f)`"))))["runs"][0]
        text = run["results"][0]["message"]["text"]
        assert text.startswith(r"\[a](b) [c] [d]: `\[e](f)`. ")


class TestMarkdown:
    @pytest.mark.parametrize(
        "message",
        [
            NASTY,
            "`<b>` and `` ` `` and <i>",
            "`a` *b* _c_ ~~d~~ **e** ![f](g)",
            "# no heading",
            "a@b.org",
            "`",
        ],
    )
    def test_messages_are_text(self, message: str) -> None:
        text = "\n".join(lines_of("markdown", one(message)))
        (item,) = [line for line in text.split("\n") if line.startswith("- ")]
        options = pyromark.Options.ENABLE_GFM | pyromark.Options.ENABLE_STRIKETHROUGH
        html = pyromark.html(item, options=options)
        tags = set(re.findall(r"</?(\w+)", html))
        assert tags <= {"ul", "li", "code"}
        outside = re.sub(r"<code>.*?</code>", "", html)
        assert not re.search(r"@\w|#\d|\w://|www\.", outside.replace("&#8203;", "\u200b"))

    def test_code_stays_code(self) -> None:
        text = "\n".join(lines_of("markdown", one("`<b>` is *open*")))
        assert r"`<b>` is \*open\*" in text

    def test_it_fits_into_a_comment(self) -> None:
        (file,) = one().files
        files = tuple(
            replace(file, path=Path(f"{number:05}.md"), findings=tuple(file.findings) * 20)
            for number in range(1000)
        )
        lines = lines_of("markdown", Report(files, checked=1000))
        text = "\n".join(lines)
        assert len(text) < markdown_format.ROOM + 2000
        assert text.count("<details>") == text.count("</details>") > 10
        listed = sum(line.startswith("- ") for line in lines)
        assert lines[-1] == f"{20_000 - listed} more are not listed here."
        assert "| 20000 |" in text


class TestPlugins:
    @pytest.fixture(autouse=True)
    def installed(self, monkeypatch: pytest.MonkeyPatch) -> dict[str, Mock]:
        """Install plugins as entry points that a test names."""
        points: dict[str, Mock] = {}

        def entry_points(group: str) -> list[EntryPoint | Mock]:
            assert group == "articlelint.reporters"
            return list(points.values())

        monkeypatch.setattr("articlelint.reporters.entry_points", entry_points)
        return points

    @staticmethod
    def point(name: str, **rest: object) -> Mock:
        point = Mock(value="ours:render", **rest)
        point.name = name
        return point

    def test_a_function(self, installed: dict[str, Mock]) -> None:
        def render(report: Report, style: Style) -> list[str]:
            return [f"{report.checked} {style.width}"]

        installed["ours"] = self.point("ours", load=lambda: render)
        form = load("ours")
        assert form is not None
        assert (form.details, form.document) == (Detail.NONE, False)
        assert lines_of("ours", one()) == ["1 100"]
        assert "ours" in names()
        assert "ours" not in names(plugins=False)
        assert load("ours", plugins=False) is None

    def test_a_module(self, installed: dict[str, Mock]) -> None:
        module = Mock(render=lambda *_: [], DETAILS=Detail.UTF8, DOCUMENT=True)
        installed["ours"] = self.point("ours", load=lambda: module)
        form = load("ours")
        assert form is not None
        assert (form.details, form.document) == (Detail.UTF8, True)

    def test_one_that_cannot_be_imported(self, installed: dict[str, Mock]) -> None:
        installed["ours"] = self.point("ours", load=Mock(side_effect=ImportError("no")))
        with pytest.raises(PluginError, match=r"`ours` \(ours:render\) cannot be loaded: Imp.*no"):
            load("ours")

    def test_one_that_is_no_format(self, installed: dict[str, Mock]) -> None:
        installed["ours"] = self.point("ours", load=lambda: 1)
        with pytest.raises(PluginError, match="neither a function nor a module"):
            load("ours")

    def test_a_name_that_nobody_has(self) -> None:
        assert load("ours") is None
