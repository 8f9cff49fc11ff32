"""VitePress' front matter."""

from typing import Annotated

from articlelint.schema.key import Anything, Key, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://vitepress.dev/reference/frontmatter-config"


@accepts(*COMMON)
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _DOCS)]
    titleTemplate: Annotated[Anything, Key("What comes after the title.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    head: Annotated[Anything, Key("Tags for the page's head.", _DOCS)]
    layout: Annotated[Anything, Key("The layout: `doc`, `home`, `page` or `false`.", _DOCS)]
    hero: Annotated[Anything, Key("The hero section of a home page.", _DOCS)]
    features: Annotated[Anything, Key("The features that a home page lists.", _DOCS)]
    navbar: Annotated[Anything, Key("Whether the page has a navigation bar.", _DOCS)]
    sidebar: Annotated[Anything, Key("Whether the page has a sidebar.", _DOCS)]
    aside: Annotated[Anything, Key("Where the outline is shown: `left`, or `false`.", _DOCS)]
    outline: Annotated[Anything, Key("The headings that the outline shows.", _DOCS)]
    lastUpdated: Annotated[Anything, Key("When it was last changed, or `false`.", _DOCS)]
    editLink: Annotated[Anything, Key("Whether readers see a link to its source.", _DOCS)]
    footer: Annotated[Anything, Key("Whether the page has a footer.", _DOCS)]
    pageClass: Annotated[Text, Key("A class for this page.", _DOCS)]
    prev: Annotated[Anything, Key("The previous page.", _DOCS)]
    next: Annotated[Anything, Key("The next page.", _DOCS)]
