"""Says in an author's words why a block is not YAML, from the text around libyaml's error.

libyaml stops at its first error and names the place where it noticed, which is often a line
after the cause. Here the cause is looked for in the lines about that place. What is at fault
is then masked, at equal length, and the rest is read again, so that a second broken line is
found in the same run. Only causes that are certain are looked for after the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from articlelint.front_matter.model import SyntaxProblem
from articlelint.front_matter.yaml import causes
from articlelint.front_matter.yaml import layout as yaml_layout
from articlelint.front_matter.yaml import lines as yaml_lines
from articlelint.front_matter.yaml.values import Unreadable
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_UNPRINTABLE = regex(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_ROUNDS = 20
_LARGE = 100_000  # characters: a block of this size is read once


def explain(
    source: str,
    error: Exception,
    compose: Callable[[str], object],
) -> list[SyntaxProblem]:
    """Return each cause for which *source* is not YAML; spans are offsets into *source*.

    *error* is what *compose* raised for it.
    """
    problems: list[SyntaxProblem] = []
    masked = source
    for _ in range(_ROUNDS if len(source) < _LARGE else 1):
        found, fixed = _cause(masked, error)
        if problems and not (found.certain and _is_new(found.problem, problems)):
            break
        problems.append(_worded(source, found.problem))
        if fixed is None or len(fixed) != len(source) or fixed == masked:
            break
        masked = fixed
        try:
            compose(masked)
        except Unreadable:
            break
        except (yaml.YAMLError, UnicodeEncodeError) as next_error:
            error = next_error
        else:
            break
    return sorted(problems, key=lambda problem: problem.span)


def _is_new(problem: SyntaxProblem, problems: list[SyntaxProblem]) -> bool:
    """Tell whether *problem* is about text that no other problem is about."""
    return not any(problem.span.touches(other.span) for other in problems)


def glued_keys(source: str) -> list[SyntaxProblem]:
    """Return a problem for each line of nothing but ``key:value``, or ``key = value``."""
    found = list(yaml_lines.lines_of(source))
    if all(line.key_without_space for line in found):
        return [yaml_layout.no_space(source, line) for line in found]
    equals = [yaml_layout.equals_sign(source, line) for line in found]
    return [problem for problem in equals if problem] if all(equals) else []


def _worded(source: str, problem: SyntaxProblem) -> SyntaxProblem:
    end = len(source)
    start = min(problem.span.start, end)
    span = Span(start, max(start, min(problem.span.end, end)))
    return SyntaxProblem(span, problem.message, problem.code, problem.hint, problem.related)


def _cause(source: str, error: Exception) -> tuple[yaml_layout.Cause, str | None]:
    """Return what is wrong and the source with that masked."""
    if not isinstance(error, yaml.MarkedYAMLError):
        cause = _unprintable(source)
    else:
        cause = causes.find(source, error)
    return cause, cause.mask(source)


def _unprintable(source: str) -> yaml_layout.Cause:
    match = _UNPRINTABLE.search(source)
    span = Span(*match.span()) if match else Span(0, 0)
    name = f"the control character U+{ord(source[span.start]):04X}" if match else "a character"
    message = f"YAML does not allow {name} here"
    problem = SyntaxProblem(span, message, "control-character", "Delete it")
    return yaml_layout.Cause(problem, " " * span.length)
