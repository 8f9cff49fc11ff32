"""Rspress' front matter."""

from typing import Annotated

from articlelint.schema.key import Anything, Date, Flag, Key, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://rspress.rs/api/config/config-frontmatter"


@accepts(*COMMON)
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _DOCS)]
    titleSuffix: Annotated[Text, Key("What comes after the title.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    head: Annotated[Anything, Key("Tags for the page's head.", _DOCS)]
    pageType: Annotated[Anything, Key("The layout: `home`, `doc`, `blank` and so on.", _DOCS)]
    hero: Annotated[Anything, Key("The hero section of a home page.", _DOCS)]
    features: Annotated[Anything, Key("The features that a home page lists.", _DOCS)]
    icon: Annotated[Anything, Key("The page's icon.", _DOCS)]
    tag: Annotated[Anything, Key("What is shown beside its title in the sidebar.", _DOCS)]
    navbar: Annotated[Anything, Key("Whether it has a navigation bar.", _DOCS)]
    sidebar: Annotated[Anything, Key("Whether it has a sidebar.", _DOCS)]
    outline: Annotated[Anything, Key("Whether it has an outline.", _DOCS)]
    footer: Annotated[Anything, Key("Whether it has a footer.", _DOCS)]
    overview: Annotated[Flag, Key("Whether it lists the pages of its folder.", _DOCS)]
    overviewHeaders: Annotated[Anything, Key("The headings that an overview shows.", _DOCS)]
    lineNumbers: Annotated[Flag, Key("Whether lines of code are numbered.", _DOCS)]
    context: Annotated[Text, Key("A class of the page for styles.", _DOCS)]
    search: Annotated[Flag, Key("Whether the search finds it.", _DOCS, default=True)]
    date: Annotated[Date, Key("When it was published, by convention.", _DOCS)]
