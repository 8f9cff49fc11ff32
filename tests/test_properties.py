"""What holds for every article and all rules together."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articlelint import Applicability, Article
from articlelint.generators import GENERIC, known
from articlelint.linting.fixing import fix
from articlelint.linting.linter import gather, lint
from articlelint.linting.registry import rules_of
from articlelint.site import Site

NOW = datetime(2024, 6, 1, tzinfo=UTC)
RULES = [rule() for rule in rules_of("articlelint_rules")]
KNOWN = [rule.name for rule in RULES]

PIECES = [
    *("---", "---\n", "+++\n", ";;;\n", "--- \n", "----\n", "{\n", "}\n", "\n", "\n\n", "\r\n"),
    *("\r", "\ufeff", "\0", " ", "\t", "    ", "智", "\U0001f600", "\u2028", "\\", "&", "<", ">"),
    *("title: Hello\n", "title: a: b\n", "date: Wed, 02 Feb 2022 14:07:16 GMT\n", "tags: [a, b\n"),
    *("date: 2024-02-31\n", "date: 03/04/2022\n", "tags:\n  - a\n  - a\n", 'title: "x\n'),
    *('title = "x"\n', "date = 2024-01-01\n", '"title": "x",\n', "title: '智\n", "draft: yes\n"),
    *("thumbnail: https://picsum.photos/400/300?random=7365\n", "categries: x\n", "a: &a b\n"),
    *("# Heading\n", "Heading\n===\n", "- item\n", "> quote\n", "1. one\n", "| a | b |\n|--|--|\n"),
    *("![](a.png)", "![alt](<a b.png> 'title')", "[text](/a/)", "[text][ref]", "[ref]: /x 't'\n"),
    *(
        "```md\n",
        "```\n",
        "`code`",
        "**bold**",
        "~~gone~~",
        "<https://a.b>",
        "[^1]",
        "[^1]: note\n",
    ),
    *("<div>", "</div>", "<p>", "</p>", "<p><br></p>", "<b>", "</b>", "<i>", "</i>", "<table>"),
    *("<td>", "</table>", "<tr>", "text", "<a href=x>", "</a>", "<ul><li>", "</ul>", "</br>"),
    *(
        '<img src="a.png">',
        "<img src=a.png alt=x alt=y/>",
        '<a href="x',
        "<!--",
        "-->",
        "<!-- x --",
    ),
    *("&nbsp;", "&nbsq;", "&#0;", "&copy", "<svg>", "<math>", "<select>", "<template>", "<script>"),
    *("</script>", "<h2>", "</h3>", "<br/>", "<div/>", "<Vec<T>>", "{% raw %}", "{% endraw %}"),
    *("{{ x }}", "{{< figure src=a.png >}}", "{% img /a.png %}", "{{", "%}", "<html>", "<title>x"),
    *("<!-- articlelint-disable-next-line -->\n", "<!-- articlelint-disable html -->", "x" * 50),
    *(
        "# articlelint-disable-line\n",
        "<span class='a' class='b'>",
        'style="background:url(a.png)"',
    ),
]

ARTICLES = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join)
GENERATED = st.sampled_from([GENERIC, *known(plugins=False)])
NAMES = st.sampled_from(
    [
        "a.md",
        "source/_posts/a.md",
        "_posts/2024-01-01-a.md",
        "content/posts/a.md",
        "a.html",
        "a.mdx",
    ]
)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    root, generator = Path("/nowhere"), draw(GENERATED)
    site = Site(root, generator, generator.settings(root))
    return Article(draw(ARTICLES), Path("/nowhere") / draw(NAMES), site=site, now=NOW)


@SLOW
@given(articles())
def test_no_rule_crashes_and_all_spans_lie_in_the_text(article: Article) -> None:
    result = lint(article, RULES, known=KNOWN)
    assert not result.crashes, result.crashes[0].traceback
    _, crashes = gather(article, RULES)
    assert not crashes, crashes[0].traceback
    for found in result.diagnostics:
        spans = [found.span, *(related.span for related in found.related)]
        if found.fix is not None:
            spans += [edit.span for edit in found.fix.edits]
        for span in spans:
            assert 0 <= span.start <= span.end <= len(article.text), found


@pytest.mark.slow
@SLOW
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(article: Article, random: object) -> None:
    shuffled = list(RULES)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # random.Random, as hypothesis wraps it
    first = lint(article, RULES, known=KNOWN)
    second = lint(article.with_text(article.text), shuffled, known=KNOWN)
    assert first.diagnostics == second.diagnostics


@pytest.mark.parametrize("wanted", [Applicability.SAFE, Applicability.UNSAFE])
@SLOW
@given(article=articles())
def test_fixing_twice_is_fixing_once(article: Article, wanted: Applicability) -> None:
    first = fix(article, RULES, wanted, known=KNOWN)
    assert first.refused is None, first.refused
    assert not first.unsettled, first.unsettled
    second = fix(first.article.with_text(first.article.text), RULES, wanted, known=KNOWN)
    assert second.article.text == first.article.text
    assert not second.applied


@SLOW
@given(articles())
def test_every_fix_alone_leaves_front_matter_that_parses(article: Article) -> None:
    front_matter = article.front_matter
    if front_matter is None or front_matter.root is None or front_matter.problems:
        return
    for rule in RULES:
        assert fix(article, [rule], Applicability.UNSAFE, known=KNOWN).refused is None, rule.name
