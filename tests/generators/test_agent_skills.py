"""Skills; the constraints are those of the specification, read on 2026-11-29."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.api import check

if TYPE_CHECKING:
    from pathlib import Path

_DESCRIPTION = "description: Counts birds. Use when somebody asks how many there are."


@pytest.mark.parametrize(
    ("front_matter", "rules"),
    [
        pytest.param(f"name: count-birds-2\n{_DESCRIPTION}", [], id="all that is needed"),
        pytest.param(
            f"name: birds\n{_DESCRIPTION}\nlicense: MIT\ncompatibility: Wants eyes\n"
            "allowed-tools: Read Bash(git:*)\nmetadata:\n  author: x\n  version: '1.0'",
            [],
            id="all that there is",
        ),
        pytest.param(f"name: birds\n{_DESCRIPTION}\nmodel: large", [], id="of one program"),
        pytest.param(f"name: Count Birds\n{_DESCRIPTION}", ["invalid-value"], id="capitals"),
        pytest.param(f"name: count--birds\n{_DESCRIPTION}", ["invalid-value"], id="two hyphens"),
        pytest.param(f"name: {'a' * 65}\n{_DESCRIPTION}", ["invalid-value"], id="long name"),
        pytest.param("name: birds", ["missing-key"], id="no description"),
        pytest.param(_DESCRIPTION, ["missing-key"], id="no name"),
        pytest.param(
            f"name: birds\ndescription: {'a b ' * 260}", ["invalid-value"], id="long description"
        ),
        pytest.param(
            f"name: birds\n{_DESCRIPTION}\ncompatibility: {'a b ' * 130}",
            ["invalid-value"],
            id="long compatibility",
        ),
    ],
)
def test_front_matter_of_a_skill(front_matter: str, rules: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "birds"
    folder.mkdir()
    path = folder / "SKILL.md"
    path.write_text(f"---\n{front_matter}\n---\n\n# Birds\n\nLook up.\n", encoding="utf-8")
    found = [finding for file in check(path).files for finding in file.findings]
    assert [each.diagnostic.rule.partition("/")[2] for each in found] == rules


def test_files_that_a_skill_names(tmp_path: Path) -> None:
    (tmp_path / "references").mkdir()
    (tmp_path / "references" / "owls.md").write_text("# Owls\n\n## Wings\n", encoding="utf-8")
    path = tmp_path / "SKILL.md"
    path.write_text(
        f"---\nname: birds\n{_DESCRIPTION}\n---\n\n[a](references/owls.md#wings)\n"
        "[b](references/owl.md)\n[c](references/owls.md#wing)\n",
        encoding="utf-8",
    )
    found = [finding for file in check(path).files for finding in file.findings]
    rules = sorted(each.diagnostic.rule for each in found)
    assert rules == ["links/missing-anchor", "links/missing-target"]
