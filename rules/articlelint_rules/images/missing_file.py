from collections.abc import Sequence
from pathlib import Path, PurePath
from urllib.parse import unquote

from articlelint import (
    ERROR,
    Article,
    Depends,
    Findings,
    Image,
    ImageOrigin,
    Rule,
    is_kept_elsewhere,
    is_sample_path,
    lies_in,
    names_in,
    nearest_name,
    on,
    regex,
)
from articlelint_rules.images._files import (
    beside,
    candidates,
    exists,
    found_otherwise,
    is_named_before,
    lies_in_lowered_folder,
)
from articlelint_rules.images._urls import shortened

_COMPARED_AT_MOST = 2000
_LONGEST_NAME = 255
_SHOWN_AT_MOST = 4
_HINTS_AT_MOST = 200
"""Of more that are not there, each has the same cause, and looking for each takes time."""


class MissingFile(Rule):
    """An image of this site does not exist."""

    name = "images/missing-file"
    severity = ERROR
    depends = Depends.DISK
    yields_to = (
        "images/backslash-path",
        "images/invalid-url",
        "images/machine-path",
        "images/outside-site",
        "images/wrong-case",
    )

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        places = candidates(article, image)
        if not places or any(map(exists, places)):
            return
        if is_named_before(article, image):
            return
        root = article.site.root
        if is_kept_elsewhere(places, root):
            return
        if (
            is_sample_path(image.url)
            or _is_made(image)
            or _is_resource(article, image)
            or _is_shown_nowhere(article, image)
            or (not image.url.startswith("/") and article.site.sets_base)
            or _is_above_base(article, image, places[0])
        ):
            return
        if root is not None and lies_in_lowered_folder(article, places, root):
            return
        near = _near(article, image, places)
        yield self.diagnostic(
            image.span,
            f"`{shortened(image.url)}` leads to no file",
            hint=near or _looked_in(article, places),
            cause=_missing_folder(article, places[0])
            or _own_folder(article, image)
            or (None if near else _none_there(article)),
        )


def _is_made(image: Image) -> bool:
    """Tell whether a program makes the file when the site is built: ``/generated/a.webp``.

    Or puts its address in: ``%logo%``.
    """
    return _PLACEHOLDER.fullmatch(image.url) is not None or not _MADE.isdisjoint(
        image.url.split("/")[:-1]
    )


_PLACEHOLDER = regex(r"%[A-Za-z][\w.-]*%")
_MADE = frozenset({"generated", "_generated"})


def _is_resource(article: Article, image: Image) -> bool:
    """Tell whether an image of the front matter lies where layouts look: beside the article.

    Or somewhere among the files that are served.
    """
    if image.origin is not ImageOrigin.FRONT_MATTER:
        return False
    if "/" not in image.url:  # a layout puts the folder before it
        return article.site.serves_somewhere(unquote(image.url))
    return image.url.startswith("/") and exists(Path(article.path).parent / image.url.lstrip("/"))


def _is_shown_nowhere(article: Article, image: Image) -> bool:
    """Tell whether an image of the front matter has a key that no layout of the site reads.

    Such a key is left from another theme or another generator.
    """
    site = article.site
    if image.origin is not ImageOrigin.FRONT_MATTER or not site.has_all_layouts:
        return False
    keys = [key for key in image.place.split(".") if not key.isdigit()]
    return _READ_ANYWAY.isdisjoint(keys) and not any(map(site.is_read_by_layouts, keys))


_READ_ANYWAY = frozenset({"image", "images", "resources", "og_image"})
"""Keys that templates and plugins of the generators read, Hugo's `opengraph.html` for one."""


def _is_above_base(article: Article, image: Image, place: Path) -> bool:
    """Tell whether the address lies above the site's base path, in a folder that is not here.

    Of a host that has more than this site, another repository may serve it.
    """
    base = article.site.settings.base_path
    return (
        base != "/"
        and image.url.startswith("/")
        and not image.url.startswith(base)
        and not article.site.generator.puts_base_before_links
        and _missing_folder(article, place) is not None
    )


