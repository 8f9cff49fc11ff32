"""The table ``[online]`` of the configuration made values to work with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from articlelint.online.settings import OnlineSettings, is_network
from articlelint.options import values_of

if TYPE_CHECKING:
    from articlelint.config import Config

ENVIRONMENT_PREFIX: Final = "ARTICLELINT_"
"""What names of environment variables begin with that may be sent.

A configuration is a file like any other in a repository: whoever proposes a change to it must
not be able to have other secrets sent to a host of theirs.
"""


def online_settings(config: Config) -> OnlineSettings:
    """Return the settings that *config* says; raises ConfigError with the line of what is wrong."""
    said = values_of(OnlineSettings, config.settings.online)
    for index, entry in enumerate(said.get("allow_private", ())):
        if "/" in entry and not is_network(entry):
            raise config.error(("online", "allow-private", index), f"`{entry}` is not a network")
    said["headers"] = {
        host.lower(): {
            name: value
            for name, variable in headers.items()
            if (value := _variable(config, host, name, variable))  # secrets may be absent in CI
        }
        for host, headers in said.get("headers", {}).items()
    }
    return OnlineSettings(**said)


def _variable(config: Config, host: str, name: str, variable: str) -> str:
    """Return the value of the environment variable that a header is taken from."""
    place = ("online", "headers", host, name)
    if not variable.startswith(ENVIRONMENT_PREFIX):
        raise config.error(
            place,
            f"`{variable}`: name an environment variable that begins with `{ENVIRONMENT_PREFIX}`",
        )
    value = os.environ.get(variable, "").strip()
    if not value.isprintable() or not value.isascii():
        raise config.error(place, f"the value of `{variable}` is not allowed in a header")
    return value
