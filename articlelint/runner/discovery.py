"""Which files to check: paths, folders and globs, without what is excluded or ignored."""

from __future__ import annotations

import os
from dataclasses import field
from functools import cached_property
from glob import glob, has_magic
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from articlelint.article import SYNTAXES
from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import Problem
from articlelint.runner.foreign import (
    MadeByMake,
    is_of_program,
    is_output,
    is_report,
    is_skipped,
    is_tried_out,
)
from articlelint.runner.ignored import Repositories, is_ignored_by, own_specs
from articlelint.runner.unknown import unknown
from articlelint.text.files import is_leftover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.config import Config, Configs
    from articlelint.runner.ignored import Specs
    from articlelint.site import Site

_NAME = attrgetter("name")


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


def is_ignored(path: Path) -> bool:
    """Tell whether git ignores the file at *path*, an article or not."""
    return Repositories().ignores(os.path.abspath(path))


class _Found(NamedTuple):
    path: str
    linked: bool


class _Walk:
    def __init__(self, configs: Configs, *, force_exclude: bool) -> None:
        self._configs = configs
        self._force_exclude = force_exclude
        self._found: dict[str, _Found] = {}
        self._places: dict[str, tuple[Site, PurePosixPath]] = {}
        self._repositories = Repositories()
        self._made = MadeByMake(self._repositories)
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
        top = self._repositories.root(os.path.dirname(absolute))
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
        if site.takes_for_template(place / name) or self._made.has(folder, name):
            return True
        if not site.generator.has_content_folder and is_output(os.path.join(folder, name)):
            return True
        if not drafts_too and site.lies_among_drafts(place / name):
            return True
        return is_report(os.path.join(folder, name))

    def is_wanted(self, path: str, absolute: str) -> bool:
        """Tell whether a walk over the working directory would find the file."""
        folder, name = os.path.split(absolute)
        if os.path.splitext(name)[1].lower() not in SYNTAXES:
            return False
        config = self._configs.of_folder(folder)
        if config.excludes(absolute) or config.site_for(Path(path)).is_template(Path(path)):
            return False
        if is_report(absolute):
            return False
        top = os.path.abspath(".") + os.sep
        parts = absolute.removeprefix(top).split(os.sep) if absolute.startswith(top) else [name]
        if any(map(is_skipped, parts[:-1], ["", *parts])) or parts[-1].startswith("."):
            return False
        from articlelint.generators.frozen import is_frozen  # 15 ms, where articles are looked for

        if is_frozen(absolute, top.rstrip(os.sep)):
            return False
        return not self._repositories.ignores(absolute)

    def _is_of_program(self, path: str, shown: str) -> bool:
        return is_of_program(path, self._configs.of_folder(path).site_for(Path(shown, "a.md")))

    def _folder(self, path: str) -> None:
        """Walk the folder at *path*, which was named."""
        absolute = os.path.abspath(path)
        if self._force_exclude and self._configs.of_folder(absolute).excludes(
            absolute, folder=True
        ):
            return
        prefix = "" if path == os.curdir else path.rstrip(os.sep) + os.sep
        repositories = self._repositories
        ignored = repositories.ignores(absolute, folder=True)  # but named, so that it is meant
        specs = own_specs(absolute) if ignored else repositories.specs(absolute)
        self._walk(absolute, os.path.realpath(absolute), prefix, specs, frozenset())

    def _walk(
        self,
        absolute: str,
        real: str,
        prefix: str,
        specs: Specs,
        above: frozenset[str],
        *,
        linked: bool = False,
    ) -> None:
        """Take the articles of one folder, then those of its folders.

        *above* holds the real paths of the folders that led here: one of them again is a
        loop. A stack of its own keeps very deep trees from being a matter of recursion.
        """
        from articlelint.generators.frozen import is_old  # likewise

        bounds = {real, os.path.realpath(self._repositories.root(absolute) or absolute)}
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
            self._made.note(absolute, names)
            inside = above | {real}
            folders = []
            for entry in listed:
                name, path = entry.name, f"{absolute.rstrip(os.sep)}{os.sep}{entry.name}"
                link = linked or entry.is_symlink()
                if _is_folder(entry):
                    if (
                        is_skipped(name, absolute)
                        or is_ignored_by(specs, path, folder=True)
                        or config.excludes(path, folder=True)
                        or (is_tried_out(name) and self._is_of_program(path, prefix + name))
                        or is_old(absolute, name)
                        or (link and self._leads_out(path, prefix + name, bounds))
                    ):
                        continue
                    target = os.path.realpath(path) if link else f"{real}{os.sep}{name}"
                    own = own_specs(path)
                    folders.append((path, target, f"{prefix}{name}{os.sep}", (*specs, *own), inside, link))  # fmt: skip # noqa: E501
                elif (
                    _is_article(name)
                    and (entry.is_symlink() or entry.is_file())  # a pipe would never end
                    and not (is_ignored_by(specs, path, folder=False) or config.excludes(path))
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
