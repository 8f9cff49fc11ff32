from articlelint import ERROR, UNSAFE, Article, Edit, Findings, Fix, FrontMatter, Rule, on


class Unclosed(Rule):
    """The front matter has an opening fence but no closing one."""

    name = "front-matter/unclosed"
    severity = ERROR
    fixable = UNSAFE

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        if not front_matter.unclosed or front_matter.opening is None:
            return
        text, end = article.text, front_matter.content.end
        if article.site.generator.end_closes_front_matter and not text[end:].strip():
            return
        fence = front_matter.opening.of(text)[0] * 3
        newline = "\r\n" if "\r\n" in text[: front_matter.span.end + 2] else "\n"
        before = "" if text[:end].endswith(("\n", "\r")) else newline
        edit = Edit.insert(end, f"{before}{fence}{newline}")
        yield self.diagnostic(
            front_matter.opening,
            f"The front matter that begins here is never closed with `{fence}`",
            fix=Fix.unsafe(f"Write `{fence}` after the last key", edit),
        )
