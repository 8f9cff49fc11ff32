"""Zola's front matter."""

from typing import Annotated, Literal

from articlelint.schema.key import (
    Anything,
    Date,
    Flag,
    Key,
    Mapping,
    TypedDict,
    closed,
)

_PAGE = "https://www.getzola.org/documentation/content/page/#front-matter"
_SECTION = "https://www.getzola.org/documentation/content/section/#front-matter"
_NOT_EMPTY = r".*\S.*"


class Page(TypedDict, total=False):
    """A page; a key that Zola does not know is ignored without a word."""

    title: Annotated[str, Key("The title.", _PAGE)]
    description: Annotated[str, Key("What it is about.", _PAGE)]
    date: Annotated[Date, Key("When it was published.", _PAGE, confusions=("data",))]
    updated: Annotated[
        Date,
        Key(
            "When it was last changed.",
            _PAGE,
            confusions=("update", "lastmod", "modified", "last_modified"),
        ),
    ]
    weight: Annotated[int, Key("Its place where a section is sorted by weight.", _PAGE)]
    draft: Annotated[
        Flag, Key("Whether it is left out of the build.", _PAGE, default=False, only_at_top=True)
    ]
    render: Annotated[Flag, Key("`false` writes no page.", _PAGE, default=True)]
    slug: Annotated[
        str, Key("The last part of the URL.", _PAGE, pattern=_NOT_EMPTY, expected="not be empty")
    ]
    path: Annotated[
        str, Key("The whole URL path.", _PAGE, pattern=_NOT_EMPTY, expected="not be empty")
    ]
    aliases: Annotated[list[str], Key("URL paths that lead here.", _PAGE)]
    authors: Annotated[list[str], Key("Who wrote it, for feeds.", _PAGE)]
    in_search_index: Annotated[
        Flag, Key("Whether the search finds it.", _PAGE, default=True, only_at_top=True)
    ]
    template: Annotated[str, Key("The template, instead of `page.html`.", _PAGE)]
    taxonomies: Annotated[
        dict[str, list[str]],
        Key("Terms by the name of their taxonomy.", _PAGE, confusions=("taxonomy",)),
    ]
    extra: Annotated[Mapping, Key("The site's own data.", _PAGE)]
    tags: Annotated[
        Anything,
        Key("Zola reads tags from the table `taxonomies`.", _PAGE, belongs="taxonomies.tags"),
    ]
    categories: Annotated[
        Anything,
        Key(
            "Zola reads categories from the table `taxonomies`.",
            _PAGE,
            belongs="taxonomies.categories",
        ),
    ]
    author: Annotated[
        Anything,
        Key("Zola reads authors from the list `authors`.", _PAGE, belongs="authors"),
    ]
    image: Annotated[
        Anything, Key("Zola gives templates only what is in `extra`.", _PAGE, belongs="extra.image")
    ]
    cover: Annotated[
        Anything, Key("Zola gives templates only what is in `extra`.", _PAGE, belongs="extra.cover")
    ]


@closed
class Section(TypedDict, total=False):
    """A section: ``_index.md``; Zola refuses a key that it does not know."""

    title: Annotated[str, Key("The title.", _SECTION)]
    description: Annotated[str, Key("What it is about.", _SECTION)]
    draft: Annotated[
        Flag, Key("Whether it is left out of the build.", _SECTION, default=False, only_at_top=True)
    ]
    sort_by: Annotated[
        Literal[
            "date",
            "update_date",
            "title",
            "title_bytes",
            "weight",
            "slug",
            "permalink",
            "none",
        ],
        Key("What its pages are sorted by.", _SECTION, default="none", only_at_top=True),
    ]
    weight: Annotated[int, Key("Its place among its parent's sections.", _SECTION, default=0)]
    template: Annotated[str, Key("The template, over `section.html`.", _SECTION)]
    page_template: Annotated[str, Key("The template of its pages.", _SECTION, only_at_top=True)]
    paginate_by: Annotated[
        int, Key("How many pages a page of the list shows.", _SECTION, only_at_top=True)
    ]
    paginate_path: Annotated[str, Key("The URL path of the pages.", _SECTION, default="page")]
    paginate_reversed: Annotated[Flag, Key("Whether pages are counted from the end.", _SECTION)]
    insert_anchor_links: Annotated[
        Literal["left", "right", "heading", "none"],
        Key("Where headings get links.", _SECTION, default="none", only_at_top=True),
    ]
    in_search_index: Annotated[
        Flag, Key("Whether the search finds it.", _SECTION, default=True, only_at_top=True)
    ]
    render: Annotated[Flag, Key("`false` writes no page.", _SECTION, default=True)]
    redirect_to: Annotated[str, Key("Where its page leads instead.", _SECTION)]
    transparent: Annotated[Flag, Key("Whether its pages are its parent's too.", _SECTION)]
    aliases: Annotated[list[str], Key("URL paths that lead here.", _SECTION)]
    generate_feeds: Annotated[
        Flag, Key("Whether it has feeds of its own.", _SECTION, only_at_top=True)
    ]
    generate_feed: Annotated[
        Flag,
        Key(
            "Whether it has a feed of its own.",
            _SECTION,
            deprecated="Zola 0.19 renamed it to `generate_feeds`",
            successor="generate_feeds",
        ),
    ]
    extra: Annotated[Mapping, Key("The site's own data.", _SECTION)]
