"""articlelint checks article files: front matter, dates, images, links and HTML."""

__version__ = "0.1.0"
