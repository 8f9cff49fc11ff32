"""Renders a Hexo site before and after ``--fix`` and compares the moments of its posts.

    python tests/oracles/hexo_dates.py LIBRARIES [FORM ...]

LIBRARIES is a folder with hexo in its ``node_modules``; ``node`` is on the path. For each form of
date (by default all lines of tests/dates/truth/cases.txt) a post is made, fixed as ``check --fix
--select dates`` does, and rendered by Hexo on machines in several time zones, for sites with and
without ``timezone``. Printed is every date that on some machine is not the moment that the text
names; the exit code is 1 where a fix made it so, or no rule has anything against it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from articlelint import Applicability, Article
from articlelint.dates import ParsedDate, parse
from articlelint.linting.fixing import fix
from articlelint.linting.registry import rules_of
from articlelint.recognition import site_for

HERE = Path(__file__).parent
CASES = HERE.parent / "dates" / "truth" / "cases.txt"
MACHINES = ("UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati")
SITES = (None, "Asia/Shanghai", "America/New_York", "UTC")
RULES = [rule() for rule in rules_of("articlelint_rules") if rule.name.startswith("dates/")]


class Post(NamedTuple):
    """A post before and after the fix, the moment that its date names, and whether rules mind."""

    before: str
    after: str
    moment: datetime
    is_reported: bool


def written(text: str, *, quoted: bool) -> str:
    """Return a post with this date."""
    return f"---\ntitle: a\ndate: {json.dumps(text) if quoted else text}\n---\n"


def rendered(
    libraries: str, posts: dict[str, str], machine: str, zone: str | None
) -> dict[str, datetime]:
    """Return the moment of each of *posts*, by its name, in a site with *zone*."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "source" / "_posts").mkdir(parents=True)
        config = "url: http://example.com\ntheme: false\n"
        (root / "_config.yml").write_text(config + (f"timezone: {zone}\n" if zone else ""))
        (root / "package.json").write_text('{"name": "site", "hexo": {"version": "8"}}')
        for slug, text in posts.items():
            (root / "source" / "_posts" / f"{slug}.html").write_text(text, encoding="utf-8")
        output = subprocess.run(
            ["node", str(HERE / "hexo_dates.cjs"), libraries, name],
            env={**os.environ, "TZ": machine},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    rows = [json.loads(line) for line in output.splitlines() if line.startswith("[")]
    in_range = re.compile("[0-9]{4}(?<!0000)-")  # the years that Python has
    return {slug: datetime.fromisoformat(day) for slug, day in rows if in_range.match(day)}


def meant(text: str, zone: str | None) -> datetime | None:
    """Return the moment that *text* names on a site with *zone*; None where it names none."""
    outcome = parse(text)
    if not isinstance(outcome, ParsedDate) or outcome.alternatives or outcome.two_digit_year:
        return None
    if not outcome.has_time or (outcome.zone is not None and not outcome.zone.known):
        return None
    return outcome.instant(ZoneInfo(zone) if zone else None)


def posts_of(texts: list[str], zone: str | None) -> dict[str, Post]:
    """Return a post for each text, plain and in quotes, that names a moment, by its name."""
    site = site_for(Path("/nowhere"), "hexo", {"time-zone": zone} if zone else {})
    posts: dict[str, Post] = {}
    for number, text in enumerate(texts):
        for quoted in (False, True):
            article = Article(written(text, quoted=quoted), "a.md", site=site)
            moment, front_matter = meant(text, zone), article.front_matter
            if moment is None or front_matter is None or front_matter.problems:
                continue
            fixed = fix(article, RULES, Applicability.SAFE)
            is_reported = bool(fixed.result.diagnostics)
            posts[f"{number}-{quoted}"] = Post(
                article.text, fixed.article.text, moment, is_reported
            )
    return posts


def main(libraries: str, forms: list[str]) -> int:
    """Compare; return the exit code."""
    texts = forms or CASES.read_text(encoding="utf-8").splitlines()
    counts: Counter[str] = Counter()
    for zone in SITES:
        posts = posts_of(texts, zone)
        for machine in MACHINES:
            old = rendered(libraries, {n: post.before for n, post in posts.items()}, machine, zone)
            new = rendered(libraries, {n: post.after for n, post in posts.items()}, machine, zone)
            for slug, post in posts.items():
                counts["rendered"] += 1
                counts["wrong before"] += not near(old.get(slug), post.moment)
                counts["fixed"] += post.before != post.after
                if near(new.get(slug), post.moment):
                    continue
                left = post.before == post.after and post.is_reported
                counts["reported and left alone" if left else "WRONG AFTER"] += 1
                print(
                    f"site {zone}, machine {machine}: {post.before.splitlines()[2]} -> "
                    f"{post.after.splitlines()[2]}: {new.get(slug)}, meant is {post.moment}"
                )
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    return int(counts["WRONG AFTER"] > 0)


def near(moment: datetime | None, other: datetime) -> bool:
    """Tell whether the two are the same but for fractions of a second, or a leap second."""
    return moment is not None and abs(moment.astimezone(UTC) - other) <= timedelta(seconds=1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
