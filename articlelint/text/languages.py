"""Names of languages, as folders and files have them."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

LANGUAGE: Final = regex(
    r"(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|ml|ms|nb|nl|nn"
    r"|no|pl|pt|ro|ru|sk|sl|sr|sv|ta|te|th|tr|uk|ur|vi|zh)(?:[-_](?:[a-z]{2}|han[st]|419))?",
    2,  # IGNORECASE
)
