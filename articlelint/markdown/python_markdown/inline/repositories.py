"""Short names of repositories, users, issues and commits: ``repo_url_shorthand`` of magiclink."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.inline.magic import bare
from articlelint.markdown.python_markdown.inline.reader import Inline, Reader, Run
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.features import Repositories

_USERS: Final = {
    "github": r"[a-zA-Z\d](?:[-a-zA-Z\d_]{0,37}[a-zA-Z\d])?",
    "gitlab": r"[\.a-zA-Z\d_](?:[-a-zA-Z\d_\.]{0,37}[-a-zA-Z\d_])?",
    "bitbucket": r"[-a-zA-Z\d_]{1,39}",
    "x": r"\w{1,15}",
    "twitter": r"\w{1,15}",
}
_HOSTS: Final = {
    "github": "https://github.com",
    "gitlab": "https://gitlab.com",
    "bitbucket": "https://bitbucket.org",
    "x": "https://x.com",
    "twitter": "https://twitter.com",
}
_PATHS: Final = {
    "github": ("issues/{}", "pull/{}", "discussions/{}", "commit/{}", "compare/{}...{}"),
    "gitlab": ("-/issues/{}", "-/merge_requests/{}", "", "-/commit/{}", "-/compare/{}...{}"),
    "bitbucket": (
        "issues/{}",
        "pull-requests/{}",
        "",
        "commits/{}",
        "branches/compare/{}..{}#diff",
    ),
}
_KINDS: Final = "#!?"
_NAMES: Final = regex("@")
_NUMBERS: Final = regex(r"[#!?][1-9]|[a-f\d]{40}")
_REPOSITORY: Final = r"[-._a-zA-Z\d]{0,99}[a-zA-Z\d]"
_REFERENCE: Final = (
    r"(?:(?P<issue>[#!?][1-9][0-9]*)|(?P<commit>@[a-f\d]{40})(?:\.{3}(?P<diff>[a-f\d]{40}))?)"
)


@lru_cache(maxsize=32)
def _patterns(known: Repositories) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return what is looked for, each after what it cannot do without."""
    hosts = [*(("github", "gitlab", "bitbucket") if known.projects else ())]
    people = [*hosts, *(("x", "twitter") if known.people else ())]
    inner = _USERS.get(known.provider, _USERS["github"])
    others = "|".join(f"{name}:{_USERS[name]}" for name in hosts)
    everyone = "|".join(f"{name}:{_USERS[name]}" for name in people)
    social = known.provider in {"x", "twitter"}
    found = []
    if known.projects:
        found.append(rf"(?P<mention>(?<![a-zA-Z])@(?:{others}))\b/(?P<repo>{_REPOSITORY})\b")
        if not social:
            found.append(rf"(?P<mention>(?<![a-zA-Z])@{inner})\b/(?P<repo>{_REPOSITORY})\b")
    found.append(rf"(?P<mention>(?<![a-zA-Z])@(?:{everyone}))\b")
    found.append(rf"(?P<mention>(?<![a-zA-Z])@{inner})\b")
    if known.projects:
        found.append(rf"(?<![@/])(?P<user>\b(?:{others}))/(?P<repo>{_REPOSITORY}){_REFERENCE}\b")
        if not social:
            found.append(
                rf"(?<![@/])(?:(?P<user>\b{inner})/)?(?P<repo>{_REPOSITORY}){_REFERENCE}\b"
            )
            found.append(
                r"(?:(?<![a-zA-Z])(?P<issue>[#!?][1-9][0-9]*)"
                r"|(?P<commit>(?<![@/])\b[a-f\d]{40})(?:\.{3}(?P<diff>[a-f\d]{40}))?)\b"
            )
    return tuple(
        (_NAMES if "(?P<mention>" in pattern else _NUMBERS, regex(pattern)) for pattern in found
    )


def repositories(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``@user``, ``user/repo#1`` and the like."""
    known = reader.context.features.repositories
    if reader.in_link or known is None:
        return text
    has = {_NAMES: "@" in text, _NUMBERS: _NUMBERS.search(text) is not None}
    for sign, pattern in _patterns(known):
        if not has[sign]:
            continue
        nodes = []
        for match in pattern.finditer(text):
            found = _meant(known, match)
            if found is None:
                continue
            url, shown = found
            start, end = offset + match.start(), offset + match.end()
            node = Inline("Link", bare(reader, url, start, end), start, end)
            node.children = [_made(reader, shown, start, end)]
            nodes.append(node)
        text = reader.hide(text, offset, nodes)
    return text


def _made(reader: Reader, text: str, start: int, end: int) -> Inline | Run:
    """Return text that is not quite what is written."""
    node = Inline("Made", text, start, end)
    node.reader = reader
    return node


def _meant(known: Repositories, match: re.Match[str]) -> tuple[str, str] | None:
    """Return the address that is meant, and what is shown."""
    groups = match.groupdict()
    mention = groups.get("mention")
    name = mention[1:] if mention else groups.get("user") or known.user
    provider, _, user = name.rpartition(":")
    provider = provider or known.provider
    repository = groups.get("repo") or known.repository
    if mention:
        shown = f"{user}/{repository}" if groups.get("repo") else f"@{user}"
        path = f"{user}/{repository}" if groups.get("repo") else user
        return f"{_HOSTS.get(provider, '')}/{path}", shown
    if not user or not repository or provider not in _PATHS:
        return None
    own = user == known.user and provider == known.provider
    prefix = f"{user}/{repository}"
    if own:
        prefix = "" if repository == known.repository else repository
    base = f"{_HOSTS[provider]}/{user}/{repository}/"
    issue, commit, diff = groups["issue"], groups["commit"], groups["diff"]
    if issue:
        path = _PATHS[provider][_KINDS.index(issue[0])]
        return (base + path.format(issue[1:]), f"{prefix}#{issue[1:]}") if path else None
    commit = commit.lstrip("@")
    size = 8 if provider == "gitlab" else 7
    at = f"{prefix}@" if prefix else ""
    if diff:
        shown = f"{at}{commit[:size]}...{diff[:size]}"
        return base + _PATHS[provider][4].format(commit, diff), shown
    return base + _PATHS[provider][3].format(commit), f"{at}{commit[:size]}"
