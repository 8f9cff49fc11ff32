"""What is to be said of small sites: one input for each kind that was once said wrongly.

The files ``*.md`` beside this one hold the cases, a section each::

    ## kramdown leaves a block open over blank lines

    ```md jekyll
    <blockquote>One.

    Two.</blockquote>
    ```

is an article of a site of Jekyll, of which nothing is to be said. Findings are put down as they
have to be, as a whole:

    ```text findings
    3:1-8 error html/unclosed-element: `<div>` is never closed
        unsafe fix: Insert `</div>`
    ```

The word after ``md`` (or ``html``) is the kind of site, a key of ``SITES``, whose files surround
the article; ``path=`` is where the article lies if not where such a site has its posts,
``today=`` another day than 2024-06-01, ``named=`` a folder that is named beside the whole site,
``select=`` another choice of rules than the default, and
``escaped`` says that ``\\u`` and the like are read. Fences that begin with ``text file=PATH`` are
other files of the site, with what is said of them in ``findings`` too, the path before it.
``md fixed`` and ``md fixed unsafe`` are the article with the fixes made.

A line ``Not yet: reason`` marks a case that is known to fail: as soon as it does not, the test
fails until the line is gone. ``pytest tests/truth --accept`` puts down what is said; read it.
"""
