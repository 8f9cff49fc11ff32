from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from articlelint import (
    ERROR,
    WARNING,
    Article,
    Claim,
    Diagnostic,
    Facts,
    FindingsByPath,
    SiteRule,
    Span,
    regex,
    without_variant,
)


class _Claimed(NamedTuple):
    """What an article claims: the site's root, the claim, the file, the key's place.

    *number* is which of the article's claims it is.
    """

    site: str
    claim: Claim
    file: str
    span: Span
    number: int


class _Shared(NamedTuple):
    """A claim of several files of a *site*, each with its article and what it says."""

    site: str
    claims: Mapping[str, tuple[Path, _Claimed]]
    number: int

    @property
    def files(self) -> tuple[str, ...]:
        """Return the files."""
        return tuple(sorted(self.claims))


class DuplicatePermalink(SiteRule):
    """Two articles are published at the same address."""

    name = "site/duplicate-permalink"
    severity = ERROR

    def facts(self, article: Article) -> Iterator[_Claimed]:
        site, front_matter = article.site, article.front_matter
        if front_matter is not None and front_matter.root is None:
            return
        data = front_matter.data if front_matter is not None else None
        path = article.site_path
        claims = site.generator.claims(path, data, site.settings)
        for number, claim in enumerate(claims):
            yield _Claimed(str(site.root), claim, str(path), _place(article, claim.field), number)

    def key(self, fact: _Claimed | _Shared) -> tuple[object, ...]:
        if isinstance(fact, _Shared):
            return fact.site, "shared", fact.files
        return fact.site, fact.claim.key

    def check_site(
        self, facts: Facts[_Claimed | _Shared]
    ) -> Iterator[tuple[Path, Diagnostic | _Shared]]:
        claimed = [(path, fact) for path, fact in facts if isinstance(fact, _Claimed)]
        shared = [fact for _, fact in facts if isinstance(fact, _Shared)]
        claims = {fact.file: (path, fact) for path, fact in reversed(claimed)}
        if len(claims) > 1:
            path, first = claimed[0]
            yield path, _Shared(first.site, claims, first.number)
        if shared:  # one name of two articles brings the others
            yield from self._told(min(shared, key=lambda each: each.number))

    def _told(self, shared: _Shared) -> FindingsByPath:
        files = shared.files
        if all(claim.field == "aliases" for _, (_, claim, *_) in shared.claims.values()):
            files = _newest(files)
            if len(files) < 2:
                return  # versions of one page, whichever of them the redirect leads to
        names = {fact.claim.name.strip("/") for _, fact in shared.claims.values()}
        by_capitals = len(names) > 1 == len({name.lower() for name in names})
        for file in files:
            path, (_, claim, _, span, _) = shared.claims[file]
            message, hint = _words([each for each in files if each != file], claim)
            if by_capitals and not claim.noun:
                message, hint = f"{message}, apart from case", _CAPITALS
            cause = _cause(files, claim)
            is_old = claim.field == "aliases"
            severity = WARNING if is_old or by_capitals else None
            yield (
                path,
                self.diagnostic(span, message, hint=hint, cause=cause, severity=severity),
            )


def _cause(files: Sequence[str], claim: Claim) -> str | None:
    if claim.field == "aliases":
        return "aliases" if _are_copies(files) else None
    return f"{claim.noun} {claim.name}"


_NUMBER = regex(r"(\d+)")
_CAPITALS = "Some disks and servers treat both as one; give each an address of its own"


def _newest(files: Sequence[str]) -> tuple[str, ...]:
    """Return one file of those that are versions or translations of one page: the newest."""
    newest = {}
    for each in sorted(files, key=_natural):
        newest[without_variant(PurePosixPath(each))] = each
    return tuple(sorted(newest.values()))


def _natural(file: str) -> list[tuple[int, str]]:
    """Return what puts ``v1.10`` behind ``v1.9``."""
    return [(int(each) if each.isdecimal() else -1, each) for each in _NUMBER.split(file)]


def _are_copies(files: Sequence[str]) -> bool:
    """Tell whether all files have one name: those of several versions of a documentation."""
    return len({name.rpartition("/")[2] for name in files}) == 1


def _place(article: Article, key: str) -> Span:
    front_matter = article.front_matter
    if front_matter is None:
        return Span.at(0)
    field = next((each for each in front_matter.fields if each.key.lower() == key), None)
    return field.value_span if field is not None else front_matter.locate(())


def _words(others: Sequence[str], claim: Claim) -> tuple[str, str]:
    """Return the message and the hint."""
    several = len(others) > 1
    if not claim.noun:
        message = f"{_listed(others)} {'are' if several else 'is'} published at `{claim.name}` too"
        return message, "Only one of them will exist; give each an address of its own"
    verb = "have" if several else "has"
    loss = "The build stops" if claim.stops else "Only one of them is shown"
    hint = f"{loss}; give each {'an' if claim.noun[0] in 'aeiou' else 'a'} {claim.noun} of its own"
    return f"{_listed(others)} {verb} the {claim.noun} `{claim.name}` too", hint


def _listed(files: Sequence[str]) -> str:
    if len(files) > 2:
        return f"`{files[0]}` and {len(files) - 1} others"
    return " and ".join(f"`{name}`" for name in files)
