"""The front matter of mystmd."""

from typing import Annotated

from articlelint.schema.key import Anything, Flag, Key, Mapping, Terms, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://mystmd.org/guide/frontmatter#available-frontmatter-fields"


@accepts(*COMMON, "jupytext", "myst", "html_meta", "orphan", "file_format")
class Page(TypedDict, total=False):
    """A page; of a key that it does not know mystmd says so, and goes on."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _DOCS)]
    subtitle: Annotated[Text, Key("What is shown below the title.", _DOCS)]
    short_title: Annotated[Text, Key("The title in the navigation.", _DOCS)]
    label: Annotated[Text, Key("What references to the page show.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    tags: Annotated[Terms, Key("The tags.", _DOCS)]
    keywords: Annotated[Terms, Key("The words that find it.", _DOCS)]
    thumbnail: Annotated[Anything, Key("The image in cards.", _DOCS)]
    thumbnailOptimized: Annotated[Anything, Key("A smaller version of that image.", _DOCS)]
    banner: Annotated[Anything, Key("The image above the title.", _DOCS)]
    bannerOptimized: Annotated[Anything, Key("A smaller version of that image.", _DOCS)]
    authors: Annotated[Anything, Key("Who wrote it.", _DOCS, aliases=("author",))]
    contributors: Annotated[Anything, Key("Who contributed to it.", _DOCS)]
    affiliations: Annotated[Anything, Key("Where they work.", _DOCS)]
    reviewers: Annotated[Anything, Key("Who reviewed it.", _DOCS)]
    editors: Annotated[Anything, Key("Who edited it.", _DOCS)]
    funding: Annotated[Anything, Key("Who paid for it.", _DOCS)]
    date: Annotated[Anything, Key("When it was published.", _DOCS)]
    doi: Annotated[Text, Key("Its DOI.", _DOCS)]
    arxiv: Annotated[Text, Key("Its page on arXiv.", _DOCS)]
    pmid: Annotated[Anything, Key("Its number in PubMed.", _DOCS)]
    pmcid: Annotated[Text, Key("Its number in PubMed Central.", _DOCS)]
    open_access: Annotated[Flag, Key("Whether everyone may read it.", _DOCS)]
    license: Annotated[Anything, Key("Its license.", _DOCS)]
    copyright: Annotated[Text, Key("Who owns it.", _DOCS)]
    github: Annotated[Text, Key("Its repository.", _DOCS)]
    binder: Annotated[Text, Key("Where its code can be run.", _DOCS)]
    source: Annotated[Text, Key("Where its source is.", _DOCS)]
    subject: Annotated[Text, Key("The field it belongs to.", _DOCS)]
    venue: Annotated[Anything, Key("Where it appeared.", _DOCS)]
    volume: Annotated[Anything, Key("The volume it appeared in.", _DOCS)]
    issue: Annotated[Anything, Key("The issue it appeared in.", _DOCS)]
    first_page: Annotated[Anything, Key("Its first page in the volume.", _DOCS)]
    last_page: Annotated[Anything, Key("Its last page in the volume.", _DOCS)]
    bibliography: Annotated[Anything, Key("Bibliography files.", _DOCS)]
    math: Annotated[Mapping, Key("Macros for formulas.", _DOCS)]
    abbreviations: Annotated[Mapping, Key("Abbreviations, written out.", _DOCS)]
    parts: Annotated[Anything, Key("Parts that are in other files.", _DOCS)]
    options: Annotated[Mapping, Key("Options of the template.", _DOCS)]
    exports: Annotated[Anything, Key("Other formats to write.", _DOCS, aliases=("export",))]
    downloads: Annotated[Anything, Key("What readers can download.", _DOCS)]
    numbering: Annotated[Anything, Key("How figures and headings are numbered.", _DOCS)]
    kernelspec: Annotated[Anything, Key("What runs its code.", _DOCS)]
    execute: Annotated[Anything, Key("How its code is run.", _DOCS)]
    site: Annotated[Mapping, Key("How the theme shows it.", _DOCS)]
    enumerator: Annotated[Anything, Key("How the page is numbered.", _DOCS)]
    content_includes_title: Annotated[Flag, Key("Whether the text contains the title.", _DOCS)]
