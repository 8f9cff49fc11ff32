"""Content types of VS Code's Front Matter CMS, read from its ``frontmatter.json``.

The types of fields are those of the extension's documentation; where it does not say what one
writes into the front matter, the table below is lenient:
https://frontmatter.codes/docs/content-creation/fields
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from articlelint.errors import ConfigError, named
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PREFIX = "frontMatter."
_TYPES = f"{_PREFIX}taxonomy.contentTypes"
_FOLDERS = f"{_PREFIX}content.pageFolders"
_GROUPS = f"{_PREFIX}taxonomy.fieldGroups"
_DRAFT = f"{_PREFIX}content.draftField"
_NAMING = ("fmContentType", "type")
"""Keys by which an article names its content type."""
_DEFAULT = "default"
_DEEPEST = 8
_PATTERN = regex(r"\{\{|[*?\[]")

_PLAIN: Mapping[str, dict[str, Any]] = {
    "string": {"type": "text"},
    "slug": {"type": "text"},
    "number": {"type": "number"},
    "datetime": {"type": "date"},
    "boolean": {"type": "boolean"},
    "tags": {"type": ["list", "text"], "items": "text"},
    "categories": {"type": ["list", "text"], "items": "text"},
    "taxonomy": {"type": ["list", "text"], "items": "text"},
    "list": {"type": "list"},
    "image": {"type": "image"},
    "file": {"type": "link"},
    "choice": {"type": "text"},
    "dataFile": {"type": "text"},
    "contentRelationship": {"type": "text"},
    "fields": {"type": "mapping"},
    "block": {"type": "list"},
    "json": {"type": "any"},
    "customField": {"type": "any"},
}
_NO_VALUES = frozenset({"divider", "heading"})


@dataclass(frozen=True)
class ContentTypes:
    """The content types of a site: *tables* of fields by the type's name, in lower case.

    *only* is the type to take whatever an article says.
    """

    tables: Mapping[str, Mapping[str, Mapping[str, Any]]]
    only: str | None = None

    def pick(self, data: Mapping[str, object]) -> str | None:
        """Return the name of the content type of an article with this front matter."""
        if self.only is not None:
            return self.only
        for key in _NAMING:
            named = data.get(key)
            if isinstance(named, str) and named.lower() in self.tables:
                return named.lower()
        if _DEFAULT in self.tables:
            return _DEFAULT
        return next(iter(self.tables)) if len(self.tables) == 1 else None


def is_settings(document: Mapping[str, Any]) -> bool:
    """Tell whether *document* is the extension's settings, not a JSON Schema."""
    return any(key.startswith(_PREFIX) for key in document)


def content_types(document: Mapping[str, Any], only: str = "") -> ContentTypes:
    """Return the content types that *document*, a ``frontmatter.json``, defines.

    Raises ConfigError where it defines none, or none called *only*.
    """
    kinds = [kind for kind in _items(document.get(_TYPES)) if isinstance(kind.get("name"), str)]
    if not kinds:
        raise ConfigError(f"it has no content types (`{_TYPES}`)")
    groups = {str(group.get("id")): group for group in _items(document.get(_GROUPS))}
    reading = _Reading(groups, document.get(_DRAFT))
    tables = {
        str(kind["name"]).lower(): dict(reading.fields(_items(kind.get("fields")), "", 0))
        for kind in kinds
    }
    if only and only.lower() not in tables:
        raise ConfigError(f"it has no content type `{only}`; choose from {named(tables)}")
    return ContentTypes(tables, only.lower() or None)


def page_folders(document: Mapping[str, Any]) -> Iterator[PurePosixPath]:
    """Yield the folders of articles, from the file's own; of a pattern the plain beginning."""
    for folder in _items(document.get(_FOLDERS)):
        path = folder.get("path")
        if isinstance(path, str):
            inner = path.replace("\\", "/").removeprefix("[[workspace]]").lstrip("/")
            plain = _PATTERN.split(inner, 1)[0]
            yield PurePosixPath(plain if plain == inner else plain.rpartition("/")[0])


@dataclass(frozen=True)
class _Reading:
    groups: Mapping[str, Mapping[str, Any]]
    draft: object

    def fields(
        self, fields: list[dict[str, Any]], above: str, depth: int
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the table of each field, by its dotted name."""
        for field in fields:
            kind, own = field.get("type"), field.get("name")
            if kind == "fieldCollection" and depth < _DEEPEST:  # fields kept in one place
                group = self.groups.get(str(field.get("fieldGroup")), {})
                yield from self.fields(_items(group.get("fields")), above, depth + 1)
                continue
            if not isinstance(own, str) or not isinstance(kind, str) or kind in _NO_VALUES:
                continue
            if "." in own or not own:
                continue  # no name that a table could have
            name = f"{above}.{own}" if above else own
            yield name, self._table(kind, field)
            if kind == "fields" and depth < _DEEPEST:
                yield from self.fields(_items(field.get("fields")), name, depth + 1)

    def _table(self, kind: str, field: Mapping[str, Any]) -> dict[str, Any]:
        table = dict(self._of_draft() if kind == "draft" else _PLAIN.get(kind, {"type": "any"}))
        if kind == "string" and "{{now}}" in str(field.get(_DEFAULT)):
            table = {"type": "any"}  # it is filled with a date, which YAML reads
        if field.get("required") is True:
            table["required"] = True
        if kind == "choice":
            choices = [_choice(each) for each in field.get("choices") or ()]
            if choices:
                table["choices"] = choices
        if field.get("multiple") is True:
            table = {**table, "type": ["list", *_several(table["type"])], "items": table["type"]}
        if kind == "number":
            table |= _range(field)
        said = field.get("description") or field.get("title")
        if isinstance(said, str):
            table["description"] = said
        if kind in {"tags", "categories", "taxonomy"}:
            most = field.get("taxonomyLimit")
            if isinstance(most, int) and most > 0:
                table["max-items"] = most
        return table

    def _of_draft(self) -> dict[str, Any]:
        draft = self.draft if isinstance(self.draft, dict) else {}
        choices = [each for each in draft.get("choices") or () if isinstance(each, str)]
        if draft.get("type") == "choice" and choices:
            return {"type": "text", "choices": choices}
        return {"type": "boolean"}


def _items(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _choice(choice: object) -> object:
    return choice.get("id") if isinstance(choice, dict) else choice


def _several(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else kinds


def _range(field: Mapping[str, Any]) -> dict[str, Any]:
    options = field.get("numberOptions")
    if not isinstance(options, dict):
        return {}
    return {
        name: options[name]
        for name in ("min", "max")
        if isinstance(options.get(name), (int, float))
    }
