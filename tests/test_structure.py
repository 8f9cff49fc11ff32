"""The structure that no contract of import-linter holds: circles, and names of generators."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

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
