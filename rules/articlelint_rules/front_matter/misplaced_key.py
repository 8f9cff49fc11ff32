from articlelint import (
    ERROR,
    UNSAFE,
    Article,
    Findings,
    Fix,
    Mapping,
    Path,
    Rule,
    SchemaFinding,
    on,
)
from articlelint_rules.front_matter._schema import key_of


class MisplacedKey(Rule):
    """A key is not where the generator looks for it."""

    name = "front-matter/misplaced-key"
    severity = ERROR
    fixable = UNSAFE

    @on.schema("misplaced-key")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        fix = _fix(article, finding.path)
        yield self.diagnostic(
            finding.span, finding.message, hint=finding.hint, fix=fix, related=finding.related
        )


def _fix(article: Article, path: Path) -> Fix | None:
    from articlelint_rules.front_matter._moving import lifted, moved

    front_matter = article.front_matter
    table = front_matter.find(path[:-1]) if front_matter is not None else None
    field = table.get(str(path[-1])) if isinstance(table, Mapping) else None
    if front_matter is None or field is None:
        return None
    key = key_of(article, field.key)
    if key is not None and key.belongs:
        return moved(article, front_matter, field, key.belongs)
    return lifted(article, front_matter, path, field)
