"""Plants broken targets in the sample sites and sees which of them are found.

    python tests/oracles/planted_samples.py LIBRARIES [GENERATOR ...] [--seed 1]
                                            [--each 40] [--show 10] [--keep FOLDER]

LIBRARIES is what ``built_sites.py`` wants. Each sample site gets its article with the references
that resolve, and is then planted, built and compared as ``planted.py`` does it, twice, so that each
target is planted with two kinds of slips.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from planted import (  # type: ignore[import-not-found] # a script beside this one
    Result,
    arguments_of,
    try_site,
)
from planting import KINDS  # type: ignore[import-not-found] # likewise
from sample_builds import GENERATORS  # type: ignore[import-not-found] # likewise
from site_builds import BUILDS  # type: ignore[import-not-found] # likewise

from tests.sample_sites import RESOLVES, SITES, SampleSite


def main(arguments: argparse.Namespace) -> int:
    """Print what is found in each sample site; return how many claims are wrong."""
    os.environ["PATH"] = f"{arguments.libraries / 'py' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    os.environ |= {"CI": "1", "NO_UPDATE_NOTIFIER": "1", "ASTRO_TELEMETRY_DISABLED": "1"}
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as name:
        folder = (arguments.keep or Path(name)).resolve()
        arguments.keep = folder / "built"
        for sample in SITES:
            builder = sample.builder or sample.generator
            if builder not in (arguments.generators or BUILDS) or builder not in BUILDS:
                continue
            origin = folder / sample.name
            _write(sample, origin, arguments.libraries)
            for arguments.kinds in (KINDS[::2], KINDS[1::2]):  # so that each target gets two
                shutil.rmtree(arguments.keep / origin.name / "built", ignore_errors=True)
                try:
                    results.append(try_site(origin, arguments, builder))
                except SystemExit as stop:
                    print(f"{sample.name}: not built: {str(stop)[-600:]}")
                sys.stdout.flush()
    broken, found, claims, wrong = (sum(column) for column in zip(*results, strict=True))
    print(f"{len(results)} builds, {found} of {broken} found; {claims} claims, {wrong} wrong")
    return int(wrong)


def _write(sample: SampleSite, root: Path, libraries: Path) -> None:
    generator = GENERATORS[sample.builder or sample.generator]
    for path, text in generator.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    there = [markup for markup, rule in sample.references.items() if rule == RESOLVES]
    sample.write(root, "\n\n".join(there))
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    modules = root / "node_modules"
    if generator.modules and not modules.exists():
        modules.mkdir()
        for module in (libraries / generator.modules / "node_modules").iterdir():
            if module.name != ".cache":  # of another site
                (modules / module.name).symlink_to(module)


if __name__ == "__main__":
    command = arguments_of(argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]))
    command.add_argument("libraries", type=lambda name: Path(name).absolute())
    command.add_argument("generators", nargs="*", metavar="GENERATOR")
    command.set_defaults(most=40, shortest=3, within="")
    sys.exit(bool(main(command.parse_args())))
