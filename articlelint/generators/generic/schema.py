"""Front matter of articles of no recognised generator: what all generators agree on."""

from typing import Annotated

from articlelint.schema.key import Anything, Date, Key, Terms, Text, TypedDict

_ALL = "the generators' documentation"


class Page(TypedDict, total=False):
    """An article."""

    title: Annotated[Text, Key("The title of the article.", _ALL)]
    date: Annotated[Date, Key("When it was published.", _ALL, confusions=("data",))]
    updated: Annotated[
        Date, Key("When it was last changed.", _ALL, confusions=("update", "upadte"))
    ]
    description: Annotated[Text, Key("What it is about, in a sentence.", _ALL)]
    draft: Annotated[Anything, Key("Whether it stays unpublished.", _ALL)]
    tags: Annotated[Terms, Key("The tags.", _ALL)]
    categories: Annotated[Text | list[Text | list[Text]], Key("The categories.", _ALL)]
    author: Annotated[Anything, Key("Who wrote it.", _ALL)]
    slug: Annotated[Text, Key("The last part of the URL.", _ALL)]
    layout: Annotated[Anything, Key("The layout.", _ALL)]
