"""Quartz' front matter."""

from typing import Annotated

from articlelint.schema.key import (
    Anything,
    Date,
    Key,
    LooseFlag,
    Terms,
    Text,
    TextList,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import COMMON

_DOCS = "https://quartz.jzhao.xyz/plugins/Frontmatter"
_DATES = "https://quartz.jzhao.xyz/plugins/CreatedModifiedDate"
_IMAGES = "https://quartz.jzhao.xyz/plugins/CustomOgImages"


@accepts(*COMMON)
class Page(TypedDict, total=False):
    """A page; any other property is the author's own."""

    title: Annotated[Text, Key("The title, instead of the file's name.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    permalink: Annotated[Text, Key("Another address.", _DOCS)]
    aliases: Annotated[Text | TextList, Key("Addresses that lead here.", _DOCS, aliases=("alias",))]
    tags: Annotated[Terms, Key("The tags.", _DOCS, aliases=("tag",))]
    cssclasses: Annotated[
        Text | TextList, Key("Classes for this page.", _DOCS, aliases=("cssclass",))
    ]
    draft: Annotated[LooseFlag, Key("Whether it is left out of the build.", _DOCS)]
    publish: Annotated[
        LooseFlag, Key("Whether it is published, if the site requires this key.", _DOCS)
    ]
    comments: Annotated[Anything, Key("Whether readers may comment.", _DOCS)]
    lang: Annotated[Text, Key("The language.", _DOCS)]
    enableToc: Annotated[Anything, Key("Whether there is a table of contents.", _DOCS)]
    date: Annotated[Date, Key("When it was written.", _DATES)]
    created: Annotated[Date, Key("When it was written.", _DATES)]
    published: Annotated[Date, Key("When it was published.", _DATES)]
    publishDate: Annotated[Date, Key("When it was published.", _DATES)]
    modified: Annotated[Date, Key("When it was changed.", _DATES)]
    lastmod: Annotated[Date, Key("When it was changed.", _DATES)]
    updated: Annotated[Date, Key("When it was changed.", _DATES)]
    socialImage: Annotated[
        Text, Key("The image of links to it.", _IMAGES, aliases=("image", "cover"))
    ]
    socialDescription: Annotated[Text, Key("The description in previews of links to it.", _IMAGES)]
