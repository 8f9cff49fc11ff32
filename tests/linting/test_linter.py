from __future__ import annotations

import pickle
import re
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from articlelint import (
    Applicability,
    Article,
    Diagnostic,
    Edit,
    Fix,
    Rule,
    Severity,
    Span,
)
from articlelint.errors import ConfigError
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.linting.rule import configure, option_fields, options_class
from articlelint.text.source import decode
from articlelint_rules.suppression.unused import Unused

if TYPE_CHECKING:
    from collections.abc import Iterator


class Replace(Rule):
    """A word stands where another should."""

    name = "words/replace"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    old: str = "a"
    new: str = "b"
    safe: bool = True

    def check(self, article: Article) -> Iterator[Diagnostic]:
        start = article.text.find(self.old)
        while start >= 0:
            span = Span(start, start + len(self.old))
            make = Fix.safe if self.safe else Fix.unsafe
            yield self.diagnostic(span, self.old, fix=make("Replace", Edit(span, self.new)))
            start = article.text.find(self.old, start + 1)


def named(name: str, *, old: str, new: str) -> Rule:
    """Return a rule of this name that replaces."""
    of_class = {"name": name, "__doc__": Replace.__doc__, "__module__": __name__}
    made: Rule = type(name, (Replace,), of_class)(old=old, new=new)
    return made


class NoDefault(Rule):
    """An option has no default."""

    name = "words/no-default"
    severity = Severity.INFO
    kinds: ClassVar[tuple[str, ...]] = ("a class variable is no option",)

    limit: int

    def check(self, article: Article) -> Iterator[Diagnostic]:
        raise NotImplementedError


class Crashing(Rule):
    """This rule fails."""

    name = "words/crashing"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        yield self.diagnostic(Span(0, 1), "found before the failure")
        raise RuntimeError(article.text)


def test_findings_are_in_reading_order_whatever_the_rules_order() -> None:
    rules = [Replace(old="b"), Replace(old="a")]
    article = Article("abab")
    first, second = lint(article, rules), lint(article, rules[::-1])
    assert first == second
    assert [each.span.start for each in first.diagnostics] == [0, 1, 2, 3]


def test_a_rule_that_raises_is_named_and_the_others_go_on() -> None:
    result = lint(Article("a"), [Crashing(), Replace()])
    assert [each.message for each in result.diagnostics] == ["found before the failure", "a"]
    (crash,) = result.crashes
    assert crash.rule == "words/crashing"
    assert crash.error == "RuntimeError: a"
    assert "Traceback" in crash.traceback


def test_fixes_that_touch_wait_for_the_next_pass() -> None:
    result = fix(Article("aaa"), [Replace(old="aa", new="a")], Applicability.SAFE)
    assert result.article.text == "a"
    assert result.applied == {"words/replace": 2}
    assert result.result.diagnostics == ()


def test_unsafe_fixes_wait_until_they_are_wanted() -> None:
    rules = [Replace(safe=False)]
    assert fix(Article("a"), rules, Applicability.SAFE).article.text == "a"
    assert fix(Article("a"), rules, Applicability.UNSAFE).article.text == "b"


def test_fixes_that_chase_each_other_are_stopped_and_named() -> None:
    result = fix(
        Article("ax"), [Replace(old="a", new="b"), Replace(old="b", new="a")], Applicability.SAFE
    )
    assert result.unsettled == ("words/replace",)
    assert result.article.text == "ax"
    assert not result.applied


def test_what_others_fix_stays_where_one_rule_never_comes_to_rest() -> None:
    rules = [Replace(old="a", new="ab"), named("words/other", old="x", new="y")]
    result = fix(Article("ax"), rules, Applicability.SAFE)
    assert result.article.text == "ay"
    assert result.unsettled == ("words/replace",)
    assert result.applied == {"words/other": 1}


def test_fixes_that_grow_without_end_are_stopped_before_they_fill_the_memory() -> None:
    lengths = []

    class Growing(Replace):
        """A letter comes of a letter."""

        name = "words/growing"

        def check(self, article: Article) -> Iterator[Diagnostic]:
            lengths.append(len(article.text))
            yield from super().check(article)

    rules = [Growing(new="a" + "." * 4_000), named("words/other", old="x", new="y" * 4_000)]
    result = fix(Article("a x"), rules, Applicability.SAFE)
    assert result.unsettled == ("words/growing",)
    assert result.article.text == "a " + "y" * 4_000
    assert max(lengths) < 20_000


def test_fixes_that_make_a_text_some_times_longer_are_made() -> None:
    text = "& " * 1_000
    result = fix(Article(text), [Replace(old="&", new="amp and more")], Applicability.SAFE)
    assert not result.unsettled
    assert result.article.text == text.replace("&", "amp and more")


