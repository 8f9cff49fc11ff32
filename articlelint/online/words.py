"""What an answer means for whoever follows the link, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.diagnostic import Severity
from articlelint.online.model import Outcome

if TYPE_CHECKING:
    from articlelint.online.model import Answer

_FOR_PROGRAMS: Final = frozenset({401, 403, 405, 406, 407, 429, 451, 999})
"""Statuses by which hosts keep programs out, or people who are not known, and not the others.
999 is what LinkedIn answers."""

_SENTENCES: Final = {
    Outcome.ANSWERED: "{host} answers {status}",
    Outcome.NO_HOST: "There is no host {host}",
    Outcome.REFUSED: "{host} refuses the connection",
    Outcome.TIMEOUT: "{host} does not answer in time",
    Outcome.RESET: "{host} resets the connection",
    Outcome.TLS: "{host} cannot be reached securely",
    Outcome.MALFORMED: "{host} answers with something that is not HTTP",
    Outcome.FORBIDDEN_ADDRESS: "{host} has an address that is not public, and was not checked",
    Outcome.REDIRECT_LOOP: "The redirects form a loop",
    Outcome.TOO_MANY_REDIRECTS: "More than five redirects follow one another",
    Outcome.BAD_REDIRECT: "{host} redirects to something that is not a web address",
}
_LONGEST: Final = 120


_SAID: Final = {
    Outcome.NO_HOST: "There is no host {host}",
    Outcome.REFUSED: "{host} refuses the connection",
    Outcome.TIMEOUT: "{host} does not answer in time",
    Outcome.RESET: "{host} resets the connection",
    Outcome.TLS: "{host} cannot be reached securely",
    Outcome.MALFORMED: "{host} answers with something that is not HTTP",
    Outcome.FORBIDDEN_ADDRESS: "{host} leads to an address that is not public, and was not checked",
    Outcome.REDIRECT_LOOP: "The redirects form a loop",
    Outcome.TOO_MANY_REDIRECTS: "More than five redirects follow one another",
    Outcome.BAD_REDIRECT: "{host} redirects to something that is not a web address",
}


def explain(answer: Answer) -> str:
    """Return a sentence that says what the server answered."""
    status = _status(answer.status)
    said = _SENTENCES[answer.outcome].format(host=f"`{answer.host}`", status=status)
    return f"{said}: {answer.detail[:_LONGEST]}" if answer.detail else said


def weight(answer: Answer) -> Severity:
    """Return how certain it is that readers get no better answer.

    ERROR: it will be the same tomorrow and for everybody. WARNING: it may be temporary. INFO: the
    host blocks programs, and may still serve people.
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
    from http import HTTPStatus

    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
