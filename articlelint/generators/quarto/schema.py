"""Quarto's front matter, which takes the options of every format, and any key besides."""

from typing import Annotated

from articlelint.generators.quarto.keys import OPTIONS
from articlelint.schema.key import Anything, Key, Terms, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_HTML = "https://quarto.org/docs/reference/formats/html.html"
_META = "https://quarto.org/docs/reference/metadata/html.html"


@accepts(*COMMON, *OPTIONS)
class Document(TypedDict, total=False):
    """A document."""

    title: Annotated[Anything, Key("The title.", _HTML)]
    subtitle: Annotated[Anything, Key("What is shown below the title.", _HTML)]
    date: Annotated[Anything, Key("When it was written.", _HTML)]
    author: Annotated[Anything, Key("Who wrote it.", _HTML)]
    abstract: Annotated[Anything, Key("A summary.", _HTML)]
    description: Annotated[Anything, Key("What it is about.", _META)]
    categories: Annotated[Terms, Key("The categories.", _META)]
    image: Annotated[Anything, Key("The image of links to it.", _META)]
    draft: Annotated[Anything, Key("Whether it is left out of lists.", _META)]
    aliases: Annotated[Anything, Key("Addresses that lead here.", _META)]
    order: Annotated[Anything, Key("Its place in lists.", _META)]
    keywords: Annotated[Anything, Key("The words that find it.", _HTML)]
    lang: Annotated[Text, Key("The language.", _HTML)]
    format: Annotated[Anything, Key("The formats that it is rendered to.", _HTML)]
    execute: Annotated[Anything, Key("How its code is run.", _HTML)]
    engine: Annotated[Text, Key("What runs its code.", _HTML)]
    jupyter: Annotated[Anything, Key("The kernel that runs its code.", _HTML)]
    toc: Annotated[Anything, Key("Whether there is a table of contents.", _HTML)]
    listing: Annotated[Anything, Key("Lists of other documents that it shows.", _HTML)]
    freeze: Annotated[Anything, Key("Whether its code is run again.", _HTML)]
    filters: Annotated[Anything, Key("Filters of Pandoc.", _HTML)]
    resources: Annotated[Anything, Key("Files that are copied along.", _HTML)]
    license: Annotated[Anything, Key("Its license.", _HTML)]
    citation: Annotated[Anything, Key("How it is cited.", _HTML)]
    editor: Annotated[Anything, Key("How the editor opens it.", _HTML)]
