"""The configuration that docs/editors.md gives for Emacs, in a real one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__, "../../../docs/editors.md").resolve()


EMACS = shutil.which("emacs")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(EMACS is None, reason="Emacs is not installed"),
]

ARTICLE = "---\ntitle: Kites\ndate: 2024-05-01 10:00:00\n---\n\nA [link] (https://example.org/).\n"
"""A link that is shown as text, whose fix is safe."""
FIXED = ARTICLE.replace("] (", "](")

# Opens the article, waits for a finding, does what the test wants, and says what became of it.
DRIVER = """
(defun wait-until (test)
  (let ((tries 400))
    (while (and (> tries 0) (not (funcall test)))
      (setq tries (1- tries))
      (accept-process-output nil 0.05))
    (funcall test)))
(find-file "source/_posts/a.md")
(run-hooks 'post-command-hook)
(wait-until #'eglot-managed-p)
(flymake-start)
(wait-until #'flymake-diagnostics)
(let ((codes (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
  (re-search-forward "link")
  ACTION
  (wait-until (lambda () (null (flymake-diagnostics))))
  (let ((answer (list :messages (vconcat codes)
                      :gone (if (flymake-diagnostics) :json-false t)
                      :text (buffer-string))))
    (with-temp-file (getenv "ANSWER") (insert (json-encode answer)))))
(set-buffer-modified-p nil)
(kill-emacs)
"""
# Return is pressed: it chooses what is preferred, and a mouse would have got a menu. Emacs says
# what was changed when it is idle, and a batch never is.
QUICK_FIX = """
(setq last-nonmenu-event ?.)
(cl-letf (((symbol-function 'completing-read)
           (lambda (_prompt _table _test _must _first _history default &rest _) default)))
  (call-interactively #'eglot-code-actions))
(eglot--signal-textDocument/didChange)
"""


def configuration() -> str:
    """Return what the page has for Emacs, fixes on save included."""
    section = PAGE.read_text(encoding="utf-8").partition("## Emacs")[2].partition("\n## ")[0]
    return "\n".join(re.findall(r"(?ms)^```elisp\n(.*?)^```$", section))


@pytest.mark.parametrize(
    "action",
    [
        pytest.param(QUICK_FIX, id="quick fix"),
        pytest.param('(insert "s") (delete-char -1) (save-buffer)', id="fix on save"),
    ],
)
def test_a_finding_arrives_and_is_fixed(action: str, tmp_path: Path) -> None:
    assert EMACS is not None
    needed = (
        "(progn (require 'package) (package-initialize) (require 'eglot) (require 'markdown-mode))"
    )
    if subprocess.run([EMACS, "--batch", "--eval", needed], check=False).returncode:
        pytest.skip("Emacs has no Eglot, or no markdown-mode")
    (tmp_path / ".git").mkdir()
    article = tmp_path / "source" / "_posts" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "_config.yml").write_text("theme: landscape\n", encoding="utf-8")
    start = "(require 'package)\n(package-initialize)\n(require 'markdown-mode)\n"
    (tmp_path / "init.el").write_text(start + configuration(), encoding="utf-8")
    (tmp_path / "driver.el").write_text(DRIVER.replace("ACTION", action), encoding="utf-8")
    answers = tmp_path / "answer.json"
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [EMACS, "--batch", "--load", "init.el", "--load", "driver.el"],
        cwd=tmp_path,
        env=os.environ | {"PATH": programs, "HOME": str(tmp_path), "ANSWER": str(answers)},
        check=True,
        timeout=120,
    )
    answer = json.loads(answers.read_text(encoding="utf-8"))
    (message,) = answer["messages"]
    assert "This is shown as text, not as a link" in message
    assert answer["gone"] is True
    assert answer["text"] == FIXED
