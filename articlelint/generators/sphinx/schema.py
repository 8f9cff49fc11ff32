"""The front matter of MyST-Parser, and the metadata of a page of Sphinx."""

from typing import Annotated

from articlelint.schema.key import Anything, Key, Mapping, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_MYST = "https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local-configuration"
_SPHINX = "https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html"


@accepts(*COMMON, "jupytext", "kernelspec", "mystnb", "file_format", "blogpost", "numbering")
class Page(TypedDict, total=False):
    """A page."""

    myst: Annotated[Mapping, Key("MyST's configuration of this page.", _MYST)]
    html_meta: Annotated[
        Anything,
        Key("Tags for the page's head.", _MYST, belongs="myst.html_meta"),
    ]
    substitutions: Annotated[
        Anything,
        Key("Texts that the page uses.", _MYST, belongs="myst.substitutions"),
    ]
    tocdepth: Annotated[Anything, Key("How deep the table of contents goes.", _SPHINX)]
    nocomments: Annotated[Anything, Key("Whether comments are left out.", _SPHINX)]
    orphan: Annotated[Anything, Key("Whether it may be missing from tables of contents.", _SPHINX)]
    nosearch: Annotated[Anything, Key("Whether search leaves it out.", _SPHINX)]
