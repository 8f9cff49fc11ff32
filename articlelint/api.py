"""articlelint for Python programs: check files, check a text, fix a text.

The command line is made of these functions; ``docs/python-api.md`` explains them by examples.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.config import Configs, Layer
from articlelint.errors import ArticlelintError, ConfigError
from articlelint.linting.plan import Plan
from articlelint.named_tuple import NamedTuple
from articlelint.report.places import Detail
from articlelint.runner.discovery import Discovery, discover
from articlelint.runner.job import Job
from articlelint.text.edit import Applicability
from articlelint.text.files import clear, is_file
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from articlelint.config import Config, FileConfig
    from articlelint.linting.rule import Rule
    from articlelint.online.settings import OnlineSettings
    from articlelint.report.report import Report
    from articlelint.runner.ground import Place
    from articlelint.runner.run import Ask, Watch
    from articlelint.site import Site

    AnyPath = str | os.PathLike[str]


def load_config(
    file: AnyPath | None = None,
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    isolated: bool = False,
    online: bool = False,
) -> Configs:
    """Return the configurations, which give each article that of the nearest folder above it.

    *file* is the configuration file to use for all of them; with *isolated*, configuration files
    and plugins are ignored. The selectors (rules, families, ``all``) mean what the flags
    ``--select``, ``--extend-select`` and ``--ignore`` do. *online* lets rules ask the network.
    Files are read when the first article is checked. Raises ConfigError if there is no *file*.
    """
    path = None if file is None else Path(file)
    if path is not None and not is_file(path):
        raise ConfigError(f"there is no configuration file `{path}`")
    if path is not None and isolated:
        raise ConfigError("an isolated run has no configuration file")
    flags = Layer(
        select=None if select is None else tuple(select),
        extend_select=tuple(extend_select),
        ignore=tuple(ignore),
    )
    return Configs(flags, path, isolated=isolated, online=online)


def find_articles(
    *paths: AnyPath, config: Configs | None = None, force_exclude: bool = False
) -> Discovery:
    """Return the articles that *paths* name: files, folders, globs; the working directory if none.

    With *force_exclude* a file that is named is left out where ``exclude`` matches it.
    """
    configs = config or Configs()
    return discover(_texts(paths), configs, force_exclude=force_exclude)


def check(  # noqa: PLR0913 - each has a default
    *paths: AnyPath,
    config: Configs | None = None,
    found: Discovery | None = None,
    force_exclude: bool = False,
    fix: Applicability | None = None,
    write: bool = True,
    now: datetime | None = None,
    processes: int | None = 1,
    details: Detail = Detail.NONE,
    ask: Ask | None = None,
    on_found: Callable[[Discovery], None] | None = None,
    watch: Watch | None = None,
    file_timeout: float | None = None,
    cache: Place | None = None,
) -> Report:
    """Check the articles that *paths* name, and return what was found.

    *found* is what ``find_articles`` returned for them. Without it, they are found with
    *force_exclude*, and *on_found* is called with them. *fix* is how safe a fix has to be to be
    made: SAFE, UNSAFE, or None for no fixes. Without *write* the files stay as they are, and the
    report has the texts. *now* is the instant to judge dates by. *processes* is the maximum number
    of processes; None: as many as make the run faster. *details* are what reporters of other
    formats need to know, *ask* replaces what asks the network, and *watch* is called with the
    number of articles done. A file that takes more than *file_timeout* seconds of processor time is
    skipped; 0: no limit, None: 10 seconds per megabyte. *cache* is where results are kept.

    What goes wrong with a file, such as a rule that crashes, is in the report. Raises ConfigError
    and PluginError if the run makes no sense.
    """
    configs = config or Configs()
    named = _texts(paths)
    job = _job(configs, now, fix, details, write=write)
    ground = whole = None
    if cache is not None:
        from articlelint.runner.ground import Ground  # 20 ms, where there is a cache

        ground = Ground.of(job, cache)
    if ground is not None and found is None:
        from articlelint.runner.whole import WholeRun

        whole = WholeRun(ground, job, named, force_exclude=force_exclude)
    known = None if whole is None else whole.known()
    if known is not None:
        found = known.found
    elif found is None:
        found = discover(named, configs, force_exclude=force_exclude)
    if on_found is not None:
        on_found(found)
    if fix is not None and write:
        for leftover in found.leftovers:
            clear(leftover)
    if known is not None:
        return known.report
    from articlelint.runner.run import run  # half of a start, where there is nothing to be done

    return run(
        job if file_timeout is None else replace(job, file_timeout=file_timeout),
        found,
        processes=processes,
        ask=ask or _asker(configs),
        named=named,
        watch=watch,
        ground=ground,
        whole=whole,
    )


def check_text(  # noqa: PLR0913 - likewise
    text: str | bytes,
    path: AnyPath = "article.md",
    *,
    config: Configs | None = None,
    site: Site | None = None,
    rules: Sequence[Rule] | None = None,
    now: datetime | None = None,
    details: Detail = Detail.NONE,
    ask: Ask | None = None,
) -> Report:
    """Check *text* as the article at *path*, which need not exist, and return what was found.

    The configuration and the site are those of *path*, unless *site* is another, and *rules* are
    others. Bytes are read as those of a file. Raises ConfigError and PluginError.
    """
    configs = _given(config, site, rules)
    job = _job(configs, now, None, details, write=False)
    return _run_bytes(job, path, text, ask)[0]


class Fixed(NamedTuple):
    """A text after its fixes, as the bytes of a file, and a report of what is left."""

    data: bytes
    report: Report

    @property
    def text(self) -> str:
        """Return the text; a byte that is not UTF-8 is U+FFFD in it."""
        return self.data.decode(errors="replace")


def fix_text(  # noqa: PLR0913 - likewise
    text: str | bytes,
    path: AnyPath = "article.md",
    *,
    config: Configs | None = None,
    site: Site | None = None,
    rules: Sequence[Rule] | None = None,
    fix: Applicability = Applicability.SAFE,
    now: datetime | None = None,
    details: Detail = Detail.NONE,
    ask: Ask | None = None,
) -> Fixed:
    """Return *text*, the article at *path*, with all fixes made that are at least as safe as *fix*.

    The rest is as in ``check_text``.
    """
    configs = _given(config, site, rules)
    job = _job(configs, now, fix, details, write=False)
    report, after = _run_bytes(job, path, text, ask)
    return Fixed(after, report)


def _run_bytes(job: Job, path: AnyPath, text: str | bytes, ask: Ask | None) -> tuple[Report, bytes]:
    from articlelint.runner.run import run_bytes

    return run_bytes(job, Path(path), _bytes(text), ask=ask or _asker(job.configs))


def _job(
    configs: Configs,
    now: datetime | None,
    fix: Applicability | None,
    details: Detail,
    *,
    write: bool,
) -> Job:
    return Job(configs, now or datetime.now(UTC), fix=fix, write=write, details=details)


class _Given(Configs):
    """The configuration *base* with another site, or other rules, than it says."""

    def __init__(self, base: Configs, site: Site | None, rules: tuple[Rule, ...] | None) -> None:
        super().__init__(online=base.online)
        self._base = base
        self._site = site
        self._rules = None if rules is None else Plan.of(rules)

    def of_folder(self, folder: str) -> Config:
        """Return the configuration of the files in *folder*."""
        return self._base.of_folder(folder)

    def for_file(self, path: Path) -> FileConfig:
        """Return what holds for the file at *path*."""
        config = super().for_file(path)
        if self._site is not None:
            config = config._replace(site=self._site)
        if self._rules is not None:
            known = tuple({*config.known, *(rule.name for rule in self._rules)})
            config = config._replace(rules=self._rules, known=known)
        return config


def _given(config: Configs | None, site: Site | None, rules: Sequence[Rule] | None) -> Configs:
    configs = config or Configs()
    if site is None and rules is None:
        return configs
    return _Given(configs, site, None if rules is None else tuple(rules))


def _asker(configs: Configs) -> Ask | None:
    """Return what asks the network, where the configuration lets rules ask."""
    if not configs.online:
        return None
    from articlelint.online.ask import ask  # for such runs only

    settings = network(configs.root)
    return partial(ask, settings=settings, memory=settings.memory)


def network(config: Config) -> OnlineSettings:
    """Return how *config* has the network asked.

    Raises ArticlelintError where httpx is not installed, before any work is done.
    """
    from articlelint.config.online import online_settings  # for such runs only

    settings = online_settings(config)
    try:
        import httpcore  # noqa: F401 - an extra
        import httpx  # noqa: F401 - likewise
    except ImportError as error:
        raise ArticlelintError(
            f"--online needs {error.name}, which is not installed: "
            'pip install "articlelint[online]"'
        ) from error
    agent = f"Mozilla/5.0 (compatible; articlelint/{__version__})"
    return settings if settings.user_agent else replace(settings, user_agent=agent)


def _texts(paths: Sequence[AnyPath]) -> tuple[str, ...]:
    return tuple(os.fspath(path) for path in paths) or (os.curdir,)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
