"""Where the project is: the one place that says so, for whoever names it to others.

It has no address yet. Once these two are set, every output and page follows: the links of rules in
SARIF, JSON, the report and editors, what ``articlelint init`` shows, and the documentation site.
"""

from __future__ import annotations

from articlelint.version import __version__

REPOSITORY: str | None = None
"""The address of the repository, such as ``https://forge.example.org/owner/articlelint``."""
DOCUMENTATION: str | None = None
"""The address of the documentation site, without a slash at its end."""

_ADDRESS = ("<address of articlelint's repository>", "<articlelint 仓库的地址>")
_OWNER_AND_NAME = ("<articlelint's repository>", "<articlelint 仓库>")
_TAG = ("<tag>", "<标签>")
PLACEHOLDERS = (*_ADDRESS, *_OWNER_AND_NAME, *_TAG)
"""What stands in texts, English and Chinese, for an address that is not known."""


def rule_url(name: str) -> str | None:
    """Return the address of the page of the built-in rule called *name*, if there is a site."""
    return f"{DOCUMENTATION}/rules/{name}/" if DOCUMENTATION else None


def urls() -> dict[str, str]:
    """Return the addresses that a package index shows, by what they are called there."""
    found = {"Documentation": DOCUMENTATION, "Repository": REPOSITORY}
    return {name: url for name, url in found.items() if url}


def addressed(text: str) -> str:
    """Return *text* with the repository's address in place of what stands for it."""
    if REPOSITORY is None:
        return text
    owner_and_name = REPOSITORY.partition("://")[2].partition("/")[2]
    known = {_ADDRESS: REPOSITORY, _OWNER_AND_NAME: owner_and_name, _TAG: f"v{__version__}"}
    for placeholders, value in known.items():
        for placeholder in placeholders:
            text = text.replace(placeholder, value)
    return text
