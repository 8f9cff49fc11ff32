"""``python -m articlelint``."""

from __future__ import annotations

import sys

from articlelint.cli import main

if __name__ == "__main__":
    sys.exit(main())
