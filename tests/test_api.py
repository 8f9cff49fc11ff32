"""articlelint from Python, and the document that explains it."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import articlelint
from articlelint import (
    SAFE,
    UNSAFE,
    ConfigError,
    Rule,
    Severity,
    check,
    check_text,
    find_articles,
    fix_text,
    load_config,
    on,
    site_for,
)

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "python-api.md"
STRAY = "# A\n\nText.</div>\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "kites.md").write_text(
        "---\ndate: 2024-05-01\ntitel: Kites\n---\n\nStrong.</div>\n", encoding="utf-8"
    )
    (posts / "fine.md").write_text("---\ntitle: Fine\n---\n\nWell.\n", encoding="utf-8")
    (tmp_path / "_config.yml").write_text("title: x\n", encoding="utf-8")
    (tmp_path / "package.json").write_text('{"dependencies": {"hexo": "7"}}', encoding="utf-8")
    return tmp_path


def rules(report: articlelint.Report) -> list[str]:
    return [finding.diagnostic.rule for _, finding in report.findings]


_FENCE = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text output\n(?P<said>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


def test_the_examples_of_the_document(
    accept: bool,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = PAGE.read_text(encoding="utf-8")
    names: dict[str, object] = {}
    changed = []
    for match in _FENCE.finditer(text):
        exec(match["code"], names)  # noqa: S102 - our own document
        said = capsys.readouterr().out
        if not accept:
            assert said == match["said"]
        changed.append((match.span("said"), said))
    if accept:
        for (start, end), said in reversed(changed):
            text = text[:start] + said + text[end:]
        PAGE.write_text(text, encoding="utf-8")


def test_the_document_names_what_there_is_for_programs() -> None:
    names = runpy.run_path(str(ROOT / "docs" / "names.py"))
    text = PAGE.read_text(encoding="utf-8")
    for name, module in names["modules"]().items():
        if module in names["FOR_PROGRAMS"]:
            assert re.search(rf"`{name}[`(]", text), name
            assert getattr(articlelint, name).__doc__


def test_a_text_is_checked_as_the_command_line_checks_standard_input() -> None:
    Path("articlelint.toml").write_text('select = ["html/stray-end-tag"]', encoding="utf-8")
    assert rules(check_text(STRAY, "posts/new.md")) == ["html/stray-end-tag"]
    assert rules(check_text(STRAY.encode(), "posts/new.md")) == ["html/stray-end-tag"]
    assert rules(check_text(STRAY, config=load_config(select=["dates"]))) == []


def test_a_configuration_is_found_by_the_path_or_given(folder: Path) -> None:
    (folder / "ci.toml").write_text('select = ["dates"]', encoding="utf-8")
    (folder / "articlelint.toml").write_text('select = ["html"]', encoding="utf-8")
    assert rules(check("posts")) == ["html/stray-end-tag"]
    assert rules(check("posts", config=load_config("ci.toml"))) == []
    with pytest.raises(ConfigError, match="there is no configuration file"):
        load_config("gone.toml")
    with pytest.raises(ConfigError, match="did you mean"):
        check("posts", config=load_config(select=["htm"]))


def test_the_site_and_the_instant_are_given() -> None:
    text = "---\ntitle: A\ndate: 2024-05-02\n---\n"
    config = load_config(select=["dates/future-date"])
    now = datetime(2024, 5, 1, tzinfo=UTC)
    jekyll, hexo = site_for(".", "jekyll"), site_for(".", "hexo")
    assert rules(check_text(text, "_posts/a.md", config=config, site=jekyll, now=now)) != []
    assert rules(check_text(text, "_posts/a.md", config=config, site=hexo, now=now)) == []
    later = datetime(2024, 6, 1, tzinfo=UTC)
    assert rules(check_text(text, "_posts/a.md", config=config, site=jekyll, now=later)) == []


class Broken(Rule):
    """It breaks."""

    name = "ours/broken"
    severity = Severity.INFO

    @on.heading()
    def check(self, *subject: object) -> list[articlelint.Diagnostic]:
        raise ZeroDivisionError(subject)


def test_a_rule_that_crashes_is_in_the_report() -> None:
    report = check_text(STRAY, rules=[Broken()])
    assert [crash.rule for file in report.files for crash in file.crashes] == ["ours/broken"]
    assert report.exit_code() == 3


def test_files_are_fixed_or_left_as_they_are(folder: Path) -> None:
    path = folder / "posts" / "kites.md"
    before = path.read_bytes()
    config = load_config(select=["html/stray-end-tag"])
    report = check("posts", config=config, fix=UNSAFE, write=False)
    (file,) = report.changed
    assert file.before is not None
    assert file.after == file.before.replace("</div>", "")
    assert path.read_bytes() == before
    assert rules(check("posts", config=config, fix=UNSAFE)) == []
    assert path.read_text(encoding="utf-8") == file.after


def test_a_text_is_fixed() -> None:
    config = load_config(select=["html/stray-end-tag"])
    fixed = fix_text(STRAY, config=config, fix=UNSAFE)
    assert fixed.text == STRAY.replace("</div>", "")
    assert rules(fixed.report) == []
    assert fixed.report.applied() == {"html/stray-end-tag": 1}
    assert fix_text(STRAY, config=config, fix=SAFE).text in {STRAY, fixed.text}
    broken = b"\xff</div>\n"
    assert fix_text(broken, config=config, fix=UNSAFE).data == broken


def test_articles_are_found_once() -> None:
    found = find_articles("posts")
    assert [path.name for path in found.files] == ["fine.md", "kites.md"]
    assert rules(check("posts", found=found)) == rules(check("posts"))
    assert check("nowhere").exit_code() == 2


def test_rules_do_not_pay_for_the_api() -> None:
    code = (
        "import sys, articlelint\n"
        "assert not {'articlelint.api', 'articlelint.runner', 'pydantic'} & set(sys.modules)\n"
        "from articlelint import check\n"
        "assert 'articlelint.api' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_a_run_that_is_known_pays_for_no_parser() -> None:
    code = (
        "import sys, articlelint.cli.check, articlelint.runner.ground, articlelint.runner.whole\n"
        "heavy = ('article.article', 'generators', 'linting.linter', 'markdown', 'runner.run')\n"
        "assert not {f'articlelint.{name}' for name in heavy} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
