"""Agent Skills, which are no site: https://agentskills.io/specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.generator import Generator
from articlelint.generators.paths import resolve, within
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePath

    from articlelint.generators.settings import Settings

_SKILL = "SKILL.md"
_WRITTEN = frozenset({"logs", "output", "outputs", "tmp"})
"""Folders for what scripts of a skill leave behind."""


class AgentSkills(Generator):
    """A skill is a folder with a ``SKILL.md``, which agents read, and the files that it names."""

    name = "agent-skills"
    title = "Agent Skills"
    gives_way = True  # a site may have a page of that name
    markers = frozenset({_SKILL})
    pages_have_front_matter = False
    shows_title = False
    publishes_drafts = True
    has_content_folder = False
    dialect = CommonMark(GFM_OPTIONS | FOOTNOTES)
    title_keys = ("name",)
    tag_keys = ()

    def recognises(self, root: Path) -> bool:
        """Look for a ``SKILL.md``."""
        return (root / _SKILL).is_file()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of the skill; its other files have none in particular."""
        from articlelint.generators.agent_skills import schema as skills

        return skills.Skill if path.name == _SKILL else skills.Other

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether a skill has written there what it found, which nobody wrote by hand."""
        return not _WRITTEN.isdisjoint(path.parts[:-1])

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: nothing is put together."""
        return False

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the file: "File references" are relative to the skill's folder."""
        relative = within(root, article) if root is not None else None
        if root is None or relative is None or url_path.startswith("/"):
            return ()
        return (resolve((root / relative).parent, url_path), resolve(root, url_path))
