"""Mutated articles, checked and fixed by all rules: nothing may crash, be lost, or take for ever.

The articles are the examples on the rules' pages, and those in folders that are named. As a command
it runs until the time is over, and prints each kind of trouble once, with the text cut down to what
is needed for it::

    python -m tests.robustness.fuzz --seconds 3600 [--jobs 2] [--seed 7] [FOLDER ...]

"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import random
import signal
import sys
import tempfile
import time
import traceback
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint.article import SYNTAXES, Article
from articlelint.config import Configs
from articlelint.generators import GENERIC, known
from articlelint.linting.fixing import fix
from articlelint.linting.keyed import Entry, Origin, found_among
from articlelint.linting.linter import Crash, gather, lint
from articlelint.linting.plan import Plan
from articlelint.linting.registry import rules_of
from articlelint.recognition import find_site
from articlelint.report.places import Detail
from articlelint.report.report import findings_of
from articlelint.runner.collector import collect_seldom
from articlelint.runner.discovery import discover
from articlelint.site import Site
from articlelint.testing import article_of, load_page
from articlelint.text.edit import SAFE, UNSAFE
from articlelint.text.source import decode
from tests.robustness.configured import configured
from tests.robustness.mutations import excerpt, mutated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import FrameType

    from articlelint.diagnostic import Diagnostic
    from articlelint.generators import Generator, Settings
    from articlelint.testing import Example
    from articlelint.text.edit import Applicability

RULES: Final = Plan(rule() for rule in rules_of("articlelint_rules"))
NOW: Final = datetime(2024, 6, 1, tzinfo=UTC)
EVERY_DETAIL: Final = Detail.EXCERPTS | Detail.UTF16 | Detail.UTF8 | Detail.EDITS
PLACES: Final = (
    "a.md", "source/_posts/a.md", "source/_drafts/B c.md", "_posts/2024-01-01-a.md",
    "_posts/2024-13-41-a.markdown", "content/posts/a/index.md", "content/posts/_index.fr.md",
    "content/a.html", "docs/a.mdx", "blog/2024-01-01-a.mdx", "src/content/blog/a.md",
    "src/pages/a.mdx", "docs/index.md", "files/en-us/web/a/index.md", "a.htm", ".md",
    "a b%20c#d.mkd",
)  # fmt: skip
_NOWHERE: Final = Path("/nowhere")
_SAID: Final = 5_000
_STRETCH: Final = 100
"""So many articles are tried before what they came to is told."""
_PERMALINKS: Final = (
    "/:year/:title/", "/:slug", ":section/:filename/", "pretty", "/:categories/:slug.html",
    "{slug}/", "",
)  # fmt: skip


@dataclass(frozen=True)
class Seed:
    """An article to mutate; *place* makes its site, and tells where in it the article is.

    A site that is not *small* has pages that are looked at once, but not for each of its kinds.
    """

    text: str
    place: Callable[[], tuple[Path, Site]]
    small: bool = True


@dataclass(frozen=True)
class Trouble:
    """What went wrong with an article; *kind* is alike where the cause is."""

    kind: str
    detail: str


@dataclass
class Tried:
    """What a stretch of numbers came to."""

    count: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    found: dict[str, tuple[int, Article, Trouble]] = field(default_factory=dict)


class _TooLongError(BaseException):
    """The time is over; no rule may take it for an error of its own."""


class Ground(NamedTuple):
    """What articles are made of: those to mutate, and places in sites that are configured."""

    seeds: list[Seed]
    places: list[tuple[Path, Site]]


def ground(folders: Sequence[Path], own: Path) -> Ground:
    """Return the articles of the rules' pages and of *folders*; files of ours are put in *own*."""
    return Ground(_seeds(folders, own), list(configured(own / "configured")))


def _seeds(folders: Sequence[Path], own: Path) -> list[Seed]:
    found = []
    for rule in rules_of("articlelint_rules"):
        source = sys.modules[rule.__module__].__file__
        page = load_page(Path(source or "").with_suffix(".md"))
        for number, example in enumerate(page.examples):
            place = partial(_place_of_example, example, own / rule.name / str(number))
            found.append(Seed(example.data.decode("utf-8", "surrogateescape"), cache(place)))
    for folder in folders:
        for path in discover([str(folder)], Configs(isolated=True)).files:
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            found.append(Seed(text, cache(partial(_place_of_file, path)), small=False))
    return found


