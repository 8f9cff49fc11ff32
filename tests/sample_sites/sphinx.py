"""Sites of Sphinx with MyST-Parser, of Jupyter Book and of mystmd.

Compared with Sphinx 9.0.4 and MyST-Parser 5.2.0, Jupyter Book 1.0.4, and the pages' trees that
mystmd 1.11.0 writes.
"""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_FILES = {
    "index.md": "# Home\n\n```{toctree}\nbirds/kite\nbirds/owl\n```\n",
    "birds/owl.md": "(feathers)=\n# Owls\n\n## Wings & `x_y` (2.0)\n\n"
    "```{note}\n:name: boxed\nHi\n```\n",
    "birds/api.md": "# API\n\n```{eval-rst}\n.. _of-its-own:\n\nText\n```\n",
    "birds/hen.png": "",
    "img/kite.png": "",
    "slides.pdf": "slides",
}
_REFERENCES = {
    "![x](hen.png)": RESOLVES,
    "![x](../img/kite.png)": RESOLVES,
    "![x](/img/kite.png)": RESOLVES,
    "![x](crow.png)": "missing-file",
    "![x](img/kite.png)": "missing-file",
    "![x](/img/hen.png)": "missing-file",
    "![x](Hen.png)": "wrong-case",
    "[x](owl.md)": RESOLVES,
    "[](owl.md)": RESOLVES,
    "[x](./owl.md#feathers)": RESOLVES,
    "[x](owl.md#boxed)": RESOLVES,
    "[x](owl.md#wing)": "missing-anchor",
    "[x](owls.md)": "missing-target",
    "[x](../owl.md)": "missing-target",
    "[x](/birds/owl.md)": RESOLVES,
    "[x](/owl.md)": "missing-target",
    "[x](../index.md)": RESOLVES,
    "[x](../slides.pdf)": RESOLVES,
    "[x](slides.pdf)": "missing-target",
    "[x](owl)": RESOLVES,
    "[x](owls)": UNJUDGED,  # it stands in a text, and may be a term
    "[x](owlets)": "missing-target",
    "[x](feathers)": RESOLVES,
    "[x](../birds/owl)": RESOLVES,
    "[x](../owl)": "missing-target",
    "[x](owl.html)": UNJUDGED,
    "[x](#tails)": RESOLVES,
    "[x](#feathers)": RESOLVES,  # on another page
    "{doc}`owl`": RESOLVES,
    "{doc}`Owls </birds/owl>`": RESOLVES,
    "{doc}`../birds/owl`": RESOLVES,
    "{doc}`owls`": "missing-target",
    "{doc}`Owls </owl>`": "missing-target",
    "{ref}`feathers`": RESOLVES,
    "{ref}`theirs <Feathers>`": RESOLVES,
    "{ref}`genindex`": RESOLVES,
    "{ref}`fethers`": "missing-target",
    "{ref}`theirs <fethers>`": "missing-target",
    "{numref}`fethers`": "missing-target",
    "`{ref}` and `feather`": UNJUDGED,
    "\\{ref}`fethers`": UNJUDGED,
    "[x](#gone)": "missing-anchor",
    "[x](#lnog-wings)": "missing-anchor",
    "[x](#feather)": "missing-anchor",
}
_OF_UNKNOWN_TARGETS = {
    "[x](owlets)": UNJUDGED,  # it may name anything
    "{ref}`fethers`": UNJUDGED,
    "{doc}`owlets`": UNJUDGED,
    "[x](../owl)": UNJUDGED,
    "[x](#gone)": UNJUDGED,
    "[x](#feather)": UNJUDGED,
}
_ARTICLE = "# Kites\n\n## Tails\n\n## Long wings\n\n"
_CONFIGURATION = 'extensions = ["myst_parser"]\nexclude_patterns = ["old/*"]\n'

