from urllib.parse import urlsplit

from articlelint import ERROR, UNSAFE, Article, Depends, Findings, Fix, Image, Rule, is_file, on
from articlelint_rules.images._machine import machine_of
from articlelint_rules.images._urls import rewritten, shortened


class MachinePath(Rule):
    """The address of an image only works on one machine."""

    name = "images/machine-path"
    severity = ERROR
    fixable = UNSAFE
    depends = Depends.DISK

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        message = machine_of(image.url)
        if message is not None:
            yield self.diagnostic(
                image.span,
                message,
                hint="Put the file into the site, and use its path there",
                fix=_fix(article, image),
                cause="article",
            )


def _fix(article: Article, image: Image) -> Fix | None:
    """Return the fix that leaves the host out where the site has the file."""
    try:
        parts = urlsplit(image.url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.path.startswith("/"):
        return None
    found = article.site.asset_candidates(parts.path, article.path)
    edit = rewritten(article, image, parts.path)
    if edit is None or not any(map(is_file, found)):
        return None
    return Fix.unsafe(f"Write `{shortened(parts.path)}`", edit)
