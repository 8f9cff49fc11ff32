"""What lies among articles and is none of the author's: of programs, of packages, of Make."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from articlelint.runner.ignored import nearest_known
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.runner.ignored import Repositories
    from articlelint.site import Site

    _Makes: TypeAlias = tuple[str, frozenset[str]]
    """A folder, and the articles that Make makes by a file in it, relative to it."""

SKIPPED_FOLDERS = frozenset(
    {"node_modules", "bower_components", "__pycache__", "venv", "site-packages"}
)
"""Folders that hold no articles of one's own, besides those whose name begins with a dot."""
_OF_PROGRAMS = frozenset(
    {"test", "tests", "__tests__", "testdata", "fixtures", "__fixtures__", "__snapshots__",
     "third-party", "third_party", "vendor"}
)  # fmt: skip
"""Folders that hold what programs are tested with or made of, unless a site is made of them."""
_TRIED_OUT = regex(
    r"tests?[-_](?:app|book|case|data|doc|file|fixture|input|output|page|project|resource|site)s?"
    r"(?:[-_]\w+)?"
)
"""Likewise: ``test_site``, ``test-sites-i18n``."""
_TOOLS = frozenset({"scripts", "tools"})
_ASSETS = frozenset({"assets", "css", "js", "lib", "libs", "plugins", "public", "static"})
"""Where a package for browsers, which has a ``bower.json``, is somebody else's."""
_BUNDLED = frozenset({"bundle", "cache", "gems", "ruby"})
"""What Bundler puts into ``vendor``: jekyll, ``lib/jekyll/configuration.rb``, "exclude"."""
_REPORT = b'<meta name="generator" content="articlelint">'
"""What a report of ours has among its first lines."""
_BEGINNING = 200
_PAGES = frozenset({".htm", ".html"})
_SOURCES = (".md", ".qmd", ".Rmd", ".rmd")
"""What programs make a page of HTML of, beside it."""
_FIRST_PAGES = ("index.md", "_index.md")
_PROJECTS = (
    *("package.json", "pyproject.toml", "setup.py", "Cargo.toml", "go.mod", "composer.json"),
    *("Directory.Build.props", "pom.xml", "build.gradle", "build.gradle.kts", "build.sbt"),
    *("CMakeLists.txt", "meson.build", "mix.exs", "Package.swift", "dune-project", "deno.json"),
)
_KINDS_OF_PROJECTS = (".gemspec", ".sln", ".slnx", ".csproj", ".fsproj", ".cabal")
_MAKEFILES = ("Makefile", "makefile", "GNUmakefile")


def is_skipped(name: str, above: str) -> bool:
    """Tell whether the folder *name* in the folder *above* holds no articles of one's own."""
    if name.startswith(".") or name in SKIPPED_FOLDERS:
        return True
    if os.path.basename(above) in _ASSETS:
        return os.path.exists(os.path.join(above, name, "bower.json"))
    return name in _BUNDLED and os.path.basename(above) == "vendor"


def is_tried_out(name: str) -> bool:
    """Tell whether a folder of that *name* holds what programs are tested with or made of."""
    return name in _OF_PROGRAMS or (name[:4] == "test" and _TRIED_OUT.fullmatch(name) is not None)


def is_of_program(path: str, site: Site) -> bool:
    """Tell whether the folder at *path* belongs to a program beside *site*, not to the site."""
    if site.root is None or not any(content.parts for content in site.settings.content):
        if site.root is not None and any(
            os.path.exists(os.path.join(path, name)) for name in _FIRST_PAGES
        ):
            return False  # a part of the site about tests
        above = os.path.dirname(path)
        if os.path.basename(above) in _TOOLS:
            above = os.path.dirname(above)
        if any(os.path.exists(os.path.join(above, name)) for name in _PROJECTS):
            return True
        return any(name.endswith(_KINDS_OF_PROJECTS) for name in os.listdir(above))
    return not any(
        Path(path).is_relative_to(site.root / content) for content in site.settings.content
    )


def is_report(path: str) -> bool:
    """Tell whether the file at *path* is a report that a run wrote there."""
    if not path.lower().endswith((".html", ".htm")):
        return False
    try:
        return _REPORT in read_beginning(path, _BEGINNING)
    except OSError:
        return False


def is_output(path: str) -> bool:
    """Tell whether a program made the page of HTML at *path* of a file beside it."""
    stem, extension = os.path.splitext(path)
    return extension in _PAGES and any(os.path.exists(stem + each) for each in _SOURCES)


class MadeByMake:
    """The files that Make makes, by the makefiles above them in their repositories."""

    def __init__(self, repositories: Repositories) -> None:
        self._repositories = repositories
        self._known: dict[str, tuple[_Makes, ...]] = {}

    def has(self, folder: str, name: str) -> bool:
        """Tell whether Make makes the file *name* in *folder*, so that nobody writes it."""
        if name.endswith((".html", ".htm")):
            return False
        return any(
            os.path.relpath(os.path.join(folder, name), place) in made
            for place, made in self._around(folder)
        )

    def note(self, folder: str, names: set[str]) -> None:
        """Note that in *folder*, which holds *names*, no makefile adds to those above."""
        above = os.path.dirname(folder)
        if above in self._known and ".git" not in names and names.isdisjoint(_MAKEFILES):
            self._known[folder] = self._known[above]

    def _around(self, folder: str) -> Sequence[_Makes]:
        """Return what Make makes by the files in *folder* and above, with the folders of these."""
        if folder in self._known:
            return self._known[folder]
        top = self._repositories.root(folder)
        if top is None:
            return ()
        place, below = nearest_known(folder, top, self._known)
        found = self._known.get(place, ())
        for each in below:
            own = (_made_by(os.path.join(each, name)) for name in _MAKEFILES)
            found = self._known[each] = (*found, *filter(None, own))
        return found


def _made_by(makefile: str) -> _Makes | None:
    """Return what Make makes by *makefile*; None where that is nothing."""
    if not os.path.isfile(makefile):
        return None
    from articlelint.destinations.programs import made_by_make  # few repositories have one

    path = Path(makefile)
    made = made_by_make(path)
    return (str(path.parent), made) if made else None
