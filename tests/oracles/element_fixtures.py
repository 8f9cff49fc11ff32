"""Compares with html-validate's fixtures of elements: ``... element_fixtures.py REPOSITORY``.

REPOSITORY is a checkout of html-validate, for ``test-files/elements`` and the snapshot of the
messages expected of it. A message counts as heard where a finding of any of our rules begins on
its line or takes it in. Of its rules those are compared that are about which element may stand
where, and a few more (``_REMIT``); the rest is about values of attributes, or a matter of taste.

Prints what was not heard, and every finding in a valid fixture. Exits 1 where fewer than
``--least`` were heard, or a valid fixture has one that nobody looked at (``_IN_VALID``).

Not to be heard: ``alt`` of areas, which is no matter of HTML's structure; ``div`` in ``select``
and ``optgroup``, which may hold it since 2025; what ``rb`` and ``rtc`` hold, which are obsolete;
``custom-form``, which only html-validate's configuration makes a form; a ``head`` without title.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

_REMIT = {
    "area-alt", "close-order", "deprecated", "element-permitted-content",
    "element-permitted-occurrences", "element-permitted-order", "element-permitted-parent",
    "element-required-ancestor", "element-required-content", "empty-heading", "map-dup-name",
    "no-deprecated-attr", "valid-id", "void-content",
}  # fmt: skip
_STRICT = (
    "headings/empty", "html/document-element", "html/misplaced-element", "html/nested-interactive",
    "html/parse-error", "html/stray-end-tag", "html/text-in-table",
)  # fmt: skip
"""Rules that leave out by default what does no harm."""
_IN_VALID = {
    "html/document-element": "the tags of a document in a fragment, of which the page has its own",
    "html/empty-element": "advice, not about what may stand where",
    "html/obsolete-element": "html-validate calls `param`, `rb` and `rtc` obsolete later than HTML",
    "html/parse-error": "the fixture has no doctype, or something after `</html>`",
    "html/void-end-tag": "`<frame>` had none, and is obsolete",
    "a-valid.html html/misplaced-element": "`<td>` outside of a table, which the parser drops",
    "frame-valid.html html/misplaced-element": "`<frame>` outside of a `<frameset>`, likewise",
    "source-valid.html html/incomplete-element": "`<picture>` without the `<img>` that 4.8.1 wants",
    "rp-valid.html html/invalid-nesting": "4.5.12 wants text alone in `<rp>`",
}
"""Why findings in valid fixtures are right, by rule, or by fixture and rule."""
_TAG = re.compile(r"<[a-z]+(?=>)")
_GATHERED = re.compile(r"more are in this article|, as (?:is|are|do) ")
_FILE = re.compile(r'"filePath": "test-files/elements/([^"]+)"')
_MESSAGE = re.compile(r"\n      \{\n(.*?)\n      \},", re.DOTALL)
_FIELD = re.compile(r'^        "(line|message|ruleId)": (.*),$', re.MULTILINE)


class Message(NamedTuple):
    """What html-validate says of a fixture."""

    file: str
    line: int
    rule: str
    text: str


def expected(repository: Path) -> list[Message]:
    """Return the messages in our remit, from the snapshot of html-validate's own tests."""
    snapshot = repository / "src" / "elements" / "__snapshots__" / "html5.spec.ts.snap"
    found = []
    for block in snapshot.read_text(encoding="utf-8").split("\nexports["):
        file = _FILE.search(block)
        for message in _MESSAGE.findall(block) if file else ():
            fields = dict(_FIELD.findall(message))
            rule = fields["ruleId"].strip('"')
            if file and rule in _REMIT:
                found.append(Message(file[1], int(fields["line"]), rule, fields["message"][1:-1]))
    return found


def findings(fixtures: Path) -> dict[str, list[dict[str, Any]]]:
    """Return our findings by the name of the fixture."""
    command = [sys.executable, "-m", "articlelint", "check", "--select", "all"]
    command += ["--output-format", "json", "--exit-zero", "--quiet"]
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as config:
        config.write("".join(f'[rules."{rule}"]\nstrict = true\n' for rule in _STRICT))
        config.flush()
        command += ["--config", config.name, "."]
        output = subprocess.run(command, check=True, capture_output=True, cwd=fixtures).stdout
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for finding in json.loads(output)["diagnostics"]:
        found[Path(finding["path"]).name].append(finding)
    return found


def main(arguments: list[str]) -> int:
    """Compare; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--least", type=int, default=260)
    options = parser.parse_args(arguments)
    messages = expected(options.repository)
    found = findings(options.repository / "test-files" / "elements")
    silent = [each for each in messages if not _is_heard(each, found[each.file])]
    print("Not heard:")
    for each in silent:
        print(f"  {each.file}:{each.line} {each.text} [{each.rule}]")
    print("In valid fixtures:")
    alarms = [
        (file, each)
        for file in sorted(found)
        if not file.endswith("-invalid.html")
        for each in found[file]
        if each["rule"].startswith("html/")
    ]
    unknown = 0
    for file, alarm in alarms:
        why = _IN_VALID.get(f"{file} {alarm['rule']}") or _IN_VALID.get(alarm["rule"])
        unknown += why is None
        print(f"  {file}:{alarm['line']} {alarm['message']} [{alarm['rule']}]")
        print(f"      {why or 'NOT LOOKED AT'}")
    by_rule = Counter(each.rule for each in messages), Counter(each.rule for each in silent)
    for rule, count in by_rule[0].most_common():
        print(f"{rule}: {count - by_rule[1][rule]} of {count}")
    heard = len(messages) - len(silent)
    print(f"heard {heard} of {len(messages)}; {len(alarms)} findings in valid fixtures")
    return int(heard < options.least or unknown > 0)


def _is_heard(message: Message, found: list[dict[str, Any]]) -> bool:
    """Tell whether a finding is on the message's line, or is one of many that names its tag."""
    tag = None if message.rule == "element-required-content" else _TAG.search(message.text)
    return any(
        each["line"] <= message.line <= each["end_line"]
        or (tag is not None and tag[0] in each["message"] and _GATHERED.search(each["message"]))
        for each in found
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
