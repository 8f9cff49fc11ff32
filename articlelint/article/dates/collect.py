"""The dates of an article, gathered once: front matter, file name, ``<time>``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.article.dates.article_date import ArticleDate, Origin
from articlelint.dates.readers import Written
from articlelint.front_matter.model import Format, Mapping, Scalar, Sequence, Style
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.article.document import Document
    from articlelint.dates.readers import Reader
    from articlelint.dates.role import DateRole
    from articlelint.front_matter import FrontMatter, Path
    from articlelint.front_matter.model import Value
    from articlelint.generators.generator import Generator
    from articlelint.schema.model import Schema


_COMPUTING = frozenset({".qmd", ".rmd"})
_YEAR_IN_PATH = regex(r"(?:^|[/\\])[0-9]{4}[-/\\]")
_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED})


def article_dates(article: Document, schema: Schema | None = None) -> tuple[ArticleDate, ...]:
    """Return every date of *article*: file name, front matter, ``<time>`` elements.

    *schema* is one of the site's own, which may name further dates.
    """
    found: list[ArticleDate] = []
    front_matter = article.front_matter
    if (
        front_matter is not None
        and front_matter.root is not None
        # R Markdown and Quarto compute them: "`r Sys.Date()`", "today", "last-modified".
        and not (
            article.path.suffix.lower() in _COMPUTING
            and article.site.is_of_another_generator(article.path)
        )
    ):
        _take_front_matter(article, front_matter, schema, found)
        if len(found) > 1:
            found.sort(key=lambda date: date.span)
    if _YEAR_IN_PATH.search(str(article.path)):
        found[:0] = _of_file_name(article)
    if "<time" in article.text:
        found += _of_elements(article)
    return tuple(found)


def _take_front_matter(
    article: Document,
    front_matter: FrontMatter,
    schema: Schema | None,
    found: list[ArticleDate],
) -> None:
    """Add the dates of the generator's keys, and of those that a schema of the site names.

    Of duplicate keys all are taken, since each is a claim.
    """
    generator = article.site.generator
    keys = _keys(type(generator), article.site.settings.date_roles, schema)
    folds, reader, kind = generator.ignores_key_case, None, front_matter.format
    for field in front_matter.fields:
        entries = keys.get(field.key.lower() if folds else field.key)
        if entries is None:
            continue
        reader = reader or _reader(article)
        for steps, role in entries:
            for rest, scalar in _scalars(field.content, steps):
                if scalar.source.strip("'\" \t"):
                    date = _of_scalar(article, (field.key, *rest), role, scalar, kind, reader)
                    found += [date] if date else []


def _reader(article: Document, key: str = "") -> Reader:
    site = article.site
    return site.generator.date_reader(article.site_path, key)


def _scalars(value: Value, steps: tuple[str | None, ...]) -> Iterable[tuple[Path, Scalar]]:
    """Return the scalars that *steps* lead to from *value*, with their path; None: all items."""
    if not steps:
        return (((), value),) if isinstance(value, Scalar) else ()
    return _within(value, *steps)


def _within(value: Value, step: str | None, *rest: str | None) -> Iterator[tuple[Path, Scalar]]:
    inner: list[tuple[str | int, Value]] = []
    if step is None and isinstance(value, Sequence):
        inner += enumerate(value.items)
    elif step is not None and isinstance(value, Mapping):
        inner += ((step, field.content) for field in value.fields if field.key == step)
    for name, each in inner:
        for path, scalar in _scalars(each, rest):
            yield (name, *path), scalar


@lru_cache(maxsize=64)
def _keys(
    generator: type[Generator], configured: tuple[tuple[str, DateRole], ...], schema: Schema | None
) -> dict[str, list[tuple[tuple[str | None, ...], DateRole | None]]]:
    """Return the date keys of a site: by the first step, the others and the role.

    They are those of *generator*, those that its configuration names, and those of *schema*,
    which have no role.
    """
    paths: dict[tuple[str | None, ...], DateRole | None] = dict.fromkeys(
        schema.dates if schema is not None else ()
    )
    roles = (*configured, *generator.date_roles.items())
    paths |= {tuple(key.split(".")): role for key, role in roles}
    keys: dict[str, list[tuple[tuple[str | None, ...], DateRole | None]]] = {}
    seen = set()
    for (head, *rest), role in sorted(paths.items(), key=lambda item: item[1] is None):
        name = str(head).lower() if generator.ignores_key_case else str(head)
        if (name, *rest) not in seen:
            seen.add((name, *rest))
            keys.setdefault(name, []).append((tuple(rest), role))
    return keys


def _of_scalar(
    article: Document,
    path: Path,
    role: DateRole | None,
    scalar: Scalar,
    kind: Format,
    reader: Reader,
) -> ArticleDate | None:
    """Return the date of *scalar*; None where it is no value, which is the schema's matter.

    None for an alias of YAML too: what it stands for is written elsewhere.
    """
    value, span = scalar.value, scalar.span
    if value is None or value is True or value is False:
        return None
    if scalar.source[0] == "*" and kind is Format.YAML:
        return None
    text, text_span = scalar.source, span
    quoted = scalar.style in _QUOTED
    if quoted:
        inner = text[1:-1]
        if isinstance(value, str) and value != inner:
            text = value  # escapes, or a block: no place for its parts
        else:
            text, text_span = inner, Span(span.start + 1, span.end - 1)
    key = ".".join(map(str, path)) if len(path) > 1 else str(path[0])
    return ArticleDate(
        key=key,
        path=path,
        origin=Origin.FRONT_MATTER,
        span=span,
        text_span=text_span,
        role=role,
        written=Written(text, quoted, kind, scalar.source, _is_typed(article, path)),
        reader=_reader(article, key) if len(path) > 1 else reader,
        zone=article.site.settings.time_zone if role is not None else None,
    )


def _is_typed(article: Document, path: Path) -> bool:
    """Tell whether the site's own schema takes no text for the date at *path*."""
    typed = article.site.settings.typed_dates
    if not typed or len(path) > 1:
        return False
    place = article.site_path
    return any(key == path[0] and place.is_relative_to(folder) for folder, key in typed)


