"""The modules that an article of MDX or of Vue imports, and whether they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx import read
from articlelint.templates.jsx.imports import Import, imports
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.protected import fences
from articlelint.templates.words import shown
from articlelint.text.files import is_file, is_folder
from articlelint.text.near import nearest
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlelint.article.document import Document
    from articlelint.templates.jsx import Compiler

_IMAGE: Final = regex(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)(?:\?|\Z)", 2)  # IGNORECASE
"""What the rules about images look for."""
_SCRIPT: Final = regex(r"^<script\b[^<>]*>((?:[^<]|<(?!/script))*+)", 10)  # MULTILINE, IGNORECASE
_DATA: Final = frozenset({".csv", ".json", ".json5", ".toml", ".yaml", ".yml"})
_PLAIN: Final = regex(r"[^!?#:\\]+")


def missing_modules(article: Document, compiler: Compiler) -> Iterator[TemplateProblem]:
    """Yield the modules that are nowhere; those of packages are not looked for.

    Where their folder is not there either, something may make it before the build.
    """
    text = article.body.of(article.text)
    found = imports(text, read(text, compiler).modules)
    yield from _missing(article, (each for each in found if not _IMAGE.search(each.target)))


def modules_of_scripts(article: Document) -> Iterator[TemplateProblem]:
    """Yield the modules that are nowhere of those that the scripts of Vue's Markdown import."""
    text = article.body.of(article.text)
    if "<script" not in text:
        return
    code = fences(text, to_end=True)
    scripts = (
        match.span(1)
        for match in _SCRIPT.finditer(text)
        if not any(start <= match.start() < end for start, end in code)
    )
    yield from _missing(article, imports(text, scripts))


def _missing(article: Document, found: Iterable[Import]) -> Iterator[TemplateProblem]:
    site = article.site
    root = site.root
    for target, start, end in found:
        bare = target.partition("?")[0]
        if root is None or not _PLAIN.fullmatch(bare):
            continue
        files = site.generator.module_candidates(bare, article.site_path, site.settings, root)
        if not files or not is_folder(files[0].parent) or any(map(is_file, files)):
            continue
        if files[0].suffix in _DATA and site.is_read_by_layouts(files[0].stem):
            continue  # a program of the site writes it
        yield TemplateProblem(
            ProblemKind.MISSING_IMPORT,
            Span(start, end),
            f"There is no `{shown(target)}` to import",
            hint=_hint(bare, files[0]),
        )


def _hint(target: str, file: Path) -> str | None:
    names = [each.name for each in file.parent.iterdir() if not each.name.startswith(".")]
    near = nearest(file.name, sorted(names), likeness=0.7)
    return f"Did you mean `{target.rpartition('/')[0]}/{near}`?" if near else None
