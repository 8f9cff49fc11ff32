from pathlib import Path
from urllib.parse import quote, unquote

from articlelint import (
    ERROR,
    SAFE,
    Article,
    Depends,
    Findings,
    Fix,
    Image,
    Rule,
    names_in,
    on,
    regex,
    true_name,
)
from articlelint_rules.images._files import candidates, is_named_before, lies_in_lowered_folder
from articlelint_rules.images._urls import rewritten, shortened

_PATH = regex(r"(?:https?:)?(?://[^/?#]*)?(?P<path>[^?#]*)")


class WrongCase(Rule):
    """The name of an image differs from the file on disk only in case."""

    name = "images/wrong-case"
    severity = ERROR
    fixable = SAFE
    depends = Depends.DISK

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        root = article.site.root
        places = candidates(article, image)
        if root is None or any(_is_spelled_so(place) for place in places):
            return
        true = next((name for place in places if (name := true_name(place, root))), None)
        if true is None:
            return
        if is_named_before(article, image) or lies_in_lowered_folder(article, places, root):
            return
        url = _respelled(image.url, true)
        edit = rewritten(article, image, url)
        in_place = any(each.name == true.name for each in places)
        yield self.diagnostic(
            image.span,
            f"On disk the file is called `{article.site.relative(true)}`",
            fix=Fix.safe(f"Write `{shortened(url)}`", edit) if edit and url != image.url else None,
            cause=f"article/{true.parent.name}" if in_place else None,
        )


def _is_spelled_so(place: Path) -> bool:
    """Tell whether the file is there by exactly this name, whatever the disk thinks of case.

    Folders above the last are not looked at where the disk tells cases apart.
    """
    return place.name in names_in(place.parent)


def _respelled(url: str, true: Path) -> str:
    """Return *url* with the names at its end as they are on disk."""
    match = _PATH.match(url)
    start, end = match.span("path") if match else (0, len(url))
    names = url[start:end].split("/")
    for at, part in zip(range(len(names) - 1, -1, -1), reversed(true.parts), strict=False):
        written = unquote(names[at])
        if written.casefold() != part.casefold():
            break
        if written != part:
            names[at] = quote(part) if "%" in names[at] else part
    return f"{url[:start]}{'/'.join(names)}{url[end:]}"
