"""Python-Markdown, as MkDocs and Pelican read articles, with the extensions of a site."""

from articlelint.markdown.python_markdown.dialect import PythonMarkdown

__all__ = ["PythonMarkdown"]
