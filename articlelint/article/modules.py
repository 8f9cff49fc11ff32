"""The modules that an article of MDX imports, and whether they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx import read
from articlelint.templates.jsx.imports import imports
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.words import shown
from articlelint.text.near import nearest
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.article.document import Document
    from articlelint.templates.jsx import Compiler

_IMAGE: Final = regex(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)\Z", 2)  # IGNORECASE
"""What the rules about images look for."""
_PLAIN: Final = regex(r"[^!?#:\\]+")


def missing_modules(article: Document, compiler: Compiler) -> Iterator[TemplateProblem]:
    """Yield the modules that are nowhere; those of packages are not looked for.

    Where their folder is not there either, something may make it before the build.
    """
    text, site = article.body.of(article.text), article.site
    if site.root is None:
        return
    reading = read(text, compiler)
    for target, start, end in imports(text, reading.modules):
        bare = target.partition("?")[0]
        if _IMAGE.search(bare) or not _PLAIN.fullmatch(bare):
            continue
        files = site.generator.module_candidates(
            bare, site.relative(article.path), site.settings, site.root
        )
        if not files or not files[0].parent.is_dir() or any(file.is_file() for file in files):
            continue
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
