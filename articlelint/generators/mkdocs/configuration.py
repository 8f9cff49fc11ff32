"""``mkdocs.yml`` with what it inherits, and the Markdown that it configures."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.mkdocs import zensical
from articlelint.generators.reading import Reader, folder, mapping, text, texts
from articlelint.generators.tree import tree
from articlelint.markdown.python_markdown import PythonMarkdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path, PurePosixPath

    from articlelint.markdown.dialect import Dialect

CONFIGURATIONS: Final = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
"""Those that are looked for, by ProperDocs too."""
BUILT_IN: Final = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs always has: ``mkdocs/config/defaults.py``."""
_DEEPEST: Final = 10
_OF_SITE: Final = frozenset({"theme", "site_url", "markdown_extensions", "mdx_configs", "INHERIT"})
"""Keys without which a configuration is hardly one of a whole site."""
_SHARED: Final = ("plugins", "markdown_extensions", "mdx_configs", "extra", "use_directory_urls")
HARMLESS: Final = frozenset(
    {
        *("search", "offline", "privacy", "social", "tags", "blog", "info", "meta", "group"),
        *("optimize", "projects", "typeset", "minify", "redirects", "rss", "awesome-pages"),
        *("awesome-nav", "literate-nav", "section-index", "glightbox", "git-authors"),
        *("git-committers", "git-revision-date", "git-revision-date-localized", "exclude"),
        *("exclude-search", "htmlproofer", "linkcheck", "with-pdf", "print-site", "pdf-export"),
        *("sitemap", "open-in-new-tab", "same-dir", "badges", "mike", "i18n", "static-i18n"),
        *("git-latest-changes", "document-dates", "robotstxt", "swagger-ui-tag", "toggle-sidebar"),
        *("gen-files", "monorepo", "multirepo", "mermaid2", "kroki", "encryptcontent"),
    }
)
"""Plugins that leave the Markdown of a page as it is written."""
# Plugins that may define labels elsewhere; what macros are written in is known.
_DEFINING: Final = frozenset({"autorefs", "macros", "mkdocstrings"})


def is_other(name: str) -> bool:
    """Tell whether a file may be one of several configurations: ``mkdocs-online.yml``."""
    return name.startswith(("mkdocs-", "mkdocs.", "mkdocs_")) and name.endswith((".yml", ".yaml"))


def configuration_at(reader: Reader) -> str | None:
    """Return the name of the configuration; of several that of what is published.

    That is what no other inherits from, with ``site_url``.
    """
    names = (*zensical.FILES, *CONFIGURATIONS)  # Zensical reads MkDocs' where it has none
    name = next((name for name in names if (reader.root / name).exists()), None)
    if name is not None:
        return name
    found = {each: reader.yaml(each) for each in sorted(_others(reader.root))}
    parents = {text(config.get("INHERIT")) for config in found.values()}
    own = [each for each in found if each not in parents]
    return min(own, key=lambda each: "site_url" not in found[each], default=None)


def _others(root: Path) -> Iterator[str]:
    return (path.name for path in root.glob("mkdocs[-._]*.y*ml") if is_other(path.name))


def read_configuration(reader: Reader) -> dict[str, Any]:
    """Return ``mkdocs.yml`` over the files that it inherits from."""
    name = configuration_at(reader)
    found: dict[str, Any] = {}
    for _ in range(_DEEPEST):
        if name is None:
            break
        config = zensical.read(reader, name) if name in zensical.FILES else reader.yaml(name)
        found = _merged(config, found)
        name = _parent(reader, name, config)
    return {**found, **_of_site_around(reader.root)} if _OF_SITE.isdisjoint(found) else found


def _parent(reader: Reader, name: str, config: Mapping[str, Any]) -> str | None:
    """Return the file that the configuration *name* inherits from.

    Where a program makes that file, the one beside it that it is made from, if there is one.
    """
    parent = text(config.get("INHERIT"))
    if not parent:
        return None
    found = f"{name.rpartition('/')[0]}/{parent}".lstrip("/")
    if (reader.root / found).exists():
        return found
    others = [each for each in _others(reader.root) if each != name]
    return others[0] if len(others) == 1 and "INHERIT" not in reader.yaml(others[0]) else None


def _lacks_parent(reader: Reader, config: Mapping[str, Any]) -> bool:
    """Tell whether the configuration inherits from a file that is not there."""
    name = configuration_at(reader)
    return name is not None and "INHERIT" in config and _parent(reader, name, config) is None


def is_part(root: Path) -> bool:
    """Tell whether the site at *root* goes into another one of its repository: monorepo."""
    return bool(_OF_SITE.isdisjoint(_own(root)) and _of_site_around(root))


@lru_cache(maxsize=64)
def _own(root: Path) -> frozenset[str]:
    reader = Reader(root)
    return frozenset(reader.yaml(configuration_at(reader) or "mkdocs.yml"))


