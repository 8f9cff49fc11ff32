"""mdBook reads no front matter; preprocessors may."""

from articlelint.schema.key import TypedDict


class Chapter(TypedDict, total=False):
    """A chapter: any key is a preprocessor's own."""
