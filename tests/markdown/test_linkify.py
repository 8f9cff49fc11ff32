from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.article import Article
from articlelint.recognition import site_for

FOUND = [
    ("x https://b.example.edu/a. Then", ["https://b.example.edu/a"]),
    ("(https://b.example.edu/a_(b)) and", ["https://b.example.edu/a_(b)"]),
    ('https://b.example.edu/a?b=c&d="e f', ["https://b.example.edu/a?b=c&d="]),
    ("见https://b.example.edu:8080/a\uff0c然后", ["https://b.example.edu:8080/a\uff0c然后"]),
    ("xhttps://b.example.edu/a", []),
    ("https://b.example.edu.", ["https://b.example.edu"]),
    ("https://例子.example/路径。", ["https://例子.example/路径。"]),
    ("https://b.example.edu/a...b/c-d--", ["https://b.example.edu/a...b/c-d--"]),
    ("https://b.example.edu/a**bold**", ["https://b.example.edu/a**bold"]),
    (
        "https://b.example.edu/a'b and 'https://b.example.edu'",
        ["https://b.example.edu/a'b", "https://b.example.edu"],
    ),
    ("https://b.example.edu_x/", []),
    ("https://ann:pw@b.example.edu/x;y; z!", ["https://ann:pw@b.example.edu/x;y"]),
    ("https://localhost:3000/a/[b]/{c}/d]", ["https://localhost:3000/a/[b]/{c}/d"]),
    ("http://-x.example.edu", []),
    ("https://b.example.edu\uff5cx", ["https://b.example.edu"]),
    ("https://b.example.edu/a|b>c", ["https://b.example.edu/a|b"]),
    ("ftp://b.example.edu/a,b, c", ["ftp://b.example.edu/a,b"]),
    ("`x`https://b.example.edu/a\\_b", ["https://b.example.edu/a\\_b"]),
    ("https://b.example.edu、x", ["https://b.example.edu"]),
    ("https://b.example.edu:a", ["https://b.example.edu"]),
]
"""What linkify-it 4.0.1 finds, which hexo-renderer-markdown-it 7.1.1 asks."""


@pytest.mark.parametrize(("text", "urls"), FOUND)
def test_urls_end_where_linkify_it_ends_them(text: str, urls: list[str]) -> None:
    article = Article(text, Path("a.md"), site=site_for(Path("nowhere"), "vitepress"))
    assert [each.span.of(text) for each in article.links if each.place == "bare"] == urls
