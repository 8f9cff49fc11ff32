from __future__ import annotations

from tests.oracles.findings import Finding, compare, lines


def finding(rule: str = "html/stray-end-tag", start: int = 0, **others: object) -> Finding:
    usual = {
        "path": "a.md",
        "line": 1,
        "column": start + 1,
        "severity": "error",
        "message": "wrong",
        "hint": None,
        "fix": {"title": "Delete it", "edits": [{"start": start, "end": 9, "replacement": ""}]},
        "url": "file:///here",
    }
    return usual | {"rule": rule, "start": start} | others


def test_the_same_findings_in_another_order_and_from_another_folder_are_the_same() -> None:
    first = [finding(start=1), finding(start=2)]
    second = [finding(start=2), finding(start=1, url="file:///there")]
    assert not compare(first, second).by_rule()


def test_what_only_one_has_is_told_by_rule() -> None:
    first, second = finding("text/mojibake"), finding("dates/invalid-date")
    difference = compare([first, finding()], [finding(), second])
    assert list(difference.by_rule()) == ["dates/invalid-date", "text/mojibake"]
    assert list(lines(difference, show=1)) == [
        "  dates/invalid-date: 0 only in the first, 1 only in the second, 0 changed",
        "    + a.md:1:1 error wrong",
        "  text/mojibake: 1 only in the first, 0 only in the second, 0 changed",
        "    - a.md:1:1 error wrong",
    ]


def test_a_second_finding_that_is_equal_counts() -> None:
    difference = compare([finding(), finding()], [finding()])
    assert len(difference.only_first) == 1
    assert not difference.only_second
    assert not difference.changed


def test_what_begins_at_the_same_place_has_changed() -> None:
    edited = {"title": "Delete it", "edits": [{"start": 0, "end": 8, "replacement": ""}]}
    difference = compare([finding()], [finding(severity="warning", fix=edited)])
    assert not difference.only_first
    assert not difference.only_second
    shown = list(lines(difference, show=1))
    assert shown[0].endswith("1 changed")
    assert [line.split(":")[0].strip() for line in shown[2:]] == ["fix", "severity"]


def test_another_hint_related_place_or_path_is_a_difference() -> None:
    for others in ({"hint": "Look"}, {"related": [{"message": "here"}]}, {"path": "b.md"}):
        assert compare([finding()], [finding(**others)]).by_rule()
