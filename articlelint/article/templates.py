"""What the template engine has against an article: its body, and the layout that it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from articlelint.front_matter.model import Scalar
from articlelint.templates.language import language_of, may_have_tokens
from articlelint.templates.model import TemplateSyntax
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.words import shown
from articlelint.text.files import is_file, is_folder
from articlelint.text.near import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from articlelint.article.document import Document
    from articlelint.templates.token import Token


def problems(article: Document) -> Iterator[TemplateProblem]:
    """Yield the problems of *article*, in no order."""
    start = article.body.start
    yield from _in_tokens(article)
    for problem in _in_jsx(article):
        yield problem.shifted(start)
    yield from _layout(article)


def _in_tokens(article: Document) -> Iterator[TemplateProblem]:
    if not may_have_tokens(article.text, article.template_syntax):
        return
    language = language_of(article.template_syntax)
    site = article.site
    if language is None or (site.generator.only_content_is_run and not article.is_content):
        return
    if language.takes_front_matter:
        start, text = 0, article.text
        tokens: Sequence[Token] = language.tokens(text) if language.may_stand_in(text) else ()
    else:
        start, text = article.body.start, article.body.of(article.text)
        tokens = article.template_tokens
    if not tokens:
        return
    front_matter = article.front_matter
    keys = front_matter.data if front_matter is not None else ()
    names = site.template_names.within(keys, _folder(article))
    if names.front_matter and front_matter is not None and front_matter.root is None:
        names = replace(names, variables=None)  # a script perhaps, which nobody runs here
    for problem in language.problems(text, tokens, names):
        yield problem.shifted(start)


def _folder(article: Document) -> Path | None:
    """Return the folder that the article lies in; None where that is not on disk."""
    root, relative = article.site.root, article.site_path
    if root is None or relative.is_absolute():
        return None
    folder = root / relative.parent
    return folder if is_folder(folder) else None


def _in_jsx(article: Document) -> Iterable[TemplateProblem]:
    compiler = article.compiler
    if compiler is None and article.template_syntax is not TemplateSyntax.VUE:
        return ()
    from articlelint.article.modules import missing_modules, modules_of_scripts

    if compiler is None:
        return modules_of_scripts(article)
    from articlelint.markdown.jsx_problems import problems as jsx_problems

    text, site = article.body.of(article.text), article.site
    known = lambda: site.template_names.tags  # noqa: E731 - the site is looked through if need be
    return (
        *jsx_problems(text, article.dialect, compiler, known),
        *missing_modules(article, compiler),
    )


def _layout(article: Document) -> Iterator[TemplateProblem]:
    generator, front_matter = article.site.generator, article.front_matter
    field = front_matter.get(generator.layout_key) if front_matter is not None else None
    if field is None or not isinstance(field.content, Scalar) or not isinstance(field.value, str):
        return
    name, site = field.value, article.site
    layouts = site.template_names.layouts
    if not name.strip() or (name in layouts if layouts is not None else _is_there(article, name)):
        return
    near = nearest(name, sorted(layouts or ()), likeness=0.6)
    stops = generator.stops_without_layout
    yield TemplateProblem(
        ProblemKind.MISSING_LAYOUT,
        field.value_span,
        f"There is no layout `{shown(name)}`" + ("" if stops else ", so the page has none"),
        hint=f"Did you mean `{near}`?" if near else None,
        stops=stops,
    )


def _is_there(article: Document, layout: str) -> bool:
    """Tell whether a layout is a file that is there, or may be."""
    site = article.site
    if site.root is None:
        return True
    path = article.site_path
    files = site.generator.layout_candidates(layout, path, site.settings, site.root)
    return not files or not is_folder(files[0].parent) or any(map(is_file, files))
