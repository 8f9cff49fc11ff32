from articlelint import (
    ERROR,
    SAFE,
    Article,
    Depends,
    Edit,
    FenceDefect,
    Findings,
    Fix,
    FrontMatter,
    Related,
    Rule,
    on,
    regex,
)
from articlelint_rules.front_matter._in_code import is_custom, is_fence_of_code
from articlelint_rules.front_matter._schema import after

_ONE_LINE_END = regex(r"\ufeff?(?:\r\n?|\n)(?:---|;;;)")
_COMMENTED = regex(r"\s*+<!--[^\n]*\n(?:---|\+\+\+)[ \t]*\r?\n(?s:.)*?-->")


class MalformedFence(Rule):
    """A line was meant to open or close the front matter, but does not."""

    name = "front-matter/malformed-fence"
    severity = ERROR
    fixable = SAFE
    depends = Depends.DISK

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        generator = article.site.generator
        skips = generator.skips_blank_lines or (
            generator.skips_line_end and _ONE_LINE_END.match(article.text) is not None
        )
        if generator.reads_commented_front_matter and _COMMENTED.match(article.text):
            return
        for defect in front_matter.fence_defects:
            if defect.span.start == defect.span.end:  # the fence that is missing
                if not generator.knows_opening_fence:
                    continue
            elif skips and not defect.span.of(article.text).strip("\ufeff \t\r\n"):
                continue
            if _is_meant(defect, front_matter, article):
                continue
            spans = [defect.span] if defect.also is None else [defect.span, defect.also]
            fix = None
            if defect.replacement is not None:
                edits = [Edit(span, defect.replacement) for span in spans]
                make = Fix.safe if defect.meant else Fix.unsafe
                if not front_matter.root or after(article, *edits):
                    fix = make(_title(defect, defect.replacement), *edits)
            hint = None
            if not fix:
                hint = "Delete it" if defect.replacement else "Move it below the front matter"
            other = "the other fence is here" if defect.replacement else "it ends here"
            related = [Related(span, other) for span in spans[1:]]
            yield self.diagnostic(defect.span, defect.message, hint=hint, fix=fix, related=related)


def _is_meant(defect: FenceDefect, front_matter: FrontMatter, article: Article) -> bool:
    """Tell whether it is as its author wants it."""
    if article.site.generator.text_may_follow_fence and _is_text(defect, front_matter):
        return True
    return is_fence_of_code(defect, article) and is_custom(defect, article)


def _is_text(defect: FenceDefect, front_matter: FrontMatter) -> bool:
    """Tell whether *defect* is of words behind the last fence."""
    closing = front_matter.closing
    if closing is None or defect.span.start < closing.end:
        return False
    return (defect.replacement or "").startswith(("\r", "\n"))


def _title(defect: FenceDefect, replacement: str) -> str:
    if not replacement.strip():
        return "Delete it" if defect.also is None else "Delete both lines"
    if replacement[0] in "\r\n":
        return "Put it on a line of its own"
    return f"Write `{replacement.strip()}`"
