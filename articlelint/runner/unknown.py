"""What nobody knows of a site, so that less is said of its articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.text.files import is_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.config import Configs


def unknown(configs: Configs, places: Iterable[str]) -> Iterator[str]:
    """Yield, in a sentence each, what is not known of the sites at *places*."""
    seen: set[Path] = set()
    for place in map(Path, places):
        path = place / "article.md" if is_folder(place) else place
        site = configs.of(path).site_for(path)
        if site.root is None or site.root in seen:
            continue
        seen.add(site.root)
        for problem in dict.fromkeys(site.settings.problems):
            yield f"The site is judged by its generator's defaults: {problem}"
        if not site.generator.knows_opening_fence:
            from articlelint.generators.unsupported import unsupported  # for such sites only

            if name := unsupported(site.root):
                yield (
                    f"The site is made with {name}, which articlelint does not know; its "
                    "addresses, templates and keys are not checked"
                )
