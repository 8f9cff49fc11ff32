"""The configuration file as pydantic reads it: keys, types, and the schema for editors.

Importing this module costs a tenth of a second, which only those pay who have such a file.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    create_model,
)

from articlelint.generators import Settings as SiteSettings

SeverityName = Literal["error", "warning", "info"]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class Table(BaseModel):
    """A table whose keys are all known; they are written with dashes."""

    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=_dashed)


FieldType = str | list[str]


class FieldTable(Table):
    """What a key of the front matter has to be."""

    type: FieldType | None = Field(
        None, description="text, url, date, list, ... or several of them."
    )
    items: FieldType | None = Field(None, description="The type of a list's items.")
    required: bool | None = Field(None, description="Whether every article has to have it.")
    choices: list[str | int | float | bool] | None = Field(
        None, description="The values allowed; those of the items, where it is a list."
    )
    pattern: str | None = Field(
        None, description="A regular expression that has to be found in a text."
    )
    expected: str | None = Field(
        None, description='The pattern in words: "be in lower case" follows "should".'
    )
    min: int | float | None = Field(None, description="The least number allowed.")
    max: int | float | None = Field(None, description="The greatest number allowed.")
    min_length: NonNegativeInt | None = Field(None, description="In characters.")
    max_length: NonNegativeInt | None = Field(None, description="In characters.")
    min_items: NonNegativeInt | None = Field(None, description="The least items of a list.")
    max_items: NonNegativeInt | None = Field(None, description="The most items of a list.")
    description: str | None = Field(None, description="What it is for.")
    deprecated: bool | str | None = Field(
        None, description="Whether it should not be used any more, or why."
    )
    successor: str | None = Field(None, description="The key to use instead.")


class FrontMatterModel(Table):
    """What the front matter has to be, beyond what the generator wants."""

    fields: dict[str, FieldTable] = Field(
        {}, description="Keys, dots lead into mappings: `cover.image`."
    )
    schema_: str | list[str] | None = Field(
        None,
        alias="schema",
        description="Files: a JSON Schema, a frontmatter.json, or `models.py:Post`.",
    )
    built_in: bool | None = Field(
        None, description="Whether the generator's own schema counts as well (default: true)."
    )
    unknown_keys: Literal["allow", "report"] | None = Field(
        None, description="Whether keys that no schema has are reported (default: allow)."
    )


class RuleTable(Table):
    """What can be said about rules, for all files or in an override."""

    select: list[str] | None = Field(
        None, description="Rules, families or `all`, in place of those that are on by default."
    )
    extend_select: list[str] = Field([], description="Rules or families to select besides.")
    ignore: list[str] = Field([], description="Rules or families to leave out.")
    severity: dict[str, SeverityName] = Field({}, description="Severities by rule or family.")
    rules: dict[str, dict[str, Any]] = Field({}, description="Options by rule.")
    front_matter: FrontMatterModel | None = Field(
        None, description="What the front matter has to be."
    )


class OverrideTable(RuleTable):
    """Other rules for some files."""

    files: list[str] = Field(
        min_length=1, description="Globs as in .gitignore, relative to this file's folder."
    )


def _site_type(kind: str) -> Any:  # noqa: ANN401 - a type, for pydantic
    if "bool" in kind:
        return bool | None
    return str | list[str] | None if "tuple" in kind else str | None


_SETTINGS: dict[str, Any] = {
    field.name: (_site_type(str(field.type)), None)
    for field in fields(SiteSettings)
    if field.name not in {"dialect", "mounts", "problems"}
}

if TYPE_CHECKING:
    SiteModel = Table
else:  # made of the settings there are, which a type checker cannot follow
    SiteModel = create_model(
        "SiteModel",
        __base__=Table,
        __doc__="The site, where it is not recognised as it should be.",
        generator=(str | None, Field(None, description="hexo, jekyll, ... or generic.")),
        root=(str | None, Field(None, description="Its root, relative to this file's folder.")),
        **_SETTINGS,
    )


class OnlineModel(Table):
    """How the network is asked in a run with ``--online``; times are in seconds."""

    concurrency: PositiveInt = Field(64, description="Requests under way at once.")
    per_host: PositiveInt = Field(6, description="Requests to one host under way at once.")
    interval: NonNegativeFloat = Field(
        0.05, description="Time between the beginnings of two requests to one host."
    )
    timeout: PositiveFloat = Field(20, description="Time for one request, all of it.")
    retries: NonNegativeInt = Field(2, description="Further attempts where one may succeed.")
    longest_wait: NonNegativeFloat = Field(
        60, description="The longest that a host's `Retry-After` is obeyed."
    )
    accept: list[int] = Field([], description="Statuses that are fine besides 2xx.")
    exclude: list[str] = Field(
        [], description="URLs to leave out, `*` for anything; without a slash: hosts."
    )
    allow_private: list[str] = Field(
        [], description="Hosts, addresses and networks to ask although they are private."
    )
    headers: dict[str, dict[str, str]] = Field(
        {}, description="By host and name: the environment variable that holds the value."
    )
    user_agent: str | None = Field(None, description="What to send as `User-Agent`.")
    cache: str | None = Field(
        None, description="The cache file, relative to the working directory; empty for none."
    )
    remember_found: NonNegativeFloat = Field(86400, description="How long a success holds.")
    remember_missing: NonNegativeFloat = Field(3600, description="How long a 4xx holds.")


class ConfigModel(RuleTable):
    """articlelint's configuration: articlelint.toml or [tool.articlelint] of pyproject.toml."""

    extends: str | list[str] = Field(
        [],
        description="What this file builds on: profiles (`untrusted`), or other files, relative to"
        " its folder.",
    )
    exclude: list[str] = Field(
        [], description="Globs as in .gitignore: files and folders to leave out."
    )
    plugins: list[str] = Field(
        [], description="Python files that define rules, relative to this file's folder."
    )
    fail_on: SeverityName | None = Field(
        None, description="The least severity that makes a run fail (default: warning)."
    )
    output_format: str | None = Field(None, description="How findings are printed.")
    jobs: PositiveInt | None = Field(None, description="Worker processes at most.")
    baseline: str | None = Field(
        None, description="The file of known findings, relative to this file's folder."
    )
    site: SiteModel = Field(
        default_factory=SiteModel, description="The site, where it is not recognised rightly."
    )
    online: OnlineModel | None = Field(
        None, description="How the network is asked in a run with --online."
    )
    overrides: list[OverrideTable] = Field([], description="Other rules for some files.")
