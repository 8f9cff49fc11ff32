"""Sphinx with MyST-Parser: https://myst-parser.readthedocs.io/."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.paths import resolve, rooted, unique, within
from articlelint.generators.reading import Reader, folder, python_literal, text, texts
from articlelint.generators.settings import Settings
from articlelint.markdown.myst import Myst
from articlelint.markdown.options import FOOTNOTES, STRIKETHROUGH, TABLES
from articlelint.templates import TemplateSyntax
from articlelint.text.files import exists, is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path, PurePath

SOURCES = frozenset({".md", ".markdown", ".rst", ".ipynb"})
_CONFIGURATION = "conf.py"
_READS_MARKDOWN = regex(r"\bmyst[_-](?:parser|nb)\b")
NEVER = ("_build", "_templates", "**.ipynb_checkpoints", ".tox", ".nox", ".venv")
"""What Sphinx' and Jupyter Book's templates of a configuration leave out."""


class Sphinx(Generator):
    """Sphinx publishes every source below ``conf.py``; Markdown is MyST's."""

    name = "sphinx"
    title = "Sphinx"
    preview_ports = frozenset({"8000"})
    markers = frozenset({_CONFIGURATION})
    equal_keys = "the front matter cannot be read"
    pages_have_front_matter = False
    shows_title = False  # the page begins with its own heading
    bundles_images = True
    shares_anchors = True
    fills_empty_links = True
    image_tags = frozenset({"image", "figure"})
    front_matter_images_are_resolved = True
    dialect = Myst(TABLES | FOOTNOTES)
    tag_keys = ("tags", "category")

    def recognises(self, root: Path) -> bool:
        """Look for a ``conf.py`` that names MyST-Parser or MyST-NB."""
        return bool(_READS_MARKDOWN.search(Reader(root).text(_CONFIGURATION)))

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``conf.py``: Sphinx, "Configuration"."""
        reader = Reader(root)
        config = reader.text(_CONFIGURATION)
        excluded = texts(python_literal(config, "exclude_patterns"))
        extensions = texts(python_literal(config, "myst_enable_extensions"))
        static = [
            folder(each, ".")
            for key in ("html_static_path", "html_extra_path")
            for each in texts(python_literal(config, key))
        ]
        return reader.with_problems(
            made(
                excluded,
                text(python_literal(config, "language")),
                # Extensions may be added to a list that is no literal.
                substitutes="substitution" in (extensions or config),
                strikes="strikethrough" in extensions,
                static=tuple(static),
            )
        )

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> TemplateSyntax:
        """Return that substitutions may stand in a page that defines some, too."""
        usual = settings.template_syntax or TemplateSyntax.NONE
        defines = data is not None and ("substitutions" in data or "myst" in data)
        return TemplateSyntax.ANY if defines else usual

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.sphinx import schema as sphinx

        return sphinx.Page

    def is_template(self, path: PurePath) -> bool:
        """Tell that HTML is a template, or is copied."""
        return path.suffix.lower() in {".html", ".htm"}

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Resolve links to sources: from the page, or from the source folder.

        myst-parser, ``mdit_to_docutils/sphinx_.py``, render_link_path.
        """
        name = PurePosixPath(target)
        relative = within(root, article)
        if place in Myst.reference_roles:
            return () if relative is None else self._of_role(place, target, relative, root)
        if ":" in target or "\\" in target or place not in {"inline", "reference"}:
            return None
        if not name.suffix:
            return None if relative is None else self._named(target, relative, root)
        if name.suffix.lower() not in SOURCES:
            return None
        if relative is None:
            return ()
        if target.startswith("/"):
            return (resolve(root, target),)
        return (resolve((root / relative).parent, target),)

    def _named(self, target: str, article: PurePosixPath, root: Path) -> Sequence[Path] | None:
        """Resolve a link that names a document without its extension, or any other target.

        myst-parser, ``sphinx_ext/myst_refs.py``, resolve_myst_ref_any.
        """
        from articlelint.generators.sphinx import targets

        place = root if target.startswith("/") else (root / article).parent
        path = resolve(place, target.lstrip("/"))
        sources = [path.with_name(f"{path.name}{extension}") for extension in sorted(SOURCES)]
        found = next(filter(is_file, sources), None)
        if found is not None:
            return (found,)
        if (
            targets.is_target(target, root)
            or exists(path)
            or not path.name
            or self.may_be_named(target, root)
        ):
            return None
        return (path.with_name(f"{path.name}.md"),)

    def _of_role(
        self, role: str, target: str, article: PurePosixPath, root: Path
    ) -> Sequence[Path]:
        """Resolve what a role names: a document without its extension, or a target.

        Sphinx, "Cross-referencing arbitrary locations", "Cross-referencing documents".
        """
        from articlelint.generators.sphinx import targets

        place = root if target.startswith("/") else (root / article).parent
        path = resolve(place, target.lstrip("/"))
        missing = (path.with_name(f"{path.name}.md"),) if path.name else ()
        if role != "doc":
            known = target.lower() in targets.MADE or targets.is_target(target, root)
            known = known or self.may_be_named(target, root)
            return () if known or ":" in target else missing
        if ":" in target or not path.name or self.may_be_named("./", root):
            return ()
        documents = [path.with_name(f"{path.name}{each}") for each in targets.KINDS]
        return tuple(filter(is_file, documents)) or missing

    def may_be_named(self, name: str, root: Path) -> bool:
        """Look for other projects, for what documents a program, and for the word."""
        from articlelint.generators.sphinx import targets

        return targets.may_be_named(name, root)

    def shared_anchors(self, root: Path) -> Collection[str]:
        """Return the names of targets in all sources; those of other projects are not known."""
        from articlelint.generators.sphinx import targets

        return targets.targets(root)

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return two ways, of which letters and digits count: the own one is neither."""
        return IdStyle.GITHUB, IdStyle.KRAMDOWN

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, or in the source folder for ``/a.png``; it is copied.

        Sphinx, ``environment/collectors/asset.py``.
        """
        if root is None:
            return ()
        if url_path.startswith("/"):
            return (resolve(root, rooted(url_path)),)
        relative = within(root, article)
        if relative is None:
            return ()
        found = resolve((root / relative).parent, url_path)
        return () if not is_file(found) and _is_copied(found, root) else (found,)

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Tell nothing but of ``_static``: what raw HTML names is not copied."""
        relative = within(root, article) if root is not None else None
        if root is None or relative is None or "_static/" not in url_path:
            return ()
        name = url_path.partition("_static/")[2]
        return unique([resolve(root / place, name) for place in settings.static])


@lru_cache(maxsize=16)
def _copied(root: Path) -> frozenset[str]:
    """Return the words in quotes of a ``conf.py`` that copies files before it builds."""
    text = Reader(root).text("conf.py")
    return frozenset(_QUOTED.findall(text)) if _COPIES.search(text) else frozenset()


_COPIES = regex(r"\b(?:copy2?|copyfile|copytree|symlink|symlink_to|urlretrieve)\(")
_QUOTED = regex(r"""["']([\w./-]{1,100}?)/?["']""")


def _is_copied(path: Path, root: Path) -> bool:
    """Tell whether the configuration may put the file at *path* there: it names its folder."""
    names = _copied(root)
    if not names:
        return False
    relative = within(root, path)
    return relative is not None and any(
        name in names or str(place) in names for place in relative.parents if (name := place.name)
    )


def made(
    excluded: Iterable[str],
    language: str | None,
    *,
    substitutes: bool,
    strikes: bool,
    static: tuple[PurePosixPath, ...],
) -> Settings:
    """Return the settings of a site of Sphinx."""
    return Settings(
        static=static,
        unread=tuple(f"/{pattern.lstrip('/')}" for pattern in (*NEVER, *excluded) if pattern),
        language=language,
        dialect=Myst(TABLES | FOOTNOTES | (STRIKETHROUGH if strikes else 0)),
        template_syntax=TemplateSyntax.ANY if substitutes else None,
    )
