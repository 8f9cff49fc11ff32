"""Fumadocs' front matter; a site's own schema may want more."""

from typing import Annotated

from articlelint.schema.key import Anything, Date, Key, Terms, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://www.fumadocs.dev/docs/page-conventions"
_MDX = "https://www.fumadocs.dev/docs/mdx/collections"
_API = "https://www.fumadocs.dev/docs/integrations/openapi"


@accepts(*COMMON)
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    icon: Annotated[Text, Key("The name of its icon.", _DOCS)]
    full: Annotated[Anything, Key("Whether it fills the width.", _DOCS)]
    index: Annotated[Anything, Key("Whether it lists pages.", _DOCS)]
    preview: Annotated[Anything, Key("What the page previews, such as a component.", _MDX)]
    date: Annotated[Date, Key("When it was published, by convention.", _MDX)]
    author: Annotated[Anything, Key("Who wrote it, by convention.", _MDX)]
    tags: Annotated[Terms, Key("Its tags, by convention.", _MDX)]
    _openapi: Annotated[Anything, Key("Data that a program writes.", _API)]
