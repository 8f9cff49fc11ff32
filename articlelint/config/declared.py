"""The configuration file: its tables, and each of their keys declared once.

What a site is like is declared in ``articlelint.generators.settings``, how the network is asked in
``articlelint.online.settings``, what a key of the front matter has to be in ``field.py``; the rest
is here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from articlelint.dataclass import dataclass
from articlelint.diagnostic import Severity
from articlelint.linting.registry import ALL, EVERY
from articlelint.named_tuple import NamedTuple
from articlelint.options import POSITIVE, TEXTS, NotEmpty, option, spread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.options import Kind
    from articlelint.schema.source import Source


def _fields() -> Kind:
    from articlelint.config.field import Field

    return dict[str, Field]


def _site() -> type:
    from articlelint.generators.settings import Settings as SiteSettings

    return SiteSettings


def _online() -> Kind:
    from articlelint.online.settings import OnlineSettings

    return OnlineSettings


@dataclass(frozen=True, eq=False, repr=False)
class FrontMatter:
    """What the front matter has to be, beyond what the generator wants; None is not said."""

    fields: Mapping[str, Mapping[str, object]] = option(
        _fields,
        {},
        "Keys, each with its table; dots lead into mappings (`cover.image`).",
        'fields.headimg = { type = "image", required = true }',
    )
    sources: tuple[Source, ...] | None = option(
        TEXTS,
        None,
        "Files: a JSON Schema, a frontmatter.json, or `models.py:Post`.",
        'schema = "schemas/post.json"',
        key="schema",
    )
    built_in: bool | None = option(
        bool,
        None,
        "Whether the generator's own schema applies as well.",
        "built-in = false",
        unsaid=True,
    )
    unknown_keys: str | None = option(
        Literal["allow", "report"],
        None,
        "Whether keys that no schema has are reported.",
        'unknown-keys = "report"',
        unsaid="allow",
    )


@dataclass(frozen=True, eq=False, repr=False)
class Layer:
    """One say about rules; later layers are laid over earlier ones.

    Selectors are ``all``, a family, or a rule. Within a layer the nearer selector wins
    (rule before family before ``all``); of two equally near ones, ``ignore``. *select*
    forgets what earlier layers selected. A family selects those of its rules that are on by
    default, ``family/*`` all of them. *options* are by rule.
    """

    select: tuple[str, ...] | None = option(
        list[str],
        None,
        "Rules, families (those of their rules that are on by default), `family/*` or `all`; no "
        "other rules run.",
        'select = ["front-matter", "images/missing-file"]',
        otherwise="the rules that are on by default",
    )
    extend_select: tuple[str, ...] = option(
        list[str],
        (),
        "Rules or families to select as well.",
        'extend-select = ["html/obsolete-attribute"]',
    )
    ignore: tuple[str, ...] = option(
        list[str], (), "Rules or families to disable.", 'ignore = ["headings/skipped-level"]'
    )
    unsuppressable: tuple[str, ...] = option(
        list[str],
        (),
        "Rules, families or `all` whose findings no comment in an article suppresses.",
        'unsuppressable = ["security"]',
    )
    severity: Mapping[str, Severity] = option(
        dict[str, Severity],
        {},
        "Severities by rule, family or `all`; the most specific one applies.",
        'severity = { dates = "error", "images/missing-alt" = "info" }',
    )
    options: Mapping[str, Mapping[str, object]] = option(
        dict[str, dict[str, Any]],
        {},
        "Options by rule; `articlelint rule NAME` lists them.",
        'rules."front-matter/missing-key" = { keys = ["description"] }',
        key="rules",
    )
    front_matter: FrontMatter | None = option(
        FrontMatter,
        None,
        "The schema for front matter: the table `[front-matter]`.",
        "front-matter = { built-in = false }",
    )

    @property
    def selectors(self) -> tuple[str, ...]:
        """Return every name that this layer uses for rules."""
        return (
            *(self.select or ()),
            *self.extend_select,
            *self.ignore,
            *self.unsuppressable,
            *self.severity,
            *self.options,
        )

    def decides(self, rule: str, *, by_family: bool = True) -> bool | None:
        """Tell whether this layer switches *rule* on or off; None: it says nothing of it.

        *by_family* tells whether the name of its family, without ``/*``, selects it.
        """
        selectors = [*(self.select or ()), *self.extend_select]
        if not by_family:
            selectors = [each for each in selectors if each != rule.partition("/")[0]]
        on = max((_nearness(each, rule) for each in selectors), default=0)
        off = max((_nearness(each, rule) for each in self.ignore), default=0)
        if on == off == 0:
            return None if self.select is None else False
        return on > off

    def exempts(self, rule: str) -> bool:
        """Tell whether this layer keeps comments from suppressing *rule*."""
        return any(_nearness(each, rule) for each in self.unsuppressable)

    def severity_of(self, rule: str) -> Severity | None:
        """Return the severity that this layer gives to *rule*, or None."""
        given = self.severity
        family = rule.partition("/")[0]
        names = (rule, family, family + EVERY, ALL)
        return next((given[name] for name in names if name in given), None)


def _nearness(selector: str, rule: str) -> int:
    """Return 3 where *selector* is the rule, 2 its family, 1 ``all``, and 0 otherwise."""
    if selector == rule:
        return 3
    if selector.removesuffix(EVERY) == rule.partition("/")[0]:
        return 2
    return int(selector == ALL)


class Patterns(NamedTuple):
    """Globs as in ``.gitignore``, relative to *root*."""

    root: Path
    globs: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Override:
    """Other rules for the files that *files* match."""

    files: Patterns = option(
        Annotated[list[str], NotEmpty()],
        Patterns(Path(), ()),
        "Globs as in `.gitignore`, relative to this file's folder.",
        'files = ["content/archive/**"]',
        required=True,
    )
    layer: Layer = spread(lambda: Layer, Layer())


@dataclass(frozen=True, eq=False, repr=False)
class SiteTable:
    """The site, where it is not recognised as it should be.

    *root* is absolute; *settings*, by their keys, go to ``site.override``.
    """

    generator: str | None = option(
        str,
        None,
        "The generator; `generic` if it is none of those that are known.",
        'generator = "hugo"',
        otherwise="the nearest one that is recognised above an article",
    )
    root: Path | None = option(
        str,
        None,
        "The site's root, relative to this file's folder.",
        'root = "site"',
        otherwise="where the generator is recognised; with a `generator`, this file's folder",
    )
    settings: Mapping[str, object] = spread(_site, {})


RUN_SETTINGS = ("fail_on", "output_format", "jobs", "baseline", "language")
"""Settings of a whole run: the configuration of the working directory decides about them."""


@dataclass(frozen=True, eq=False, repr=False)
class Settings:
    """A configuration file, those that it extends included; its defaults where there is none.

    *origin* is the file, *sources* all that went into it, the extended ones first. *online* is
    that table as it is written, which ``articlelint.config.online`` reads.
    """

    origin: Path | None = None
    sources: tuple[Path, ...] = ()
    extends: tuple[str, ...] = option(
        TEXTS,
        (),
        "What this file builds on: profiles (`accessibility`, `hygiene`, `untrusted`), or "
        "files, relative to its folder.",
        'extends = ["untrusted", "../shared/articlelint.toml"]',
    )
    layers: tuple[Layer, ...] = spread(lambda: Layer, ())
    overrides: tuple[Override, ...] = option(
        list[Override],
        (),
        "Other rules for some files: the tables `[[overrides]]`.",
        'overrides = [{ files = ["archive/"], ignore = ["links"] }]',
    )
    exclude: tuple[Patterns, ...] = option(
        list[str],
        (),
        "Globs as in `.gitignore`: files and folders to skip.",
        'exclude = ["content/imported/", "*.draft.md"]',
    )
    plugins: tuple[Path, ...] = option(
        list[str],
        (),
        "Python files that define rules, relative to this file's folder.",
        'plugins = ["lint/former_name.py"]',
    )
    site: SiteTable = option(
        SiteTable,
        SiteTable(),
        "The site: the table `[site]`.",
        'site = { generator = "hugo", root = "site" }',
    )
    fail_on: Severity | None = option(
        Severity,
        None,
        "The lowest severity that makes a run fail.",
        'fail-on = "error"',
        unsaid=Severity.WARNING,
    )
    output_format: str | None = option(
        str,
        None,
        "The format of the findings.",
        'output-format = "grouped"',
        otherwise="`full` on a terminal, else `concise`; `github` in GitHub Actions",
    )
    jobs: int | None = option(
        POSITIVE,
        None,
        "The maximum number of worker processes.",
        "jobs = 4",
        otherwise="as many as make the run faster",
    )
    baseline: Path | None = option(
        str,
        None,
        "The file of known findings, relative to this file's folder.",
        'baseline = "articlelint-baseline.json"',
    )
    language: str | None = option(
        Literal["en", "zh"],
        None,
        "The language of messages.",
        'language = "zh"',
        otherwise="the machine's, if it is supported",
    )
    online: Mapping[str, object] = option(
        _online,
        {},
        "How the network is asked in a run with `--online`: the table `[online]`.",
        "online = { timeout = 8 }",
    )
