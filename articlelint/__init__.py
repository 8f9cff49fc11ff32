"""articlelint checks article files: front matter, dates, images, links and HTML.

What a rule needs is here: ``from articlelint import Article, Diagnostic, Rule, Severity``.
"""

from articlelint.article import Article, Syntax
from articlelint.diagnostic import Diagnostic, Related, Severity
from articlelint.linting.rule import Rule, SiteRule, SuppressionRule
from articlelint.text.edit import Applicability, Edit, Fix
from articlelint.text.span import Position, Span

__version__ = "0.1.0"

__all__ = [
    "Applicability",
    "Article",
    "Diagnostic",
    "Edit",
    "Fix",
    "Position",
    "Related",
    "Rule",
    "Severity",
    "SiteRule",
    "Span",
    "SuppressionRule",
    "Syntax",
    "__version__",
]
