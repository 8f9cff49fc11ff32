"""Nextra's front matter, with what its themes read, and Next.js as a page's metadata."""

from typing import Annotated

from articlelint.schema.key import Anything, Date, Flag, Key, Terms, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://nextra.site/docs/docs-theme/theme-configuration"
_PAGE = "https://nextra.site/docs/file-conventions/page-file"
_SEARCH = "https://nextra.site/docs/guide/search"
_BLOG = "https://nextra.site/docs/blog-theme/start"
_NEXT = "https://nextjs.org/docs/app/api-reference/functions/generate-metadata"


@accepts(*COMMON)
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _PAGE)]
    sidebarTitle: Annotated[Text, Key("The title in the sidebar.", _PAGE)]
    description: Annotated[Text, Key("What it is about.", _NEXT)]
    asIndexPage: Annotated[Flag, Key("Whether it is the page of its folder.", _PAGE)]
    searchable: Annotated[Flag, Key("Whether the search finds it.", _SEARCH, default=True)]
    display: Annotated[Anything, Key("Whether it is listed.", _DOCS)]
    theme: Annotated[Anything, Key("Which parts of the theme the page has.", _DOCS)]
    timestamp: Annotated[Anything, Key("When it was last changed.", _DOCS)]
    date: Annotated[Date, Key("When it was published.", _BLOG)]
    author: Annotated[Anything, Key("Who wrote it.", _BLOG)]
    tags: Annotated[Terms, Key("Its tags.", _BLOG)]
    keywords: Annotated[Anything, Key("Its keywords.", _NEXT)]
    openGraph: Annotated[Anything, Key("What other sites show when they link to it.", _NEXT)]
    twitter: Annotated[Anything, Key("What posts on X show about it.", _NEXT)]
    robots: Annotated[Anything, Key("Instructions for search engines.", _NEXT)]
    alternates: Annotated[Anything, Key("Its other addresses.", _NEXT)]
