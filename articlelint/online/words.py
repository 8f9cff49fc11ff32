"""What an answer means for whoever follows the link, in words."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from articlelint.diagnostic import Severity
from articlelint.online.model import Outcome

if TYPE_CHECKING:
    from articlelint.online.model import Answer

_FOR_PROGRAMS: Final = frozenset({401, 403, 405, 406, 407, 429, 451, 999})
"""Statuses by which hosts keep programs out, or people who are not known, and not the others.
999 is what LinkedIn answers."""

_LONGEST: Final = 120


def explain(answer: Answer) -> str:
    """Return the sentence that says what came of asking."""
    host = f"`{answer.host}`"
    match answer.outcome:
        case Outcome.ANSWERED:
            said = f"{host} answers {_status(answer.status)}"
        case Outcome.NO_HOST:
            said = f"There is no host {host}"
        case Outcome.REFUSED:
            said = f"{host} accepts no connection"
        case Outcome.TIMEOUT:
            said = f"{host} does not answer in time"
        case Outcome.RESET:
            said = f"{host} breaks the connection off"
        case Outcome.TLS:
            said = f"{host} cannot be reached securely"
        case Outcome.MALFORMED:
            said = f"{host} answers with something that is not HTTP"
        case Outcome.FORBIDDEN_ADDRESS:
            said = f"{host} leads to an address that is not public, and was not asked"
        case Outcome.REDIRECT_LOOP:
            said = "The redirects go in a circle"
        case Outcome.TOO_MANY_REDIRECTS:
            said = "More than five redirects follow one another"
        case Outcome.BAD_REDIRECT:
            said = f"{host} redirects to what is no address of the web"
    return f"{said}: {answer.detail[:_LONGEST]}" if answer.detail else said


def weight(answer: Answer) -> Severity:
    """Return how sure it is that readers are served no better.

    ERROR: so it will be tomorrow, and for everybody. WARNING: it may be a bad moment. INFO:
    the host keeps programs out, and may serve people.
    """
    if answer.outcome is Outcome.ANSWERED:
        if answer.status in _FOR_PROGRAMS:
            return Severity.INFO
        return Severity.ERROR if answer.status < 500 else Severity.WARNING
    if answer.outcome is Outcome.NO_HOST:
        return Severity.WARNING if answer.detail else Severity.ERROR
    lasting = {Outcome.TLS, Outcome.FORBIDDEN_ADDRESS, Outcome.BAD_REDIRECT}
    return Severity.ERROR if answer.outcome in lasting else Severity.WARNING


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
