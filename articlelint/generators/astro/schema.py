"""Astro's front matter; which keys there must be, the site's own schema decides."""

from typing import Annotated, Literal, Required

from articlelint.schema.key import (
    Anything,
    Date,
    Flag,
    Key,
    Mapping,
    Text,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import ASTRO

_BLOG = "https://docs.astro.build/en/guides/content-collections/"
_STARLIGHT = "https://starlight.astro.build/reference/frontmatter/"


@accepts(*ASTRO)
class Page(TypedDict, total=False):
    """An entry of a collection, or a page: what Astro's starters have."""

    title: Annotated[
        Text,
        Key(
            "The title.",
            _BLOG,
            wanted_with=("pubDate", "pubDatetime"),
            empty="lists and the browser's tab will show none",
        ),
    ]
    description: Annotated[Text, Key("What it is about.", _BLOG)]
    pubDate: Annotated[Date, Key("When it was published.", _BLOG, confusions=("pubData",))]
    updatedDate: Annotated[Date, Key("When it was last changed.", _BLOG)]
    date: Annotated[Date, Key("When it was published.", _BLOG, confusions=("data",))]
    heroImage: Annotated[Anything, Key("The image at the top.", _BLOG)]
    slug: Annotated[Text, Key("The entry's id and URL path.", _BLOG)]
    layout: Annotated[Text, Key("The layout, for pages only.", _BLOG)]
    draft: Annotated[Anything, Key("Whether it stays unpublished, by convention.", _BLOG)]
    tags: Annotated[Anything, Key("The tags, by convention.", _BLOG)]


class Sidebar(TypedDict, total=False):
    """How a page stands in the sidebar."""

    order: Annotated[int | float, Key("Its place.", _STARLIGHT)]
    label: Annotated[str, Key("Its title in the sidebar.", _STARLIGHT)]
    hidden: Annotated[Flag, Key("Whether it is left out.", _STARLIGHT)]
    badge: Annotated[str | Mapping, Key("A badge.", _STARLIGHT)]
    attrs: Annotated[Mapping, Key("Attributes of the link.", _STARLIGHT)]


@accepts(*ASTRO)
class Document(TypedDict, total=False):
    """A page of Starlight."""

    title: Required[
        Annotated[
            str, Key("The title.", _STARLIGHT, empty="Starlight refuses a page without a title")
        ]
    ]
    description: Annotated[str, Key("What it is about.", _STARLIGHT)]
    slug: Annotated[str, Key("The page's id and URL path.", _STARLIGHT)]
    editUrl: Annotated[str | Flag, Key("Where it is edited.", _STARLIGHT)]
    head: Annotated[list[Mapping], Key("Tags for the page's head.", _STARLIGHT)]
    tableOfContents: Annotated[Mapping | Flag, Key("Levels in its contents.", _STARLIGHT)]
    template: Annotated[
        Literal["doc", "splash"], Key("The layout of the page.", _STARLIGHT, default="doc")
    ]
    hero: Annotated[Mapping, Key("The hero section at the top.", _STARLIGHT)]
    banner: Annotated[Mapping, Key("An announcement above the page.", _STARLIGHT)]
    lastUpdated: Annotated[Date | Flag, Key("When it was last changed.", _STARLIGHT)]
    prev: Annotated[Flag | str | Mapping, Key("The previous page.", _STARLIGHT)]
    next: Annotated[Flag | str | Mapping, Key("The next page.", _STARLIGHT)]
    pagefind: Annotated[Flag, Key("Whether the search finds it.", _STARLIGHT, default=True)]
    draft: Annotated[Flag, Key("Whether it stays unpublished.", _STARLIGHT, default=False)]
    sidebar: Annotated[Sidebar, Key("How it is shown in the sidebar.", _STARLIGHT)]
