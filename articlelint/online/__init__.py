"""What the network says about the URLs of articles, asked for with ``--online`` alone.

Rules say what they want asked (``Rule.requests``), the runner has it asked once, and hands the
answers to the rules through ``Article.answers``. Nothing here but ``ask`` needs httpx.
"""

from __future__ import annotations

from articlelint.online.addresses import request_url
from articlelint.online.model import Answer, Answers, Outcome, Request
from articlelint.online.settings import OnlineSettings

__all__ = ["Answer", "Answers", "OnlineSettings", "Outcome", "Request", "request_url"]
