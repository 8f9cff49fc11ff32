"""The configuration that docs/editors.md gives for Neovim, in a real one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NEOVIM = shutil.which("nvim")
PAGE = Path(__file__, "../../../docs/editors.md").resolve()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed"),
]

ARTICLE = "---\ntitle: Kites\ndate: 2024-05-01 10:00:00\n---\n\nA [link] (https://example.org/).\n"
"""A link that is shown as text, whose fix is safe."""
FIXED = ARTICLE.replace("] (", "](")

# Opens the article, waits for a finding, does what the test wants, and says what became of it.
DRIVER = """
vim.cmd("edit source/_posts/a.md")
local function findings() return vim.diagnostic.get(0) end
local seen = vim.wait(20000, function() return #findings() > 0 end, 20)
local codes = {}
for _, finding in ipairs(findings()) do
  table.insert(codes, finding.code)
end
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.api.nvim_win_set_cursor(0, { 6, 4 })
ACTION
local gone = vim.wait(20000, function() return #findings() == 0 end, 20)
local lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
local answer = { seen = seen, codes = codes, gone = gone, text = table.concat(lines, "\\n") }
vim.fn.writefile({ vim.fn.json_encode(answer) }, "answer.json")
vim.cmd("quitall!")
"""


def configuration() -> str:
    """Return what the page has for the Neovim that is installed, fixes on save included."""
    assert NEOVIM is not None
    version = subprocess.run([NEOVIM, "--version"], capture_output=True, text=True, check=True)
    numbers = re.search(r"v(\d+)\.(\d+)", version.stdout)
    assert numbers is not None
    section = PAGE.read_text(encoding="utf-8").partition("## Neovim")[2].partition("\n## ")[0]
    new, old = section.split("Neovim 0.7 to 0.10")
    part = new if (int(numbers[1]), int(numbers[2])) >= (0, 11) else old
    return "\n".join(re.findall(r"(?ms)^```lua\n(.*?)^```$", part))


@pytest.mark.parametrize(
    "action",
    [
        pytest.param("vim.lsp.buf.code_action()", id="quick fix"),
        pytest.param('vim.cmd("write")', id="fix on save"),
    ],
)
def test_a_finding_arrives_and_is_fixed(action: str, tmp_path: Path) -> None:
    assert NEOVIM is not None
    (tmp_path / ".git").mkdir()
    article = tmp_path / "source" / "_posts" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "_config.yml").write_text("theme: landscape\n", encoding="utf-8")
    (tmp_path / "init.lua").write_text(configuration(), encoding="utf-8")
    (tmp_path / "driver.lua").write_text(DRIVER.replace("ACTION", action), encoding="utf-8")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    homes = {f"XDG_{name}_HOME": str(tmp_path / "home") for name in ("STATE", "DATA", "CACHE")}
    subprocess.run(
        [NEOVIM, "--headless", "-i", "NONE", "-u", "init.lua", "-c", "luafile driver.lua"],
        cwd=tmp_path,
        env=os.environ | homes | {"PATH": programs},
        timeout=120,
        check=True,
    )
    answer = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    assert answer == {
        "seen": True,
        "codes": ["markdown/unread-link"],
        "gone": True,
        "text": FIXED.rstrip("\n"),
    }