def _missing_folder(article: Article, place: Path) -> str | None:
    """Return the topmost folder on the way to *place* that is not there, within the site."""
    root = article.site.root
    if root is None or not lies_in(place, root):
        return None
    folder = root
    for part in place.parts[len(root.parts) : -1]:
        folder /= part
        if not exists(folder):
            return str(article.site.relative(folder))
    return None


def _own_folder(article: Article, image: Image) -> str | None:
    """Tell, with a word for the cause, that the image lies in a folder of the article's own name.

    One setting makes the generator look there, or one plugin.
    """
    place = beside(article, image)
    if place is None or not exists(place.parent / PurePath(article.path).stem / place.name):
        return None
    return "own_folder"


def _none_there(article: Article) -> str | None:
    """Tell, with a word for the cause, that no image of the article is there.

    Where that is so in several articles, they were copied, or a program brings the images.
    """
    return "none_there" if article.view(_lacks_all) else None


def _lacks_all(article: Article) -> bool:
    places = (candidates(article, image) for image in article.images[:_COMPARED])
    return not any(any(map(exists, each)) for each in places)


_COMPARED = 50


def _near(article: Article, image: Image, places: Sequence[Path]) -> str | None:
    """Return a hint that names the file that may be meant, where there is one."""
    found = article.view(_found_near)
    key = image.url, image.origin, image.place
    if key not in found and len(found) < _HINTS_AT_MOST:
        found[key] = _look_near(article, image, places)
    return found.get(key)


def _found_near(_: Article) -> dict[tuple[str, str, str], str | None]:
    """Return what remembers the hints of an article."""
    return {}


def _look_near(article: Article, image: Image, places: Sequence[Path]) -> str | None:
    within = _within_static(article, image)
    if within is not None:
        return within
    reader = found_otherwise(article, image)
    if reader is not None:
        path, who = reader
        shown = shortened(str(article.site.relative(path)))
        return f"`{shown}` exists; {who} would find it by this path"
    place = beside(article, image)
    if place is not None and exists(place):
        return f"It is next to the article, where {article.site.generator.title} does not look"
    folder = _own_folder(article, image)
    if folder is not None:
        where = article.site.relative(Path(article.path).with_suffix(""))
        return f"It is in `{where}/`, where {article.site.generator.title} does not look"
    written = PurePath(image.url.partition("?")[0]).name
    if "%" in written and any(exists(place.parent / written) for place in places):
        return "The name of the file has these `%` itself: write `%25` for each"
    name = places[0].name
    for place in places:
        near = _nearest(name, names_in(place.parent))
        if near is not None:
            return f"Did you mean `{near}`, which is in `{_shown(article, place.parent)}`?"
    return None


def _looked_in(article: Article, places: Sequence[Path]) -> str:
    folders = dict.fromkeys(_shown(article, place.parent) for place in places)
    first = ", ".join(f"`{folder}`" for folder in list(folders)[:_SHOWN_AT_MOST])
    others = len(folders) - _SHOWN_AT_MOST
    return f"Looked in {first}" + (f" and in {others} other folders" if others > 0 else "")


def _within_static(article: Article, image: Image) -> str | None:
    """Tell that the path names the folder whose files are published at the root."""
    root = article.site.root
    path = unquote(image.url.partition("?")[0]).lstrip("/")
    for folder in article.site.settings.static:
        rest = path.removeprefix(f"{folder}/")
        if root is None or rest == path or not exists(root / folder / rest):
            continue
        if any(map(exists, article.site.asset_candidates(f"/{rest}", article.path))):
            return f"Write `/{shortened(rest)}`: what is in `{folder}/` is published at the root"
    return None


def _nearest(name: str, names: Sequence[str]) -> str | None:
    if not 0 < len(names) <= _COMPARED_AT_MOST or len(name) > _LONGEST_NAME:
        return None
    return nearest_name(name, names)


def _shown(article: Article, folder: Path) -> str:
    """Return *folder* as the author would say it: from the site's root where it lies there."""
    return shortened(f"{article.site.relative(folder)}/")
