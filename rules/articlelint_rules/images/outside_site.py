from collections.abc import Sequence
from pathlib import Path

from articlelint import ERROR, Article, Depends, Findings, Image, Rule, lies_in, on
from articlelint_rules.images._files import candidates, exists, leads_out
from articlelint_rules.images._machine import machine_of
from articlelint_rules.images._urls import shortened

_PUBLISHED = frozenset({"assets", "content", "static"})


class OutsideSite(Rule):
    """The path of an image leads to where the site is not published from."""

    name = "images/outside-site"
    severity = ERROR
    depends = Depends.DISK

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        site = article.site
        root = site.root
        if root is None:
            return
        places = candidates(article, image)
        if not places or machine_of(image.url):
            return
        found = next((place for place in places if exists(place)), None)
        if found is None:
            if leads_out(article, image):
                yield self.diagnostic(
                    image.span,
                    f"`{shortened(image.url)}` leads out of the site",
                    hint="Put the file into the site",
                )
        elif (
            site.settings.content and not site.generator.bundles_images
        ):  # no README of a repository
            published = _published(article, root)
            if not any(lies_in(found, folder) for folder in published):
                names = ", ".join(f"`{site.relative(folder)}/`" for folder in published)
                yield self.diagnostic(
                    image.span,
                    f"`{site.relative(found)}` is there, but is not published",
                    hint=f"{site.generator.title} publishes {names}",
                )


def _published(article: Article, root: Path) -> Sequence[Path]:
    settings = article.site.settings
    mounts = [mount.source for mount in settings.mounts if mount.kind in _PUBLISHED]
    folders = [*settings.content, *settings.static, *mounts]
    return [root / folder for folder in dict.fromkeys(folders)]
