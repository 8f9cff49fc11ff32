"""Findings of one cause are told as one."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from articlelint.diagnostic import Diagnostic, Severity
from articlelint.report.alike import gathered
from articlelint.report.finding import Finding
from articlelint.report.packed import PackedFindings
from articlelint.report.places import Place
from articlelint.report.report import FileReport, Report
from articlelint.text.edit import SAFE, UNSAFE, Fix
from articlelint.text.span import Position, Span


def finding(message: str, line: int = 1, cause: str | None = None) -> Finding:
    fix = Fix.safe("Delete it", (Span(0, 1), ""))
    diagnostic = Diagnostic("html/a", Span(0, 1), message, Severity.WARNING, fix=fix, cause=cause)
    return Finding(diagnostic, Place(Position(line, 1), Position(line, 2)))


def told(report: Report) -> list[str]:
    return [f"{file.path}: {each.diagnostic.message}" for file, each in report.findings]


def report_of(files: dict[str, list[Finding]]) -> Report:
    return Report(tuple(FileReport(Path(name), tuple(each)) for name, each in files.items()))


def test_many_of_one_cause_are_told_at_the_first_and_counted() -> None:
    report = report_of(
        {
            "a.md": [finding("`x/1`", 1, "x"), finding("another", 2), finding("`x/2`", 3, "x")],
            "b.md": [finding("`x/3`", 1, "x"), finding("`x/4`", 2, "x")],
        }
    )
    assert told(gathered(report)) == [
        "a.md: `x/1`; 3 more of the same cause, in 2 articles",
        "a.md: another",
    ]
    assert gathered(report).fixable(SAFE) == report.fixable(SAFE) == 5


@pytest.mark.parametrize("seed", range(20))
def test_packed_findings_are_told_like_others(seed: int) -> None:
    chance = random.Random(seed)
    files = {
        f"{folder}/p{number}.md": [
            finding(chance.choice("xyz"), line, chance.choice([None, "c", "article/y"]))
            for line in range(chance.randrange(5))
        ]
        for folder in ("docs", "docs/de", "docs/v1.2")
        for number in range(12)
    }
    plain = report_of(files)
    packed = tuple(replace(file, findings=PackedFindings(file.findings)) for file in plain.files)
    told_packed, told_plain = gathered(replace(plain, files=packed)), gathered(plain)
    assert told_packed == told_plain != plain
    assert told_packed.others == sum(each.others for _, each in told_plain.findings)
    assert told_packed.counts().total() == len(list(told_plain.findings))
    assert told_packed.fixable(SAFE) == told_plain.fixable(SAFE) == plain.fixable(SAFE)


def test_the_same_in_many_articles_is_told_once() -> None:
    files = {
        f"{number:02}.md": [finding("`x`"), finding(f"`{number}`", 2), *cause]
        for number in range(21)
        for cause in [[finding("`y`", line, "article/y") for line in range(3, 8)]]
    }
    assert told(gathered(report_of(files))) == [
        "00.md: `x`; 20 more of the same cause, in 21 articles",
        "00.md: `0`",
        "00.md: `y`; 104 more of the same cause, in 21 articles",
        *(f"{number:02}.md: `{number}`" for number in range(1, 21)),
    ]
    assert gathered(report_of(files)).fixable(SAFE) == report_of(files).fixable(SAFE)


def test_what_has_causes_of_its_own_is_not_the_same() -> None:
    report = report_of({f"{name}.md": [finding("`x`", 1, name)] for name in "abcdefgh"})
    assert gathered(report) is report


def test_all_places_of_what_is_told_in_several_articles_count() -> None:
    found = [finding("`x`", line, "article/x") for line in range(5)]
    report = report_of({f"{name}.md": found for name in "abcd"})
    assert told(gathered(report)) == ["a.md: `x`; 19 more of the same cause, in 4 articles"]


def test_the_same_at_five_places_or_in_three_articles_stands_by_itself() -> None:
    report = report_of({f"{number:02}.md": [finding("`x`")] for number in range(5)})
    assert gathered(report) is report
    five = [finding("`x`", line) for line in range(1, 6)]
    report = report_of({"a.md": five, "b.md": five, "c.md": five})
    assert gathered(report) is report


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        ([3, 3, 3, 3, 3, 3], "5 more like it in this line"),
        ([3, 3, 3, 3, 3, 4], "5 more like it, also in line 4"),
        ([3, 4, 5, 5, 6, 7, 8], "6 more like it, also in lines 4, 5, 6, 7, 8"),
        (list(range(3, 90)), "86 more like it, also in lines 4, 5, 6, 7, 8 and below"),
    ],
)
def test_many_of_one_rule_in_an_article_are_told_at_the_first(lines: list[int], more: str) -> None:
    found = [finding(f"`{number}`", line) for number, line in enumerate(lines)]
    report = report_of({"a.md": found, "b.md": found[:5]})
    assert told(gathered(report)) == [
        f"a.md: `0`; {more}",
        *(f"b.md: `{number}`" for number in range(5)),
    ]
    assert gathered(report).fixable(SAFE) == report.fixable(SAFE) == len(lines) + 5


def test_of_what_is_told_as_one_each_fix_is_counted_as_what_it_is() -> None:
    found = [finding(f"`x/{number}`", number, "x") for number in range(1, 6)]
    unsafe = Fix.unsafe("Delete it", (Span(0, 1), ""))
    for number, fix in ((1, unsafe), (2, None)):
        diagnostic = replace(found[number].diagnostic, fix=fix)
        found[number] = found[number]._replace(diagnostic=diagnostic)
    report = report_of({"a.md": found})
    for each in (report, gathered(report), gathered(gathered(report))):
        assert (each.fixable(SAFE), each.fixable(UNSAFE)) == (3, 1)
    assert len(list(gathered(report).findings)) == 1


def test_three_of_one_cause_stand_by_themselves() -> None:
    report = report_of({"a.md": [finding(f"{n}", n, "x") for n in (1, 2, 3)]})
    assert gathered(report) is report


@pytest.mark.parametrize(
    "names",
    [
        ("docs/latest/en/a.md", "docs/latest/zh-cn/a.md", "docs/v1/en/a.md"),
        ("2.10/tasks/a.md", "2.11/tasks/a.md", "2-edge/tasks/a.md"),
        ("content/a.en.md", "content/a.pt-BR.md", "content/a.md"),
        ("content/blog/a.md", "content/blog-zh/a.md", "content/blog-pt-br/a.md"),
        ("terms-v1.2.html", "terms-v1.3.html", "terms-v2.0.1.html"),
        ("docs/a.md", "versioned_docs/version-1.0/a.md", "i18n/fr/x-plugin-content-docs/a.md"),
        ("blog/a.md", "i18n/de/x-plugin-content-blog/a.md", "i18n/fr/x-plugin-content-blog/a.md"),
        ("api/a.md", "i18n/de/x-plugin-content-docs-api/current/a.md", "api/v1/a.md"),
    ],
)
def test_the_same_in_translations_and_versions_is_told_once(names: tuple[str, ...]) -> None:
    report = report_of({name: [finding("x"), finding("x", 2)] for name in names})
    more = "x; 2 more in its translations and versions"
    assert told(gathered(report)) == [f"{names[0]}: {more}", f"{names[0]}: {more}"]


def test_what_is_quoted_may_be_translated_where_there_is_as_much_of_it() -> None:
    english = [finding("`#one` is none"), finding("`#two` is none", 2)]
    german = [finding("`#eins` is none"), finding("`#zwei` is none", 2)]
    files = {"en/a.md": english, "de/a.md": german}
    assert told(gathered(report_of(files))) == [
        "en/a.md: `#one` is none; 1 more in its translations and versions",
        "en/a.md: `#two` is none; 1 more in its translations and versions",
    ]
    report = report_of({"en/a.md": english, "de/a.md": german[:1]})
    assert gathered(report) is report
    for names in (("en/a.md", "de/b.md"), ("v1/a.md", "v2/a.md")):
        report = report_of(dict(zip(names, (english, german), strict=True)))
        assert gathered(report) is report


@pytest.mark.parametrize(
    "names",
    [
        ("posts/one/index.md", "posts/two/index.md"),
        ("blog/2023/01/a.md", "blog/2024/01/a.md"),
        ("docs/go/a.md", "docs/js/a.md"),
        ("en/a.md", "en/b.md"),
        ("how-to/a.md", "how-not/a.md"),
        ("2024-01-01-a.md", "2024-01-02-a.md"),
        ("1.2.md", "1.3.md"),
    ],
)
def test_other_articles_are_told_apart(names: tuple[str, ...]) -> None:
    report = report_of({name: [finding("x")] for name in names})
    assert gathered(report) is report


def test_those_of_one_cause_that_are_near_in_a_line_are_told_once() -> None:
    def at(column: int, message: str, line: int = 1, cause: str = "article") -> Finding:
        place = Place(Position(line, column), Position(line, column + 1))
        return finding(message, line, cause)._replace(place=place)

    near = [at(1, "`x`"), at(9, "`y`"), at(300, "`z`"), at(2, "`a`", 1, "a"), at(1, "`x`", 2, "x")]
    assert told(gathered(report_of({"a.md": near}))) == [
        "a.md: `x`; 1 more of the same cause",
        "a.md: `z`",
        "a.md: `a`",
        "a.md: `x`",
    ]
