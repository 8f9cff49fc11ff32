from articlelint import SAFE, WARNING, Article, Findings, Rule, on
from articlelint_rules.markdown import _links


class UnreadLink(Rule):
    """A link or an image is shown as text."""

    name = "markdown/unread-link"
    severity = WARNING
    fixable = SAFE

    @on.view(_links.unread_links)
    def check(self, link: _links.UnreadLink, article: Article) -> Findings:
        what = "an image" if link.is_image else "a link"
        yield self.diagnostic(
            link.span,
            f"This is shown as text, not as {what}: {link.why}",
            hint=link.hint,
            fix=link.fix,
            cause=None if link.fix else "article",
        )
