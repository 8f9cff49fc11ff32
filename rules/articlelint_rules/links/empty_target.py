import re
from collections import Counter

from articlelint import WARNING, Article, Findings, Link, Rule, on, regex

_TO_THE_TOP = regex(
    r"\b(?:top|up)\b|\bsub(?:ir|es?)\b|\bpuj|顶|頂|トップ|맨 위|haut|arriba|oben|topo\b|вверх"
    r"|[↑▲⬆^]",
    re.IGNORECASE,
)
_NOTHING = regex(r"javascript:\s*+(?:void\s*+\(?\s*+0?\s*+\)?|false)?\s*+;*+", re.IGNORECASE)
_ANCHOR = regex(r"\{:?[^{}\n]*?#[\w-]")
"""What follows a link that is there for its id: ``[](){#bridge}``."""
_CODE = regex(r"[A-Za-z0-9_.\])]")
"""What stands before brackets in a program: ``kites[name]()``."""
_MANY = 5
_SCRIPTED = regex(r"on\w+|role|data-|aria-|:|@|x-|v-|id\Z|name\Z")


class EmptyTarget(Rule):
    """A link leads nowhere."""

    name = "links/empty-target"
    severity = WARNING

    strict: bool = False
    """Whether to report `#` and scripts that do nothing, too."""

    @on.link()
    def check(self, link: Link, article: Article) -> Findings:
        if link.dynamic or link.based or _is_scripted(link):
            return
        if not link.url:
            if link.html is not None and link.place not in {"a", "area"}:
                return  # a frame or a player that a script fills
            if link.html is None and _ANCHOR.match(article.text, link.element.end) is not None:
                return
            if link.html is None and _is_missed_nowhere(link, article):
                return
            message = "The link has no target"
        elif not self.strict:
            return
        elif link.url == "#" and not _is_meant(link) and not _is_shown(link, article):
            message = "`#` is not a target: it leads to the top of the page"
        elif _NOTHING.fullmatch(link.url):
            message = f"`{link.url}` leads nowhere"
        else:
            return
        hint = "Say where it leads, or leave the text without a link"
        if not link.url and link.html is None and _CODE.search(article.text, *_before(link)):
            hint = "If readers should see the brackets, put it in backticks"
        yield self.diagnostic(link.element, message, hint=hint, cause="article")


def _is_alone(link: Link, article: Article) -> bool:
    """Tell whether nothing but blank space is on the lines of the link."""
    text, (start, end) = article.text, (link.element.start, link.element.end)
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not (before.rpartition("\n")[2].strip() or behind.partition("\n")[0].strip())


def _begins_heading(link: Link, article: Article) -> bool:
    """Tell whether it was an anchor, copied with a heading from a page: ``## []()Kites``."""
    start = link.element.start
    before = article.text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    return before.lstrip().startswith("#") and not before.strip("# \t[]()")


def _is_missed_nowhere(link: Link, article: Article) -> bool:
    """Tell whether nothing is shown, or it is left from what all articles begin with."""
    if not link.text.strip() and (_is_alone(link, article) or _begins_heading(link, article)):
        return True
    return _is_unused(link, article)


def _is_unused(link: Link, article: Article) -> bool:
    """Tell whether the link is the target of a definition whose label nothing has."""
    text, start = article.text, link.element.start
    first = max(0, start - _NEAR)
    line = text[max(text.rfind("\n", first, start) + 1, first) : start]
    label = _DEFINITION.fullmatch(line)
    return label is not None and article.view(_labels)[label[1]] == 1


def _labels(article: Article) -> Counter[str]:
    return Counter(match[1] for match in _LABEL.finditer(article.text))


_LABEL = regex(r"\[([^\[\]]++)\]")
_DEFINITION = regex(r"[ \t]*+(?:<!--[ \t]*+)?(?=\[)\[([^\[\]]++)\]:[ \t]*+")
_NEAR = 200


def _before(link: Link) -> tuple[int, int]:
    return max(0, link.element.start - 1), link.element.start


def _is_meant(link: Link) -> bool:
    """Tell whether the link leads to the top, or comes of a comment: ``[note]: # (text)``."""
    return link.place == "reference" or _TO_THE_TOP.search(link.text) is not None


def _is_shown(link: Link, article: Article) -> bool:
    """Tell whether the link is one of HTML that has a style, or one of many: a page shows it."""
    if link.html is None:
        return False
    return "class" in link.html.attributes or article.view(_without_target) >= _MANY


def _without_target(article: Article) -> int:
    return sum(each.url == "#" and each.html is not None for each in article.links)


def _is_scripted(link: Link) -> bool:
    """Tell whether a script does something with the element."""
    return link.html is not None and any(map(_SCRIPTED.match, link.html.attributes))
