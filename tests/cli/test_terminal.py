"""What only a terminal shows: frames, colours, the interrupt key."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "ARTICLELINT_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    Path("a.md").write_text("\ufeff---\ntitle: Hello\n---\n", encoding="utf-8")
    return tmp_path


def on_terminal(*arguments: str, typed: bytes = b"", errors: bool = False) -> str:
    """Return what the program writes to its terminal, on which was *typed*.

    Where something was, or with *errors*, that includes standard error.
    """
    controller, terminal = pty.openpty()
    os.write(controller, typed)
    with subprocess.Popen(
        [sys.executable, "-m", "articlelint", *arguments],
        stdout=terminal,
        stderr=terminal if typed or errors else subprocess.DEVNULL,
        stdin=terminal if typed else subprocess.DEVNULL,
    ):
        os.close(terminal)
        read = b""
        while True:
            try:
                piece = os.read(controller, 65536)
            except OSError:  # Linux says so at the end
                break
            if not piece:
                break
            read += piece
    os.close(controller)
    return read.decode("utf-8")


def test_findings_are_framed_and_coloured() -> None:
    text = on_terminal("check", "--select", "text")
    assert "\x1b[1;33mwarning[text/byte-order-mark]\x1b[0m: " in text
    assert "a.md:1:1\r\n" in text
    assert "<U+FEFF>---" in text


def test_colour_can_be_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in on_terminal("check", "--select", "text")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in on_terminal("check", "--select", "text")


def test_a_flag_says_when_there_is_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in on_terminal("check", "--select", "text", "--color", "never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in on_terminal("check", "--select", "text", "--color", "always")
    assert "\x1b[" not in on_terminal("check", "--select", "text", "--color", "auto")


def test_it_is_said_that_links_are_not_checked() -> None:
    said = "Links between articles are not checked: no site or repository was recognised here"
    assert said in on_terminal("check", errors=True)
    assert said not in on_terminal("check", "--select", "text", errors=True)
    Path("articlelint.toml").write_text('[site]\nroot = "."\n', encoding="utf-8")
    assert said not in on_terminal("check", errors=True)


def test_it_is_said_that_rules_about_markdown_may_be_silent() -> None:
    said = "Rules that depend on how the site reads Markdown may report nothing"
    Path("docs").mkdir()
    Path("docs/b.md").write_text("# B\n", encoding="utf-8")
    Path("mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert said not in on_terminal("check", errors=True)
    Path("mkdocs.yml").write_text("site_name: x\nhooks: [gone.py]\n", encoding="utf-8")
    assert said in on_terminal("check", errors=True)


def test_pages_are_rendered() -> None:
    text = on_terminal("rule", "text/byte-order-mark")
    assert "text/byte-order-mark" in text
    assert "## Why" not in text
    assert "Why" in text
    assert "Findings" in text
    assert text.index("Wrong") < text.index("Fixed by --fix") < text.index("Fix safety")


def test_rules_are_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    text = on_terminal("rules", "text/byte-order-mark", "security/script-element")
    assert "what it finds" in text
    assert "2 rules, 1 on here" in text
    assert "The file has a byte order mark." in text


def test_statistics_stand_apart_from_the_end() -> None:
    text = on_terminal("check", "--select", "text", "--statistics", errors=True)
    assert "  text/byte-order-mark  [fixable]\r\n\r\nChecked 1 file: 1 warning\r\n" in text


def write_elements(number: int) -> None:
    """Write *number* articles, each with a finding of its own."""
    for each in range(number):
        Path(f"{each}.md").write_text(f"<kite{each}>x</kite{each}>\n", encoding="utf-8")


def test_the_end_says_where_to_go_from_here() -> None:
    text = on_terminal("check", "--select", "text", errors=True)
    assert text.endswith(
        "1 can be fixed with --fix\r\narticlelint rule NAME explains a finding\r\n"
    )
    write_elements(101)
    text = on_terminal("check", "--select", "html/unknown-element", errors=True)
    assert text.endswith("articlelint init shows how to start with so many\r\n")
    assert "  101 html/unknown-element: --ignore html/unknown-element leaves them out\r\n" in text
    Path("articlelint.toml").touch()
    text = on_terminal("check", "--select", "html/unknown-element", errors=True)
    assert text.endswith("articlelint rule NAME explains a finding\r\n")
    for path in Path().glob("*.md"):
        path.unlink()
    Path("a.md").write_text("Hello\n", encoding="utf-8")
    # A slow machine shows the bar first.
    assert on_terminal("check", errors=True).endswith("Checked 1 file: nothing found\r\n")


def test_a_terminal_shows_the_first_findings_and_says_what_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    write_elements(61)
    Path("z.md").write_text("<b>x</i>\n", encoding="utf-8")
    flags = ("--select", "html/unknown-element,html/stray-end-tag", "--output-format", "concise")
    lines = on_terminal("check", *flags).replace("\r", "").split("\n")
    assert [line.partition(":")[0] for line in lines[:3]] == ["z.md", "0.md", "1.md"]
    assert sum(".md:" in line for line in lines) == 50
    lines = on_terminal("check", *flags, errors=True).replace("\r", "").split("\n")
    assert "Not shown: 12 more findings (12 html/unknown-element); --limit 0 shows all" in lines
    text = on_terminal("check", *flags, "--limit", "0", errors=True)
    assert text.count(".md:") == 62
    assert "Not shown" not in text


@pytest.mark.parametrize(
    ("typed", "said", "written"),
    [(b"\n", "Wrote", True), (b"y\n", "Wrote", True), (b"n\n", "Nothing was written", False)],
)
def test_init_asks_once(typed: bytes, said: str, written: bool) -> None:
    text = on_terminal("init", typed=typed)
    assert text.count("Write `articlelint.toml`? [Y/n]") == 1
    assert said in text
    assert Path("articlelint.toml").exists() is written


def test_nothing_of_names_and_settings_is_obeyed() -> None:
    folder = Path("b\x1b[2Jc")
    folder.mkdir()
    (folder / "a.md").write_text("![](a.png)\n", encoding="utf-8")
    (folder / "articlelint-baseline.json").write_text(
        '{"version": 1, "findings": {"\\u001b[2J.md": {"text/byte-order-mark": ["0"]}}}',
        encoding="utf-8",
    )
    baseline = str(folder / "articlelint-baseline.json")
    shown = [
        on_terminal("init", str(folder), errors=True),
        on_terminal("init", str(folder), "--yes", errors=True),
        on_terminal("check", "--baseline", baseline, errors=True),
        on_terminal("check", "--show-files", errors=True),
        on_terminal("config", "show", str(folder / "a.md"), errors=True),
    ]
    (folder / "articlelint.toml").write_text('ignore = ["\\u001b[2Jx"]\n', encoding="utf-8")
    shown.append(on_terminal("check", errors=True))
    for text in shown:
        assert "\x1b[2J" not in text
        assert "␛[2J" in text


def test_init_can_be_left_at_its_question() -> None:
    text = on_terminal("init", typed=b"\x04")
    assert "What to do next" not in text
    assert not Path("articlelint.toml").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_interrupt_key_ends_every_process(jobs: str) -> None:
    Path("slow.py").write_text(
        "import time\n"
        "from pathlib import Path\n"
        "from articlelint import Rule, Severity\n"
        "class Slow(Rule):\n"
        "    '''It takes its time.'''\n"
        "    name = 'ours/slow'\n"
        "    severity = Severity.INFO\n"
        "    def check(self, article):\n"
        "        Path('begun').touch()\n"
        "        time.sleep(0.05)\n"
        "        return ()\n",
        encoding="utf-8",
    )
    Path("articlelint.toml").write_text(
        'plugins = ["slow.py"]\nselect = ["ours"]', encoding="utf-8"
    )
    for number in range(400):
        Path(f"{number}.md").touch()
    with subprocess.Popen(
        [sys.executable, "-m", "articlelint", "check", "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        while not Path("begun").exists() and process.poll() is None:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.strip() == b"articlelint: interrupted"