def _of_file_name(article: Document) -> list[ArticleDate]:
    """Return the date of the file's name, placed at the article's start."""
    from articlelint.article.dates.file_names import file_name_date

    site = article.site
    if not (site.generator.takes_date_from_name and site.settings.dated_names):
        return []
    date = file_name_date(article.site_path)
    if date is None:
        return []
    place = Span.at(article.body.start)
    return [
        ArticleDate(
            key="",
            origin=Origin.FILE_NAME,
            span=place,
            text_span=place,
            role=None,
            written=Written(date[0], quoted=True),
            reader=_reader(article),
            zone=site.settings.time_zone,
        )
    ]


def _of_elements(article: Document) -> list[ArticleDate]:
    """Return the dates of the ``datetime`` attributes that nothing fills in later."""
    from articlelint.dates.readers.html_time import HtmlTime
    from articlelint.templates import is_dynamic

    reader, zone = HtmlTime(), article.site.settings.time_zone
    found: list[ArticleDate] = []
    for element in article.html.elements("time"):
        attribute = element.attributes.get("datetime")
        if attribute is None or not element.authored or is_dynamic(attribute.value):
            continue
        span = attribute.value_span
        text, shown = attribute.value, span.of(article.text)
        bare = shown[1:-1] if shown[:1] in {'"', "'"} else shown
        if bare == text and bare != shown:
            span = Span(span.start + 1, span.end - 1)
        written = Written(text, quoted=True, format=Format.META, source=span.of(article.text))
        found.append(
            ArticleDate(
                key="datetime",
                origin=Origin.TIME_ELEMENT,
                span=span,
                text_span=span,
                role=None,
                written=written,
                reader=reader,
                zone=zone,
            )
        )
    return found
