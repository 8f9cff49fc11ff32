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
    regex,
)
from articlelint_rules.markdown._shown import is_escaped, shown

_EMBED = regex(
    r"!\[\[(?P<target>[^\[\]|#\n]{1,200}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|pdf|mp[34]|webm|md))"
    r"(?:#[^\[\]|\n]{0,200})?(?:\|(?P<words>[^\[\]\n]{0,200}))?\]\]"
)
_SIZE = regex(r"\d+(?:x\d+)?")


class UnreadEmbed(Rule):
    """An embed as Obsidian writes it is shown as text."""

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
        visible = article.view(shown)
        for match in _EMBED.finditer(text):
            start, end = match.span()
            if not visible.has_all(start, end - 1) or is_escaped(text, start):
                continue
            words = match["words"] or ""
            alt = "" if _SIZE.fullmatch(words) else words
            url = quote(match["target"].strip(), safe="/.:%()'!~,;@&=+$-_")
            span = Span(start, end).shift(article.markdown.offset)
            yield self.diagnostic(
                span,
                "This embed is shown as text: only Obsidian reads it",
                fix=Fix.unsafe(f"Write `![{alt}]({url})`", (span, f"![{alt}]({url})")),
            )
