from articlelint import ERROR, SAFE, Article, Findings, Fix, Link, Rule, Span, malformed_scheme, on


class MalformedScheme(Rule):
    """A link's scheme is misspelled or missing."""

    name = "links/malformed-scheme"
    severity = ERROR
    fixable = SAFE

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        problem = malformed_scheme(link.url)
        if problem is None or link.based or link.url.endswith("…"):  # cut off: links/invalid-url
            return
        start = link.span.start
        begin = link.url[: problem.end]
        verbatim = article.text.startswith(link.url[: problem.end + 1], start)
        span = Span(start, start + problem.end) if verbatim and problem.end else link.span
        edit = (Span(start, start + problem.end), problem.replacement)
        if not problem.certain:
            message = f"`{link.url}` without a scheme is a file next to this page"
            fix = Fix.unsafe(f"Write `{problem.replacement}` before it", edit)
        elif problem.replacement:
            message = f"`{begin}` is not `{problem.replacement}`"
            fix = Fix.safe(f"Write `{problem.replacement}`", edit)
        else:
            times = begin.lower().count("http")
            message = f"The scheme appears twice: `{begin}` before another"
            if times > 1:
                message = f"The scheme appears {times + 1} times"
            fix = Fix.safe("Delete all but the last" if times > 1 else "Delete the first one", edit)
        rest = link.url[problem.end : problem.end + 1]
        if rest == ".":  # the host is not right either
            verbatim = False
        cause = None if problem.certain else "article"
        yield self.diagnostic(span, message, fix=fix if verbatim else None, cause=cause)
