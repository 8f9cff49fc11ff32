"""``python -m articlelint.language our_rules/zh.po``: brings catalogues up to date.

The texts of a catalogue are those of the Python files in its folder. What its header calls
``X-Left-Out``, globs of files, is not looked at.
"""

from __future__ import annotations

import sys
from pathlib import Path

from articlelint.language.extract import refreshed
from articlelint.language.po import read, write


def main(arguments: list[str]) -> int:
    """Bring the catalogues at the paths that are *arguments* up to date; say what is left."""
    for argument in arguments:
        path = Path(argument)
        catalogue = refreshed(read(path), path.parent)
        write(catalogue, path)
        left = [entry.text for entry in catalogue.entries if not entry.translation]
        sys.stdout.write(f"{path}: {len(catalogue.entries)} texts, {len(left)} not translated\n")
        sys.stdout.writelines(f"  {text}\n" for text in left)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
