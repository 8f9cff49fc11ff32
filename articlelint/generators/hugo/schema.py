"""Hugo's front matter."""

from typing import Annotated, Literal

from articlelint.schema.key import (
    Anything,
    Date,
    Flag,
    Key,
    LooseFlag,
    Mapping,
    Terms,
    Text,
    Texts,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import HUGO

_PAGE = "https://gohugo.io/content-management/front-matter/"
_BUILD = "https://gohugo.io/content-management/build-options/"
_CODE = "hugo, resources/page/pagemeta/page_frontmatter.go"
_NO_PROTOCOL = r"(?!https?://).*"


class Build(TypedDict, total=False):
    """How a page takes part in the build."""

    list: Annotated[
        Literal["always", "local", "never"] | Flag, Key("Which lists contain it.", _BUILD)
    ]
    render: Annotated[
        Literal["always", "link", "never"] | Flag, Key("Whether a page is written.", _BUILD)
    ]
    publishResources: Annotated[Flag, Key("Whether its resources are published.", _BUILD)]


class Resource(TypedDict, total=False):
    """Data of a page resource."""

    src: Annotated[Text, Key("The file, or a pattern of files.", _PAGE)]
    name: Annotated[Text, Key("The name that templates use.", _PAGE)]
    title: Annotated[Text, Key("The title.", _PAGE)]
    params: Annotated[Mapping, Key("The site's own data.", _PAGE)]


@accepts(*HUGO)
class Page(TypedDict, total=False):
    """A page or a section; the case of keys does not matter."""

    title: Annotated[
        Text,
        Key(
            "The title of the page.",
            _PAGE,
            wanted_with=("date",),
            empty="lists and the browser's tab will show none",
        ),
    ]
    date: Annotated[
        Date, Key("The date of the page, usually when it was created.", _PAGE, confusions=("data",))
    ]
    lastmod: Annotated[
        Date,
        Key(
            "When it was last changed.",
            _PAGE,
            aliases=("modified",),
            confusions=("update", "updated", "lastmodified", "last_modified", "lastmodify"),
        ),
    ]
    publishDate: Annotated[
        Date, Key("It is not published before this date.", _PAGE, aliases=("pubdate",))
    ]
    expiryDate: Annotated[
        Date, Key("It is not published after this date.", _PAGE, aliases=("unpublishdate",))
    ]
    published: Annotated[
        Date | Flag, Key("Another name for `publishDate`, or the opposite of `draft`.", _CODE)
    ]
    draft: Annotated[
        LooseFlag,
        Key(
            "Whether it is left out.",
            _PAGE,
            default=False,
            conflicts=("published",),
            only_at_top=True,
        ),
    ]
    description: Annotated[Text, Key("What the page is about.", _PAGE)]
    summary: Annotated[Text, Key("The summary, instead of the one from the text.", _PAGE)]
    linkTitle: Annotated[Text, Key("The title in links and menus.", _PAGE)]
    slug: Annotated[Text, Key("The last part of the URL path.", _PAGE)]
    url: Annotated[
        Text,
        Key(
            "The whole URL path.",
            _PAGE,
            pattern=_NO_PROTOCOL,
            expected="be a path without `http:`, which Hugo refuses",
        ),
    ]
    aliases: Annotated[
        Texts,
        Key(
            "URL paths that lead here.",
            _PAGE,
            pattern=_NO_PROTOCOL,
            expected="be a path without `http:`, which Hugo refuses",
        ),
    ]
    type: Annotated[Text, Key("The content type, instead of the section's name.", _PAGE)]
    layout: Annotated[Text, Key("The template's name.", _PAGE)]
    markup: Annotated[Text, Key("The markup language, instead of the extension's.", _PAGE)]
    translationKey: Annotated[Text, Key("What links it to its translations.", _PAGE)]
    headless: Annotated[LooseFlag, Key("Whether a bundle has no page of its own.", _PAGE)]
    isCJKLanguage: Annotated[LooseFlag, Key("Whether words are counted as in CJK text.", _PAGE)]
    keywords: Annotated[Texts, Key("Keywords.", _PAGE)]
    outputs: Annotated[Texts, Key("The output formats.", _PAGE)]
    menus: Annotated[Anything, Key("The menus that contain it.", _PAGE, aliases=("menu",))]
    params: Annotated[Mapping, Key("The site's own data.", _PAGE)]
    resources: Annotated[list[Resource], Key("Data about the page's resources.", _PAGE)]
    sitemap: Annotated[Mapping, Key("Its entry in the sitemap.", _PAGE)]
    sites: Annotated[Mapping, Key("The sites it is part of, since Hugo 0.153.", _PAGE)]
    cascade: Annotated[Anything, Key("Front matter of the pages below.", _PAGE, holds_keys=True)]
    build: Annotated[Build, Key("How the build treats it.", _BUILD)]
    _build: Annotated[
        Build,
        Key(
            "How the build treats it.",
            _BUILD,
            deprecated="Hugo 0.145 renamed it to `build`",
            deprecated_since=(0, 145),
            successor="build",
        ),
    ]
    weight: Annotated[
        int | float | str,
        Key(
            "Its place in lists; lower weights come first.",
            _PAGE,
            pattern=r"\s*[-+]?[0-9]+\s*|",
            expected="be a whole number",
        ),
    ]
    tags: Annotated[Terms, Key("The tags.", _PAGE, separator="", confusions=("tag",))]
    categories: Annotated[
        Terms, Key("The categories.", _PAGE, separator="", confusions=("category",))
    ]
