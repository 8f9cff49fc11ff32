from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from articlelint.sources.record import Columns, Record
from articlelint.sources.tables import rows

if TYPE_CHECKING:
    from articlelint.report.report import Problem

RSS = """\
<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
<item><title>Kites: "new"</title><link>https://example.org/2024/kites/</link>
<pubDate>Tue, 30 Apr 2024 10:00:00 GMT</pubDate><category>wind</category><category>sky</category>
<description>short</description>
<content:encoded><![CDATA[<p onclick="x()">A <img src="../a.png"></b></p>]]></content:encoded>
</item>
<item><guid isPermaLink="false">urn:x:2</guid><description>&lt;p&gt;Only this</description></item>
<item><title>No link</title><description>x</description></item>
<item><link>https://example.org/empty.html</link></item>
</channel></rss>
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title>
<id>tag:example.org,2024:1</id><link href="https://example.org/a"/><updated>2024-05-01T00:00:00Z</updated>
<content type="html">&lt;i&gt;text</content></entry></feed>
"""


def read(name: str, text: str) -> list[Record | Problem]:
    return list(rows(name, io.BytesIO(text.encode()), Columns()))


def test_an_entry_is_a_page_with_front_matter_and_nothing_of_it_is_cleaned() -> None:
    first, second, *problems = read("a.rss", RSS)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert first.path == "example.org/2024/kites/index.html"
    assert first.data.decode() == (
        '---\ntitle: "Kites: \\"new\\""\ndate: "Tue, 30 Apr 2024 10:00:00 GMT"\n'
        'tags: ["wind", "sky"]\n---\n<p onclick="x()">A <img src="../a.png"></b></p>'
    )
    assert second.path == "x:2.html"
    assert second.data.decode() == "---\n---\n<p>Only this"
    assert [str(each) for each in problems] == [
        "a.rss: entry 3: has neither a link nor an id",
        "a.rss: entry 4: `https://example.org/empty.html` has no text",
    ]


def test_atom() -> None:
    (entry,) = read("a.xml", ATOM)
    assert isinstance(entry, Record)
    assert entry.path == "example.org/a.html"
    assert entry.data.decode() == '---\ntitle: "A"\ndate: "2024-05-01T00:00:00Z"\n---\n<i>text'


@pytest.mark.parametrize("text", ["", "<html><p>Hello</p></html>", "no XML", "<a/>"])
def test_another_xml_is_no_feed(text: str) -> None:
    (problem,) = read("a.xml", text)
    assert str(problem).startswith("a.xml: is not a feed: ")