@lru_cache(maxsize=64)
def _of_site_around(root: Path) -> dict[str, Any]:
    """Return what the site that takes this one in says of Markdown; nothing where none does.

    mkdocs-monorepo-plugin, which builds all parts with the outer configuration.
    """
    repository = next((each for each in root.parents if (each / ".git").exists()), None)
    if repository is None or (root / ".git").exists():
        return {}
    for name in tree(repository) or ():
        *folders, last = name.split("/")
        place = repository.joinpath(*folders)
        if last not in CONFIGURATIONS or place == root:
            continue
        reader = Reader(place)
        config = reader.yaml(last)
        if "monorepo" in plugins(config):
            return {key: config[key] for key in _SHARED if key in config}
    return {}


def other_folders(reader: Reader) -> list[PurePosixPath]:
    """Return ``docs_dir`` of the configurations beside it, such as ``mkdocs.blog.yml``."""
    own = folder(read_configuration(reader).get("docs_dir"), "docs")
    named = (
        text(reader.yaml(path.name).get("docs_dir"))
        for path in sorted(reader.root.glob("mkdocs[-._]*.y*ml"))
    )
    found = {folder(name, "docs"): None for name in named if name}
    return [each for each in found if each != own]


def unread(config: Mapping[str, Any], docs: PurePosixPath) -> Iterator[str]:
    """Yield the patterns of what no page is made of: ``exclude_docs``, the plugin ``exclude``.

    Parts of pages are left out by them; ``draft_docs`` are not.
    """
    globs = texts(mapping(plugins(config).get("exclude")).get("glob"))
    return _below(docs, (*_lines(config.get("exclude_docs")), *globs))


def drafts(config: Mapping[str, Any], docs: PurePosixPath) -> Iterator[str]:
    """Yield the patterns of ``draft_docs``, of which only ``mkdocs serve`` makes pages."""
    return _below(docs, _lines(config.get("draft_docs")))


def _lines(written: object) -> list[str]:
    return written.splitlines() if isinstance(written, str) else []


def _below(docs: PurePosixPath, lines: Iterable[str]) -> Iterator[str]:
    """Yield the patterns on *lines*, which count from *docs*, as they count from the root."""
    for line in lines:
        pattern = line.strip()
        if pattern and not pattern.startswith(("#", "!")):
            anchored = pattern.startswith("/") or "/" in pattern.rstrip("/")
            yield f"/{docs}/{'' if anchored else '**/'}{pattern.lstrip('/')}"


def _merged(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Return *base* with *top* on it, mapping by mapping: ``mkdocs/utils/yaml.py``."""
    found = dict(base)
    for key, value in top.items():
        below = found.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            found[key] = _merged(below, value)
        else:
            found[key] = value
    return found


def markdown_extensions(config: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the extensions of Python-Markdown that a configuration names, with their options."""
    options = mapping(config.get("mdx_configs"))
    named = dict(_named(config.get("markdown_extensions")))
    return [
        (name, {**mapping(options.get(name)), **mapping(named.get(name))})
        for name in dict.fromkeys((*BUILT_IN, *named))
    ]


def _named(listed: object) -> Iterator[tuple[str, object]]:
    """Yield names and options of a list, whose items may be mappings, or of a mapping."""
    if isinstance(listed, dict):
        yield from mapping(listed).items()
    elif isinstance(listed, list):
        for item in listed:
            if isinstance(item, str):
                yield item, None
            else:
                yield from mapping(item).items()


def dialect(reader: Reader, config: Mapping[str, Any]) -> Dialect:
    """Return how a site's Markdown is read."""
    if _lacks_parent(reader, config):
        from articlelint.generators.named_dialects import unknown

        return unknown()
    from articlelint.markdown.python_markdown.configuration import (
        features,
    )

    extensions = markdown_extensions(config)
    files = [next(filter(None, map(reader.text, places)), "") for places in _appended(extensions)]
    is_whole = all(files) and not any("--8<--" in file for file in files)
    read = features(extensions, others=_may_rewrite(config))
    return PythonMarkdown(
        replace(read, autodoc="mkdocstrings" in plugins(config)),
        "\n\n".join(filter(None, files)),
        defines_more=not is_whole or not _DEFINING.isdisjoint(plugins(config)),
    ).without_wiki_links()  # what a plugin may do is among the features


def _appended(extensions: Sequence[tuple[str, Mapping[str, Any]]]) -> list[list[str]]:
    """Return where each file may be that ``pymdownx.snippets`` puts to the end of every page."""
    for name, options in extensions:
        if name == "pymdownx.snippets":
            base = options.get("base_path", ".")
            folders = [base] if isinstance(base, str) else texts(base) or ["."]
            names = texts(options.get("auto_append"))
            return [[f"{folder.rstrip('/')}/{each}" for folder in folders] for each in names]
    return []


def _may_rewrite(config: Mapping[str, Any]) -> frozenset[str]:
    """Return the hooks and plugins that may make something else of the Markdown of a page."""
    return frozenset(
        {*texts(config.get("hooks")), *(plugins(config).keys() - HARMLESS - _DEFINING)}
    )


def plugins(config: Mapping[str, Any]) -> dict[str, object]:
    """Return the plugins by their names, without that of a package, and their options."""
    return {name.rpartition("/")[2]: options for name, options in _named(config.get("plugins"))}
