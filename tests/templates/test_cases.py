"""What we say of each accident in ten ways, against what the engines made of them."""

from __future__ import annotations

import json

import pytest

from tests.templates.cases import CASES
from tests.templates.test_engines import FOLDER, problems
from tests.templates.truth.generate import PLACES

SAID = json.loads((FOLDER / "cases.json").read_text(encoding="utf-8"))["rows"]
NOT_FOLLOWED: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize(
    ("name", "engine"), [(name, engine) for name, case in CASES.items() for engine in case.engines]
)
def test_each_accident_in_ten_ways(name: str, engine: str) -> None:
    case, said = CASES[name], SAID[name][engine]
    assert len(set(case.texts)) == len(said) == 10
    for text in case.texts:
        if (engine, text) in NOT_FOLLOWED:
            continue
        found = problems(engine, PLACES["alone"].format(text) + "\n")
        stops = any(each.stops for each in found)
        assert stops == (said[text][0] == "!"), (text, said[text], found)
        assert found or said[text][0] != "<", text
        meant = case.runs  # and shown as it stands
        assert not found or said[text][0] != "=" or meant, (text, found)
