"""The tags of Hexo itself, and what its posts are made of: hexo, ``lib/plugins/tag``."""

from __future__ import annotations

from typing import Final

BLOCKS: Final = frozenset({"blockquote", "code", "codeblock", "pullquote", "quote"})

TAGS: Final = frozenset(
    {"a", "anchor", "asset_image", "asset_img", "asset_link", "asset_path", "full_url_for",
     "iframe", "image", "img", "include-code", "include_code", "link", "post_link", "post_path",
     "url_for"}
)  # fmt: skip

QUOTED: Final = frozenset({"asset_img", "asset_link", "asset_path", "img", "post_link"})
"""Tags whose arguments quotes hold together; those of the others are mere text."""

BEFORE_7: Final = frozenset({"gist", "jsfiddle", "vimeo", "youtube"})
"""Tags that Hexo lost with 7, and that hexo-tag-embed has."""

VARIABLES: Final = frozenset(
    {"asset_dir", "categories", "comments", "content", "date", "excerpt", "full_source", "id",
     "layout", "link", "more", "next", "path", "permalink", "photos", "prev", "published", "raw",
     "slug", "source", "tags", "title", "updated"}
)  # fmt: skip
"""What a post has whatever its front matter says: hexo, ``lib/models/post.ts``."""
