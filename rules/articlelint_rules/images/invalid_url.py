from articlelint import ERROR, SAFE, Article, Findings, Fix, Image, Rule, UrlFlaw, on
from articlelint_rules.images._urls import problems


class InvalidUrl(Rule):
    """The address of an image is invalid, or not what its author meant."""

    name = "images/invalid-url"
    severity = ERROR
    fixable = SAFE
    yields_to = ("security/invisible-character", "templates/typographic-quotes")
    many_are_one = True

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        for problem in problems(
            article, image, UrlFlaw.BROKEN, UrlFlaw.LEFTOVER, UrlFlaw.QUOTES, UrlFlaw.INVISIBLE
        ):
            span = problem.span(image.url, image.span, article.text)
            fix = None
            if (
                problem.replacement is not None
                and span.of(article.text) == (image.url[problem.start : problem.end])
            ):
                fix = Fix.safe("Delete it", (span, problem.replacement))
            yield self.diagnostic(span, problem.message, fix=fix)
