"""Jekyll's front matter."""

from typing import Annotated

from articlelint.schema.key import (
    Anything,
    Date,
    Flag,
    Key,
    Terms,
    Text,
    Texts,
    TypedDict,
    accepts,
)
from articlelint.schema.well_known import JEKYLL

_PAGE = "https://jekyllrb.com/docs/front-matter/"
_CODE = "jekyll, lib/jekyll/document.rb"
_REDIRECT = "https://github.com/jekyll/jekyll-redirect-from"


@accepts(*JEKYLL, "tag", "tags", "category", "categories")
class Page(TypedDict, total=False):
    """A page: any file with front matter that is no post."""

    layout: Annotated[Text, Key("The layout; `none` or empty for none.", _PAGE)]
    permalink: Annotated[Text, Key("The URL path.", _PAGE)]
    published: Annotated[Flag, Key("`false` keeps it from being written.", _PAGE, default=True)]
    title: Annotated[Text, Key("The title; a post's comes from its file name otherwise.", _PAGE)]
    date: Annotated[
        Date,
        Key(
            "When it was published, instead of the date in the file name.",
            _PAGE,
            confusions=("data",),
        ),
    ]
    excerpt: Annotated[Text, Key("A summary.", _CODE)]
    excerpt_separator: Annotated[Text, Key("The marker that ends the summary in the text.", _CODE)]
    slug: Annotated[Text, Key("The title's place in the URL.", _CODE)]
    ext: Annotated[Text, Key("The extension of the output file.", _CODE)]
    render_with_liquid: Annotated[
        Flag, Key("`false` leaves Liquid's tags as they are.", "jekyll 4.0", default=True)
    ]
    redirect_from: Annotated[Texts, Key("URL paths that lead here.", _REDIRECT)]
    redirect_to: Annotated[Texts, Key("The URL that this page redirects to.", _REDIRECT)]
    description: Annotated[Anything, Key("What it is about.", "jekyll-seo-tag")]
    last_modified_at: Annotated[
        Date | Flag, Key("When it was last changed.", "jekyll-last-modified-at")
    ]


@accepts(*JEKYLL)
class Post(Page, total=False):
    """A post: a file below a folder ``_posts`` or ``_drafts``."""

    # A list is flattened: lib/jekyll/utils.rb, pluralized_array_from_hash.
    category: Annotated[Terms, Key("The post's only category.", _PAGE)]
    categories: Annotated[
        Terms | list[Text | list[Text]],
        Key("The post's categories: a list, or a text with spaces between.", _PAGE, separator=" "),
    ]
    tags: Annotated[
        Terms, Key("The post's tags: a list, or a text with spaces between.", _PAGE, separator=" ")
    ]
