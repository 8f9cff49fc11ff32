from articlelint import ERROR, Article, Findings, Rule, Span, Syntax


class DroppedHtml(Rule):
    """The generator leaves the author's HTML out of the page."""

    name = "html/dropped-html"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        if article.syntax is not Syntax.MARKDOWN or article.site.settings.raw_html:
            return
        if not article.site.is_content(article.path):
            return
        pieces = []
        for node in article.markdown.nodes("HtmlBlock", "InlineHtml"):
            # Template tags are comments here, and comments do no harm.
            written = node.span.shift(-article.body.start).of(article.markdown.text)
            if not written.lstrip().startswith("<!--"):
                pieces.append(Span(node.span.start, node.span.start + len(written.rstrip())))
        if pieces:
            more = f" ({len(pieces)} places)" if len(pieces) > 1 else ""
            yield self.diagnostic(
                pieces[0],
                f"{article.site.generator.title} leaves this HTML out of the page{more}",
                hint="Write it in Markdown or as a shortcode, or allow raw HTML in the site's"
                " configuration",
            )
