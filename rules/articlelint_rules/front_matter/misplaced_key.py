from articlelint import (
    ERROR,
    UNSAFE,
    Article,
    Field,
    Findings,
    Fix,
    FrontMatter,
    Mapping,
    Path,
    Rule,
)
from articlelint_rules.front_matter._schema import findings, key_of


class MisplacedKey(Rule):
    """A key stands where the generator does not look for it."""

    name = "front-matter/misplaced-key"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for finding, related in findings(article, "misplaced-key"):
            fix = _fix(article, finding.path)
            yield self.diagnostic(
                finding.span, finding.message, hint=finding.hint, fix=fix, related=related
            )


def _fix(article: Article, path: Path) -> Fix | None:
    from articlelint_rules.front_matter._moving import lifted, moved  # noqa: PLC0415 - few need it

    front_matter = article.front_matter
    field = _field(front_matter, path) if front_matter is not None else None
    if front_matter is None or field is None:
        return None
    key = key_of(article, field.key)
    if key is not None and key.belongs:
        return moved(article, front_matter, field, key.belongs)
    return lifted(article, front_matter, path, field)


def _field(front_matter: FrontMatter, path: Path) -> Field | None:
    table = front_matter.find(path[:-1])
    return table.get(str(path[-1])) if isinstance(table, Mapping) else None
