from articlelint import SAFE, WARNING, Article, Findings, Fix, Image, Rule, UrlFlaw, on
from articlelint_rules.images._urls import problems, rewritten, shortened


class BackslashPath(Rule):
    """The path of an image contains backslashes."""

    name = "images/backslash-path"
    severity = WARNING
    fixable = SAFE

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        found = problems(article, image, UrlFlaw.BACKSLASH)
        if not found:
            return
        url = image.url
        for problem in reversed(found):
            url = f"{url[: problem.start]}{problem.replacement}{url[problem.end :]}"
        edit = rewritten(article, image, url)
        yield self.diagnostic(
            image.span,
            "Addresses use `/`, not backslashes"
            if any(problem.replacement for problem in found)
            else found[0].message,
            fix=Fix.safe(f"Write `{shortened(url)}`", edit) if edit else None,
        )
