"""What our readers say, against what the generators' own code said (see truth/generate.py)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from articlelint.article.dates import ArticleDate, Origin
from articlelint.dates import Form, Outcome, ParsedDate, Verdict, Written, parse
from articlelint.dates.readers.reader import KEYWORD, Answer
from articlelint.front_matter import Format
from articlelint.text.span import Span
from tests.dates.readers import reader_of

FOLDER = Path(__file__).parent / "truth"
TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
ROWS = TRUTH["rows"]  # generator, text, format, quoted, site's zone, on UTC, on Shanghai
DOCUMENTED = json.loads((FOLDER / "documented.json").read_text(encoding="utf-8"))
GENERATORS = sorted({row[0] for row in ROWS})
# What we do not follow, and why that does no harm: none of these is a date that anybody meant.
KNOWN = {
    "0000-01-01": "the year 0, beyond Python's years",
    "12022-02-02": "the year 12022, likewise",
    "+012022-02-02T14:07:16Z": "likewise",
    "1643810836123": "the year 54060 in Hugo",
    "1900-02-29": "a local mean time of Shanghai, seconds off",
    "1899-12-30": "likewise",
    "202-02-02": "likewise",
    "2022-02-02T14:07:16+25:00": "an offset of 25 hours, which some take",
    "2022-02-02T23:59:60Z": "a leap second, which Ruby counts to the next minute",
    "2022_02_02": "underscores, which YAML 1.1 and TOML leave out of numbers",
    "null": "no text, which is the schema's matter",
    "~": "likewise",
    "true": "likewise",
    "44594": "the year 44594, beyond Python's years",
    "0000-00-00": "a local mean time of 1899, seconds off",
    "0000-00-00 00:00:00": "likewise",
    "0001-01-01": "the year 1 before 00:00 UTC, beyond Python's years",
    "20220202140716": "the year 642722",
    "1643810836000": "the year 54060 in Hugo",
    "２０２２-02-02": "full-width digits, which Ruby and dateutil read in part",
    "٢٠٢٢-٠٢-٠٢": "Arabic digits, which Python takes for digits and others do not",
    "2022-02-02 14-07-16": "dateutil takes -16 for a zone",
    "2022-02-02 14h07": "a French clock, which dateutil knows",
    "14:07": "js-yaml 3 takes it for a number to the base of 60",
    "14:07:16": "likewise",
}
SHANGHAI = timedelta(hours=8)


def written(generator: str, text: str, *, quoted: bool, kind: str = "yaml") -> Written:
    if generator == "pelican":
        return Written(text, quoted=True, format=Format.METADATA)
    return Written(text, quoted, Format(kind))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def agrees(answer: Answer | None, on_utc: str, on_shanghai: str) -> bool:
    """Tell whether *answer* is what the code said on a machine in UTC and on one in Shanghai."""
    if answer is None:
        return on_utc == "rejected"
    if answer is KEYWORD:
        return on_utc == "keyword"
    if answer.guess:
        return on_utc != "rejected"
    if on_utc in {"rejected", "today", "keyword"} or not on_utc[:5].endswith("-"):
        return False  # a year that Python has not, too
    if answer.instant is not None:
        return on_utc == on_shanghai and near(answer.instant, on_utc)
    if answer.local is not None:
        local = answer.local.replace(tzinfo=UTC)
        both = (near(local, on_utc), near(local - SHANGHAI, on_shanghai))
        return all(both) or (both[0] and on_utc == on_shanghai)
    return on_utc != on_shanghai


def near(instant: datetime, text: str) -> bool:
    return abs(instant - moment(text)) < timedelta(seconds=1)


@pytest.mark.parametrize("generator", GENERATORS)
def test_readers_answer_as_the_generators_code_does(generator: str) -> None:
    reader = reader_of(generator)
    wrong = []
    rows = 0
    for name, text, kind, quoted, zone, on_utc, on_shanghai in ROWS:
        if name != generator or on_utc == "syntax" or text in KNOWN:
            continue
        if name == "hugo" and text.startswith("0001-01-01"):
            continue  # Hugo's own date for none
        rows += 1
        place = written(name, text, quoted=quoted, kind=kind)
        answer = reader.answer(place, parse(text), ZoneInfo(zone) if zone else None)
        if not agrees(answer, on_utc, on_shanghai):
            wrong.append((text, kind, quoted, zone, answer, on_utc, on_shanghai))
    assert not wrong
    assert rows > (20 if generator == "zola" else 150)


def test_every_row_has_its_source() -> None:
    """Rows of truth.json are from runs, of the versions named; the others name source or page."""
    assert {row[0] for row in ROWS} == set(TRUTH["sources"])
    assert all(TRUTH["sources"].values())
    assert all(row[-1] for row in DOCUMENTED)
    assert len({row[1] for row in ROWS}) > 300


@pytest.mark.parametrize("generator", GENERATORS)
def test_no_date_that_is_read_right_is_said_to_be_misread(generator: str) -> None:
    """The instant that the code gave, where it is the one written, is never called wrong."""
    reader = reader_of(generator)
    for name, text, kind, quoted, zone, on_utc, on_shanghai in ROWS:
        outcome = parse(text)
        if name != generator or not isinstance(outcome, ParsedDate) or on_utc != on_shanghai:
            continue
        if not on_utc.endswith("Z") or on_utc.startswith("+") or text in KNOWN:
            continue
        zoned = outcome.zone is not None and outcome.zone.known
        meant = outcome.instant(ZoneInfo(zone) if zone else UTC)
        if meant is not None and near(meant, on_utc) and (zoned or not zone):
            place = written(name, text, quoted=quoted, kind=kind)
            reading = reader.read(place, outcome, ZoneInfo(zone) if zone else None)
            assert reading.is_right, (text, kind, quoted, zone, reading)


@pytest.mark.parametrize("row", DOCUMENTED, ids=lambda row: f"{row[0]}-{row[3]}-{row[1]}-{row[2]}")
def test_readers_answer_as_the_source_says(row: list[str]) -> None:
    generator, text, quoted, kind, expected, _source = row
    place = Written(text, bool(quoted), Format(kind))
    answer = reader_of(generator).answer(place, parse(text), None)
    if expected == "rejected":
        assert answer is None
    else:
        assert answer is not None
        assert answer.instant is not None
        assert near(answer.instant, expected)


ZONES = (None, "Asia/Shanghai", "America/New_York")


@pytest.mark.parametrize("generator", [*GENERATORS, "generic"])
def test_canonical_forms_are_documented_and_name_the_same_moment(generator: str) -> None:
    reader = reader_of(generator)
    texts = sorted({row[1] for row in ROWS})
    seen = 0
    for text in texts:
        outcome: Outcome = parse(text)
        if not isinstance(outcome, ParsedDate) or outcome.alternatives or outcome.year < 100:
            continue
        if outcome.two_digit_year or (outcome.zone is not None and not outcome.zone.known):
            continue
        for name in ZONES:
            zone = ZoneInfo(name) if name else None
            place = written(generator, text, quoted=False)
            right = reader.canonical(outcome, place, zone)
            if right is None or outcome.second == 60 or outcome.hour == 24:
                continue
            bare = right.strip("'")
            again = parse(bare)
            assert isinstance(again, ParsedDate), right
            after = reader.read(Written(bare, right != bare, place.format), again, zone)
            if outcome.day is not None:
                assert after.verdict is Verdict.DOCUMENTED, (text, right, name)
            assert again.precision in {outcome.precision, outcome.precision + 1}, (text, right)
            if outcome.zone is not None and outcome.has_time:
                assert after.instant is not None, (text, right, name)
                meant = outcome.instant()
                assert meant is not None
                assert abs(after.instant - meant) < timedelta(milliseconds=1), (text, right)
                seen += 1
            else:
                assert again.local == outcome.local, (text, right)
    assert seen > 50


@pytest.mark.parametrize("generator", [*GENERATORS, "generic"])
def test_what_is_plain_at_a_glance_is_documented(generator: str) -> None:
    reader = reader_of(generator)
    for text in sorted({row[1] for row in ROWS} | {row[1] for row in DOCUMENTED}):
        for quoted in (False, True):
            place = written(generator, text, quoted=quoted)
            for name in ZONES:
                zone = ZoneInfo(name) if name else None
                span = Span(0, len(text))
                date = ArticleDate(
                    key="date",
                    origin=Origin.FRONT_MATTER,
                    span=span,
                    text_span=span,
                    role=None,
                    written=place,
                    reader=reader,
                    zone=zone,
                )
                if date.is_plain:
                    assert date.reading.verdict is Verdict.DOCUMENTED, (text, quoted, name)


def test_a_rare_form_is_known_by_its_name() -> None:
    outcome = parse("Wed Feb 02 2022 14:07:16 GMT+0800 (China Standard Time)")
    assert isinstance(outcome, ParsedDate)
    assert outcome.form is Form.JAVASCRIPT
    assert outcome.instant() == datetime(2022, 2, 2, 6, 7, 16, tzinfo=UTC)
