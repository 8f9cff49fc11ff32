"""Moves a key to where it belongs: into a table, or out of one."""

from articlelint import (
    Article,
    Edit,
    Field,
    Fix,
    Format,
    FrontMatter,
    Mapping,
    Path,
    Scalar,
    Sequence,
    Span,
)
from articlelint_rules.front_matter._schema import after


def moved(article: Article, front_matter: FrontMatter, field: Field, belongs: str) -> Fix | None:
    """Return the fix that puts *field* at the dotted path *belongs*; None where it is not easy.

    Easy is a value on one line, in YAML or TOML, and a place that is free.
    """
    if front_matter.format not in {Format.YAML, Format.TOML} or front_matter.find(
        tuple(belongs.split("."))
    ):
        return None
    text = article.text
    value = field.value_span.of(text)
    line = _line(text, field.span)
    if not value or "\n" in value or text[line.start : field.key_span.start].strip():
        return None
    table, _, name = belongs.rpartition(".")
    is_term = isinstance(field.content, Scalar) and name in {"tags", "categories", "authors"}
    if is_term:
        value = f"[{value}]"
    if not table:
        edits = [Edit(field.key_span, name), Edit(field.value_span, value)]
        title = f"Write it as the list `{name}`"
    elif text[field.value_span.end : line.end].strip():
        return None  # a comment, which would be lost
    else:
        edits = [Edit.delete(line), _insertion(article, front_matter, table, name, value)]
        title = f"Move it to `{belongs}`"
    expected = [field.value] if is_term else field.value
    changed = after(article, *edits)
    if changed is None or _plain(changed, belongs) != expected:
        return None
    return Fix.unsafe(title, *edits)


def lifted(article: Article, front_matter: FrontMatter, path: Path, field: Field) -> Fix | None:
    """Return the fix that puts *field*, at *path* in a table of TOML, above all tables."""
    text = article.text
    line = _line(text, field.span)
    if text[line.start : field.key_span.start].strip():
        return None
    above = [
        each.span
        for each in front_matter.fields
        if not isinstance(each.content, Mapping | Sequence)
        or each.content.flow
        or each.content.span.start >= each.key_span.end
    ]
    start = max((_line(text, span).end for span in above), default=front_matter.content.start)
    edits = [Edit.insert(start, line.of(text).lstrip(" \t")), Edit.delete(line)]
    changed = after(article, *edits)
    if changed is None or changed.find(path) or _plain(changed, field.key) != field.value:
        return None
    return Fix.unsafe("Move it above the first table", *edits)


def _plain(front_matter: FrontMatter, belongs: str) -> object:
    found = front_matter.find(tuple(belongs.split(".")))
    return found.value if isinstance(found, Scalar | Sequence | Mapping) else None


def _insertion(
    article: Article, front_matter: FrontMatter, table: str, name: str, value: str
) -> Edit:
    text = article.text
    newline = "\r\n" if "\r\n" in front_matter.content.of(text) else "\n"
    end = front_matter.content.end
    known = front_matter.get(table)
    is_yaml = front_matter.format is Format.YAML
    written = f"{name}: {value}" if is_yaml else f"{name} = {value}"
    if known is None or not isinstance(known.content, Mapping):
        header = f"{table}:{newline}  " if is_yaml else f"{newline}[{table}]{newline}"
        return Edit.insert(end, f"{header}{written}{newline}")
    if not is_yaml:
        line = _line(text, known.key_span)
        return Edit.insert(line.end, f"{written}{newline}")
    fields = known.content.fields
    start = _line(text, fields[0].key_span).start if fields else end
    indent = text[start : fields[0].key_span.start] if fields else "  "
    return Edit.insert(start, f"{indent}{written}{newline}")


def _line(text: str, span: Span) -> Span:
    """Return the line in which *span* stands, its ending included."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1
    return Span(start, end or len(text))
