import re

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Image,
    Rule,
    Span,
    UrlFlaw,
    UrlProblem,
    is_dynamic,
    on,
    problems_of_url,
    regex,
)
from articlelint_rules.images._urls import is_remote, problems

_BROKEN_BY_SPACE = regex(
    r"""!\[[^\[\]\n]*+\]\((?P<url>(?=[^()<>"'\n]*?\.(?:png|jpe?g|gif|webp|avif|svg)[ \t]*[)"'])
    [^()<>"'\s]++(?:[ \t]+[^()<>"'\s]++)+)[ \t]*(?:"[^"\n]*"|'[^'\n]*')?[ \t]*\)""",
    re.VERBOSE | re.IGNORECASE,
)
_ENCODED = regex(r"%[0-9A-Fa-f]{2}")


class UnencodedUrl(Rule):
    """The address of an image holds a character that has to be percent-encoded."""

    name = "images/unencoded-url"
    severity = WARNING
    fixable = SAFE

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        found = [
            problem
            for problem in problems(article, image, UrlFlaw.UNENCODED)
            # What browsers leave alone does no harm: ``|`` in a query, say.
            if problem.replacement is not None or image.url[problem.start] == "%"
        ]
        if found:
            place = found[0].span(image.url, image.span, article.text)
            yield self.diagnostic(place, found[0].message, fix=_fix(article, image, found))

    @on.article()
    def check_broken(self, article: Article) -> Findings:
        """Yield Markdown images that are none, since a space ends the destination."""
        markdown = article.markdown
        if "![" not in markdown.text or article.site.generator.addresses_may_have_blanks:
            return
        for match in _BROKEN_BY_SPACE.finditer(markdown.text):
            place = Span(*match.span()).shift(markdown.offset)
            if is_dynamic(match["url"]) or any(code.overlaps(place) for code in article.code_spans):
                continue
            if not _is_text(article, match.start()):
                continue
            url = Span(*match.span("url")).shift(markdown.offset)
            leftover = next(
                (
                    problem
                    for problem in problems_of_url(match["url"], names_file=True)
                    if problem.flaw is UrlFlaw.LEFTOVER
                ),
                None,
            )
            yield self.diagnostic(
                place,
                "This is no image: the space ends its address",
                hint=leftover.message if leftover else None,
                fix=None
                if leftover
                else Fix.safe(
                    "Write `%20` for each space",
                    (url, re.sub(r"[ \t]", "%20", url.of(article.text))),
                ),
            )


def _is_text(article: Article, at: int) -> bool:
    """Tell whether readers see the character at *at* of the Markdown."""
    return any(
        kind == "Text" and start <= at < end for _, kind, _, start, end in article.markdown.events
    )


def _fix(article: Article, image: Image, found: list[UrlProblem]) -> Fix | None:
    if image.span.of(article.text) != image.url:
        return None
    if any(problem.replacement is None for problem in found):
        # A `%` of its own: where nothing is encoded yet, everything has to be.
        if _ENCODED.search(image.url):
            return None
        is_certain = False
    else:
        # A bundler looks for a file, and not all of them decode its name.
        is_certain = not article.site.generator.bundles_images or is_remote(image.url)
    edits = [
        Edit(problem.span(image.url, image.span, article.text), problem.replacement or "%25")
        for problem in found
    ]
    return (Fix.safe if is_certain else Fix.unsafe)("Percent-encode it", *edits)