def test_a_fix_that_would_break_the_front_matter_is_not_offered() -> None:
    text = "---\ntitle: x\n---\nx\n"
    article = Article(text)
    in_title, in_body = lint(article, [Replace(old="x", new="[")]).diagnostics
    assert in_title.fix is None
    assert in_body.fix is not None
    assert lint(article, [Replace(old="x", new="y")]).diagnostics[0].fix is not None


def test_a_fix_of_the_body_that_would_move_the_end_of_the_front_matter_is_not_offered() -> None:
    closed = Article("---\ntitle: a\n---\nx: b\n")
    assert lint(closed, [Replace(old="x", new="y")]).diagnostics[0].fix is not None
    unclosed = Article("---\ntitle: a\nlayout: b\n\nSome words\n")
    assert unclosed.front_matter is not None
    assert unclosed.body.start < unclosed.text.index("Some")
    assert lint(unclosed, [Replace(old="Some", new="some:")]).diagnostics[0].fix is None


def test_fixes_that_break_the_front_matter_are_found_among_many_that_touch() -> None:
    text = "---\ntitle: xaa\n---\n"
    rules = [
        Replace(old="x", new="["),
        named("words/other", old="xa", new="b"),
        named("words/third", old="aa", new="]"),
    ]
    found = lint(Article(text), rules).diagnostics
    assert [(each.rule, each.fix is not None) for each in found] == [
        ("words/replace", False),
        ("words/other", True),
        ("words/third", True),
    ]


def test_a_fix_of_many_places_that_break_the_front_matter_together_is_not_offered() -> None:
    rule = named("words/many", old="x", new=".")
    type(rule).many_are_one = True
    text = "+++\naxb = 1\na.bxc = 2\ncxd = 3\nexf = 4\n+++\n"
    (found,) = lint(Article(text), [rule]).diagnostics
    assert found.fix is None
    (found,) = lint(Article(text.replace("a.bxc", "a.dxc")), [rule]).diagnostics
    assert found.fix is not None
    assert len(found.fix.edits) == 4


def test_where_nobody_looked_a_fix_that_breaks_the_front_matter_is_refused() -> None:
    long = "a" * 300_000
    text = f"---\ntitle: x\nkey: y\nlong: {long}\n---\nx b y\n"
    rules = [
        Replace(old="x", new="["),
        named("words/other", old="b", new="c"),
        named("words/third", old="y", new="z"),
    ]
    result = fix(Article(text), rules, Applicability.SAFE)
    assert result.article.text == f"---\ntitle: x\nkez: z\nlong: {long}\n---\n[ c z\n"
    assert result.refused == "the fixes of words/replace would break the front matter"
    assert result.applied == {"words/replace": 1, "words/other": 1, "words/third": 3}


def test_what_a_fix_that_is_left_out_touches_is_fixed_all_the_same() -> None:
    text = "---\ntitle: xa\n---\n"
    rules = [Replace(old="x", new="["), named("words/other", old="xa", new="b")]
    result = fix(Article(text), rules, Applicability.SAFE)
    assert result.article.text == "---\ntitle: b\n---\n"
    assert result.refused is None


def test_a_file_that_is_not_utf8_is_never_fixed() -> None:
    article = Article(decode(b"a\xff"))
    result = fix(article, [Replace()], Applicability.SAFE)
    assert result.article is article
    assert result.result.diagnostics == ()


class Pairs(Rule):
    """A rule that writes pairs of offsets for spans."""

    name = "words/pairs"
    severity = Severity.WARNING
    place: tuple[int, int] = (2, 3)

    def check(self, article: Article) -> Iterator[Diagnostic]:
        start = article.text.find("x")
        if start >= 0:
            fix = Fix.safe("Write `b`", ((start, start + 1), "b"))
            yield self.diagnostic((start, start + 1), "x", fix=fix, related=[((0, 1), "here")])  # type: ignore[list-item]
        if "y" in article.text:
            yield self.diagnostic(self.place, "y")


def test_a_pair_of_offsets_will_do_for_a_span() -> None:
    (found,) = lint(Article("a x"), [Pairs()]).diagnostics
    assert found.span.of("a x") == "x"
    assert found.related[0].span.length == 1
    assert fix(Article("a x"), [Pairs()], Applicability.SAFE).article.text == "a b"


