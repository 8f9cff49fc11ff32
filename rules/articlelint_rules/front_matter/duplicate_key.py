from collections.abc import Iterator

from articlelint import ERROR, Article, Field, Findings, Mapping, Related, Rule, Sequence, Value


class DuplicateKey(Rule):
    """A key stands more than once in the front matter."""

    name = "front-matter/duplicate-key"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        for mapping in _mappings(front_matter.root):
            first: dict[str, Field] = {}
            for field in mapping.fields:
                earlier = first.setdefault(field.key, field)
                if earlier is not field:
                    yield self.diagnostic(
                        field.key_span,
                        f"`{field.key}` is set twice; only one of the two values counts",
                        hint="Keep the line that is right and delete the other",
                        related=[Related(earlier.key_span, "set here first")],
                    )


def _mappings(value: Value) -> Iterator[Mapping]:
    if isinstance(value, Mapping):
        yield value
        for field in value.fields:
            yield from _mappings(field.content)
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _mappings(item)
