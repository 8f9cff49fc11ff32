import re

from articlelint import ERROR, Article, Findings, Rule, Syntax, regex

_LOCKED = "\0GITCRYPT\0"
"""What a file begins with that git-crypt keeps encrypted."""


class UndecodableBytes(Rule):
    """The file is not UTF-8."""

    name = "text/undecodable-bytes"
    severity = ERROR
    reads_undecodable = True

    def check(self, article: Article) -> Findings:
        spans = article.source.undecodable
        if not spans or article.text.startswith(_LOCKED) or _declares_encoding(article):
            return
        count = sum(span.length for span in spans)
        message = f"A byte that is not UTF-8{f' ({count} in all)' if count > 1 else ''}"
        if article.source.encoding_guess is not None:
            message = f"The file is {article.source.encoding_guess}, not UTF-8"
        elif "\0" in article.text:
            message += "; this looks like a binary file"
        hint = "Save the file as UTF-8; nothing else in it was checked"
        yield self.diagnostic(spans[0], message, hint=hint)


def _declares_encoding(article: Article) -> bool:
    """Tell whether it is a whole page that says which encoding browsers shall read it in."""
    if article.syntax is not Syntax.HTML or article.front_matter is not None:
        return False
    declared = _CHARSET.search(article.text, 0, _LOOKED_AT)
    return declared is not None and declared[1].lower() not in {"utf-8", "utf8"}


_CHARSET = regex(r"""<meta\b[^<>]{0,200}?\bcharset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_LOOKED_AT = 1024
"""In so many bytes browsers look for it."""
