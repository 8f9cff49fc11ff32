import re

from articlelint import UNSAFE, WARNING, Article, Diagnostic, Findings, Fix, Rule, Span, regex

_NAMES = {
    "\u00ad": "SOFT HYPHEN",
    "\u180e": "MONGOLIAN VOWEL SEPARATOR",
    "\u200b": "ZERO WIDTH SPACE",
    "\u200c": "ZERO WIDTH NON-JOINER",
    "\u200d": "ZERO WIDTH JOINER",
    "\u2060": "WORD JOINER",
    "\u2061": "FUNCTION APPLICATION",
    "\u2062": "INVISIBLE TIMES",
    "\u2063": "INVISIBLE SEPARATOR",
    "\u2064": "INVISIBLE PLUS",
    "\u3164": "HANGUL FILLER",
    "\uffa0": "HALFWIDTH HANGUL FILLER",
}
_FILLERS = "\u3164\uffa0"
"""Those that are letters."""
_ANYWHERE = regex("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\u3164\uffa0]+")
_TAGS = regex("(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+")
"""Tag characters; behind a black flag they spell the flags of England, Scotland and Wales."""


class InvisibleCharacter(Rule):
    """An invisible character is part of a URL or hides text."""

    name = "security/invisible-character"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        text = article.text
        if not _may_hide(article):
            return
        seen: set[Span] = set()
        if _ANYWHERE.search(text):
            links = (link for link in article.links if link.place != "wiki")  # names of files
            for span in [*(image.span for image in article.images), *(link.span for link in links)]:
                for match in _ANYWHERE.finditer(text, span.start, span.end):
                    place = Span(*match.span())
                    if place not in seen:
                        seen.add(place)
                        name = f"U+{ord(match[0][0]):04X} {_NAMES[match[0][0]]}"
                        yield self._at(place, f"The invisible {name} is part of the URL")
        for match in _TAGS.finditer(text):
            hidden = "".join(chr(ord(each) - 0xE0000) for each in match[0])
            readable = re.sub(r"[^\x20-\x7e]", "", hidden)
            yield self._at(Span(*match.span()), f"Invisible tag characters spell `{readable[:40]}`")

    def _at(self, span: Span, message: str) -> Diagnostic:
        fix = Fix.unsafe("Delete it", (span, ""))
        return self.diagnostic(span, message, fix=fix, cause="article")


def _may_hide(article: Article) -> bool:
    """Tell whether *article* has any of them; a pattern takes ten times longer to say no."""
    if any(each in _NAMES or _TAGS.match(each) for each in article.unprintable):
        return True
    return not article.text.isascii() and any(map(article.text.__contains__, _FILLERS))