@pytest.mark.parametrize(
    ("place", "error"),
    [
        (3, r"TypeError: a span is a pair of offsets, `\(start, end\)`, and not 3"),
        ((1, None), r"and not \(1, None\)"),
        ((0, 9), r"the span \(0, 9\) is outside the text, which has 3 characters"),
        ((2, 1), r"the span \(2, 1\) is outside the text, which has 3 characters"),
        ((-1, 1), r"the span \(-1, 1\) is outside"),
    ],
)
def test_what_is_no_place_in_the_text_is_said_of_its_rule(place: Any, error: str) -> None:
    result = lint(Article("a y"), [Pairs(place=place), Replace()])
    assert [found.rule for found in result.diagnostics] == ["words/replace"]
    (crash,) = result.crashes
    assert crash.rule == "words/pairs"
    assert re.search(error, crash.error)


def test_what_is_no_edit_is_named() -> None:
    with pytest.raises(TypeError, match=r"an edit is a span and the text .*, and not \(0, 1\)"):
        Fix.safe("Delete it", (0, 1))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"a span is a pair of offsets, .*, and not 3"):
        Fix.safe("Delete it", (3, ""))  # type: ignore[arg-type]


def test_options_are_validated_by_their_annotations() -> None:
    assert configure(Replace, {"old": "x"}) == Replace(old="x")
    with pytest.raises(ConfigError, match=r"no option `odl`; choose from `new`, `old`, `safe`"):
        configure(Replace, {"odl": "x"})
    with pytest.raises(ConfigError, match=r"words/replace: `old` must be a string"):
        configure(Replace, {"old": 3})
    with pytest.raises(TypeError, match="Replace has no option 'odl'"):
        Replace(odl="x")  # type: ignore[call-arg]


def test_every_option_has_a_default() -> None:
    assert [field.name for field in option_fields(Replace)] == ["old", "new", "safe"]
    with pytest.raises(TypeError, match="the option 'limit' of NoDefault has no default"):
        options_class(NoDefault)


@pytest.mark.parametrize("default", [{"a": "b"}, ["a"], field(default_factory=dict)])
def test_no_option_has_a_default_that_can_be_changed(default: object) -> None:
    class Mutable(Rule):
        hosts: object = default  # type: ignore[misc,unused-ignore]

    with pytest.raises(TypeError, match="the default of the option 'hosts' must not be mutable"):
        options_class(Mutable)


def test_every_option_has_a_type_that_can_be_looked_up() -> None:
    class Unknown(Rule):
        limit: Nothing = 1  # type: ignore[name-defined]  # noqa: F821 - the point of it

    with pytest.raises(TypeError, match="an option of Unknown has a type that is not known"):
        options_class(Unknown)


def test_rules_are_values() -> None:
    rule = Replace(old="x")
    assert rule == configure(Replace, {"old": "x", "new": "b"}, severity=Severity.ERROR)
    assert hash(rule) == hash(Replace(old="x"))
    assert rule != Replace()
    assert Replace() != Crashing()
    assert repr(rule) == "Replace(old='x')"
    assert pickle.loads(pickle.dumps(rule)) == rule
    with pytest.raises(AttributeError, match="Replace does not change: cannot set 'old'"):
        rule.old = "y"  # type: ignore[misc]


def test_a_severity_can_be_set() -> None:
    rule = configure(Replace, severity=Severity.ERROR)
    assert rule.severity is Severity.ERROR
    assert Replace().severity is Severity.WARNING
    assert lint(Article("a"), [rule]).diagnostics[0].severity is Severity.ERROR


def test_a_rule_with_very_many_findings_tells_the_first_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articlelint.linting.linter._MOST", 3)
    rules = [Replace()]
    *_, last = lint(Article("aaaa\n"), rules).diagnostics
    assert (last.span, last.message) == (
        Span(2, 3),
        "a; of this rule, only the first 3 findings are reported",
    )
    assert fix(Article("aaaa\n"), rules, Applicability.SAFE).article.text == "bbbb\n"
    assert lint(Article("aaa\n"), rules).diagnostics[-1].message == "a"


def test_a_rule_with_very_many_findings_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    class Asked(Replace):
        """A word stands where another should."""

        name = "words/asked"

        def check(self, article: Article) -> Iterator[Diagnostic]:
            asked.append(article)
            yield from super().check(article)

    monkeypatch.setattr("articlelint.linting.linter._MOST", 3)
    assert len(lint(Article("aaaa\n"), [Asked()]).diagnostics) == 3
    assert len(asked) == 1


def test_a_comment_about_findings_that_are_not_told_is_in_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articlelint.linting.linter._MOST", 3)
    rules = [Replace(old="b", new="c"), Unused()]
    text = "bbbb\n\nb <!-- articlelint-disable-line words/replace -->\n"
    found = lint(Article(text), rules, known={"words/replace"}).diagnostics
    assert [each.rule for each in found] == ["words/replace"] * 3
