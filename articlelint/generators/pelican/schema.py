"""Pelican's metadata."""

from typing import Annotated, Literal, Required

from articlelint.schema.key import (
    Anything,
    Date,
    Key,
    Text,
    Texts,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import PELICAN

_PAGE = "https://docs.getpelican.com/en/latest/content.html#file-metadata"


@accepts(*PELICAN)
class Page(TypedDict, total=False):
    """An article or a page; the case of keys does not matter."""

    title: Required[
        Annotated[
            Text,
            Key("The title.", _PAGE, empty="Pelican leaves out an article without a title"),
        ]
    ]
    date: Annotated[Date, Key("When it was published.", _PAGE, confusions=("data",))]
    modified: Annotated[
        Date,
        Key(
            "When it was last changed.",
            _PAGE,
            confusions=("update", "updated", "lastmod", "modify", "last_modified"),
        ),
    ]
    tags: Annotated[
        Texts,
        Key("The tags, separated by commas.", _PAGE, separator=",", confusions=("tag",)),
    ]
    keywords: Annotated[Texts, Key("Keywords, separated by commas.", _PAGE)]
    category: Annotated[
        Texts, Key("The only category.", _PAGE, confusions=("categories", "catagory"))
    ]
    slug: Annotated[Text, Key("The name in URLs.", _PAGE)]
    author: Annotated[Text, Key("Who wrote it.", _PAGE)]
    authors: Annotated[Texts, Key("Who wrote it, if several.", _PAGE, separator=",")]
    summary: Annotated[Text, Key("A summary for index pages.", _PAGE)]
    lang: Annotated[Text, Key("The language.", _PAGE)]
    translation: Annotated[
        bool | Literal["true", "false", "True", "False"],
        Key("Whether it is a translation of another.", _PAGE),
    ]
    status: Annotated[
        Literal["draft", "hidden", "skip", "published"],
        Key("Whether it is published.", _PAGE, default="published"),
    ]
    template: Annotated[Text, Key("The template's name, without its extension.", _PAGE)]
    save_as: Annotated[Anything, Key("The output file.", _PAGE)]
    url: Annotated[Anything, Key("The URL.", _PAGE)]
