"""Nuxt Content's front matter; a collection's own schema may want more."""

from typing import Annotated

from articlelint.schema.key import Anything, Date, Key, Terms, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://content.nuxt.com/docs/files/markdown"
_PAGE = "https://content.nuxt.com/docs/collections/types"


@accepts(*COMMON, "createdAt", "updatedAt", "publishedAt")
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _DOCS)]
    description: Annotated[Text, Key("What it is about, instead of the first text.", _DOCS)]
    navigation: Annotated[Anything, Key("How it appears in the navigation, or `false`.", _PAGE)]
    seo: Annotated[Anything, Key("Instructions for search engines.", _PAGE)]
    path: Annotated[Text, Key("Its address.", _PAGE)]
    head: Annotated[Anything, Key("Tags for the page's head.", _DOCS)]
    layout: Annotated[Anything, Key("The layout.", _DOCS)]
    draft: Annotated[Anything, Key("Whether it is a draft.", _DOCS)]
    date: Annotated[Date, Key("When it was published, by convention.", _PAGE)]
    tags: Annotated[Terms, Key("Its tags, by convention.", _PAGE)]
