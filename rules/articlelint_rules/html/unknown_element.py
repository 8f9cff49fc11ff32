from bisect import bisect_left
from dataclasses import replace

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Depends,
    Diagnostic,
    Element,
    Findings,
    Fix,
    Rule,
    Span,
    regex,
)
from articlelint_rules.html._blocks import is_in_text
from articlelint_rules.html._vocabulary import (
    KNOWN,
    follows_word,
    glued,
    is_closed,
    is_text,
    nearest,
)

_INSTRUCTIONS = frozenset({"agents", "claude", "copilot-instructions", "gemini"})
"""Files for language models, to which tags of any name mark parts of a text."""
_FEW = 3
"""So many names of elements may each be a slip of its own; more are a text of another language."""
_CAPITALISED = regex(r"<[A-Z][a-z0-9]\w*")
_COMPONENT = regex(r"<(?:[A-Z][a-z0-9]+){2,6}\s+[\w:@-]+=")
"""`<CourseLink href="...">`, where nothing is said of components."""


def _is_mark(article: Article, span: Span) -> bool:
    """Tell whether it ends at once and is alone on its line, as `<cut />` is.

    It is a mark for the program that publishes the article, and nobody is to see it.
    """
    return _MARK.fullmatch(span.of(article.text)) is not None and (
        article.lines.filled(span) is not None
    )


_MARK = regex(r"<(?!more\b)[a-z]+\s*+/>")


class UnknownElement(Rule):
    """A tag is not HTML; often it is text that readers should see."""

    name = "html/unknown-element"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.DISK
    yields_to = ("html/overlapping-elements", "html/unclosed-element")

    elements: tuple[str, ...] = ()
    """The site's own elements, in lowercase."""

    def check(self, article: Article) -> Findings:
        """Yield one diagnostic for each start tag, for the outermost where they are nested.

        Custom elements with an end tag are fine.
        """
        if not article.has_html or not article.knows_constructs:
            return
        if article.dialect.tags_are_components or article.path.stem.lower() in _INSTRUCTIONS:
            return
        unknown = article.html.tag_names - KNOWN - set(self.elements)
        if not unknown:
            return
        broken = {problem.start for problem in article.html_problems("unterminated-tag")}
        elements = [
            (element, element.tag_span)
            for element in article.elements(*unknown)
            if element.namespace == "html" and "<" not in element.tag
            if element.start_offsets and element.start_offsets[0] not in broken
            if not _is_in_directive(article, element.tag_span)
            if not _is_type(article, element.tag_span)
            if not _is_mark(article, element.tag_span)
        ]
        starts = [span.start for _, span in elements]
        done = -1
        for index, (element, span) in enumerate(elements):
            if span.start < done:
                continue
            if glued(element.tag) is not None:
                yield self._glued(element, span)
            elif _is_component(article, element, span):
                continue
            elif is_text(element):
                yield self._text(article, element, span)
            elif "-" not in element.tag and ":" not in element.tag:
                done = element.span.end if is_closed(element) else done
                inside = max(bisect_left(starts, done) - index - 1, 0)
                is_slip = len(unknown) <= _FEW or nearest(element.tag) is not None
                cause = element.tag if is_slip else "article/other"
                yield replace(self._other(article, element, span, inside), cause=cause)

    def _glued(self, element: Element, span: Span) -> Diagnostic:
        name, attribute = glued(element.tag) or ("", "")
        place = span.start + 1 + len(name)
        return self.diagnostic(
            Span(span.start, place + len(attribute)),
            f"A space is missing after `<{name}`",
            fix=Fix.unsafe("Insert a space", (Span.at(place), " ")),
        )

    def _other(self, article: Article, element: Element, span: Span, inside: int) -> Diagnostic:
        near = nearest(element.tag)
        hint = None
        if inside:
            hint = f"{inside} more inside it are not either; does this code need a code fence?"
        elif near is not None:
            hint = f"Did you mean `<{near}>`?"
        elif not is_closed(element) or follows_word(article.text, span.start):
            hint = _escape_hint(article, span)
        else:
            hint = "If your site defines it, add it to the option `elements`"
        message = f"`<{element.tag}>` is not an HTML element"
        return self.diagnostic(span, message, hint=hint)

    def _text(self, article: Article, element: Element, span: Span) -> Diagnostic:
        written = span.of(article.text)
        near = None if follows_word(article.text, span.start) else nearest(element.tag)
        if near is not None and near in {
            problem.tag for problem in article.html_problems("stray-end-tag")
        }:
            place = Span(span.start + 1, span.start + 1 + len(element.tag))
            return self.diagnostic(
                span,
                f"`{written}` is not an HTML element, and `</{near}>` closes it",
                fix=Fix.unsafe(f"Write `<{near}>`", (place, near)),
            )
        if element.tag == "more" and article.lines.filled(span) is not None:
            return self.diagnostic(
                span,
                f"`{written}` does not end the excerpt",
                fix=Fix.unsafe("Write `<!-- more -->`", (span, "<!-- more -->")),
            )
        if "-" in element.tag and article.lines.filled(span) is not None:
            return self.diagnostic(
                span,
                f"`{written}` is never closed",
                hint=f"Write `</{element.tag}>` where it should end",
            )
        return self.diagnostic(
            span,
            f"`{written}` became a tag; readers do not see it",
            hint=_escape_hint(article, span),
            fix=Fix.unsafe("Write `&lt;`", (Span(span.start, span.start + 1), "&lt;")),
            cause="article",
        )


def _is_component(article: Article, element: Element, span: Span) -> bool:
    """Tell whether it is a component: of this site, or of one from which the text was taken.

    A program of the site may make something of an element that it names.
    """
    closed = is_closed(element) and not is_text(element)
    if closed and article.site.is_read_by_layouts(element.tag):
        return True
    if article.site.generator.capitals_are_components:
        return bool(_CAPITALISED.match(article.text, span.start))
    return is_closed(element) and bool(_COMPONENT.match(article.text, span.start))


def _is_in_directive(article: Article, span: Span) -> bool:
    """Tell whether it is in an attribute of a component: ``:tail{of="<kite>"}``."""
    line = article.text.rfind("\n", 0, span.start) + 1
    return _DIRECTIVE.search(article.text, line, span.start) is not None


def _is_type(article: Article, span: Span) -> bool:
    """Tell whether it is in a type that a program reads: ``{Promise<kite>}``.

    That program, which documents Node.js, has comments of its own at the beginning.
    """
    text = article.text
    line = text.rfind("\n", 0, span.start) + 1
    if _BRACE.search(text, line, span.start) is None or "}" not in text[span.end : span.end + 200]:
        return False
    return _FOR_PROGRAM.search(text, 0, _BEGINNING) is not None


_BRACE = regex(r"\{[^{}\n]*\w\Z")
_FOR_PROGRAM = regex(r"<!--[ ]?(?:YAML\b|introduced_in=|type=(?:module|misc|global)\b)")
_BEGINNING = 2_000

_DIRECTIVE = regex(r"(?<![\w:]):{1,3}[a-zA-Z][\w-]*(?:\[[^\[\]\n]*\])?\{[^{}\n]*\Z")


def _escape_hint(article: Article, span: Span) -> str:
    backticks = ", or put it in backticks" if is_in_text(article, span) else ""
    return f"Write `&lt;` for the `<`{backticks}"
