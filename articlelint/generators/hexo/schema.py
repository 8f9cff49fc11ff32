"""Hexo's front matter."""

from typing import Annotated, Literal, Required

from articlelint.schema.key import (
    Date,
    Key,
    LooseFlag,
    Terms,
    Text,
    Texts,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import HEXO

_PAGE = "https://hexo.io/docs/front-matter"
_COMMON = "hexo, lib/plugins/processor/common.ts"
_POST = "hexo, lib/plugins/processor/post.ts"


@accepts(*HEXO, "tags", "tag", "categories", "category")
class Page(TypedDict, total=False):
    """A page: any file of the source folder outside ``_posts``."""

    title: Annotated[Text, Key("The title of the post or page.", _PAGE)]
    layout: Annotated[Text | Literal[False], Key("The layout; `false` for none.", _PAGE)]
    date: Annotated[Date, Key("When it was published.", _PAGE, confusions=("data",))]
    updated: Annotated[
        Date,
        Key("When it was last changed.", _PAGE, confusions=("update", "upadte", "last_updated")),
    ]
    comments: Annotated[LooseFlag, Key("Whether readers may comment.", _PAGE, default=True)]
    permalink: Annotated[Text, Key("The URL path, ending in `/` or `.html`.", _PAGE)]
    excerpt: Annotated[Text, Key("A summary in plain text.", _PAGE)]
    disableNunjucks: Annotated[
        LooseFlag, Key("Whether tags in braces are left as they are.", _PAGE, default=False)
    ]
    lang: Annotated[Text, Key("The language of the page.", _PAGE)]
    photos: Annotated[Texts, Key("Images of a gallery.", _POST, aliases=("photo",))]
    published: Annotated[LooseFlag, Key("`false` hides the post.", _PAGE, default=True)]


@accepts(*HEXO)
class Post(Page, total=False):
    """A post: a file below ``source/_posts`` or ``source/_drafts``."""

    title: Required[  # type: ignore[misc] # a page needs none
        Annotated[
            Text,
            Key(
                "The title of the post.",
                _PAGE,
                empty="the post is listed without a title",
            ),
        ]
    ]
    tags: Annotated[Terms, Key("The post's tags.", _PAGE, aliases=("tag",), separator="")]
    categories: Annotated[
        Text | list[Text | list[Text]],
        Key(
            "The post's categories, from the widest to the narrowest.",
            _PAGE,
            aliases=("category",),
            separator="",
        ),
    ]
