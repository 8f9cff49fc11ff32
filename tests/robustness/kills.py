"""``--fix`` killed again and again over a folder: each file is old or new, and nothing is left.

``python -m tests.robustness.kills [--times 500]``
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
from pathlib import Path

from tests.robustness.program import BAD, FIXED, fill, leftovers, run
from tests.robustness.test_runs import kill


def main() -> int:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--latest", type=float, default=1.2, help="seconds till the latest kill")
    given = parser.parse_args()
    pick = random.Random(0)
    struck = left = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(given.times):
            if number % 5 == 0:
                fill(folder, 60)
            jobs = ["--jobs", pick.choice("12")]
            code = kill(folder, signal.SIGKILL, pick.uniform(0.1, given.latest), jobs)
            struck += code == -signal.SIGKILL
            left += len(leftovers(folder))
        run("--fix", cwd=folder)
        texts = {path.read_bytes() for path in folder.glob("*.md")}
        assert texts == {FIXED.encode()}, texts - {BAD.encode()}
        assert not leftovers(folder)
    print(f"{struck} of {given.times} runs killed, {left} temporary files met, no file torn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
