from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.server.noise import is_noise

FOLDERS = [Path("/home/.ann"), Path("/home/.ann/site")]


@pytest.mark.parametrize(
    "name",
    [
        ".git/index", "node_modules/hexo/index.js", "posts/.one.md.swp", "posts/one.md~",
        "posts/#one.md#", "posts/4913", ".articlelint_cache/x.db", "__pycache__/ours.pyc",
    ],
)  # fmt: skip
def test_what_tells_nothing(name: str) -> None:
    assert is_noise(FOLDERS[1] / name, FOLDERS)


@pytest.mark.parametrize("name", ["posts/one.md", ".gitignore", "_config.yml", "CNAME"])
def test_what_may_tell_something(name: str) -> None:
    assert not is_noise(FOLDERS[1] / name, FOLDERS)
    assert not is_noise(Path("/elsewhere") / name, FOLDERS)


def test_a_configuration_whose_name_begins_with_a_dot() -> None:
    assert not is_noise(FOLDERS[1] / ".articlelint.toml", FOLDERS)