SITES = (
    SampleSite(
        "sphinx with myst-parser",
        "sphinx",
        {
            **_FILES,
            "conf.py": f"{_CONFIGURATION}html_static_path = ['_static']\nmyst_heading_anchors = 2"
            "\n",
            "birds/guide.rst": "Guide\n=====\n",
            "_static/hen.png": "",
        },
        "birds/kite.md",
        {
            **_REFERENCES,
            "[x](guide.rst)": RESOLVES,
            "[x](guides.rst)": "missing-target",
            "[x](owl.md#wings--x_y-20)": RESOLVES,
            "[x](owl.md#wings-x-y-2-0)": RESOLVES,
            "[x](api.md#of-its-own)": RESOLVES,
            "[x](api.md#of-it-own)": UNJUDGED,
            '<img src="../_static/hen.png" alt="">': RESOLVES,
            '<img src="../_static/crow.png" alt="">': "missing-file",
            '<img src="../img/kite.png" alt="">': UNJUDGED,  # it is not copied
        },
        _ARTICLE,
    ),
    SampleSite(
        "sphinx, of a program and beside other projects",
        "sphinx",
        {
            **_FILES,
            "conf.py": "extensions = ['myst_parser', 'sphinx.ext.intersphinx']\n"
            "intersphinx_mapping = {'python': ('https://docs.python.org/3', None)}\n",
            "birds/owl.md": "# Owls\n\n:::{glossary}\nnight-owl\n: Owls of the night\n:::\n",
        },
        "birds/kite.md",
        _OF_UNKNOWN_TARGETS,
        _ARTICLE,
    ),
    SampleSite(
        "sphinx with directives",
        "sphinx",
        {
            **_FILES,
            "conf.py": "# autodoc reads no programs here\nextensions = ['myst_parser']\n"
            "myst_enable_extensions = ['colon_fence']\n",
            "birds/owl.md": "# Owls\n\n:::{glossary}\nnight-owl\n: Owls of the night\n:::\n",
            "birds/tern.md": "# Terns\n\n:::{tip}\n:name: hint\nA tip.\n:::\n",
        },
        "birds/kite.md",
        {
            "[x](night-owl)": RESOLVES,
            "[x](nihgt-owl)": "missing-target",
            "[x](tern.md#hint)": RESOLVES,
            "[x](tern.md#withdrawn)": "missing-anchor",
            "[x](#hint)": RESOLVES,
            "[x](#withdrawn)": "missing-anchor",
            "\n\n:::{figure} hen.png\nHens\n:::\n\n": RESOLVES,
            "\n\n:::{figure} hens.png\nHens\n:::\n\n": "missing-file",
            "\n\n```{image} /birds/Hen.png\n:alt: Hens\n```\n\n": "wrong-case",
            "\n\n````md\n:::{figure} hens.png\n:::\n````\n\n": UNJUDGED,
            '\n\n:::{figure-md}\n<img src="hen.png" alt="x">\n\nHens\n:::\n\n': RESOLVES,
            '\n\n:::{figure-md}\n<img src="hens.png" alt="x">\n\nHens\n:::\n\n': "missing-file",
            '<img src="hens.png" alt="Hens">': UNJUDGED,
        },
        _ARTICLE,
    ),
    SampleSite(
        "jupyter book",
        "jupyter-book",
        {
            **_FILES,
            "_config.yml": "title: Kites\n",
            "_toc.yml": "format: jb-book\nroot: index\nchapters:\n- file: birds/kite\n"
            "- file: birds/owl\n- file: birds/api\n",
        },
        "birds/kite.md",
        _REFERENCES,
        _ARTICLE,
    ),
    SampleSite(
        "mystmd",
        "myst",
        {**_FILES, "myst.yml": "version: 1\nproject: {title: Kites}\nsite: {}\n"},
        "birds/kite.md",
        {
            **_REFERENCES,
            **_OF_UNKNOWN_TARGETS,
            "{doc}`owls`": UNJUDGED,
            "{doc}`Owls </owl>`": UNJUDGED,
            "{ref}`theirs <fethers>`": UNJUDGED,
            "{numref}`fethers`": UNJUDGED,
            '<img src="../img/kite.png" alt="">': RESOLVES,
            '<img src="../img/crow.png" alt="">': "missing-file",
            '<a href="owl.md">x</a>': RESOLVES,
        },
        _ARTICLE,
    ),
)
