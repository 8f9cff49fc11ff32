"""What is seen of a page at a glance is on it; the rest is found in its tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.article import Article
from articlelint.destinations import anchors, glance
from articlelint.destinations.heading_ids import heading_ids
from articlelint.generators.id_style import IdStyle
from articlelint.recognition import site_for

PAGE = """\
# The page

## What's new, in 2.0?

## With `code`

## _Stressed_

```md
## In a fence
```

<!--
## In a comment
-->

## Another name
{: #its-own}

## Given {#given}

<a name="named"></a>

### Closed ###
"""


def test_headings_of_words_are_seen_and_no_others() -> None:
    assert glance.glance(PAGE, [IdStyle.GITHUB]) == {
        "the-page", "whats-new-in-20", "given", "named", "closed", "its-own",
    }  # fmt: skip


def test_what_is_not_seen_is_read(tmp_path: Path) -> None:
    site = site_for(tmp_path, "jekyll")
    (tmp_path / "a.md").write_text(PAGE)
    found = anchors.anchors_at(tmp_path / "a.md", site)
    assert found is not None
    assert found.has("with-code")
    assert not found.has("in-a-fence")
    assert not found.has("in-a-comment")
    assert not found.has("another-name")


def test_a_page_is_read_where_a_glance_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_for(tmp_path, "jekyll")
    (tmp_path / "b.md").write_text(PAGE)
    found = anchors.anchors_at(tmp_path / "b.md", site)
    assert found is not None
    monkeypatch.setattr(anchors, "_names_of", lambda _: pytest.fail("the page is read"))
    assert found.has("the-page")
    assert found.has("named")
    with pytest.raises(pytest.fail.Exception):
        found.has("with-code")


@pytest.mark.parametrize("style", list(IdStyle))
def test_ids_are_those_of_the_tree(style: IdStyle) -> None:
    text = "# Über uns\n\n## Same\n\n## Same\n\n## a.b/c (d), e? f!\n\n## 12 ways\n\n## It's: so\n"
    whole = {each for each in heading_ids(Article(text, Path("a.md")).headings, style) if each}
    assert glance.glance(text, [style]) == whole
