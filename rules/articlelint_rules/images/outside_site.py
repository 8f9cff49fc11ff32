import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from articlelint import ERROR, Article, Depends, Findings, Image, Rule, lies_in, names_in, on, regex
from articlelint_rules.images._files import candidates, exists, leads_out
from articlelint_rules.images._machine import machine_of
from articlelint_rules.images._urls import shortened

_PUBLISHED = frozenset({"assets", "content", "static"})


class OutsideSite(Rule):
    """The path of an image leads outside the folders that the site publishes."""

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
            is_outside = not any(lies_in(found, folder) for folder in published)
            parts = site.relative(found).parts
            if is_outside and parts and not _is_copied(parts[0], root):
                names = ", ".join(f"`{site.relative(folder)}/`" for folder in published)
                yield self.diagnostic(
                    image.span,
                    f"`{site.relative(found)}` exists, but is not published",
                    hint=f"{site.generator.title} publishes {names}",
                )


@lru_cache(maxsize=256)
def _is_copied(folder: str, root: Path) -> bool:
    """Tell whether a script of the repository copies the *folder*, into the site perhaps."""
    copies = regex(
        rf"(?:\bcp|\bcopy\w*|\brsync|\bmv|\bln|\brobocopy)\b[^\n]*\b{re.escape(folder)}\b"
    )
    return any(map(copies.search, _scripts(root)))


@lru_cache(maxsize=16)
def _scripts(root: Path) -> Sequence[str]:
    """Return the texts of what builds the site: make, npm, scripts, a service's jobs."""
    places = [root / name for name in ("Makefile", "makefile", "package.json", "Dockerfile")]
    for folder in (".", "scripts", "tools", ".github/workflows"):
        names = [name for name in names_in(root / folder) if name.endswith(_SCRIPTS)]
        places += [root / folder / name for name in names[:_READ_AT_MOST]]
    texts: list[str] = []
    for place in places:
        try:
            texts.append(place.read_text(encoding="utf-8", errors="replace")[:_LONGEST])
        except OSError:
            continue
    return texts


_SCRIPTS = (".sh", ".bat", ".ps1", ".py", ".js", ".mjs", ".yml", ".yaml")
_READ_AT_MOST = 40
_LONGEST = 100_000


def _published(article: Article, root: Path) -> Sequence[Path]:
    settings = article.site.settings
    mounts = [mount.source for mount in settings.mounts if mount.kind in _PUBLISHED]
    folders = [*settings.content, *settings.static, *mounts]
    return [root / folder for folder in dict.fromkeys(folders)]
