"""``--fix`` stopped again and again over a folder: each file is old or new, and nothing is left.

``python -m tests.robustness.kills [--times 500] [--signal INT]``

What is interrupted or terminated leaves no temporary file, and ends with the code that says so.
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
    parser.add_argument("--earliest", type=float, default=0.1, help="seconds till the signal")
    parser.add_argument("--latest", type=float, default=1.2)
    parser.add_argument("--signal", choices=("KILL", "INT", "TERM"), default="KILL")
    given = parser.parse_args()
    number = signal.Signals[f"SIG{given.signal}"]
    stopped = -number if number == signal.SIGKILL else 128 + number
    pick = random.Random(0)
    struck = left = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for time in range(given.times):
            if time % 5 == 0:
                fill(folder, 60)
            jobs = ["--jobs", pick.choice("12")]
            code = kill(folder, number, pick.uniform(given.earliest, given.latest), jobs)
            # A shell says the same of a program that a signal ends before it is up.
            assert code in {stopped, -number, 0}, code
            struck += code != 0
            left += len(leftovers(folder))
        assert not left or number == signal.SIGKILL
        run("--fix", cwd=folder)
        texts = {path.read_bytes() for path in folder.glob("*.md")}
        assert texts == {FIXED.encode()}, texts - {BAD.encode()}
        assert not leftovers(folder)
    print(f"{struck} of {given.times} runs stopped, {left} temporary files met, no file torn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
