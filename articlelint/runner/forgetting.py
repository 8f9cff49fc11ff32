"""What a process remembers of files, forgotten: in one that goes on for hours they change."""

from __future__ import annotations

import sys
from functools import lru_cache

from articlelint.destinations.asked import asked
from articlelint.generators.reading import read

_OURS = frozenset({"articlelint", "articlelint_rules"})
_Remembering = type(lru_cache(lambda: None))


def forget_files() -> None:
    """Forget what functions of ours remember, all of it.

    Most of it hangs on files, and nothing says what does not; it is soon known again.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in _OURS:
            for value in list(vars(module).values()):
                if isinstance(value, _Remembering):
                    value.cache_clear()
    asked.clear()
    read.clear()
