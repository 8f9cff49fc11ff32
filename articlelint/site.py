"""The site that an article belongs to: its root, its generator, its settings."""

from __future__ import annotations

import os
import re
from dataclasses import field
from functools import cached_property, lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from articlelint.dataclass import dataclass
from articlelint.generators import GENERIC
from articlelint.generators.settings import Settings
from articlelint.templates.names import ANY
from articlelint.text.gitignore import Ignored
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from articlelint.generators.generator import Generator
    from articlelint.markdown.dialect import Dialect
    from articlelint.templates import TemplateTag
    from articlelint.templates.names import Names


@dataclass(frozen=True)
class Site:
    """A root folder, what generates the site, and how it is configured.

    *root* is absolute. It is None if nothing is known of the folder; for a GENERIC site it is the
    root of the repository. Paths of articles are taken as the program was given them:
    absolute, or relative to the working directory.
    """

    root: Path | None
    generator: Generator
    settings: Settings = field(default_factory=Settings)

    def relative(self, path: PurePath) -> PurePosixPath:
        """Return *path* relative to the root; *path* itself if it lies elsewhere."""
        return _relative(path, self._root, os.getcwd())  # noqa: PTH109 - text is quicker

    @cached_property
    def _root(self) -> str | None:
        if self.root is None:
            return None
        return os.path.join(self.root, "")  # noqa: PTH118 - with the separator at its end

    @property
    def dialect(self) -> Dialect:
        """Return how the site's Markdown is read."""
        return self.settings.dialect or self.generator.dialect

    @cached_property
    def content_folders(self) -> tuple[Path, ...]:
        """Return the folders of articles; none if the root is not known."""
        root = self.root
        return () if root is None else tuple(root / place for place in self.settings.content)

    def schema(self, path: PurePath) -> type | None:
        """Return the TypedDict of the front matter of the article at *path*."""
        relative = self.relative(path)
        # ``.github`` and the like belong to other programs.
        if any(part.startswith(".") for part in relative.parts[:-1]):
            return None
        return self.generator.schema(relative)

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file at *path* is a template: a scaffold, archetype, layout.

        HTML outside of the folders that hold articles is a theme's, or was built; so is what has
        no front matter if the generator copies it as it is. Nor are these articles: fixtures of
        tests, what the generator passes over, and what lies outside the folders that it reads, such
        as documents of a library beside the site, or parts that a script puts together.
        """
        return self.takes_for_template(self.relative(path))

    def leaves_out(self, folder: str) -> bool:
        """Tell whether the configuration leaves the *folder* out, which lies in the root."""
        return bool(self.settings.unread) and _matches(self.settings.unread, f"{folder}/a.md")

    def is_unread(self, path: PurePath) -> bool:
        """Tell whether the configuration leaves the file at *path* out, or copies it as it is."""
        return bool(self.settings.unread) and _matches(
            self.settings.unread, str(self.relative(path))
        )

    def lies_among_drafts(self, relative: PurePosixPath) -> bool:
        """Tell whether only a preview shows the file, *relative* to the root, by where it lies."""
        return bool(self.settings.drafts) and _matches(self.settings.drafts, str(relative))

    def takes_for_template(self, relative: PurePosixPath) -> bool:
        """Tell what ``is_template`` tells, of a path in the root or an absolute one elsewhere."""
        whole = str(relative)  # an index asks for every file: text is quicker
        if (
            self.root is not None
            and whole[-5:].lower().endswith(_HTML)
            and not relative.is_absolute()
            and (not self.holds(whole) or self._is_static(self.root, relative))
        ):
            return True
        if _PATTERN_OF_ARTICLES.search(whole) and not relative.is_absolute():
            return True
        if self.root is not None and _is_half(self.root, whole):
            return True
        folder, _, name = whole.rpartition("/")
        if (
            name == "SUMMARY.md"
            and self.root is not None
            and self._passes_over_summary(whole)
            and not has_fence(self.root / relative)
        ):
            return True
        if folder not in self._folders:
            self._folders[folder] = self._holds_templates(relative.parent)
        is_settled = self._folders[folder]
        if is_settled is not None:
            return is_settled
        if self.settings.unread and _matches(self.settings.unread, whole):
            return True
        return (
            self.generator.is_template(relative)
            or self.generator.unlisted(relative, self.settings) is not None
            or (
                self.root is not None
                and self.generator.is_left_over(relative, self.settings, self.root)
            )
        )

    def _passes_over_summary(self, path: str) -> bool:
        """Tell whether ``SUMMARY.md`` at *path* is left over, which some read among documents."""
        if self.generator == GENERIC or self.generator.passes_over_summary:
            return self.generator.passes_over_summary
        return self._has_content and not self.holds(path)

    @cached_property
    def _folders(self) -> dict[str, bool | None]:
        """Return what is known of folders by ``_holds_templates``; a folder has many files."""
        return {}

    def _holds_templates(self, folder: PurePosixPath) -> bool | None:
        """Tell whether all files of the *folder* are templates, or none; None: it depends."""
        if not _MADE_FOR.isdisjoint(folder.parts) and not (
            folder.is_absolute()
            or any(folder.is_relative_to(each) for each in self.settings.content if each.parts)
        ):
            return True
        if folder.parts[:1] == ("template",) and self._is_of_program:
            return True  # what it gives to those who begin
        return (
            self._lies_beside(folder)
            or self.generator.passes_over(folder / "a.md", self.settings)
            or any(folder.is_relative_to(each) for each in self.settings.template_folders)
            or None
        )

    @cached_property
    def _is_of_program(self) -> bool:
        """Tell whether it is a program's repository, and no generator is known."""
        root = self.root
        if root is None or self.generator != GENERIC:
            return False
        return any((root / name).is_file() for name in _PROGRAMS)

    def _is_static(self, root: Path, relative: PurePosixPath) -> bool:
        """Tell whether the HTML file is published as it is, or a program's, and no article."""
        if self.generator == GENERIC:
            from articlelint.generators.generic.parts import is_output, is_part  # of HTML alone

            if not _OTHER_PAGES.isdisjoint(relative.parts[:-1]) or is_part(root / relative):
                return True
            if is_output(root, relative) and not has_fence(root / relative):
                return True
            return self._is_of_program and not has_fence(root / relative)
        if self.generator.leaves_out_html(root, relative):
            return True
        copies = self.generator.copies_html or self.generator.copies_without_front_matter(relative)
        return copies and not has_fence(root / relative)

    def _lies_beside(self, folder: PurePosixPath) -> bool:
        """Tell whether the generator never reads the *folder* of the repository.

        Nothing does where no folder for content is there: another is meant then.
        """
        if self.generator == GENERIC or not folder.parts or folder.is_absolute():
            return False
        return not self.holds(f"{folder}/") and self._has_content

    @cached_property
    def _has_content(self) -> bool:
        return any(map(os.path.isdir, self.content_folders))

    def is_content(self, path: PurePath) -> bool:
        """Tell whether the file at *path* lies in one of the folders that hold articles."""
        relative = self.relative(path)
        if relative.is_absolute():
            return any(relative.is_relative_to(folder) for folder in self.settings.content)
        return self.holds(str(relative))

    def holds(self, relative: str) -> bool:
        """Tell whether a path relative to the root lies in a folder that holds articles."""
        return relative.startswith(self._inside) or relative in self._content

    @cached_property
    def _content(self) -> frozenset[str]:
        return frozenset(map(str, self.settings.content))

    @cached_property
    def _inside(self) -> tuple[str, ...]:
        """Return what paths in content folders begin with: "" where the root is one."""
        return tuple("" if name == "." else f"{name}/" for name in sorted(self._content))

    def for_file(self, path: PurePath) -> Site:
        """Return the site that publishes the file at *path*: this one, or a GENERIC one.

        The generator does not read files outside of its content, and a README is read where the
        repository is shown.
        """
        relative = self.relative(path)
        if self.root is None or self.generator == GENERIC or relative.is_absolute():
            return self
        if not self.is_content(path) or is_about_repository(self.root, relative):
            return self._repository
        if len(relative.parts) == 1 and self.generator.copies_sources(self.root):
            copied = self.generator.copies_without_front_matter(relative)
            if copied and not has_fence(self.root / relative):
                return self._repository  # no page is made of it
        return self._repository if self.is_of_another_generator(relative) else self

    def is_of_another_generator(self, path: PurePath) -> bool:
        """Tell whether its extension says that another generator reads the file at *path*."""
        extension = path.suffix.lower()
        return extension in _OWN_EXTENSIONS and extension not in self.generator.other_sources

    @cached_property
    def _repository(self) -> Site:
        return Site(self.root, GENERIC, Settings(content=(), static=self.settings.static))

    @cached_property
    def template_names(self) -> Names:
        """Return the names that the site adds to its template language."""
        root = self.root
        return ANY if root is None else self.generator.template_names(root)

    def ids_of(self, tag: TemplateTag, path: PurePath) -> Collection[str] | None:
        """Return the ids that a tag in the article at *path* may write; None if it may be any."""
        if self.root is None:
            return None
        return self.generator.ids_of(tag, self.relative(path), self.settings, self.root)

    def component_makes_ids(self, names: Collection[str], path: PurePath) -> bool:
        """Tell whether components in the article at *path* may write ids."""
        root = self.root
        return root is None or self.generator.component_makes_ids(names, self.relative(path), root)

    def is_read_by_layouts(self, key: str) -> bool:
        """Tell whether a layout, a theme or a program of the site contains the word *key*."""
        from articlelint.generators.layout_words import layout_words  # where there is doubt

        return self.root is not None and key.lower() in layout_words(self.root)

    def layouts_name_address(self, folder: str) -> bool:
        """Tell whether a layout or a program names an address of this host in a *folder*."""
        from articlelint.generators.layout_words import layout_addresses  # where there is doubt

        host = self._host
        return bool(self.root and host) and folder.lower() in layout_addresses(self.root, host)

    @cached_property
    def sets_base(self) -> bool:
        """Tell whether a layout says with ``<base>`` where relative addresses begin."""
        from articlelint.generators.layout_words import has_base  # where there is doubt

        return self.root is not None and has_base(self.root)

    @cached_property
    def shows_bare_titles(self) -> bool:
        """Tell whether the site's templates do not add its name to the titles of pages."""
        from articlelint.generators.layout_words import has_bare_titles  # where there is doubt

        return self.root is not None and has_bare_titles(self.root)

    def serves_somewhere(self, name: str) -> bool:
        """Tell whether a file called *name* lies in a folder that is served as it is, or deeper."""
        from articlelint.generators.tree import names_below  # where there is doubt

        root = self.root
        return root is not None and any(
            name in names_below(root, str(folder)) for folder in self.settings.static
        )

    @cached_property
    def has_all_layouts(self) -> bool:
        """Tell whether all layouts of the site lie in it, so that their words are known."""
        return self.root is not None and self.generator.has_all_layouts(self.settings, self.root)

    def unpublished(self, path: PurePath, data: Mapping[str, object]) -> str | None:
        """Return why the generator does not publish the article at *path*; None if it does."""
        relative, root = self.relative(path), self.root
        if root is None or relative.is_absolute():
            return None
        return self.generator.unpublished(relative, data, self.settings, root)

    def permalink(self, path: PurePath, data: Mapping[str, object]) -> str | None:
        """Return the URL path of the article at *path*; None if it is not certain."""
        return self.generator.permalink(self.relative(path), data, self.settings)

    def local_path(self, url: str) -> str | None:
        """Return the decoded path of *url* if it is on this site; otherwise None."""
        if _PLAIN_PATH.fullmatch(url):
            return url
        if _HOST.match(url) and (not self._host or self._host not in url.lower()):
            return None
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            if not self._host or parts.netloc.lower() != self._host:
                return None
            if parts.scheme not in {"http", "https", ""}:
                return None
            return _SLASHES.sub("/", unquote(parts.path)) or "/"  # as servers do
        return unquote(parts.path)

    @cached_property
    def _host(self) -> str:
        """Return where the site is published, with its port; "" where that is not known."""
        return urlsplit(self.settings.base_url or "").netloc.lower()

    def asset_candidates(self, url: str, path: PurePath, *, raw: bool = False) -> Sequence[Path]:
        """Return the files that would serve *url* in the article at *path*.

        The first that exists wins. Empty: the URL is not on this site, or where it leads
        cannot be known. *raw* tells that the URL stands in raw HTML, not in Markdown.
        """
        local = self.local_path(url)
        if not local:
            return ()
        absolute = absolute_path(path)
        names_host = _HOST.match(url) is not None
        raw = raw or names_host  # which is rewritten by nobody
        find = self.generator.raw_asset_candidates if raw else self.generator.asset_candidates
        found = find(local, absolute, self.settings, self.root)
        if names_host and not any(map(os.path.isdir, {each.parent for each in found})):
            return ()  # another repository may be published at the same host
        if self.settings.is_within and local[0] == "/" and not any(map(os.path.exists, found)):
            return ()  # the site around it may have the file
        return found


