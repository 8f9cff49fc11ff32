"""Files beside several sites of one repository, and what lies beyond it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from articlelint.generators import by_name


def places(root: Path, url: str) -> list[Path]:
    docusaurus = by_name("docusaurus")
    page = PurePosixPath("docs/a.md")
    found = docusaurus.raw_asset_candidates(url, page, docusaurus.settings(root), root)
    return [each for each in found if each.is_file()]


def test_a_site_in_a_repository_has_the_files_beside_it(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shared = tmp_path / "static" / "kite.png"
    for folder in (root, shared.parent):
        folder.mkdir()
    shared.touch()
    (tmp_path / "secret.png").touch()
    assert places(root, "/kite.png") == [shared]
    assert places(root, "/../secret.png") == []
    (root / ".git").mkdir()  # what is beside it is somebody else's
    assert places(root, "/kite.png") == []
