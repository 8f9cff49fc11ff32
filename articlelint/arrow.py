"""articlelint over Arrow: a batch of articles in, a batch of findings out. Pure.

Any engine can map these functions over its data; ``docs/scale.md`` has examples. What they need is
installed by ``pip install "articlelint[tables]"``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.config import Configs
from articlelint.errors import ConfigError
from articlelint.extras import required
from articlelint.records.shipped import received, shipped
from articlelint.records.stages import one_at_a_time
from articlelint.records.workers import check_record
from articlelint.report.report import FileReport, Problem, Report
from articlelint.reporters.columns import VERSION, rows_of, table_of
from articlelint.reporters.columns import schema as findings_schema
from articlelint.sources.record import Columns
from articlelint.sources.tables import records_in
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from articlelint.runner.job import Job
    from articlelint.sources.record import Record

__all__ = ["VERSION", "check", "config", "findings_schema", "fix", "fixes_schema"]


def config(
    configs: Configs | None = None,
    *,
    root: Path | str | None = None,
    now: datetime | None = None,
    path_column: str = "path",
    text_column: str = "content",
    front_matter_column: str | None = None,
    body_column: str | None = None,
) -> str:
    """Return a configuration as text, to be sent to wherever batches are checked.

    *configs*, made by ``articlelint.load_config``, say which; None: that of the working directory.
    With *root* articles are taken for files in this folder, which has to be there on every worker:
    then rules that look at other files run. *now* is the instant to judge dates by. The columns are
    those of the batches; *front_matter_column* and *body_column* stand for *text_column*. Raises
    ConfigError and PluginError.
    """
    if (front_matter_column is None) != (body_column is None):
        raise ConfigError("front_matter_column and body_column must be given together")
    columns = Columns(path_column, text_column, front_matter_column, body_column)
    folder = None if root is None else Path(root)
    return shipped(configs or Configs(), now or datetime.now(UTC), root=folder, columns=columns)


def check(batch: Any, config: str) -> Any:
    """Return what is wrong with the articles of *batch*, a RecordBatch or Table.

    The result is of the same class and has the schema ``findings_schema()``: a record a finding, by
    row and then by place. A row that holds no article is a record, too. Rules that compare articles
    have nothing to say of a batch. Raises ArticlelintError where a column is missing.
    """
    job, columns = received(config)
    found: list[dict[str, object]] = []
    with one_at_a_time:
        for each in records_in(batch, columns):
            if isinstance(each, Problem):
                report = Report(problems=(each,))
            else:
                outcome = check_record(job, each)
                report = Report((replace(outcome.report, path=Path(each.path)),))
            found += rows_of(report)
    return table_of(found, findings_schema(), type(batch))


def fixes_schema() -> Any:
    """Return the Arrow schema of what ``fix`` returns."""
    arrow = required("pyarrow", "tables", "an Arrow batch")
    columns = [
        ("path", arrow.string()),
        ("changed", arrow.bool_()),
        ("content", arrow.large_string()),
        ("fixes", arrow.int64()),
        ("problem", arrow.string()),
    ]
    metadata = {"articlelint.schema": "fixes", "articlelint.schema.version": str(VERSION)}
    return arrow.schema(columns, metadata)


def fix(batch: Any, config: str, *, unsafe: bool = False) -> Any:
    """Return the articles of *batch* with their safe fixes made, with *unsafe* those too.

    A record an article, in their order: ``content`` is the text where it was ``changed``, else
    null; ``fixes`` counts those made, ``problem`` says why an article was left alone. Fixes of
    rules that compare articles are not made. Raises ArticlelintError where a column is missing.
    """
    job, columns = received(config)
    job = replace(job, fix=Applicability.UNSAFE if unsafe else Applicability.SAFE)
    with one_at_a_time:
        made = [_fixed(job, each) for each in records_in(batch, columns)]
    return table_of(made, fixes_schema(), type(batch))


def _fixed(job: Job, given: Record | Problem) -> dict[str, object]:
    if isinstance(given, Problem):
        return {"path": given.path, "changed": False, "fixes": 0, "problem": given.message}
    report = check_record(job, given).report
    return {
        "path": given.path,
        "changed": report.changed,
        "content": report.after,
        "fixes": sum(report.applied.values()),
        "problem": _what_went_wrong(report),
    }


def _what_went_wrong(report: FileReport) -> str | None:
    crash = f"{report.crashes[0].rule}: {report.crashes[0].error}" if report.crashes else None
    return report.problem or report.refused or crash
