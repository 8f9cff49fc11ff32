"""The structure that no contract of import-linter holds: circles, and names of generators."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import grimp
import pytest

from articlelint.generators import GENERATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
NAMED = {
    "articlelint/templates": "a template language is called after the generator that has it",
    "articlelint/destinations/heading_ids": "so is a way to make ids of headings",
    "articlelint/destinations/id_numbers.py": "and so is a way to number them",
    "articlelint/markdown/myst.py": "a dialect is called after the program that has it",
    "articlelint/markdown/obsidian.py": "and so is this one",
    "rules/articlelint_rules/markdown/unread_embed.py": "a vault may be no part of the site",
    "articlelint/front_matter/reader.py": "so is a notation of front matter",
    "articlelint/schema/well_known.py": "what themes of one read is no slip in another",
    "articlelint/config/declared.py": "an example of a setting",
    "articlelint/cli/first_config.py": "an example of a setting",
    "rules/articlelint_rules/front_matter/placeholder_title.py": "texts that generators begin with",
}
"""Where names of generators stand rightly, and why."""

PARENT_AND_CHILD = ("articlelint.html.tree.document", "articlelint.html.tree.nodes")
"""A document makes its elements, and each knows its document."""


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("articlelint", "articlelint_rules", cache_dir=None)


def test_no_module_imports_itself_by_way_of_others(graph: grimp.ImportGraph) -> None:
    graph.remove_import(importer=PARENT_AND_CHILD[1], imported=PARENT_AND_CHILD[0])
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' imports '.join(reversed(error.args[1]))}")


def words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each word of the names and texts in *tree* with its line, docstrings left out."""
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        said: list[str] = []
        match node:
            case ast.Constant(value=str() as value) if node not in documentation:
                said = [value]
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                said = [name]
            case ast.keyword(arg=str() as name) | ast.alias(name=name):
                said = [name]
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                said = [name]
            case ast.ImportFrom(module=str() as module):
                said = [module]
        for text in said:
            for word in {*re.findall(r"[A-Z]?[a-z]+|[A-Z]+", text), *re.findall("[A-Za-z]+", text)}:
                yield getattr(node, "lineno", 0), word.lower()


def test_only_the_generators_rooms_name_a_generator() -> None:
    names = set(GENERATORS)
    found: dict[str, list[str]] = {}
    for folder in ("articlelint", "rules"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            place = path.relative_to(ROOT)
            if place.is_relative_to("articlelint/generators"):
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            reason = next((each for each in NAMED if place.is_relative_to(each)), None)
            for line, word in words(tree):
                if word in names:
                    found.setdefault(reason or "", []).append(f"{place}:{line}: {word}")
    assert found.pop("", []) == []
    assert found.keys() == NAMED.keys(), "an exception that nothing needs any more"
