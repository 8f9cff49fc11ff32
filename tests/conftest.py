from __future__ import annotations

from hypothesis import settings

pytest_plugins = ["articlelint.testing"]

# How long an example takes is a matter of what else the machine does.
settings.register_profile("articlelint", deadline=None)
settings.load_profile("articlelint")