def absolute_path(path: PurePath) -> Path:
    """Return *path* from the working directory, symbolic links kept; many links ask."""
    return _absolute(path, os.getcwd())  # noqa: PTH109 - text is quicker


_HTML = (".html", ".htm")
_PLAIN_PATH = regex(r"(?!//)[\w./-]*+", re.ASCII)
_SLASHES = regex("//+")
_HOST = regex(r"[A-Za-z][A-Za-z0-9+.-]*+://|//")
_OWN_EXTENSIONS = frozenset({".qmd", ".rmd", ".mdoc"})
"""Markdown of one generator alone: another reads what a program makes of it, if anything."""
_OTHER_PAGES = frozenset(
    {
        *("assets", "build", "dist", "out", "public", "static", "vendor"),
        *("__tests__", "demo", "demos", "e2e", "playground", "sandbox", "spec", "test", "tests"),
    }
)
"""Folders whose HTML was built, is served as it is, or tries out a program."""
_PROGRAMS = (
    *("package.json", "pyproject.toml", "setup.py", "Cargo.toml", "go.mod", "composer.json"),
    *("pom.xml", "build.gradle", "CMakeLists.txt", "configure.ac"),
)
_OTHER_HALF = {"prefix": "suffix", "suffix": "prefix", "header": "footer", "footer": "header"}
_HALF = regex(r"(.*[^/][-_.])(prefix|suffix|header|footer)(\.\w+)", re.IGNORECASE)
_PATTERN_OF_ARTICLES = regex(
    r"(?:^|/)(?:article|blog|blogpost|newsletter|page|post)[-_ ]?templates?(?=/|\.\w+\Z)"
    r"|\.(?:example|excalidraw|sample|template|tpl|tmpl)\.\w+\Z|(?:^|/)_template\.\w+\Z"
    r"|(?:^|/)(?:adrs?|decisions|enhancements|proposals|rfcs?)/(?:0000-)?template\.\w+\Z"
    r"|\.(?:approved|received|snap|verified)\.\w+\Z",
    re.IGNORECASE,
)
"""What articles are copied from: ``Post-Templates/long.md``, ``newsletter-template.md``.

Drawings in Markdown, too, ``plan.excalidraw.md``, and what tests compare with, ``a.verified.md``.
"""
_MADE_FOR = frozenset(
    {
        "__fixtures__", "__snapshots__", "_templates", "archetypes", "fixtures", "layouts",
        "scaffold", "scaffolds", "templates", "testdata", "TestData",
    }
)  # fmt: skip
"""Folders of files that tests read, which are as they have to be, or that others are made from."""
_ABOUT_REPOSITORY = frozenset(
    {
        "authors", "changelog", "code_of_conduct", "contributing", "copying", "governance",
        "history", "license", "maintainers", "readme", "security",
    }
)  # fmt: skip


