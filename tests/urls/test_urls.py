from __future__ import annotations

import pytest

from articlelint.text.span import Span
from articlelint.urls.flaws import UrlFlaw, host_of, problems_of_url, scheme_of
from articlelint.urls.hosts import is_private_host
from articlelint.urls.schemes import malformed_scheme


@pytest.mark.parametrize(
    "url",
    [
        "",
        "notes.html",
        "../a/b.md?x=1#y",
        "//cdn.example.edu/a.js",
        "https://forge.example.edu:8080/a;b=c/@d?e=f&g[0]".replace("[0]", "=h"),
        "https://ja.example.edu/日本語#見出し",
        "https://例え.テスト/",
        "https://wiki.example.edu/Schrödinger’s_“cat”",
        "http://127.0.0.1:4000/",
        "http://[::1]:8080/",
        "http://0x7f.1/",
        "https://under_score.example.edu/",
        "mailto:ann@example.edu",
        "data:image/png;base64,AAAA BBBB",
        "javascript:void 'x y'",
        "https://lang.example.edu/reference/undefined",
        "https://lang.example.edu/nullable/NaNs",
        "https://forge.example.edu/?value=null",
    ],
)
def test_good_urls(url: str) -> None:
    assert problems_of_url(url) == ()


@pytest.mark.parametrize(
    ("url", "flaw", "what"),
    [
        ("http://exa mple.edu/", UrlFlaw.BROKEN, "exa mple.edu"),
        ("https://e.edu:99999/", UrlFlaw.BROKEN, "99999"),
        ("https://e.edu:80a/", UrlFlaw.BROKEN, "80a"),
        ("http://[::1", UrlFlaw.BROKEN, "[::1"),
        ("http://256.1.1.1/", UrlFlaw.BROKEN, "256.1.1.1"),
        ("http://v1.3.0/", UrlFlaw.BROKEN, "v1.3.0"),
        ("https://a..edu/", UrlFlaw.BROKEN, "a..edu"),
        ("http://", UrlFlaw.BROKEN, "//"),
        ("https://%zz/", UrlFlaw.BROKEN, "%zz"),
        ("https://a%2Fb.edu/", UrlFlaw.BROKEN, "a%2Fb.edu"),
        ("”a.jpg", UrlFlaw.QUOTES, "”"),
        ("https://e.edu/a”", UrlFlaw.QUOTES, "”"),
        ("/undefined/a", UrlFlaw.LEFTOVER, "undefined"),
        ("/a/[object Object]", UrlFlaw.LEFTOVER, "[object Object]"),
        ("https://${host}/a", UrlFlaw.LEFTOVER, "${host}"),
        ("/tags/{ { tag } }", UrlFlaw.LEFTOVER, "{ { tag } }"),
        ("https://e.edu/a\u200bb", UrlFlaw.INVISIBLE, "\u200b"),
        ("a\\b.png", UrlFlaw.BACKSLASH, "\\"),
        ("/a b", UrlFlaw.UNENCODED, " "),
        ("/100%", UrlFlaw.UNENCODED, "%"),
        ("/a#b#c", UrlFlaw.UNENCODED, "#"),
        ("https://ann:secret@e.edu/", UrlFlaw.CREDENTIALS, "ann:secret"),
    ],
)
def test_flaws_and_their_places(url: str, flaw: UrlFlaw, what: str) -> None:
    (problem,) = problems_of_url(url)
    assert (problem.flaw, url[problem.start : problem.end]) == (flaw, what)


def test_a_file_is_no_article_about_undefined() -> None:
    assert problems_of_url("/p/undefined") == ()
    (problem,) = problems_of_url("/p/undefined", names_file=True)
    assert problem.flaw is UrlFlaw.LEFTOVER


def test_the_replacement_is_what_browsers_ask_for() -> None:
    assert [each.replacement for each in problems_of_url("/a b?c d")] == ["%20", "%20"]
    assert [each.replacement for each in problems_of_url("/a% 2C b")] == [None, None, "%20"]
    assert [each.replacement for each in problems_of_url("/a|b?{c}")] == [None, None, None]


def test_the_place_in_an_article() -> None:
    text = '<a href="/a b">'
    (problem,) = problems_of_url("/a b")
    assert problem.span("/a b", Span(9, 13), text).of(text) == " "
    (problem,) = problems_of_url("/a b&c")
    assert problem.span("/a b&c", Span(0, 9), "/a b&amp;c") == (0, 9)


def test_long_urls_take_linear_time() -> None:
    assert len(problems_of_url("/" + " " * 100_000)) == 100_000
    assert problems_of_url("https://" + "a." * 100_000 + "edu/" + "%" * 10)


@pytest.mark.parametrize(
    ("url", "scheme", "host"),
    [
        ("HTTPS://Forge.Example.edu:80/x", "https", "forge.example.edu"),
        ("//a@cdn.example.edu./x", "", "cdn.example.edu"),
        ("mailto:a@b.edu", "mailto", ""),
        ("/x", "", ""),
        ("http://[::1]:8/", "http", "::1"),
    ],
)
def test_scheme_and_host(url: str, scheme: str, host: str) -> None:
    assert (scheme_of(url), host_of(url)) == (scheme, host)


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("localhost", True),
        ("printer.local", True),
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("172.16.0.1", True),
        ("172.32.0.1", False),
        ("0.0.0.0", True),  # noqa: S104 - an address, nothing is bound
        ("::1", True),
        ("192.0.2.1", False),
        ("8.8.8.8", False),
        ("1.2.3", False),
        ("local.example.edu", False),
    ],
)
def test_private_hosts(host: str, private: bool) -> None:
    assert is_private_host(host) is private


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("http:/e.edu", "http://e.edu"),
        ("https//e.edu", "https://e.edu"),
        ("https:///e.edu", "https://e.edu"),
        ("http;//e.edu", "http://e.edu"),
        ("http：//e.edu", "http://e.edu"),
        ("http:\\\\e.edu", "http://e.edu"),
        ("http: //e.edu", "http://e.edu"),
        ("https:e.edu", "https://e.edu"),
        ("ttps://e.edu", "https://e.edu"),
        ("htttp://e.edu", "http://e.edu"),
        ("hhttps://e.edu", "https://e.edu"),
        ("http://https://e.edu", "https://e.edu"),
        ("mailto://a@e.edu", "mailto:a@e.edu"),
        ("mailto a@e.edu", "mailto:a@e.edu"),
        ("mial:a@e.edu", None),
        ("www.e.edu/x", "https://www.e.edu/x"),
        ("http://e.edu", None),
        ("https.html", None),
        ("httpd/conf.md", None),
        ("http", None),
        ("hxxp://e.edu", None),
        ("tcp://e.edu", None),
        ("www/index.html", None),
        ("mailto:a@e.edu", None),
        ("mailto:?subject=x", None),
        ("https://web.example.edu/http://e.edu", None),
    ],
)
def test_malformed_schemes(url: str, meant: str | None) -> None:
    problem = malformed_scheme(url)
    assert (problem and problem.replacement + url[problem.end :]) == meant
