"""Names of languages, as folders and files have them."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

LANGUAGE: Final = regex(
    r"(?:ar|az|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|id|it|ja|ka|kk|ko"
    r"|lt|lv|ml|mn|ms|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sr|sv|ta|te|th|tr|uk|ur|uz|vi|zh)(?:[-_](?:[a-z]{2}|han[st]|419))?",
    2,  # IGNORECASE
)
