"""Plants broken targets in copies of sites, builds them, and sees which of them are found.

    python tests/oracles/planted.py SITE ... [--within FOLDER] [--each 40] [--most 4]
                                    [--shortest 4] [--seed 1] [--show 10] [--keep FOLDER]

A SITE is the root of a site of one of ``BUILDS``, whose programs are on the path, or that of a
repository *within* which a folder is the site's root; packages of its ``node_modules`` are linked
into the copy. Of each kind of slip (``planting.KINDS``) at most so many are planted, each in a
target that leads somewhere on the built pages, and the copy is built by the generator. What of
them leads to nothing on the built pages should be found, by a claim at its place. Every claim,
about what was planted or not, is held against the built pages: it is
confirmed, wrong where what it speaks of leads somewhere on all of them, or unseen where it stands
on none. What leads out of the site is unseen too. An article whose text is on no built page is no
page of the site but a file of the repository, which its host shows: what it links to is there, or
no such file is in the copy.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from built_pages import ELSEWHERE, BuiltSite, Reference  # type: ignore[import-not-found] # a script beside this one
from planted_claims import (  # type: ignore[import-not-found] # likewise
    OF_FILES,
    Claim,
    claims,
    mark,
    mark_of,
    verdict,
    verdict_of_repository,
)
from planting import (  # type: ignore[import-not-found] # likewise
    KINDS,
    Plant,
    choose,
    plant,
    read,
    targets,
)
from site_builds import BUILDS, SiteBuild, prepare  # type: ignore[import-not-found] # likewise

from articlelint.recognition import find_site

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_STOPS: Final = 60


class Published(NamedTuple):
    """How a site is built, in which folder of the repository, and where it is published."""

    build: SiteBuild
    within: str
    host: str
    base: str


class Result(NamedTuple):
    """How many of a site's plants are broken on its pages and found, and the claims' count."""

    broken: int
    found: int
    claims: int
    wrong: int


def main(arguments: argparse.Namespace) -> int:
    """Print what is found, missed and wrong of each site; return how many claims are wrong."""
    return sum(try_site(site, arguments).wrong for site in arguments.sites)


def try_site(origin: Path, arguments: argparse.Namespace, builder: str = "") -> Result:
    """Plant, build and compare, with the *builder* of ``BUILDS`` or that of its generator."""
    site = find_site(origin / arguments.within / "x.md", origin)
    host = re.sub(r"^\w+:|/.*", "", (site.settings.base_url or "").replace("//", "", 1))
    build = BUILDS[builder or site.generator.name]
    with tempfile.TemporaryDirectory() as name:
        kept = arguments.keep
        folder = kept.absolute() / origin.name if kept else Path(name).resolve()
        within = arguments.within
        published = Published(build, within, host, site.settings.base_path)
        built = _built(origin, folder / "as-it-is", published, [])[0]
        print(f"{origin.name}: {len(built.pages)} pages, {len(built.references)} local targets")
        there = {
            piece for piece, seen in built.by_piece.items() if any(not one.problem for one in seen)
        }
        plants = choose(
            targets(origin / within, host, arguments.shortest, build.lists),
            arguments.kinds,
            arguments.each,
            arguments.most,
            arguments.seed,
            lambda one: one.piece in there,
        )
        copy = folder / "planted"
        shutil.rmtree(copy, ignore_errors=True)
        _copied(origin, copy, within)
        lying = plant(plants, origin, copy)
        as_it_is = claims(origin)
        claimed = claims(copy)
        unseen = [claim for claim in as_it_is if verdict(claim, built) == "unseen"]
        for path in {claim.path for claim in unseen}:  # to see whether a page is made of it
            mark(copy / path.relative_to(origin))
        stops: list[Plant] = []
        broken, stops = _built(copy, folder / "built", published, lying)
        missed, wrong = _compared(lying, stops, claimed, broken)
        of_repository = {
            claim: told
            for claim in unseen
            if claim.rule in OF_FILES and not broken.says(mark_of(claim.path))
            if (told := verdict_of_repository(claim, origin))
        }
        said = [(claim, of_repository.get(claim, verdict(claim, built))) for claim in as_it_is]
        wrong += [claim for claim, told in said if told.startswith("wrong")]
        verdicts = Counter((claim.rule, told) for claim, told in said)
        unseen = [claim for claim, told in said if told == "unseen"]
    print("  the site as it is:", ", ".join(f"{n} {r} {v}" for (r, v), n in verdicts.items()))
    for one in missed[: arguments.show]:
        print(f"  missed {one.kind}: {one.path.relative_to(copy)}: {one.piece} -> {one.slip}")
    for claim in unseen[: arguments.show]:
        print(f"  unseen {claim.rule}: {claim.path}:{claim.line}: {claim.target}")
    for claim in wrong[: arguments.show]:
        print(f"  wrong {claim.rule}: {claim.path}:{claim.line}: {claim.target}")
    really = sum(1 for one in lying if one in stops or _is_broken(one, broken))
    print(
        f"  together {really - len(missed)} of {really}; {len(claimed)} claims, {len(wrong)} wrong"
    )
    return Result(really, really - len(missed), len(claimed), len(wrong))


def _compared(
    lying: Sequence[Plant],
    stops: Sequence[Plant],
    claimed: Sequence[Claim],
    built: BuiltSite,
) -> tuple[list[Plant], list[Claim]]:
    """Print what was found of each kind; return what was missed and the claims that are wrong."""
    missed: list[Plant] = []
    wrong: list[Claim] = []
    for kind in KINDS:
        really = found = unseen = 0
        rules: Counter[str] = Counter()
        for one in (each for each in lying if each.kind == kind):
            seen = built.by_piece.get(one.slip, [])
            at_it = [
                claim
                for claim in claimed
                if claim.path == one.path and claim.start < one.end and one.start < claim.end
            ]
            if one in stops or any(map(_is_problem, seen)):
                really += 1
                found += bool(at_it)
                rules.update({claim.rule for claim in at_it})
                if not at_it:
                    missed.append(one)
            elif any(not reference.problem for reference in seen):
                wrong += at_it
            else:
                unseen += 1
        share = f"{100 * found // really:3d} %" if really else "     "
        if not really + unseen:
            continue
        detail = ", ".join(f"{count} {rule}" for rule, count in rules.most_common())
        print(f"  {kind:12} {found:3d} of {really:3d} {share}  {detail}; {unseen} unseen")
    places = {(one.path, one.start) for one in lying}
    others = [
        claim
        for claim in claimed
        if not any(path == claim.path and claim.start <= at < claim.end for path, at in places)
    ]
    wrong += [claim for claim in others if verdict(claim, built) == "wrong"]
    return missed, wrong


def _is_broken(one: Plant, built: BuiltSite) -> bool:
    return any(map(_is_problem, built.by_piece.get(one.slip, [])))


def _is_problem(reference: Reference) -> bool:
    """Tell whether it leads to nothing; other sites of the host are not built."""
    return reference.problem not in {"", ELSEWHERE}


def _copied(origin: Path, copy: Path, within: str) -> None:
    shutil.copytree(
        origin, copy, dirs_exist_ok=True, symlinks=True,
        ignore=shutil.ignore_patterns("node_modules", ".git", "_site", "public.built"),
    )  # fmt: skip
    for folder in dict.fromkeys(("", within)):
        modules = origin / folder / "node_modules"
        if modules.exists():
            (copy / folder / "node_modules").symlink_to(modules.resolve())
    subprocess.run(["git", "init", "-q"], cwd=copy, check=False)
    subprocess.run(  # some generators ask when a file was changed
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org",
         "commit", "-q", "--allow-empty", "-m", "x"],
        cwd=copy, check=False,
    )  # fmt: skip


def _built(
    source: Path,
    folder: Path,
    published: Published,
    lying: Sequence[Plant],
) -> tuple[BuiltSite, list[Plant]]:
    """Build a copy of *source*; return it, and the plants at which the build stops."""
    build, within, host, base = published
    stops: list[Plant] = []
    known = folder / "stops.json"
    if known.exists():
        slips = json.loads(known.read_text())
        place = folder / "site" / within
        output = place / build.output if build.output else folder / "output"
        return BuiltSite(output, host, base), [one for one in lying if one.slip in slips]
    for _ in range(_MOST_STOPS):
        site, output = folder / "site", folder / "output"
        for old in (site, output):
            shutil.rmtree(old, ignore_errors=True)
        _copied(source, site, within)
        for one in sorted(stops, key=lambda each: -each.start):  # back to what it was
            inside = site / one.path.relative_to(source)
            text = read(inside) or ""
            inside.write_bytes(f"{text[: one.start]}{one.piece}{text[one.end :]}".encode())
        site /= within
        prepare(site, build)
        done = subprocess.run(
            [each.replace("OUTPUT", str(output)) for each in build.command],
            cwd=site, env={**os.environ, **build.environment}, check=False,
            capture_output=True, text=True, errors="replace",
        )  # fmt: skip
        if build.output:
            output = site / build.output
        built = BuiltSite(output, host, base)
        if built.pages and (done.returncode == 0 or build.goes_on):
            if build.warns:
                log = done.stdout + done.stderr
                stops += [one for one in lying if one not in stops and one.slip in log]
            known.write_text(json.dumps([one.slip for one in stops]))
            return built, stops
        log = done.stdout + done.stderr
        named = [one for one in lying if one not in stops and one.slip in log]
        if not named:
            raise SystemExit(f"{source} cannot be built:\n{log[-3000:]}")
        stops += named
    raise SystemExit(f"{source}: the build stops at too many")


def arguments_of(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add what says how many are planted and where."""
    parser.add_argument("--each", type=int, default=40, help="so many of each kind")
    parser.add_argument("--most", type=int, default=4, help="so many of each kind in one file")
    parser.add_argument("--shortest", type=int, default=4, help="letters of what is replaced")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument(
        "--keep", type=Path, help="leave the built sites in this folder, and take what lies there"
    )
    parser.set_defaults(kinds=KINDS)
    return parser


if __name__ == "__main__":
    command = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    command.add_argument("sites", nargs="+", type=lambda name: Path(name).resolve(), metavar="SITE")
    command.add_argument("--within", default="", help="the folder of a repository that is the site")
    sys.exit(bool(main(arguments_of(command).parse_args())))
