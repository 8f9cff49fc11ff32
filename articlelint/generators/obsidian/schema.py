"""The properties of notes."""

from typing import Annotated

from articlelint.schema.key import Anything, Key, Terms, Text, TextList, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://help.obsidian.md/properties#Default+properties"
_PUBLISH = "https://help.obsidian.md/properties#Properties+for+Obsidian+Publish"
_GONE = "https://help.obsidian.md/properties#Deprecated+properties"


@accepts(*COMMON)
class Note(TypedDict, total=False):
    """A note; any other property is the author's own."""

    tags: Annotated[Terms, Key("The tags.", _DOCS)]
    aliases: Annotated[Text | TextList, Key("Other names for the note.", _DOCS)]
    cssclasses: Annotated[Text | TextList, Key("Classes for this page.", _DOCS)]
    tag: Annotated[
        Anything, Key("The tags.", _GONE, deprecated="Obsidian 1.9 reads `tags`", successor="tags")
    ]
    alias: Annotated[
        Anything,
        Key("Other names.", _GONE, deprecated="Obsidian 1.9 reads `aliases`", successor="aliases"),
    ]
    cssclass: Annotated[
        Anything,
        Key(
            "Classes.", _GONE, deprecated="Obsidian 1.9 reads `cssclasses`", successor="cssclasses"
        ),
    ]
    publish: Annotated[Anything, Key("Whether it is published.", _PUBLISH)]
    permalink: Annotated[Text, Key("Its address.", _PUBLISH)]
    description: Annotated[Text, Key("What it is about.", _PUBLISH)]
    image: Annotated[Text, Key("The image of links to it.", _PUBLISH)]
    cover: Annotated[Text, Key("The image of links to it.", _PUBLISH)]
