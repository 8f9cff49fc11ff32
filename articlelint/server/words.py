"""The keys and terms that the articles of a site use, for others to use as well."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from articlelint.article.fields import FieldRole, scalars_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.article import Article

_LONGEST: Final = 60
"""Characters; what is longer is nothing to choose from."""
_OFTEN: Final = 2
"""So many articles have a value that others may want, unless it is a term."""


class Words:
    """What is in the front matter of each article of a site."""

    def __init__(self) -> None:
        self._of: dict[Path, dict[str, tuple[str, ...]]] = {}

    def learn(self, article: Article) -> None:
        """Take note of the keys of *article* and the texts under each."""
        matter = article.front_matter
        fields = matter.fields if matter is not None else ()
        self._of[article.path] = {  # type: ignore[index] # a session's paths are those of files
            field.key: tuple(_texts(field.content)) for field in fields
        }

    def forget(self, path: Path) -> None:
        """Let the article at *path* be none."""
        self._of.pop(path, None)

    def keys(self) -> Counter[str]:
        """Return in how many articles each key is."""
        return Counter(key for fields in self._of.values() for key in fields)

    def values(self, key: str, article: Article, *, but: Path) -> list[str]:
        """Return the texts under *key*, the more frequent first, those of the article *but* aside.

        Of terms and authors all, otherwise those that some articles share.
        """
        counts = Counter(
            text
            for path, fields in self._of.items()
            if path != but
            for text in set(fields.get(key, ()))
        )
        generator = article.site.generator
        roles = (FieldRole.TERM, FieldRole.AUTHOR)
        least = 1 if any(key in role.keys(generator) for role in roles) else _OFTEN
        return [text for text, count in counts.most_common() if count >= least]


def _texts(value: object) -> Iterator[str]:
    for scalar in scalars_in(value):  # type: ignore[arg-type] # a value of front matter
        if isinstance(scalar.value, str) and 0 < len(scalar.value) <= _LONGEST:
            yield scalar.value