def _place_of_example(example: Example, folder: Path) -> tuple[Path, Site]:
    article = article_of(example, folder)
    return Path(article.path), article.site


def _place_of_file(path: Path) -> tuple[Path, Site]:
    return path.absolute(), find_site(path)


def draw(pick: random.Random, ground: Ground) -> Article:
    """Return a mutated article, in its own place, in one of *ground*'s, or of any generator."""
    seeds = ground.seeds
    seed = pick.choice(seeds)
    others = [excerpt(pick, pick.choice(seeds).text) for _ in range(3)]
    text = mutated(pick, excerpt(pick, seed.text), others)
    path, site = seed.place()
    elsewhere = pick.random()
    if elsewhere < 0.15:
        path, site = pick.choice(ground.places)
    elif elsewhere < 0.45:
        root = (seed.small and site.root) or _NOWHERE
        generator = pick.choice((GENERIC, *known(plugins=False)))
        site = _site_of(root, generator)
        path = root / pick.choice(PLACES)
    if pick.random() < 0.2:
        path = path.with_suffix(pick.choice(tuple(SYNTAXES)))
    if pick.random() < 0.2 and (seed.small or site.root == _NOWHERE):
        site = replace(site, settings=_other_settings(pick, site))
    return Article(decode(text.encode("utf-8", "surrogateescape")), path, site=site, now=NOW)


@cache
def _site_of(root: Path, generator: Generator) -> Site:
    return Site(root, generator, generator.settings(root))


def _other_settings(pick: random.Random, site: Site) -> Settings:
    return replace(
        site.settings,
        permalink=pick.choice(_PERMALINKS),
        ugly_urls=pick.random() < 0.5,
        raw_html=pick.random() < 0.5,
        bare_urls=pick.random() < 0.5,
        post_asset_folder=pick.random() < 0.5,
        languages=pick.choice(((), ("en", "fr"))),
    )


def troubles(article: Article) -> Iterator[Trouble]:
    """Yield what is wrong with what the rules do with *article*."""
    result = lint(article, RULES, known=RULES.names)
    facts, crashes = gather(article, RULES)
    yield from _of_crashes((*result.crashes, *crashes), "crash")
    found = [*result.diagnostics]
    for rule in RULES.site_rules:
        path = Path(article.path)
        entries = [
            Entry(Origin(number), each, fact)
            for number, each in enumerate((path, path.with_name("twin.md")))
            for fact in facts.get(rule.name, ())
        ]
        found += [each.diagnostic for each in found_among(rule, entries) if each.path == path]
    yield from _of_spans(article, found)
    findings_of(article, tuple(found), EVERY_DETAIL)
    offered = {each.fix.applicability for each in found if each.fix}
    yield from _of_fixes(article, SAFE) if SAFE in offered else ()
    yield from _of_fixes(article, UNSAFE) if UNSAFE in offered else ()


def _of_fixes(article: Article, wanted: Applicability) -> Iterator[Trouble]:
    name = wanted.name.lower()
    first = fix(article, RULES, wanted, known=RULES.names)
    yield from _of_crashes(first.result.crashes, f"crash after {name} fixes")
    if first.refused:
        yield Trouble(f"refused: {first.refused}", first.refused)
    if first.unsettled:
        yield Trouble(f"{name} fixes do not settle: {', '.join(first.unsettled)}", "")
    if article.source.undecodable:
        if first.article.text != article.text:
            yield Trouble("a file that is not UTF-8 was changed", "")
    elif first.applied and not (first.refused or first.unsettled):
        again = fix(first.article.with_text(first.article.text), RULES, wanted, known=RULES.names)
        if again.applied:
            names = ", ".join(sorted(again.applied))
            yield Trouble(f"{name} fixes, made again, change more: {names}", "")


def _of_crashes(crashes: Sequence[Crash], where: str) -> Iterator[Trouble]:
    for crash in crashes:
        place = crash.traceback.rpartition('  File "')[2].partition("\n")[0]
        yield Trouble(f"{where}: {crash.error} {place}", f"{crash.rule}\n{crash.traceback}")


def _of_spans(article: Article, found: Sequence[Diagnostic]) -> Iterator[Trouble]:
    for each in found:
        spans = [each.span, *(related.span for related in each.related)]
        spans += [edit.span for edit in each.fix.edits] if each.fix else ()
        if any(not 0 <= span.start <= span.end <= len(article.text) for span in spans):
            yield Trouble(f"{each.rule}: a span leaves the text", repr(each))
        if not each.message.strip():
            yield Trouble(f"{each.rule}: a message is empty", repr(each))


