"""Docusaurus' front matter."""

from typing import Annotated, Literal

from articlelint.schema.key import (
    Anything,
    Date,
    Key,
    LooseFlag,
    Mapping,
    Number,
    Text,
    TextList,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import DOCUSAURUS

_BLOG = (
    "https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter"
)
_DOCS = (
    "https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter"
)


class Tag(TypedDict, total=False):
    """A tag with a page of its own."""

    label: Annotated[Text, Key("The tag.", _BLOG)]
    permalink: Annotated[Text, Key("Its page.", _BLOG)]


class Author(TypedDict, total=False):
    """Somebody who wrote a post."""

    key: Annotated[Text, Key("A key of `authors.yml`.", _BLOG)]
    name: Annotated[Text, Key("The name.", _BLOG)]
    title: Annotated[Text, Key("The author's position.", _BLOG)]
    url: Annotated[Text, Key("The author's page.", _BLOG)]
    image_url: Annotated[Text, Key("The author's picture.", _BLOG, aliases=("imageURL",))]
    socials: Annotated[Mapping, Key("Their accounts on other sites.", _BLOG)]


class Update(TypedDict, total=False):
    """When it was last changed."""

    date: Annotated[Date, Key("When.", _BLOG)]
    author: Annotated[Text, Key("Who changed it.", _BLOG)]


@accepts(*DOCUSAURUS)
class _Both(TypedDict, total=False):
    """What posts and documents share."""

    id: Annotated[Text, Key("The id, instead of the file's path.", _DOCS)]
    title: Annotated[Text, Key("The title, instead of the first heading.", _DOCS)]
    title_meta: Annotated[Text, Key("The title in the page's head.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    tags: Annotated[
        list[Text | Tag], Key("The tags: a list, never a text.", _DOCS, confusions=("tag",))
    ]
    slug: Annotated[Text, Key("The URL path.", _DOCS)]
    draft: Annotated[
        LooseFlag,
        Key("Whether it is left out of the build.", _DOCS, conflicts=("unlisted",)),
    ]
    unlisted: Annotated[LooseFlag, Key("Whether only readers with the URL can find it.", _DOCS)]
    image: Annotated[Text, Key("The image that previews show.", _DOCS)]
    keywords: Annotated[TextList, Key("Keywords.", _DOCS)]
    hide_table_of_contents: Annotated[LooseFlag, Key("Whether it has no contents.", _DOCS)]
    toc_min_heading_level: Annotated[
        Literal[2, 3, 4, 5, 6], Key("The first level in its table of contents.", _DOCS, default=2)
    ]
    toc_max_heading_level: Annotated[
        Literal[2, 3, 4, 5, 6], Key("The last level in its table of contents.", _DOCS, default=3)
    ]
    last_update: Annotated[Update | Literal[False], Key("When it was last changed.", _DOCS)]


@accepts(*DOCUSAURUS)
class Post(_Both, total=False):
    """A blog post."""

    date: Annotated[
        Date,
        Key(
            "When it was published, instead of the date in the file name.",
            _BLOG,
            confusions=("data",),
        ),
    ]
    authors: Annotated[Text | Author | list[Text | Author], Key("Who wrote it.", _BLOG)]
    author: Annotated[Anything, Key("Who wrote it.", _BLOG)]  # read as before
    author_title: Annotated[Anything, Key("The author's position.", _BLOG)]
    author_url: Annotated[Anything, Key("The author's page.", _BLOG)]
    author_image_url: Annotated[Anything, Key("The author's picture.", _BLOG)]
    authorTitle: Annotated[Anything, Key("The author's position.", _BLOG)]
    authorURL: Annotated[Anything, Key("The author's page.", _BLOG)]
    authorImageURL: Annotated[Anything, Key("The author's picture.", _BLOG)]


@accepts(*DOCUSAURUS)
class Document(_Both, total=False):
    """A document, or a page."""

    hide_title: Annotated[LooseFlag, Key("Whether the title is not shown.", _DOCS)]
    sidebar_label: Annotated[Text, Key("The title in the sidebar.", _DOCS)]
    sidebar_position: Annotated[
        Number | str,
        Key("The place in the sidebar.", _DOCS, pattern=r"\s*-?[0-9.]+\s*", expected="be a number"),
    ]
    sidebar_class_name: Annotated[Text, Key("A class in the sidebar.", _DOCS)]
    sidebar_key: Annotated[Text, Key("Its key in the sidebar.", _DOCS)]
    sidebar_custom_props: Annotated[Mapping, Key("Data for its item in the sidebar.", _DOCS)]
    displayed_sidebar: Annotated[Text, Key("The sidebar to show; empty for none.", _DOCS)]
    pagination_label: Annotated[
        Text, Key("The title in links to the previous and next page.", _DOCS)
    ]
    pagination_next: Annotated[Text, Key("The next document; empty for none.", _DOCS)]
    pagination_prev: Annotated[Text, Key("The previous document; empty for none.", _DOCS)]
    custom_edit_url: Annotated[Text, Key("Where to edit it; empty for no link.", _DOCS)]
    parse_number_prefixes: Annotated[
        LooseFlag, Key("Whether a number before the file's name is its place.", _DOCS)
    ]
