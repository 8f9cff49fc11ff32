import re
from pathlib import PurePosixPath
from urllib.parse import quote

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Depends,
    Findings,
    Fix,
    Rule,
    Span,
    exists,
    is_escaped,
    regex,
    shown_text,
)

_EMBED = regex(
    r"!\[\[(?P<target>[^\[\]|#\n]{1,200})(?:#[^\[\]|\n]{0,200})?(?:\|(?P<words>[^\[\]\n]{0,200}))?\]\]"
)
_IMAGE = regex(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp)", re.IGNORECASE)
_OTHER = regex(r"\.(?:pdf|mp[34]|m4a|wav|ogg|webm|mov)", re.IGNORECASE)
_SIZE = regex(r"\d+(?:x\d+)?")


class UnreadEmbed(Rule):
    """An Obsidian embed is shown as text."""

    name = "markdown/unread-embed"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.DISK

    def check(self, article: Article) -> Findings:
        text = article.markdown.text
        if "![[" not in text or not article.knows_constructs or article.dialect.may_have_wiki_links:
            return
        root = article.site.root
        if root is not None and exists(root / ".obsidian"):
            return  # a vault that may never be a site
        visible = article.view(shown_text)
        for match in _EMBED.finditer(text):
            start, end = match.span()
            if not visible.has_all(start, end - 1) or is_escaped(text, start):
                continue
            span = Span(start, end).shift(article.markdown.offset)
            written = _in_markdown(match)
            yield self.diagnostic(
                span,
                "This embed is shown as text: only Obsidian reads it",
                hint="Copy its content here, or link to it" if written is None else None,
                fix=Fix.unsafe(f"Write `{written}`", (span, written)) if written else None,
            )


def _in_markdown(embed: re.Match[str]) -> str | None:
    """Return the image, or the link to another file, that *embed* stands for; of a note None."""
    target, words = embed["target"].strip(), embed["words"] or ""
    url = quote(target, safe="/.:%()'!~,;@&=+$-_")
    suffix = PurePosixPath(target).suffix
    if _IMAGE.fullmatch(suffix):
        return f"![{'' if _SIZE.fullmatch(words) else words}]({url})"
    if _OTHER.fullmatch(suffix):
        return f"[{words or target.rpartition('/')[2]}]({url})"
    return None
