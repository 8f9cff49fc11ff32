"""Which files to check: paths, folders and globs, without what is excluded or ignored."""

from __future__ import annotations

import os
from dataclasses import field
from functools import cached_property
from glob import glob, has_magic
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from articlelint.article import SYNTAXES
from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import Problem
from articlelint.runner.unknown import unknown
from articlelint.text.files import is_leftover, read_beginning, read_bytes
from articlelint.text.gitignore import Ignored
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from articlelint.config import Config, Configs
    from articlelint.site import Site

    _Made: TypeAlias = tuple[str, frozenset[str]]
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
_SOURCES = (".md", ".qmd", ".Rmd", ".rmd", ".ipynb", ".rst", ".adoc", ".org", ".tex")
"""What programs make a page of HTML of, beside it."""
_FIRST_PAGES = ("index.md", "_index.md")
_PROJECTS = (
    *("package.json", "pyproject.toml", "setup.py", "Cargo.toml", "go.mod", "composer.json"),
    *("Directory.Build.props", "pom.xml", "build.gradle", "build.gradle.kts", "build.sbt"),
    *("CMakeLists.txt", "meson.build", "mix.exs", "Package.swift", "dune-project", "deno.json"),
)
_KINDS_OF_PROJECTS = (".gemspec", ".sln", ".slnx", ".csproj", ".fsproj", ".cabal")


_NAME = attrgetter("name")
_MAKEFILES = ("Makefile", "makefile", "GNUmakefile")

_Specs: TypeAlias = tuple[tuple[str, Ignored], ...]
"""Folders, with a separator at the end, and what their .gitignore says."""


@dataclass
class Discovery:
    """The files found, in the order of the paths given, each folder's by name; and problems.

    *left_out* are symbolic links that lead out of the repository, or of the folder named where
    there is none. *leftovers* are temporary files, perhaps of runs that were killed. *unknown* is
    what nobody knows of the sites.
    """

    paths: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    unknown: Sequence[str] = ()

    @cached_property
    def files(self) -> list[Path]:
        """Return the paths of the files; of 10,000 they take a twentieth of a second."""
        return list(map(Path, self.paths))


def discover(paths: Sequence[str], configs: Configs, *, force_exclude: bool = False) -> Discovery:
    """Return the articles that *paths* name: files, folders, globs.

    A file that is named is always among them, whatever its extension; with *force_exclude*
    it is treated as if its folder had been named. In folders, the files are articles by
    extension, and left out are those that ``exclude`` or a .gitignore matches, a generator's
    templates, drafts that it does not publish unless they lie in a folder that is named, reports of
    ours, and everything whose name begins with a dot. A file that can be
    reached in several ways, through symbolic links for instance, is found once.
    """
    walk = _Walk(configs, force_exclude=force_exclude)
    for path in paths:
        walk.add(path)
    found = walk.paths()
    not_known = tuple(unknown(configs, (*paths, *found[:1])))
    return Discovery(found, walk.problems, walk.left_out, walk.leftovers, not_known)


def would_find(path: Path, configs: Configs) -> bool:
    """Tell whether *path* is an article that is not left out, if its folder were named."""
    return _Walk(configs, force_exclude=True).is_wanted(str(path), os.path.abspath(path))


def is_ignored(path: Path, configs: Configs) -> bool:
    """Tell whether git ignores the file at *path*, an article or not."""
    return _Walk(configs, force_exclude=True).is_ignored(os.path.abspath(path))


class _Found(NamedTuple):
    path: str
    linked: bool


def _unknown(folder: str, top: str, known: Container[str]) -> tuple[str, list[str]]:
    """Return the folder at or above *folder* that is *known*, or *top*, and those that are not.

    The outermost of these comes first.
    """
    passed: list[str] = []
    place = folder
    while place not in known:
        passed.append(place)
        if place == top:
            break
        place = os.path.dirname(place)
    return place, passed[::-1]


