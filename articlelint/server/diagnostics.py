"""What was found in an article, as editors show it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from articlelint.diagnostic import Severity
from articlelint.language import said
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.linting.registry import Registry
    from articlelint.report.finding import Finding
    from articlelint.server.documents import Document

SOURCE: Final = "articlelint"
_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_TAGS: Final = {
    "deprecated": types.DiagnosticTag.Deprecated,
    "obsolete": types.DiagnosticTag.Deprecated,
    "redundant": types.DiagnosticTag.Unnecessary,
    "unused": types.DiagnosticTag.Unnecessary,
}
"""What a rule with such a word in its name finds, which editors strike out, or let fade."""


def diagnostics(document: Document, registry: Registry) -> list[types.Diagnostic]:
    """Return what was found in *document*."""
    found = document.report.findings if document.report is not None else ()
    return [diagnostic(document, finding, registry) for finding in found]


def diagnostic(document: Document, finding: Finding, registry: Registry) -> types.Diagnostic:
    """Return *finding*, of a rule that *registry* knows."""
    found, positions = finding.diagnostic, document.positions
    page = _page(registry, found.rule)
    fix = found.fix
    return types.Diagnostic(
        range=positions.range(found.span),
        message="\n".join(said(text) for text in (found.message, found.hint) if text),
        severity=_SEVERITIES[found.severity],
        code=found.rule,
        code_description=types.CodeDescription(page) if page is not None else None,
        source=SOURCE,
        tags=list(_tags(found.rule)) or None,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(document.uri, positions.range(related.span)), said(related.message)
            )
            for related in found.related
        ],
        data={"fix": Applicability(fix.applicability).name.lower() if fix is not None else None},
    )


@lru_cache(maxsize=1024)
def _page(registry: Registry, rule: str) -> str | None:
    """Return the URI of the page of *rule*; None where it has none."""
    return registry.page_url(rule)


def _tags(rule: str) -> Iterator[types.DiagnosticTag]:
    for word in rule.partition("/")[2].split("-"):
        if word in _TAGS:
            yield _TAGS[word]
