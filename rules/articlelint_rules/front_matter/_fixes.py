"""Fixes front matter that does not parse, where only one fix is right.

A fix is tried before it is offered: what it leads to is parsed.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from articlelint import SAFE, Article, Fix, Format, FrontMatter, SyntaxProblem, apply
from articlelint_rules.front_matter import _fixing_others, _fixing_yaml
from articlelint_rules.front_matter._fixing import Case, Fixing

_FIXES: Mapping[Format, Mapping[str, Fixing]] = {
    Format.YAML: _fixing_yaml.FIXES,
    Format.TOML: _fixing_others.TOML,
    Format.JSON: _fixing_others.JSON,
}
_TRIED_ALONE = 5
"""Mendings that are tried one by one where all together do not do."""


def fixes(
    article: Article, front_matter: FrontMatter, problems: Sequence[SyntaxProblem]
) -> list[Fix | None]:
    """Return the fix of each problem, None where there is none that leads to something better.

    Safe fixes have to do so without the others, too: they are made without them.
    """
    fixes, notation = _FIXES.get(front_matter.format, {}), front_matter.format
    found = [
        make(Case(article, notation, front_matter.content, problem)) if make else None
        for problem, make in ((each, fixes.get(each.code)) for each in problems)
    ]
    made = [fix for fix in found if fix is not None]
    before = len(front_matter.problems)
    safe = [fix for fix in made if fix.applicability is SAFE]
    if all(_helps(article, each, before) for each in {tuple(made), tuple(safe)} if each):
        return found
    left = _TRIED_ALONE
    for index, fix in enumerate(found):
        if fix is not None:
            left -= 1
            if left < 0 or not _helps(article, [fix], before):
                found[index] = None
    return found


def _helps(article: Article, made: Sequence[Fix], problems: int) -> bool:
    """Tell whether *made* leave no problem but those that they are not about."""
    edits = sorted({edit for fix in made for edit in fix.edits}, key=lambda edit: edit.span)
    if any(one.span.end > other.span.start for one, other in pairwise(edits)):
        return False
    after = article.with_text(apply(article.text, edits)).front_matter
    if after is None or after.unclosed:
        return False
    if len(after.problems) > problems - len(made):
        return False
    return bool(after.problems) or after.root is not None
