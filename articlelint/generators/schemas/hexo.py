"""Hexo's front matter."""

from typing import Annotated

from articlelint.generators.schemas.key import Date, Key, Text, TypedDict

_PAGE = "https://hexo.io/docs/front-matter"


class Page(TypedDict, total=False):
    """A page: any file of the source folder outside ``_posts``."""

    title: Annotated[Text, Key("The title of the post or page.", _PAGE)]
    date: Annotated[Date, Key("When it was published.", _PAGE)]
    updated: Annotated[Date, Key("When it was last changed.", _PAGE)]


class Post(Page, total=False):
    """A post: a file below ``source/_posts`` or ``source/_drafts``."""