class _Walk:
    def __init__(self, configs: Configs, *, force_exclude: bool) -> None:
        self._configs = configs
        self._force_exclude = force_exclude
        self._found: dict[str, _Found] = {}
        self._ignored: dict[str, _Specs] = {}
        self._repositories: dict[str, str | None] = {}
        self._places: dict[str, tuple[Site, PurePosixPath]] = {}
        self._made: dict[str, tuple[_Made, ...]] = {}
        self.problems: list[Problem] = []
        self.left_out: list[str] = []
        self.leftovers: list[str] = []

    def paths(self) -> list[str]:
        return [found.path for found in self._found.values()]

    def add(self, path: str) -> None:
        """Take *path* for what it is: a folder, a file, or a glob."""
        if os.path.isdir(path):
            self._folder(os.path.normpath(path))
        elif os.path.lexists(path):
            self._file(os.path.normpath(path))
        elif has_magic(path):
            self._glob(path)
        else:
            self._problem(path, "there is no such file or folder")

    def _glob(self, pattern: str) -> None:
        matches = sorted(glob(pattern, recursive=True))
        deep = "**" in pattern
        named = os.path.splitext(pattern)[1].lower()
        kinds = SYNTAXES if not named or has_magic(named) else (*SYNTAXES, named)
        for match in matches:
            if not os.path.isdir(match):
                if os.path.splitext(match)[1].lower() in kinds:
                    self._file(os.path.normpath(match))
            elif not deep:
                self._folder(os.path.normpath(match))
        if not matches:
            self._problem(pattern, "nothing matches this pattern")

    def _problem(self, path: str, message: str) -> None:
        self.problems.append(Problem(path, message))

    def _file(self, path: str) -> None:
        absolute = os.path.abspath(path)
        if self._force_exclude and not self.is_wanted(path, absolute):
            return
        top = self._repository(os.path.dirname(absolute))
        if top is None or not self._leads_out(absolute, path, {os.path.realpath(top)}):
            self._keep(os.path.realpath(absolute), path, linked=os.path.islink(absolute))

    def _leads_out(self, path: str, shown: str, bounds: set[str]) -> bool:
        """Tell, and note, whether the link at *path* leads out of all real folders *bounds*."""
        target = os.path.realpath(path)
        if any(_is_within(target, bound) for bound in bounds):
            return False
        self.left_out.append(shown)
        return True

    def _keep(self, real: str, path: str, *, linked: bool) -> None:
        """Note the file; one that is reached directly counts more than one through a link."""
        earlier = self._found.get(real)
        if earlier is None or (earlier.linked and not linked):
            self._found[real] = _Found(path, linked)

    def _place(self, config: Config, prefix: str) -> tuple[Site, PurePosixPath]:
        """Return the site of the files in the folder *prefix*, and the folder in it."""
        place = self._places.get(prefix)
        if place is None:
            site = config.site_for(Path(prefix, "a.md"))
            place = self._places[prefix] = site, site.relative(Path(prefix))
        return place

    def _holds_drafts(self, config: Config, prefix: str) -> bool:
        """Tell whether whatever lies in the folder *prefix* is a draft."""
        site, folder = self._place(config, prefix)
        return site.lies_among_drafts(folder / "a.md")

    def _is_no_article(
        self, config: Config, folder: str, prefix: str, name: str, *, drafts_too: bool
    ) -> bool:
        """Tell whether the file *name* in *folder*, shown with *prefix*, is none by what it is.

        A draft is none, by where it lies, unless *drafts_too*.
        """
        site, place = self._place(config, prefix)
        if site.takes_for_template(place / name) or self._is_made(folder, name):
            return True
        if not site.generator.has_content_folder:
            stem, extension = os.path.splitext(os.path.join(folder, name))
            if extension in _PAGES and any(os.path.exists(stem + each) for each in _SOURCES):
                return True  # what a program made of it
        if not drafts_too and site.lies_among_drafts(place / name):
            return True
        return _is_report(os.path.join(folder, name))

    def _is_made(self, folder: str, name: str) -> bool:
        """Tell whether Make makes the file *name* in *folder*, so that nobody writes it."""
        if name.endswith((".html", ".htm")):
            return False
        return any(
            os.path.relpath(os.path.join(folder, name), place) in made
            for place, made in self._made_around(folder)
        )

    def _note_made(self, folder: str, names: set[str]) -> None:
        """Note that Make makes in *folder* what is made above, where *names* say so."""
        above = os.path.dirname(folder)
        if above in self._made and ".git" not in names and names.isdisjoint(_MAKEFILES):
            self._made[folder] = self._made[above]

    def _made_around(self, folder: str) -> Sequence[_Made]:
        """Return what Make makes by the files in *folder* and above, with the folders of these."""
        if folder in self._made:
            return self._made[folder]
        top = self._repository(folder)
        if top is None:
            return ()
        place, below = _unknown(folder, top, self._made)
        found = self._made.get(place, ())
        for each in below:
            own = (_made_by(os.path.join(each, name)) for name in _MAKEFILES)
            found = self._made[each] = (*found, *filter(None, own))
        return found

    def is_wanted(self, path: str, absolute: str) -> bool:
        """Tell whether a walk over the working directory would find the file."""
        folder, name = os.path.split(absolute)
        if os.path.splitext(name)[1].lower() not in SYNTAXES:
            return False
        config = self._configs.of_folder(folder)
        if config.excludes(absolute) or config.site_for(Path(path)).is_template(Path(path)):
            return False
        if _is_report(absolute):
            return False
        top = os.path.abspath(".") + os.sep
        parts = absolute.removeprefix(top).split(os.sep) if absolute.startswith(top) else [name]
        if any(map(_is_skipped, parts[:-1], ["", *parts])) or parts[-1].startswith("."):
            return False
        from articlelint.generators.frozen import is_frozen  # 15 ms, where articles are looked for

        if is_frozen(absolute, top.rstrip(os.sep)):
            return False
        return not self.is_ignored(absolute)

    def _is_of_program(self, path: str, shown: str) -> bool:
        """Tell whether the folder at *path* belongs to a program beside a site, not to the site."""
        site = self._configs.of_folder(path).site_for(Path(shown, "a.md"))
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

    def is_ignored(self, absolute: str, *, folder: bool = False) -> bool:
        """Tell whether a .gitignore of the repository ignores the path or a folder above it."""
        top = self._repository(os.path.dirname(absolute))
        if top is None:
            return False
        place = top
        parts = [] if absolute == top else os.path.relpath(absolute, top).split(os.sep)
        for part in parts:
            specs = self._specs(place)
            place = os.path.join(place, part)
            if _ignores(specs, place, folder=folder or place != absolute):
                return True
        return False

    def _repository(self, folder: str) -> str | None:
        """Return the root of the git repository that *folder* is in, or None."""
        passed = []
        place = folder
        while place not in self._repositories:
            passed.append(place)
            parent = os.path.dirname(place)
            if os.path.exists(os.path.join(place, ".git")):
                self._repositories[place] = place
            elif parent == place:
                self._repositories[place] = None
            else:
                place = parent
        for each in passed:
            self._repositories[each] = self._repositories[place]
        return self._repositories[folder]

    def _specs(self, folder: str) -> _Specs:
        """Return what ignores files in *folder*: its own .gitignore last."""
        top = self._repository(folder) or folder
        place, below = _unknown(folder, top, self._ignored)
        specs: _Specs = self._ignored.get(place, ())
        for each in below:
            specs = self._ignored[each] = (*specs, *_own_spec(each))
        return specs

    def _folder(self, path: str) -> None:
        """Walk the folder at *path*, which was named."""
        absolute = os.path.abspath(path)
        if self._force_exclude and self._configs.of_folder(absolute).excludes(
            absolute, folder=True
        ):
            return
        prefix = "" if path == os.curdir else path.rstrip(os.sep) + os.sep
        ignored = self.is_ignored(absolute, folder=True)  # but named, so that it is meant
        specs = _own_spec(absolute) if ignored else self._specs(absolute)
        self._walk(absolute, os.path.realpath(absolute), prefix, specs, frozenset())

    def _walk(
        self,
        absolute: str,
        real: str,
        prefix: str,
        specs: _Specs,
        above: frozenset[str],
        *,
        linked: bool = False,
    ) -> None:
        """Take the articles of one folder, then those of its folders.

        *above* holds the real paths of the folders that led here: one of them again is a
        loop. A stack of its own keeps very deep trees from being a matter of recursion.
        """
        from articlelint.generators.frozen import is_old  # likewise

        bounds = {real, os.path.realpath(self._repository(absolute) or absolute)}
        drafts_too = self._holds_drafts(self._configs.of_folder(absolute), prefix)
        stack = [(absolute, real, prefix, specs, above, linked)]
        while stack:
            absolute, real, prefix, specs, above, linked = stack.pop()
            if real in above:
                continue
            try:
                with os.scandir(absolute) as entries:
                    listed = sorted(entries, key=_NAME)
            except OSError as error:
                self._problem(prefix or os.curdir, f"cannot be read: {error.strerror}")
                continue
            names = {entry.name for entry in listed}
            config = self._configs.of_listed(absolute, names)
            self._note_made(absolute, names)
            inside = above | {real}
            folders = []
            for entry in listed:
                name, path = entry.name, f"{absolute.rstrip(os.sep)}{os.sep}{entry.name}"
                link = linked or entry.is_symlink()
                if _is_folder(entry):
                    if (
                        _is_skipped(name, absolute)
                        or _ignores(specs, path, folder=True)
                        or config.excludes(path, folder=True)
                        or (_is_tried_out(name) and self._is_of_program(path, prefix + name))
                        or is_old(absolute, name)
                        or (link and self._leads_out(path, prefix + name, bounds))
                    ):
                        continue
                    target = os.path.realpath(path) if link else f"{real}{os.sep}{name}"
                    own = _own_spec(path)
                    folders.append((path, target, f"{prefix}{name}{os.sep}", (*specs, *own), inside, link))  # fmt: skip # noqa: E501
                elif (
                    _is_article(name)
                    and (entry.is_symlink() or entry.is_file())  # a pipe would never end
                    and not (_ignores(specs, path, folder=False) or config.excludes(path))
                    and not (link and self._leads_out(path, prefix + name, bounds))
                ):
                    if self._is_no_article(config, absolute, prefix, name, drafts_too=drafts_too):
                        continue
                    target = os.path.realpath(path) if link else f"{real}{os.sep}{name}"
                    self._keep(target, prefix + name, linked=link)
                elif is_leftover(name):
                    self.leftovers.append(path)
            stack.extend(reversed(folders))


