"""What the schema knows of a key, and what edits would make of the front matter."""

from articlelint import UNSAFE, Applicability, Article, Edit, Fix, FrontMatter, Key, Span, apply

_LARGEST = 20_000


def replacement(article: Article, span: Span, text: str) -> Edit:
    """Return the edit that puts *text* into a key's or value's place, inside its quotes."""
    written = span.of(article.text)
    if len(written) >= 2 and written[0] in "\"'" and written[-1] == written[0]:
        span = Span(span.start + 1, span.end - 1)
    return Edit(span, text)


def after(article: Article, *edits: Edit) -> FrontMatter | None:
    """Return the front matter as it would be after *edits*; None where it could not be read.

    None, too, where it is larger than any author's: a fix may ask for each of its values.
    """
    if article.front_matter is None or article.front_matter.content.length > _LARGEST:
        return None
    changed = article.with_text(apply(article.text, edits)).front_matter
    if changed is None or changed.root is None or changed.problems:
        return None
    return changed


def proven(article: Article, title: str, edit: Edit, how: Applicability = UNSAFE) -> Fix | None:
    """Return the fix that makes *edit*; None where the keys would not be the same after it."""
    before, changed = article.front_matter, after(article, edit)
    if before is None or changed is None:
        return None
    keys = [field.key for field in before.fields]
    return Fix(title, (edit,), how) if keys == [field.key for field in changed.fields] else None


def key_of(article: Article, name: str) -> Key | None:
    """Return what the schema knows of the key *name*, None where it knows none such."""
    spec = article.schema.names.get(name) if article.schema is not None else None
    return spec.key if spec is not None else None
