"""The structure that no contract of import-linter holds: circles, and names of generators."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from articlelint.generators import GENERATORS

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "articlelint" / "templates"
"""Some template languages are called after the only generator that has them."""

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


def test_only_the_generators_rooms_name_a_generator() -> None:
    names = {name for each in GENERATORS for name in (each.name, each.title)}
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for folder in ("articlelint", "rules")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (ROOT / "articlelint" / "generators") not in path.parents
        and TEMPLATES not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in names
    ]
    assert found == []
