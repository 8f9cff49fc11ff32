"""Reading dates: every form, what is impossible, and texts that are none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.dates import Fault, Form, ParsedDate, Precision, Unreadable, Zone, format_as, parse
from tests.growth import assert_linear

MOMENT = datetime(2022, 2, 2, 14, 7, 16, tzinfo=UTC)
DAY = datetime(2022, 2, 2, tzinfo=UTC)
FORMS = [
    ("2022-02-02T14:07:16Z", Form.ISO, MOMENT),
    ("2022-02-02 22:07:16 +0800", Form.ISO, MOMENT),
    ("2022-2-2 7:07:16 -7", Form.ISO, MOMENT),
    ("2016-12-05T0:00:00-08:00", Form.ISO, datetime(2016, 12, 5, 8, tzinfo=UTC)),
    ("2022/2/2", Form.SLASHES, DAY),
    ("2022.2.2 14:07:16", Form.DOTS, MOMENT),
    ("20220202T140716Z", Form.COMPACT, MOMENT),
    ("2022-W05-3", Form.WEEK, DAY),
    ("2022-033", Form.ORDINAL, DAY),
    ("Wed, 02 Feb 2022 14:07:16 GMT", Form.RFC822, MOMENT),
    ("Wed, 2 Feb 2022 14:07:16 +0000", Form.RFC822, MOMENT),
    ("Wednesday, 02-Feb-22 14:07:16 GMT", Form.RFC850, MOMENT),
    ("Wed Feb  2 14:07:16 2022", Form.ANSI_C, MOMENT),
    ("Wed Feb  2 14:07:16 UTC 2022", Form.UNIX, MOMENT),
    ("Wed Feb 02 14:07:16 +0000 2022", Form.UNIX, MOMENT),
    ("Wed Feb 02 2022 22:07:16 GMT+0800 (China Standard Time)", Form.JAVASCRIPT, MOMENT),
    ("2022-02-02 22:07:16.5 +0800 CST m=+0.01", Form.GO, MOMENT + timedelta(seconds=0.5)),
    ("February 2nd, 2022", Form.MONTH_NAME, DAY),
    ("Feb 2, 2022 at 2:07 PM", Form.MONTH_NAME, MOMENT.replace(second=0)),
    ("2 février 2022", Form.MONTH_NAME, DAY),
    ("mer. 2 févr. 2022", Form.MONTH_NAME, DAY),
    ("2. Februar 2022, 14:07 Uhr", Form.MONTH_NAME, MOMENT.replace(second=0)),
    ("2 de febrero de 2022", Form.MONTH_NAME, DAY),
    ("2 февраля 2022", Form.MONTH_NAME, DAY),
    ("2022年2月2日", Form.CJK, DAY),
    ("2022年2月2日 下午3:05", Form.CJK, datetime(2022, 2, 2, 15, 5, tzinfo=UTC)),
    ("2022年02月02日 14时07分16秒", Form.CJK, MOMENT),
    ("二〇二二年二月二日", Form.CJK, DAY),
    ("2022년 2월 2일 오후 2:07", Form.CJK, MOMENT.replace(second=0)),
    ("1643810836", Form.EPOCH_SECONDS, MOMENT),
    ("1643810836000", Form.EPOCH_MILLISECONDS, MOMENT),
    ("25/12/2022", Form.NUMERIC, datetime(2022, 12, 25, tzinfo=UTC)),
    ("02.03.2022", Form.NUMERIC, datetime(2022, 3, 2, tzinfo=UTC)),
    ("２０２２-02-02", Form.ISO, DAY),
    ("2022–02–02", Form.ISO, DAY),
    ("2022", Form.YEAR, datetime(2022, 1, 1, tzinfo=UTC)),
    ("2022-02", Form.ISO, datetime(2022, 2, 1, tzinfo=UTC)),
    ("  2022-02-02  ", Form.ISO, DAY),
    ("2022-02-02 Wed", Form.ISO, DAY),
    ("2022-02-02T140716Z", Form.ISO, MOMENT),
    ("2022 02 02", Form.COMPACT, DAY),
    ("2022/2/2 下午2:07:16", Form.CJK, MOMENT),
    ("令和4年2月2日", Form.CJK, DAY),
    ("2 fevrier 2022", Form.MONTH_NAME, DAY),
    ("٢٠٢٢-٠٢-٠٢", Form.ISO, DAY),
    ("2022-02-02 14:07:16 America/New_York", Form.ISO, MOMENT + timedelta(hours=5)),
]


@pytest.mark.parametrize(("text", "form", "instant"), FORMS, ids=[row[0] for row in FORMS])
def test_every_form_is_read(text: str, form: Form, instant: datetime) -> None:
    outcome = parse(text)
    assert isinstance(outcome, ParsedDate)
    assert outcome.form is form
    assert outcome.instant() == instant


FAULTS = [
    ("2018-13-01", Fault.IMPOSSIBLE, "13", "There is no month 13"),
    ("2018-02-31", Fault.IMPOSSIBLE, "31", "February 2018 has 28 days, not 31"),
    ("2018-02-03 25:00", Fault.IMPOSSIBLE, "25", "There is no hour 25; a day ends at 23:59"),
    ("2018-02-03 10:61:00", Fault.IMPOSSIBLE, "61", "There is no minute 61"),
    (" 31 Feb 2018", Fault.IMPOSSIBLE, "31", "February 2018 has 28 days, not 31"),
    ("2021-W53", Fault.IMPOSSIBLE, "53", "2021 has no week 53"),
    ("2021-366", Fault.IMPOSSIBLE, "366", "2021 has no day 366"),
    ("0000-01-01", Fault.IMPOSSIBLE, "0000", "There is no year 0"),
    (
        "13:05 PM, 2 May 2022",
        Fault.IMPOSSIBLE,
        "13",
        "There is no hour 13 pm; it runs from 1 to 12",
    ),
    ("Invalid Date", Fault.PLACEHOLDER, "Invalid Date", "`Invalid Date` is a placeholder"),
    ("0000-00-00 00:00:00", Fault.PLACEHOLDER, "0000-00-00 00:00:00", "is a placeholder"),
    ("YYYY-MM-DD", Fault.PLACEHOLDER, "YYYY-MM-DD", "is a placeholder, not a date"),
    ("xx/xx/xxxx", Fault.PLACEHOLDER, "xx/xx/xxxx", "is a placeholder, not a date"),
    ("{{ date }}", Fault.TEMPLATE, "{{ date }}", "is a template that nothing filled in"),
    ("44594.5", Fault.SPREADSHEET, "44594.5", "it may mean 2022-02-02 12:00:00"),
    ("14:07", Fault.TIME_ONLY, "14:07", "is a time without a day"),
    ("2 days ago", Fault.UNKNOWN, "2 days ago", "What `2 days ago` means depends on"),
    ("2 May", Fault.UNKNOWN, "2 May", "`2 May` has no year"),
    ("42", Fault.UNKNOWN, "42", "`42` is a number, not a date"),
    ("next summer", Fault.UNKNOWN, "next summer", "`next summer` is not a date"),
    ("2022年2月30日", Fault.IMPOSSIBLE, "30", "February 2022 has 28 days, not 30"),
    ("令和4年2月30日", Fault.IMPOSSIBLE, "30", "February 2022 has 28 days, not 30"),
    ("2022-02-02 10:00:00+25:00", Fault.IMPOSSIBLE, "+25:00", "There is no offset of +25:00"),
    ("2022-02-02 10:00 XYZ", Fault.UNKNOWN, "XYZ", "`XYZ` is not a time zone"),
    ("12022-02-02", Fault.UNKNOWN, "12022", "`12022` is not a year; a year has four digits"),
    ("-2022-02-02", Fault.UNKNOWN, "-2022", "`-2022` is not a year"),
    ("2020-2021", Fault.UNKNOWN, "2020-2021", "is a period; a date is a single day"),
    ("2022-02-02 to 2022-02-05", Fault.UNKNOWN, "2022-02-02 to 2022-02-05", "is a period"),
    ("2022-O2-02", Fault.UNKNOWN, "O", "`O` is a letter; `2022-02-02` was probably meant"),
    ("2022-02-02 draft", Fault.UNKNOWN, "draft", "`draft` follows the date and is not part of it"),
    ("2022-02-02T", Fault.UNKNOWN, "T", "`T` follows the date and is not part of it"),
    (
        " Febuary 2, 2022",
        Fault.UNKNOWN,
        "Febuary",
        "`Febuary` is probably a misspelling of `February`",
    ),
    ("now()", Fault.UNKNOWN, "now()", "means depends on the day"),
    ("  ", Fault.EMPTY, "  ", "The date is empty"),
]


@pytest.mark.parametrize(("text", "fault", "part", "message"), FAULTS, ids=[r[0] for r in FAULTS])
def test_what_is_no_date_is_explained(text: str, fault: Fault, part: str, message: str) -> None:
    outcome = parse(text)
    assert isinstance(outcome, Unreadable)
    assert outcome.fault is fault
    assert outcome.span.of(text) == part
    assert message in outcome.message


def test_both_readings_of_an_ambiguous_date_are_kept() -> None:
    outcome = parse("03/04/2022")
    assert isinstance(outcome, ParsedDate)
    assert outcome.day_only == date(2022, 3, 4)
    assert outcome.alternatives == (date(2022, 4, 3),)


def test_a_weekday_confirms_the_century() -> None:
    right, wrong = (parse(f"{day}, 02-Feb-22 14:07:16 GMT") for day in ("Wednesday", "Friday"))
    assert isinstance(right, ParsedDate)
    assert not right.two_digit_year
    assert isinstance(wrong, ParsedDate)
    assert wrong.two_digit_year


def test_an_ambiguous_zone_has_no_offset() -> None:
    outcome = parse("2022-02-02 14:07:16 CST")
    assert isinstance(outcome, ParsedDate)
    assert outcome.zone is not None
    assert outcome.zone.ambiguous
    assert outcome.instant() is None


OFFSETS = st.integers(-18 * 4, 18 * 4).map(lambda quarters: timedelta(minutes=15 * quarters))
MOMENTS = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))
WITH_ZONE = [Form.ISO, Form.SLASHES, Form.DOTS, Form.RFC822, Form.UNIX, Form.JAVASCRIPT, Form.GO]
DAYS_ONLY = [
    Form.WEEK,
    Form.ORDINAL,
    Form.MONTH_NAME,
    Form.NUMERIC,
    Form.CJK,
    Form.ISO,
    Form.SLASHES,
]


def dated(local: datetime, zone: Zone | None) -> ParsedDate:
    return ParsedDate(
        Form.ISO,
        local.year,
        local.month,
        local.day,
        local.hour,
        local.minute,
        local.second,
        zone=zone,
    )


@given(MOMENTS, OFFSETS, st.sampled_from(WITH_ZONE))
def test_what_is_written_is_read_again(local: datetime, offset: timedelta, form: Form) -> None:
    written = dated(local, Zone(offset))
    text = format_as(written, form)
    read = parse(text)
    assert isinstance(read, ParsedDate), text
    assert read.form is form
    assert read.instant() == written.instant()
    assert read.precision is Precision.SECOND
    assert read.zone is not None
    assert read.zone.offset == offset


# Forms that hold not every year: two digits of it, eight digits in all, or few others are meant.
LIMITED = {
    Form.RFC850: (1969, 2068),
    Form.COMPACT: (1900, 2199),
    Form.CJK: (1000, 9998),
    Form.MONTH_NAME: (1000, 9998),
    Form.NUMERIC: (1000, 9998),
}


@given(MOMENTS, OFFSETS, st.sampled_from([*LIMITED]), st.data())
def test_what_is_written_in_other_forms_is_read_again(
    local: datetime, offset: timedelta, form: Form, data: st.DataObject
) -> None:
    year = data.draw(st.integers(*LIMITED[form]))
    local = local.replace(year=year, day=min(local.day, 28))
    written = dated(local, Zone(offset))
    text = format_as(written, form)
    read = parse(text)
    assert isinstance(read, ParsedDate), text
    # With a zone behind it, a date with the month's name is one of e-mail.
    assert read.form is (Form.RFC822 if form is Form.MONTH_NAME else form)
    assert not read.two_digit_year
    assert read.instant() == written.instant()
    assert read.precision is Precision.SECOND


@given(MOMENTS, st.sampled_from(DAYS_ONLY))
def test_days_are_read_again_in_every_form(local: datetime, form: Form) -> None:
    written = ParsedDate(Form.ISO, local.year, local.month, local.day)
    text = format_as(written, form)
    read = parse(text)
    assert isinstance(read, ParsedDate), text
    if form is Form.WEEK and local.year != read.year:
        return  # the last days of a year belong to the next one's first week
    assert read.day_only == written.day_only
    assert read.precision is Precision.DAY


@given(MOMENTS.filter(lambda local: local.year > 1000), st.sampled_from([Form.ANSI_C, Form.CJK]))
def test_times_without_a_zone_are_read_again(local: datetime, form: Form) -> None:
    written = dated(local, None)
    read = parse(format_as(written, form))
    assert isinstance(read, ParsedDate)
    assert read.local == written.local
    assert read.zone is None


# Before September 2001 milliseconds have twelve digits, as YYYYMMDDHHMM has.
@given(st.datetimes(datetime(2001, 9, 10), datetime(2200, 1, 1)))
def test_epochs_are_read_again(local: datetime) -> None:
    written = dated(local, Zone(timedelta(0)))
    for form in (Form.EPOCH_SECONDS, Form.EPOCH_MILLISECONDS):
        read = parse(format_as(written, form))
        assert isinstance(read, ParsedDate)
        assert read.form is form
        assert read.instant() == written.instant()


PIECES = st.sampled_from(
    [
        "2022",
        "22",
        "02",
        "2",
        "13",
        "31",
        "-",
        "-",
        "/",
        ".",
        ":",
        "T",
        "Z",
        "+",
        "+08:00",
        "GMT",
        "CST",
        "Feb",
        "février",
        "年",
        "月",
        "日",
        "下午",
        "pm",
        ",",
        "(",
        ")",
        "st",
        "foo",
        "0",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=9).map(" ".join))
def test_nothing_crashes(text: str) -> None:
    outcome = parse(text)
    if isinstance(outcome, ParsedDate):
        assert 1 <= outcome.local.year <= 9999 or outcome.hour == 24
    else:
        assert 0 <= outcome.span.start <= outcome.span.end <= len(text)
        assert outcome.message


@given(st.text(max_size=60))
def test_no_text_crashes(text: str) -> None:
    parse(text)


UNITS = ["1/", "9", "2022-", "Feb ", "(", "1:", "+0", "年1", " ", "a", "Z", "٣", "\t", "A1 ", "()"]


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_is_given_up_at_once(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert isinstance(parse(text), Unreadable)
    assert_linear(parse, text)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("beginning", ["", "2022-02-02 10:00", "Wed, 02 Feb 2022 "])
def test_a_text_as_long_as_a_date_may_be_takes_no_time(beginning: str, unit: str) -> None:
    parse("2 février 2022")  # imports what has tables
    assert_linear(parse, (beginning + unit * 200)[:200])


def test_utc_offsets_round_trip_through_python() -> None:
    zone = timezone(timedelta(hours=5, minutes=45))
    outcome = parse("2022-02-02T14:07:16+05:45")
    assert isinstance(outcome, ParsedDate)
    assert outcome.zone is not None
    assert outcome.zone.tzinfo == zone
