"""Names that are no variables anywhere."""

from __future__ import annotations

from typing import Final

ACTIONS: Final = frozenset(
    {"env", "github", "inputs", "job", "matrix", "needs", "runner", "secrets", "steps", "strategy"}
)
"""The contexts of GitHub's workflows, ``${{ secrets.TOKEN }}``."""
