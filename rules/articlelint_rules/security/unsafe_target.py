"""security/unsafe-target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint_rules.security._hosts import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_KEYWORDS = frozenset({"_self", "_parent", "_top", "_blank", ""})


class UnsafeTarget(Rule):
    """A link opens a window that can reach back."""

    name = "security/unsafe-target"
    severity = Severity.INFO
    fixable = Applicability.SAFE
    default = False

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each link to another host whose window keeps ``opener``."""
        for element, attribute in article.written_attributes("target"):
            if element.tag not in {"a", "area", "form"} or not host_of(element.get("href") or ""):
                continue
            target = attribute.value.strip().lower()
            relations = set((element.get("rel") or "").lower().split())
            if relations & {"noopener", "noreferrer"}:
                continue
            if target not in _KEYWORDS:
                message = f"The window `{attribute.value}` can reach back into this page"
            elif target == "_blank" and "opener" in relations:
                message = "`rel=opener` lets the new window reach back into this page"
            elif target == "_blank" and "rel" not in element.attributes:
                message = "In browsers from before 2021 the new window can reach back"
            else:
                continue
            fix = None
            if "rel" not in element.attributes:
                edit = Edit.insert(attribute.span.end, ' rel="noopener"')
                fix = Fix.safe('Add `rel="noopener"`', edit)
            yield self.diagnostic(attribute.span, message, fix=fix)
