"""``NamedTuple``, whose classes are made without a look at the types of their fields.

``typing`` compiles each annotation, which is text in our modules, only to say where it is none.
That takes as long as everything else in making a class, and a run over one article makes a
hundred.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - so that type checkers know it
else:

    class _Made(type):
        def __new__(cls, name, _bases, own):  # noqa: ANN001, ANN204
            fields = own.pop("__annotations__", {})
            defaults = [own.pop(each) for each in fields if each in own]
            made = namedtuple(name, fields, defaults=defaults, module=own.pop("__module__"))  # noqa: PYI024
            made.__annotations__ = fields
            for key, value in own.items():
                setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Made, "NamedTuple", (), {})
