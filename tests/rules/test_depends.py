"""A rule's ``depends`` is what its page's examples show: no more, no less."""

from __future__ import annotations

import builtins
import io
import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from inspect import getfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import pytest

from articlelint.article.syntax import SYNTAXES
from articlelint.generators import by_name
from articlelint.linting.rule import Depends, Rule, SiteRule, configure
from articlelint.testing import article_of, diagnostics_of, load_page, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.diagnostic import Diagnostic
    from articlelint.online import Answers
    from articlelint.testing import Example

CLOCKS = (datetime(1971, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC))
DISK = {
    os: ("stat", "lstat", "scandir", "listdir", "open", "access"),
    builtins: ("open",),
    io: ("open",),
}


class _AskedError(Exception):
    """Something asked what the network says."""


class _NoAnswers:
    """Answers that nobody may look at."""

    def __getattr__(self, name: str) -> object:
        raise _AskedError(name)


@contextmanager
def looks_within(folder: Path) -> Iterator[list[str]]:
    """Gather the files in *folder* that are looked at meanwhile, in whatever way."""
    seen: list[str] = []

    def watched(real: Any) -> Any:
        def call(path: Any = ".", *arguments: Any, **keywords: Any) -> Any:
            if isinstance(path, str | os.PathLike) and str(path).startswith(str(folder)):
                seen.append(str(path))
            return real(path, *arguments, **keywords)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for module, names in DISK.items():
            for name in names:
                patch.setattr(module, name, watched(getattr(module, name)))
        yield seen


class _Scene:
    """An example of a rule's page, set up anew in a folder for each try."""

    def __init__(self, rule_class: type[Rule], example: Example, folder: Path) -> None:
        self.rule = configure(rule_class, example.options)
        self.example = example
        self.folder = folder
        self.tries = 0

    def found(
        self,
        *,
        now: datetime | None = None,
        answers: object = ...,
        alone: bool = False,
        seen: list[str] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """Return what is found, with something of the scene changed."""
        self.tries += 1
        folder = self.folder / f"{self.tries}"
        folder.mkdir()
        example = _alone(self.example) if alone else self.example
        articles = [article_of(example, folder)]
        articles += [article_of(other, folder, example) for other in example.others]
        for article in articles:
            article.now = now or article.now
            article.answers = article.answers if answers is ... else cast("Answers", answers)
        with looks_within(folder) as looks:
            result = diagnostics_of(self.rule, articles[0], articles[1:])
        if seen is not None:
            seen += looks
        return result

    def shows(self) -> Depends:
        """Return what the example shows the rule to depend on."""
        shown, seen = Depends.TEXT, list[str]()
        found = self.found(seen=seen)
        if seen:
            shown |= Depends.DISK
        if any(self.found(now=now) != found for now in CLOCKS):
            shown |= Depends.CLOCK
        if self.found(alone=True) != found:
            shown |= Depends.SITE
        if self._asks(found):
            shown |= Depends.NET
        return shown

    def _asks(self, found: tuple[Diagnostic, ...]) -> bool:
        if self.example.answers:
            return self.found(answers=None) != found
        try:
            return self.found(answers=_NoAnswers()) != found
        except AssertionError as error:
            return "_AskedError" in str(error)


def _alone(example: Example) -> Example:
    """Return *example* in a site without other articles; its templates stay."""
    generator = by_name(example.setting("generator") or "generic")
    paths = ((line, PurePosixPath(line.partition(" data:")[0])) for line in example.files)
    files = [
        line
        for line, path in paths
        if path.suffix.lower() not in SYNTAXES or generator.is_template(path)
    ]
    return replace(example, files=tuple(files), others=())


@pytest.mark.parametrize("rule", rules_of("articlelint_rules"), ids=lambda rule: rule.name)
def test_a_rule_depends_on_what_it_says(rule: type[Rule], tmp_path: Path) -> None:
    page = load_page(Path(getfile(rule)).with_suffix(".md"))
    shown = Depends.SITE if issubclass(rule, SiteRule) else Depends.TEXT
    for number, example in enumerate(page.examples):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        shown |= _Scene(rule, example, folder).shows()
    assert rule.depends == shown


def test_a_look_at_a_file_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    for look in (
        file.exists,
        file.is_file,
        lambda: list(tmp_path.iterdir()),
    ):
        with looks_within(tmp_path) as seen:
            look()
        assert seen
    with looks_within(tmp_path / "b") as seen:
        file.exists()
    assert not seen
