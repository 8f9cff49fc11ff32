"""MkDocs' front matter, and that of posts of Material's blog plugin."""

from typing import Annotated, Required

from articlelint.schema.key import (
    Anything,
    Date,
    Flag,
    Key,
    Terms,
    Text,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import MKDOCS

_PAGE = "https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data"
_MATERIAL = "https://squidfunk.github.io/mkdocs-material/reference/"
_BLOG = "https://squidfunk.github.io/mkdocs-material/plugins/blog/"


@accepts(*MKDOCS)
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _PAGE)]
    template: Annotated[Text, Key("The template.", _PAGE)]
    description: Annotated[Anything, Key("What it is about.", _MATERIAL)]
    icon: Annotated[Text, Key("The icon in the navigation.", _MATERIAL)]
    status: Annotated[Text | list[str], Key("The status in the navigation.", _MATERIAL)]
    hide: Annotated[Terms, Key("Parts of the page to hide.", _MATERIAL)]
    tags: Annotated[Terms, Key("The tags.", _MATERIAL, separator="")]
    search: Annotated[Anything, Key("How the search treats it.", _MATERIAL)]
    comments: Annotated[Flag, Key("Whether readers may comment.", _MATERIAL)]


class Dates(TypedDict, total=False):
    """A post's dates."""

    created: Required[Annotated[Date, Key("When it was published.", _BLOG)]]
    updated: Annotated[Date, Key("When it was last changed.", _BLOG)]


@accepts(*MKDOCS)
class Post(Page, total=False):
    """A post of Material's blog plugin."""

    date: Required[
        Annotated[
            Date | Dates,
            Key(
                "When it was published, and changed.",
                _BLOG,
                confusions=("data",),
                empty="the blog plugin refuses a post without one",
            ),
        ]
    ]
    authors: Annotated[list[str], Key("Keys of `.authors.yml`.", _BLOG)]
    categories: Annotated[list[str], Key("The categories.", _BLOG)]
    draft: Annotated[Flag, Key("Whether it is left out of the build.", _BLOG)]
    pin: Annotated[Flag, Key("Whether it is pinned to the top of lists.", _BLOG)]
    links: Annotated[Anything, Key("Links related to it.", _BLOG)]
    readtime: Annotated[int, Key("Minutes that reading takes.", _BLOG)]
    slug: Annotated[str, Key("The last part of the URL.", _BLOG)]
