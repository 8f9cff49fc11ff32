"""What is said of small sites is what is to be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.truth.cases import Case, cases_in, findings_of, fixed_by, written

FILES = sorted(Path(__file__).parent.glob("*.md"))
CASES = [(path, case) for path in FILES for case in cases_in(path)]


@pytest.mark.parametrize(
    ("path", "case"), CASES, ids=[f"{path.stem}: {case.name}" for path, case in CASES]
)
def test_case(
    path: Path, case: Case, tmp_path: Path, accept: bool, request: pytest.FixtureRequest
) -> None:
    if case.not_yet:
        request.applymarker(pytest.mark.xfail(reason=case.not_yet, strict=True))
    written(case, tmp_path / "read")
    said = findings_of(case, tmp_path / "read")
    pairs = [(case.findings, said)] if case.findings else []
    for sure, fence in case.fixed.items():
        written(case, tmp_path / sure.name)
        pairs.append((fence, fixed_by(case, tmp_path / sure.name, sure)))
    if not case.findings:
        assert not said, case.name
    if accept and not case.not_yet:
        section = case.section
        for match, new in sorted(pairs, key=lambda pair: -pair[0].start()):
            section = section[: match.start("text")] + new + section[match.end("text") :]
        text = path.read_text(encoding="utf-8").replace(case.section, section)
        path.write_text(text, encoding="utf-8")
        return
    for match, new in pairs:
        assert new == match["text"], case.name


def test_cases_have_names_of_their_own() -> None:
    names = [case.name for _, case in CASES]
    assert len(names) == len(set(names))
