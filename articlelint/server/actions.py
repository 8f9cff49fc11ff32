"""What an editor offers to do about what was found: fix it, fix all of it, suppress it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from articlelint.adopting.search import suppress
from articlelint.language import said
from articlelint.server.diagnostics import diagnostic
from articlelint.text.edit import Applicability, Edit
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.report.finding import Finding
    from articlelint.runner.session import Session
    from articlelint.server.documents import Document

FIX_ALL: Final = "source.fixAll.articlelint"
KINDS: Final = (types.CodeActionKind.QuickFix, FIX_ALL)


def code_actions(
    session: Session, document: Document, params: types.CodeActionParams, *, resolves: bool
) -> list[types.CodeAction]:
    """Return what can be done in the range that *params* name, and of the kinds that they want.

    With *resolves* the editor asks for what takes long when somebody chooses it.
    """
    only = params.context.only
    actions: list[types.CodeAction] = []
    if only is not None and _is_wanted(FIX_ALL, only):
        actions += _fix_all(session, document)
    if only is None or _is_wanted(types.CodeActionKind.QuickFix, only):
        wanted = document.positions.span(params.range)
        findings = document.report.findings if document.report is not None else ()
        found = [each for each in findings if each.diagnostic.span.touches(wanted)]
        for number, finding in enumerate(found):
            actions += _quick_fix(session, document, finding)
            if not any(_alike(finding, other) for other in found[:number]):
                action = _suppression(session, document, finding)
                actions.append(action if resolves else resolve(session, document, action))
    return [each for each in actions if each.edit is not None or each.data is not None]


def resolve(
    session: Session, document: Document | None, action: types.CodeAction
) -> types.CodeAction:
    """Return *action*, one that suppresses a finding, with its edit; without where it is gone."""
    data = action.data if isinstance(action.data, dict) else {}
    findings = document.report.findings if document is not None and document.report else ()
    wanted = data.get("rule"), data.get("start"), data.get("end")
    finding = next((each for each in findings if _key(each) == wanted), None)
    if document is not None and finding is not None:
        config = session.configs.for_file(document.path)
        article = session.article(document.path, document.text)
        found = suppress(article, config.rules, [finding.diagnostic], "", known=config.known)
        if found.edits:
            action.edit = document.workspace_edit(found.edits)
    action.data = None
    return action


def _is_wanted(kind: str, only: Sequence[types.CodeActionKind | str]) -> bool:
    """Tell whether *kind* is one of those, or of a sort of them."""
    return any(f"{kind}.".startswith(f"{_text(each)}.") or _text(each) == "" for each in only)


def _text(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _alike(finding: Finding, other: Finding) -> bool:
    return _key(finding) == _key(other)


def _key(finding: Finding) -> tuple[str, int, int]:
    return (finding.diagnostic.rule, *finding.diagnostic.span)


def _fix_all(session: Session, document: Document) -> Iterator[types.CodeAction]:
    fixed = session.fix(document.path, document.text)
    if fixed != document.text:
        yield types.CodeAction(
            said("articlelint: make all safe fixes"),
            kind=FIX_ALL,
            edit=document.workspace_edit([_difference(document.text, fixed)]),
        )


def _difference(before: str, after: str) -> Edit:
    """Return the edit that makes *after* of *before*, without what both begin and end with."""
    start = _alike_for(before, after)
    rest = min(len(before), len(after)) - start
    same = min(_alike_for(before[::-1], after[::-1]), rest)
    start, end = _outside_line_endings(before, start, len(before) - same)
    return Edit(Span(start, end), after[start : len(after) - (len(before) - end)])


def _alike_for(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _outside_line_endings(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the same places, but where they are between CR and LF: no editor has such a place."""
    if text[max(start - 1, 0) : start + 1] == "\r\n":
        start -= 1
    if text[max(end - 1, 0) : end + 1] == "\r\n":
        end += 1
    return start, end


def _quick_fix(
    session: Session, document: Document, finding: Finding
) -> Iterator[types.CodeAction]:
    fix = finding.diagnostic.fix
    if fix is None or fix.applicability is Applicability.DISPLAY:
        return
    registry = session.configs.of(document.path).registry
    yield types.CodeAction(
        said(fix.title),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(document, finding, registry)],
        is_preferred=fix.applicability is Applicability.SAFE,
        edit=document.workspace_edit(fix.edits),
    )


def _suppression(session: Session, document: Document, finding: Finding) -> types.CodeAction:
    rule, start, end = _key(finding)
    registry = session.configs.of(document.path).registry
    return types.CodeAction(
        said(f"Suppress `{rule}` here"),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(document, finding, registry)],
        data={"uri": document.uri, "rule": rule, "start": start, "end": end},
    )
