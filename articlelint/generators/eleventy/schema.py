"""Eleventy's front matter."""

from typing import Annotated, Literal

from articlelint.schema.key import (
    Anything,
    Date,
    Flag,
    Key,
    Mapping,
    Terms,
    Text,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import ELEVENTY

_DATA = "https://www.11ty.dev/docs/data-configuration/"
_CONVENTION = "https://github.com/11ty/eleventy-base-blog"


@accepts(*ELEVENTY)
class Page(TypedDict, total=False):
    """A template; a key that is not Eleventy's is data for layouts."""

    title: Annotated[Anything, Key("The title, by convention.", _CONVENTION)]
    description: Annotated[Anything, Key("What it is about, by convention.", _CONVENTION)]
    permalink: Annotated[
        Text | Flag | Mapping, Key("The output path; `false` for no output.", _DATA)
    ]
    layout: Annotated[Text | Literal[False], Key("The layout that wraps it.", _DATA)]
    date: Annotated[Date, Key("When it was published.", _DATA, confusions=("data",))]
    updated: Annotated[
        Anything,
        Key("When it was last changed, by convention.", _CONVENTION, confusions=("update",)),
    ]
    tags: Annotated[
        Terms,
        Key("The collections it belongs to.", _DATA, separator="", confusions=("tag",)),
    ]
    draft: Annotated[Anything, Key("Whether it stays unpublished, by convention.", _CONVENTION)]
    pagination: Annotated[Mapping, Key("How data is cut into pages.", _DATA)]
    templateEngineOverride: Annotated[Text | Flag, Key("The template language.", _DATA)]
    eleventyExcludeFromCollections: Annotated[
        Flag | list[Text], Key("Whether collections leave it out.", _DATA)
    ]
    eleventyComputed: Annotated[Mapping, Key("Data computed from other data.", _DATA)]
    eleventyDataSchema: Annotated[Anything, Key("What data must look like.", _DATA)]
    eleventyImport: Annotated[Mapping, Key("The collections it uses.", _DATA)]
    eleventyNavigation: Annotated[Mapping | Flag, Key("Its place in the navigation.", _DATA)]
    dynamicPermalink: Annotated[Flag, Key("Whether the permalink is a template.", _DATA)]
    permalinkBypassOutputDir: Annotated[
        Flag, Key("Whether it is written outside the output folder.", _DATA)
    ]
