from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Image,
    Rule,
    UrlFlaw,
    UrlProblem,
    on,
    regex,
)
from articlelint_rules.images._urls import is_remote, problems

_PLACEHOLDER = regex(r"\{\w+\}")
_ENCODED = regex(r"%[0-9A-Fa-f]{2}")


class UnencodedUrl(Rule):
    """The address of an image contains a character that must be percent-encoded."""

    name = "images/unencoded-url"
    severity = WARNING
    default = False
    fixable = SAFE

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        found = [
            problem
            for problem in problems(article, image, UrlFlaw.UNENCODED)
            # What browsers leave alone does no harm: ``|`` in a query, say.
            if problem.replacement is not None or image.url[problem.start] == "%"
            if not _is_encoded_later(article, image, problem)
        ]
        if found:
            place = found[0].span(image.url, image.span, article.text)
            yield self.diagnostic(place, found[0].message, fix=_fix(article, image, found))


def _is_encoded_later(article: Article, image: Image, problem: UrlProblem) -> bool:
    """Tell whether a program writes the character: Markdown a blank, a script a placeholder."""
    character = image.url[problem.start]
    if character == " ":
        return article.text[image.span.start - 1 : image.span.start] == "<"
    return character in "{}" and any(
        match.start() <= problem.start < match.end() for match in _PLACEHOLDER.finditer(image.url)
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
