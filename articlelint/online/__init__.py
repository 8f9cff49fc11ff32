"""What the network says about the URLs of articles, asked for with ``--online`` alone.

Rules say what they want asked (``Rule.requests``), the runner has it asked once, and hands the
answers to the rules through ``Article.answers``. Nothing that is imported here needs httpx.
"""

from __future__ import annotations

from articlelint.online.addresses import is_within, request_url
from articlelint.online.model import Answer, Answers, Outcome, Request
from articlelint.online.places import Unanswered, told_once
from articlelint.online.words import explain, weight

__all__ = [
    "Answer",
    "Answers",
    "Outcome",
    "Request",
    "Unanswered",
    "explain",
    "is_within",
    "request_url",
    "told_once",
    "weight",
]