_TRANSLATION = regex(r"\..*|[-_][a-z]{2,3}(?:[-_][a-z]{2,4})?\Z")
"""What follows the name of a README in another language: ``README_JA``, ``README.zh-CN``."""
_TAGS = (b"{%", b"{{", b"{#")
"""What a template begins with, and no front matter in JSON does."""
_FENCES = (b"---", b"+++", b"{")
_COMMENTED = regex(rb"<!--\s*(?:---|\+\+\+)")


def is_about_repository(root: Path, relative: PurePosixPath) -> bool:
    """Tell whether *relative* is a README or its like at the *root*, without front matter."""
    name = _TRANSLATION.sub("", relative.stem.lower())
    if len(relative.parts) != 1 or name not in _ABOUT_REPOSITORY:
        return False
    return not has_fence(root / relative)


def _is_half(root: Path, path: str) -> bool:
    """Tell whether a program puts text between the file at *path* and another: ``a-prefix.md``."""
    match = _HALF.fullmatch(path)
    if match is None:
        return False
    return (root / f"{match[1]}{_OTHER_HALF[match[2].lower()]}{match[3]}").is_file()


def has_fence(path: Path) -> bool:
    """Tell whether the file at *path* may begin with front matter, or cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(40).removeprefix(b"\xef\xbb\xbf")
            is_fence = data.startswith(_FENCES) and not data.startswith(_TAGS)
            return is_fence or _COMMENTED.match(data) is not None
    except OSError:
        return True


GENERIC_SITE = Site(None, GENERIC)
"""A site of which nothing is known."""


@lru_cache(maxsize=64)
def _absolute(path: PurePath, working: str) -> Path:
    return Path(os.path.normpath(os.path.join(working, path)))  # noqa: PTH118 - as it stands


@lru_cache(maxsize=1024)
def _relative(path: PurePath, root: str | None, working: str) -> PurePosixPath:
    """Return *path*, seen from the folder *working*, relative to *root*; many rules ask."""
    if root is not None:
        text = os.path.normpath(os.path.join(working, path))  # noqa: PTH118 - as it stands
        if f"{text}{os.sep}" == root:
            return PurePosixPath()
        if text.startswith(root):
            return PurePosixPath(text[len(root) :].replace(os.sep, "/"))
    return PurePosixPath(path.as_posix())


def _matches(patterns: tuple[str, ...], path: str) -> bool:
    return path in _ignored(patterns)


@lru_cache(maxsize=64)
def _ignored(patterns: tuple[str, ...]) -> Ignored:
    return Ignored(patterns)
