import re

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    SpanIndex,
    apply,
    on,
    regex,
)

_FORBIDDEN = regex("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]+")
"""Control characters and noncharacters (HTML, 13.2.3.5 "Preprocessing the input stream")."""

_LONELY = regex(f"<p>{_FORBIDDEN.pattern}</p>\n?")
"""A paragraph of Markdown's with nothing else in it."""
_ONE = _FORBIDDEN.pattern.removesuffix("+")
_TAG = regex("<[^<>]*+>")
_IN_MARK = regex(rf"[&<][#/!\w-]*+{_ONE}|-{_ONE}|{_ONE}-->")
"""One in a comment's mark or a reference, which may become another without it."""
_MEANT = ("\x0b", "\x1b")
"""What code may hold: white space to programs, and the colours of a terminal."""
_TRIALS = 40


def _forbidden(article: Article) -> tuple[re.Match[str], ...]:
    if not any(map(_FORBIDDEN.match, article.unprintable)):  # the pattern takes far longer
        return ()
    return tuple(_FORBIDDEN.finditer(article.text, article.body.start))


class ForbiddenCharacter(Rule):
    """The text contains a control character."""

    name = "html/forbidden-character"
    severity = WARNING
    fixable = SAFE
    many_are_one = True

    @on.view(_forbidden)
    def check(self, match: re.Match[str], article: Article) -> Findings:
        span, characters = Span(*match.span()), match[0]
        if article.dialect.leaves_out.issuperset(characters):
            return
        names = " ".join(f"U+{ord(each):04X}" for each in list(dict.fromkeys(characters))[:4])
        in_code = article.view(_code).has_around(span)
        if in_code and (characters in _MEANT or _is_put_out(article, match)):
            return
        if in_code and article.view(_code_of_bytes).has_around(span):
            return
        if article.view(_scripts).has_around(span):
            return  # in a program, browsers take it as it is
        intended = _from_windows(characters)
        if intended is not None:
            fix = Fix.unsafe(f"Write `{intended}`", (span, intended))
        else:
            is_safe = not in_code and span in article.view(_harmless)
            make = Fix.safe if is_safe else Fix.unsafe
            fix = make("Delete it", (span, ""))
        message = f"The text contains {names}, which is not allowed in pages"
        yield self.diagnostic(span, message, fix=fix, cause=names)


def _is_put_out(article: Article, match: re.Match[str]) -> bool:
    """Tell whether it is in a block of code, of what a program has put out or is to be given.

    A backspace is an editor's slip there too.
    """
    return match[0] != "\b" and article.view(_blocks_of_code).has_around(Span(*match.span()))


def _scripts(article: Article) -> SpanIndex:
    """Return the scripts and style sheets; a view."""
    return SpanIndex(each.span for each in article.elements("script", "style"))


def _code_of_bytes(article: Article) -> SpanIndex:
    """Return the code that shows bytes, such as a hash; a view.

    That is no UTF-8 which was read as Latin-1.
    """
    return SpanIndex(each for each in article.code_spans if _is_of_bytes(each.of(article.text)))


def _is_of_bytes(code: str) -> bool:
    runs = _BYTES.findall(code)
    return any(not _is_utf_8(run) for run in runs) and not any(map(_is_utf_8, runs))


_BYTES = regex(r"[\x80-\xff]+")


def _is_utf_8(characters: str) -> bool:
    try:
        characters.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _code(article: Article) -> SpanIndex:
    return SpanIndex(article.code_spans)


def _blocks_of_code(article: Article) -> SpanIndex:
    return SpanIndex(node.span for node in article.markdown.nodes("CodeBlock"))


def _harmless(article: Article) -> set[Span]:
    """Return the characters whose deletion changes nothing on the page but that they are gone."""
    matches = _FORBIDDEN.finditer(article.text, article.body.start)
    found: set[Span] = set()
    pending = [[Span(*match.span()) for match in matches]]
    for _ in range(_TRIALS):
        if not pending:
            break
        group = pending.pop()
        # With those found before: each may be harmless alone, and the two together not.
        edits = [Edit.delete(span) for span in (*found, *group)]
        after = article.with_text(apply(article.text, edits))
        same_body = after.body.start == article.body.start
        if same_body and _keeps_the_page(article.rendering.html, after.rendering.html):
            found.update(group)
        elif len(group) > 1:
            pending += [group[: len(group) // 2], group[len(group) // 2 :]]
    return found


def _keeps_the_page(before: str, after: str) -> bool:
    """Tell whether the characters stand in text, and nothing else differs between the pages."""
    bare = _FORBIDDEN.sub("", _LONELY.sub("", before))
    if bare != _FORBIDDEN.sub("", after):
        return False
    in_tags = any(_FORBIDDEN.search(tag[0]) for tag in _TAG.finditer(before))
    return not in_tags and _IN_MARK.search(before) is None


def _from_windows(characters: str) -> str | None:
    """Return what was meant by bytes of Windows-1252 that were read as Latin-1, or None."""
    if not all("\x80" <= character <= "\x9f" for character in characters):
        return None
    try:
        return characters.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return None
