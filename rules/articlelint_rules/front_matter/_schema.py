"""What the schema of the article's generator has against its front matter, kind by kind."""

from collections.abc import Iterator

from articlelint import Article, Edit, FrontMatter, Key, Related, SchemaFinding, Span, apply

_LARGEST = 20_000


def findings(article: Article, kind: str) -> Iterator[tuple[SchemaFinding, list[Related]]]:
    """Yield the findings of one kind, each with its other places."""
    for finding in article.schema_findings:
        if finding.kind == kind:
            yield finding, [Related(span, message) for span, message in finding.related]


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


def still_reads(article: Article, *edits: Edit) -> bool:
    """Tell whether the front matter has the same keys after *edits* as before."""
    before, changed = article.front_matter, after(article, *edits)
    if before is None or changed is None:
        return False
    return [field.key for field in before.fields] == [field.key for field in changed.fields]


def key_of(article: Article, name: str) -> Key | None:
    """Return what the schema knows of the key *name*, None where it knows none such."""
    spec = article.schema.names.get(name) if article.schema is not None else None
    return spec.key if spec is not None else None
