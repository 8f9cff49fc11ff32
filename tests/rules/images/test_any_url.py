"""All rules about images on what nobody would write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint.testing import rules_of
from tests.growth import assert_linear

RULES = tuple(rule() for rule in rules_of("articlelint_rules.images"))
SITE = site_for(Path("nowhere"), "hexo")


@pytest.mark.parametrize(
    "url",
    [
        "a/" * 50_000 + "b.png",
        "../" * 50_000 + "b.png",
        "blank" * 20_000,
        "http://" + "a." * 50_000,
        "data:image/png;base64," + "A" * 200_000 + "!",
        "/home/a" + "/b" * 50_000,
        "https://images.weserv.nl/" + "?url=http" * 20_000,
        "https://a.b/?" + "Expires=1&" * 20_000,
        "-" * 100_000,
        "\\" * 50_000,
    ],
    ids=lambda url: url[:24],
)
def test_long_rubbish_is_judged_in_one_go(url: str) -> None:
    def work(url: str) -> None:
        text = f'![{url}](<{url}>)\n\n<img src="{url}" data-src="a.png" alt="img{url}">\n'
        result = lint(Article(text, "source/_posts/a.md", site=SITE), RULES)
        assert not result.crashes
        for found in result.diagnostics:
            assert len(found.message) < 1000
            assert len(found.hint or "") < 1000
            assert len(found.fix.title if found.fix else "") < 1000

    assert_linear(work, url)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_url_crashes_a_rule(url: str, alt: str) -> None:
    text = f"---\ncover: {url!r}\n---\n\n![{alt}](<{url}>)\n\n<img src='{url}' alt='{alt}'>\n"
    result = lint(Article(text, "source/_posts/a.md", site=SITE), RULES)
    assert not result.crashes, result.crashes[0].traceback