def examined(article: Article, limit: float) -> list[Trouble]:
    """Return the troubles with *article*; more than *limit* seconds of the processor are one."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        return list(troubles(article))
    except _TooLongError as error:
        calls = [
            each
            for each in traceback.extract_tb(error.__traceback__)
            if "articlelint" in each.filename
        ]
        place = f"{calls[-1].filename}:{calls[-1].name}" if calls else "nowhere"
        return [Trouble(f"longer than {limit:.0f} s in {place}", traceback.format_exc())]
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return list(_of_crashes([Crash.of("outside of rules", error)], "crash"))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limit_for(text: str) -> float:
    """Return how many seconds checking *text*, fixing it twice, and twice again may take."""
    return 10 + len(text) / 2000


def tried(ground: Ground, seed: int, numbers: Iterable[int]) -> Tried:
    """Examine the article of each of *numbers*."""
    outcome = Tried()
    for number in numbers:
        article = draw(random.Random(f"{seed}:{number}"), ground)
        before = time.process_time()
        found = examined(article, limit_for(article.text))
        outcome.slowest = max(outcome.slowest, (time.process_time() - before, number))
        outcome.count += 1
        for each in found:
            outcome.found.setdefault(each.kind, (number, article, each))
    return outcome


_ground: Ground = Ground([], [])
"""That of this process, which it has from the one that started it."""


def _start(given: Ground) -> None:
    global _ground  # noqa: PLW0603 - a process has one
    _ground = given
    collect_seldom()


def _tried_here(seed: int, numbers: Iterable[int]) -> Tried:
    return tried(_ground, seed, numbers)


def _stretches(until: float) -> Iterator[range]:
    """Yield numbers to try, till the clock shows *until*."""
    for start in itertools.count(step=_STRETCH):
        if time.monotonic() > until:
            return
        yield range(start, start + _STRETCH)


def _outcomes(given: Ground, seed: int, jobs: int, until: float) -> Iterator[Tried]:
    """Yield what stretches of numbers come to, as they come; at the end of the time the last.

    A process that a parser takes down with it ends the run: its numbers are said.
    """
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context, _start, (given,)) as pool:
        running: dict[Future[Tried], range] = {}
        for numbers in _stretches(until):
            running[pool.submit(_tried_here, seed, numbers)] = numbers
            if len(running) <= jobs:
                continue
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                yield _result(done, running.pop(done))
        for last, numbers in running.items():
            yield _result(last, numbers)


def _result(done: Future[Tried], numbers: range) -> Tried:
    try:
        return done.result()
    except BrokenProcessPool:
        sys.exit(f"a process died at one of the numbers {numbers.start} to {numbers.stop}")


def reduced(article: Article, kind: str) -> str:
    """Return the text of *article* without what the trouble of this *kind* does not need."""
    text = article.text
    until = time.monotonic() + 60
    size = max(1, len(text) // 2)
    while size and time.monotonic() < until:
        at = 0
        while at < len(text) and time.monotonic() < until:
            shorter = text[:at] + text[at + size :]
            if any(each.kind == kind for each in examined(article.with_text(shorter), 30)):
                text = shorter
            else:
                at += size
        size //= 2
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a command; 1 where something was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--no-reduction", action="store_true", help="print texts as they are")
    given = parser.parse_args(arguments)
    until = time.monotonic() + given.seconds
    count, slowest = 0, (0.0, 0)
    kinds: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        common = ground(given.folders, Path(folder))
        for outcome in _outcomes(common, given.seed, given.jobs, until):
            count += outcome.count
            if count % _SAID < outcome.count:
                print(f"{count} articles tried", flush=True)
            slowest = max(slowest, outcome.slowest)
            for kind, (number, article, trouble) in outcome.found.items():
                if kind in kinds:
                    continue
                kinds.add(kind)
                print(
                    f"\n== {kind}\nnumber {number}, {article.path}, {article.site.generator.name}"
                )
                print(trouble.detail)
                text = article.text if given.no_reduction else reduced(article, kind)
                print(repr(text), flush=True)
    print(f"\n{count} articles tried of {len(common.seeds)} seeds, {len(kinds)} kinds of trouble")
    print(f"the slowest took {slowest[0]:.1f} s (number {slowest[1]})")
    return bool(kinds)


if __name__ == "__main__":
    sys.exit(main())
