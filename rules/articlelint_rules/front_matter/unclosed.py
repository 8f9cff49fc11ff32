from articlelint import ERROR, UNSAFE, Article, Edit, Findings, Fix, FrontMatter, Rule


class Unclosed(Rule):
    """The front matter has an opening fence and no closing one."""

    name = "front-matter/unclosed"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or not front_matter.unclosed or front_matter.opening is None:
            return
        fence = front_matter.opening.of(article.text)[0] * 3
        yield self.diagnostic(
            front_matter.opening,
            f"The front matter that begins here is never closed with `{fence}`",
            fix=Fix.unsafe(
                f"Write `{fence}` after the last key", _closing(article, front_matter, fence)
            ),
        )


def _closing(article: Article, front_matter: FrontMatter, fence: str) -> Edit:
    text = article.text
    newline = "\r\n" if "\r\n" in text[: front_matter.span.end + 2] else "\n"
    end = front_matter.content.end
    before = "" if text[:end].endswith(("\n", "\r")) else newline
    return Edit.insert(end, f"{before}{fence}{newline}")
