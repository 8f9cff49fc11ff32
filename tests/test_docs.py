"""Documents that are made from the program stay true to it."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from articlelint.registry import Registry

ROOT = Path(__file__).parent.parent
RULES = ROOT / "docs" / "rules.md"
PICTURE = ROOT / "docs" / "example.svg"


def index_of_rules() -> str:
    """Return docs/rules.md: every rule with its sentence, linked to its page."""
    registry = Registry(entry_points=False)
    lines = [
        "# Rules",
        "",
        "Made from the rules by `pytest tests/test_docs.py --accept`. Each name leads to the",
        "rule's page, which `articlelint rule NAME` prints as well. \\* means that `--fix` mends",
        "it, ? that `--unsafe-fixes` is needed; (off) that it runs only when it is selected.",
    ]
    for family in registry.families:
        lines += [
            "",
            f"## {family}",
            "",
            "| rule | severity | | what it finds |",
            "| --- | --- | --- | --- |",
        ]
        for name in registry.names:
            if name.partition("/")[0] != family:
                continue
            rule = registry.load(name)
            page = registry.page_path(name)
            assert page is not None
            link = f"../{page.relative_to(ROOT).as_posix()}"
            mark = {None: "", 1: "?", 2: "\\*"}[None if rule.fixable is None else int(rule.fixable)]
            off = "" if rule.default else " (off)"
            summary = (rule.__doc__ or "").partition("\n")[0].replace("|", "\\|")
            lines.append(f"| [{name}]({link}) | {rule.severity}{off} | {mark} | {summary} |")
    return "\n".join(lines) + "\n"


def test_the_index_of_rules_is_up_to_date(accept: bool) -> None:  # noqa: FBT001 - a fixture
    text = index_of_rules()
    if accept:
        RULES.write_text(text, encoding="utf-8")
    assert RULES.read_text(encoding="utf-8") == text


def test_the_picture_shows_what_the_program_prints(accept: bool) -> None:  # noqa: FBT001 - a fixture
    picture = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    text = picture["output"]()
    if accept:
        PICTURE.write_text(picture["draw"](text), encoding="utf-8")
    shown = picture["text_of"](PICTURE.read_text(encoding="utf-8"))
    assert shown == picture["plain"](text)


@pytest.mark.parametrize(
    "path",
    sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")),
    ids=lambda path: path.name,
)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = re.sub(
        r"^(`{3,}).*?^\1$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text):
        assert (path.parent / target).exists(), target
