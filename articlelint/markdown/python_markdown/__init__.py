"""Python-Markdown, as MkDocs and Pelican read articles, with the extensions of a site."""

from articlelint.markdown.python_markdown.dialect import PythonMarkdown
from articlelint.markdown.python_markdown.features import MATERIAL

__all__ = ["MATERIAL", "PythonMarkdown"]
