"""Regular expressions that are compiled when they are first used.

Several hundred stand at the top of modules, and an article needs a few dozen of them. Compiling
all takes about a fifth of the time of a run over one file.
"""

from __future__ import annotations

import re
from typing import AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class _Pattern:
    """Stands for a compiled pattern; has its methods as attributes of its own after the first use.

    So later calls cost what those of the pattern itself do.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what ``copy`` and ``pickle`` ask for
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)  # noqa: TID251 - here alone
        vars(self).update((each, getattr(compiled, each)) for each in _METHODS)
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` returns, but compile it only when it is first used.

    Do not pass it to the functions of ``re``, which need a compiled pattern.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
