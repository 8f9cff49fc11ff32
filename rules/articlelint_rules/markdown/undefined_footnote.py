import re

from articlelint import (
    FILLER,
    UNSAFE,
    WARNING,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    is_escaped,
    nearest,
    regex,
    shown_text,
)

_NOTE = regex(
    r"(?<!\[)\[\^(?!\w-\w)(?P<label>[^\s\[\]^]{1,80})\](?![(:]|[.\w\[]?(?:\*(?!\*)|[+?](?=\S)|[{$]))"
)
_DEFINITION = regex(r"^ {0,3}\[\^(?P<label>[^\s\[\]^]{1,80})\]:", re.MULTILINE)
_INCLUDING = frozenset({"include", "include_relative", "render", "partial", "import", "snippet"})


class UndefinedFootnote(Rule):
    """A footnote is referenced but not defined."""

    name = "markdown/undefined-footnote"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        text = article.markdown.text
        if "[^" not in text or not article.knows_constructs or "--8<--" in text:
            return
        dialect = article.dialect
        if dialect.how_to_have_footnotes:
            yield from self._of_parser(article)
        elif dialect.has_footnotes and not (dialect.has_unknown_definitions or _includes(article)):
            yield from self._of_labels(article)

    def _of_parser(self, article: Article) -> Findings:
        """Yield the first of the references that are none, since there are no footnotes at all."""
        text = article.markdown.text
        labels = {match["label"] for match in _DEFINITION.finditer(text)}
        for match in _NOTE.finditer(text) if labels else ():
            if match["label"] in labels and article.view(shown_text).has(match.start()):
                yield self.diagnostic(
                    Span(*match.span()).shift(article.markdown.offset),
                    "Readers see this as written: the site's Markdown does not support footnotes",
                    hint=article.dialect.how_to_have_footnotes,
                )
                return

    def _without_colon(self, article: Article, match: re.Match[str]) -> Diagnostic:
        end = match.end() + article.markdown.offset
        return self.diagnostic(
            Span(*match.span()).shift(article.markdown.offset),
            "This is no footnote: a colon is missing after the bracket",
            fix=Fix.unsafe("Insert a colon", Edit.insert(end, ":")),
        )

    def _of_labels(self, article: Article) -> Findings:
        text = article.markdown.text
        labels = [str(node.data) for node in article.markdown.nodes("FootnoteDefinition")]
        without = _without_colon(article, text)
        for match in _NOTE.finditer(text):
            label = match["label"]
            at = match.start()
            if FILLER in label or not (labels or (label.isdecimal() and not _is_class(text, at))):
                continue
            if is_escaped(text, at) or not article.view(shown_text).has_all(at, match.end() - 1):
                continue
            if _is_code(text, at):
                continue
            if label in without:
                if without[label] == at:
                    yield self._without_colon(article, match)
                continue
            near = nearest(label, labels[:500], likeness=0.75) if not label.isdecimal() else None
            yield self.diagnostic(
                Span(*match.span()).shift(article.markdown.offset),
                f"`[^{label}]` is not defined, so readers see the brackets",
                hint=f"Did you mean `[^{near}]`?"
                if near
                else f"Write the footnote on a line of its own: `[^{label}]: ...`",
                cause=None if labels else "article",  # all of them are left behind somewhere
            )


def _without_colon(article: Article, text: str) -> dict[str, int]:
    """Return where the only notes of their labels stand whose colon is missing.

    Such a one begins a paragraph, and another reference comes before it.
    """
    found: dict[str, int] = {}
    seen: set[str] = set()
    beginnings = {node.span.start for node in article.markdown.nodes("Paragraph")}
    for match in _NOTE.finditer(text):
        if match["label"] in seen and match.start() + article.markdown.offset in beginnings:
            found.setdefault(match["label"], match.start())
        seen.add(match["label"])
    return found


def _is_code(text: str, at: int) -> bool:
    """Tell whether an element of code is open there, whose content readers are to see as it is."""
    before = text[max(0, at - _AROUND) : at].lower()
    return any(before.rfind(f"<{tag}") > before.rfind(f"</{tag}") for tag in _CODE)


_CODE = ("code", "pre", "kbd", "samp")


def _is_class(text: str, at: int) -> bool:
    """Tell whether the line is about regular expressions, where `[^5]` is any other character."""
    before = text[max(0, at - _AROUND) : at].rpartition("\n")[2]
    after = text[at : at + _AROUND].partition("\n")[0]
    return _REGEX.search(before + after) is not None


_AROUND = 200
_REGEX = regex(r"匹配|字符|正则|文字クラス|(?i:\bmatch|\bregex|\bregular expression|\bcharacter)")


def _includes(article: Article) -> bool:
    """Tell whether another file is put into the article, which may hold the footnotes."""
    return any(tag.name in _INCLUDING for tag in article.masked.tags)
