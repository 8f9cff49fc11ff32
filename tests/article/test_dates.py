"""The dates of an article: where they stand, and what becomes of them when they are fixed."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint import Applicability, Article
from articlelint.article.dates import ArticleDate, Origin
from articlelint.dates import DateRole, Form, ParsedDate, Verdict, Written, Zone, format_as
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.linting.registry import rules_of
from articlelint.recognition import site_for
from articlelint.text.span import Span
from tests.dates.readers import reader_of
from tests.growth import assert_linear

if TYPE_CHECKING:
    from articlelint.site import Site

RULES = [rule() for rule in rules_of("articlelint_rules") if rule.name.startswith("dates/")]
GENERATORS = "astro docusaurus eleventy generic hexo hugo jekyll pelican zola".split()


def site(generator: str, zone: str | None = None) -> Site:
    overrides: dict[str, object] = {"time-zone": zone} if zone else {}
    return site_for(Path("/nowhere"), generator, overrides)


def test_a_configuration_names_further_keys_of_dates() -> None:
    place = site_for(Path("/nowhere"), "generic", {"date-roles": {"seen.first": "expires"}})
    (date,) = Article("---\nseen: { first: 2024-05-01 }\n---\n", site=place).dates
    assert (date.text, date.role) == ("2024-05-01", DateRole.EXPIRES)


def test_spans_are_those_of_the_file() -> None:
    text = "\ufeff---\r\ntitle: a\r\ndate: '2018-13-01'\r\n---\r\n"
    (date,) = Article(text, site=site("hexo")).dates
    assert date.span.of(text) == "'2018-13-01'"
    assert date.text_span.of(text) == "2018-13-01"
    assert date.unreadable is not None
    assert date.locate(date.unreadable.span).of(text) == "13"


def test_file_names_and_time_elements_have_dates_too() -> None:
    text = '---\ndate: 2024-05-01\n---\n<time datetime="2024-05-02T10:00Z">then</time>\n'
    article = Article(text, "/nowhere/_posts/2024-05-01-a.md", site=site("jekyll"))
    name, written, element = article.dates
    assert (name.origin, name.text) == (Origin.FILE_NAME, "2024-05-01")
    assert (written.origin, written.key) == (Origin.FRONT_MATTER, "date")
    assert element.origin is Origin.TIME_ELEMENT
    assert element.text_span.of(text) == "2024-05-02T10:00Z"
    assert element.reading.verdict is Verdict.DOCUMENTED


def test_hugos_keys_are_known_in_any_case() -> None:
    text = "+++\nPublishDate = 2024-05-01\n+++\n"
    (date,) = Article(text, site=site("hugo")).dates
    assert date.role == "scheduled"


def test_only_posts_of_the_blog_plugin_have_its_reader() -> None:
    text = "---\ntitle: a\ndate: '2024-05-01'\n---\n"
    for path, rule in (("blog/posts/a.md", ["dates/quoted-date"]), ("a.md", [])):
        page = Article(text, f"/nowhere/docs/{path}", site=site("mkdocs"))
        assert [each.rule for each in lint(page, RULES).diagnostics] == rule


def test_what_yaml_says_of_a_value_is_no_part_of_it() -> None:
    text = "---\ndate: &d 2024-05-01\nupdated: *d\n---\n"
    assert [date.text for date in Article(text, site=site("hexo")).dates] == ["2024-05-01"]
    text = '---\ndate: !!str 2024-05-32\nupdated: "2024-05\\u002d32"\n---\n'
    dates = Article(text, site=site("hexo")).dates
    assert [date.text for date in dates] == ["2024-05-32", "2024-05-32"]
    places = [date.locate(date.unreadable.span).of(text) for date in dates if date.unreadable]
    assert places == ["32", '"2024-05\\u002d32"']


def test_hugo_is_told_which_keys_are_dates(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text(
        "[frontmatter]\ndate = ['Written', ':filename', 'date']\nlastmod = ['checked', ':git']\n"
    )
    text = "+++\nwritten = 2024-05-02\nChecked = 2024-05-01\n+++\n"
    page = Article(text, tmp_path / "content" / "a.md", site=site_for(tmp_path, "hugo"))
    assert [date.role for date in page.dates] == ["published", "updated"]
    assert [each.message for each in lint(page, RULES).diagnostics] == [
        "`Checked` is before `written`"
    ]


def test_docusaurus_reads_its_two_dates_differently() -> None:
    text = "---\ntitle: a\ndate: Wed, 02 Feb 2022 14:07:16 GMT\nlast_update:\n  date: {}\n---\n"
    for written, rules in (
        ("1/1/2023", ["dates/nonstandard-format"]),
        ("Sun, 01 Jan 2023 14:07:16 GMT", ["dates/nonstandard-format"]),
    ):
        page = Article(text.format(written), "blog/a.md", site=site("docusaurus"))
        found = lint(page, RULES).diagnostics
        assert [each.rule for each in found] == rules
        assert [each.severity for each in found] == ["error", "warning"][: len(rules)]


def test_duplicate_keys_are_all_dates() -> None:
    text = "---\ndate: 2024-05-01\ndate: 2024-05-02\n---\n"
    assert [date.text for date in Article(text, site=site("jekyll")).dates] == [
        "2024-05-01",
        "2024-05-02",
    ]


def test_the_machines_zone_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\ndate: Wed, 02 Feb 2022 14:07:16 GMT\nupdated: 2022-02-03 4:00\n---\n"
    seen = set()
    for machine in ("UTC", "Asia/Shanghai", "America/New_York"):
        monkeypatch.setenv("TZ", machine)
        time.tzset()
        article = Article(text, site=site("hexo", "Asia/Shanghai"))
        seen.add(fix(article, RULES, Applicability.SAFE).article.text)
    monkeypatch.undo()
    time.tzset()
    assert seen == {"---\ndate: 2022-02-02 22:07:16\nupdated: 2022-02-03 4:00\n---\n"}


MOMENTS = st.datetimes(datetime(1991, 1, 1), datetime(2024, 1, 1))
OFFSETS = st.integers(-12, 14).map(lambda hours: timedelta(hours=hours))
WITH_ZONE = [
    Form.ISO,
    Form.SLASHES,
    Form.DOTS,
    Form.COMPACT,
    Form.RFC822,
    Form.RFC850,
    Form.UNIX,
    Form.JAVASCRIPT,
    Form.GO,
    Form.MONTH_NAME,
    Form.NUMERIC,
    Form.CJK,
    Form.EPOCH_SECONDS,
]
SITES = st.sampled_from(GENERATORS).flatmap(
    lambda name: st.sampled_from([None, "Asia/Shanghai", "Europe/Berlin"]).map(
        lambda zone: site(name, zone)
    )
)


@settings(max_examples=300)
@given(MOMENTS, OFFSETS, st.sampled_from(WITH_ZONE), SITES, st.booleans())
def test_a_safe_fix_never_changes_the_moment(
    local: datetime,
    offset: timedelta,
    form: Form,
    of: Site,
    quoted: bool,
) -> None:
    parts = (local.year, local.month, local.day, local.hour, local.minute, local.second)
    written = ParsedDate(Form.ISO, *parts, zone=Zone(offset))
    text = format_as(written, form)
    if of.generator.name == "pelican":
        article = Article(f"Title: a\nDate: {text}\n\nText\n", "a.md", site=of)
    else:
        article = Article(f"---\ndate: {repr(text) if quoted else text}\n---\n", "a.md", site=of)
    fixed = fix(article, RULES, Applicability.SAFE)
    assert not fixed.refused
    assert not fixed.unsettled
    (date,) = fixed.article.dates
    zone = of.settings.time_zone
    assert date.parsed is not None
    assert date.parsed.zone is not None or zone is not None
    meant = date.parsed.instant(zone or UTC)
    if isinstance(zone, ZoneInfo) and date.parsed.zone is None and meant != written.instant():
        # The hour that comes twice in autumn; the clock's time alone cannot say which it is.
        meant = date.parsed.local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    assert meant == written.instant(), (text, date.text)
    assert date.parsed.precision == written.precision
    if fixed.applied:
        assert date.reading.is_right, (text, date.text)


@given(st.text(max_size=40), st.sampled_from(GENERATORS))
def test_no_text_crashes_a_rule(text: str, generator: str) -> None:
    article = Article(f"---\ndate: {text}\nupdated: '{text}'\n---\n", "a.md", site=site(generator))
    assert not lint(article, RULES).crashes


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("unit", ["1/", "9", " ", "a", "Z", "٣", "(", "to ", "2022-02-02 "])
def test_a_megabyte_is_read_in_linear_time(generator: str, unit: str) -> None:
    def work(text: str) -> None:
        span = Span(0, len(text))
        date = ArticleDate(
            key="date",
            origin=Origin.FRONT_MATTER,
            span=span,
            text_span=span,
            role=None,
            written=Written(text, quoted=True),
            reader=reader_of(generator),
            zone=ZoneInfo("Asia/Shanghai"),
        )
        assert date.reading.verdict is Verdict.REJECTED
        assert date.is_invalid
        assert date.canonical is None

    assert_linear(work, unit * (1_000_000 // len(unit)))