def _is_within(path: str, folder: str) -> bool:
    """Tell whether the real *path* is *folder*, or lies in it."""
    return path == folder or path.startswith(os.path.join(folder, ""))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a symbolic link that leads to itself
        return False


def _is_article(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SYNTAXES and not name.startswith(".")


def _is_report(path: str) -> bool:
    """Tell whether the file at *path* is a report that a run wrote there."""
    if not path.lower().endswith((".html", ".htm")):
        return False
    try:
        return _REPORT in read_beginning(path, _BEGINNING)
    except OSError:
        return False


def _is_skipped(name: str, above: str) -> bool:
    """Tell whether the folder *name* in the folder *above* holds no articles of one's own."""
    if name.startswith(".") or name in SKIPPED_FOLDERS:
        return True
    if os.path.basename(above) in _ASSETS:
        return os.path.exists(os.path.join(above, name, "bower.json"))
    return name in _BUNDLED and os.path.basename(above) == "vendor"


def _is_tried_out(name: str) -> bool:
    return name in _OF_PROGRAMS or (name[:4] == "test" and _TRIED_OUT.fullmatch(name) is not None)


def _own_spec(folder: str) -> _Specs:
    """Return the .gitignore of *folder*, if it has one that says anything."""
    try:
        data = read_bytes(os.path.join(folder, ".gitignore"))
    except OSError:
        return ()
    lines = tuple(data.decode("utf-8", "replace").splitlines())
    return ((folder + os.sep, Ignored(lines)),) if lines else ()


def _ignores(specs: _Specs, path: str, *, folder: bool) -> bool:
    """Tell whether the last word on *path*, absolute, is to ignore it."""
    for root, spec in reversed(specs):
        inner = path[len(root) :].replace(os.sep, "/")
        verdict = spec.verdict(inner + "/" if folder else inner)
        if verdict is not None:
            return verdict
    return False


def _made_by(makefile: str) -> _Made | None:
    """Return what Make makes by *makefile*; None where that is nothing."""
    if not os.path.isfile(makefile):
        return None
    from articlelint.destinations.programs import made_by_make  # few repositories have one

    path = Path(makefile)
    made = made_by_make(path)
    return (str(path.parent), made) if made else None
