import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from articlelint import (
    FILLER,
    WARNING,
    Article,
    Depends,
    Findings,
    Rule,
    Span,
    nearest,
    on,
    regex,
    sample,
    shown_text,
)
from articlelint_rules.links._definitions import fold

_REFERENCE = regex(r"(?<!\\)\[(?P<text>(?:[^\[\]\\]|\\.)++)\]\[(?P<label>(?:[^\[\]\\]|\\.)*+)\]")
_ANY_DEFINITION = regex(r"^[ \t>*+-]*\[((?:[^\[\]\\\r\n]|\\.)+)\]:", re.MULTILINE)
_INCLUDING = frozenset({"include", "include_relative", "render", "partial", "import", "snippet"})
_OPTION = regex(r"\s--[a-z][\w-]*(?:\s|=)|\[--?[a-z][\w-]*\]")
_TAG = regex(r"</[a-z][^<>]*+>[^<>]*+(?:<|\Z)")
_ARE_NAMES = regex(
    r"\[[A-Z][A-Z0-9_]+\]\[[A-Z][A-Z0-9_]+\]|\[`[^`\]]*+`[^`\]]++`[^\]]*+\]\[`[^\]]*+\]"
)
_TICKET = regex(r"[A-Z][A-Z0-9]+-\d+")
_CLASS = regex(r"\[\^?\\?\w-\\?\w[\w.$\\-]*+\]")
_CALL = regex(r"[A-Za-z_][\w.]*\([^()]*\)")
_OBJECT = regex(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){2,}")
"""What mkdocstrings and its like link: ``kites.tails.Tail``."""
_NO_PROSE = regex(r"[\W\d_]*|\w")


class UndefinedReference(Rule):
    """A reference link uses a label that is not defined."""

    name = "links/undefined-reference"
    severity = WARNING
    depends = Depends.SITE | Depends.DISK

    @on.article()
    def check(self, article: Article) -> Findings:
        markdown = article.markdown
        text = markdown.text
        if "][" not in text or "--8<--" in text or _includes(article):
            return
        if not article.knows_constructs or article.dialect.has_unknown_definitions:
            return
        if _is_part(article, text):
            return
        labels: dict[str, str] | None = None
        for match in _REFERENCE.finditer(text):
            if not _is_meant(text, match):
                continue
            if not article.view(shown_text).has_all(match.start(), match.end() - 1):
                continue
            if labels is None:
                labels = {fold(each[1]): each[1] for each in _ANY_DEFINITION.finditer(text)}
            label = match["label"] or match["text"]
            if fold(label) in labels or (not labels and _are_remarks(article, match)):
                continue
            if article.site.root is not None and _are_defined_elsewhere(article.site.root):
                return
            group = "label" if match["label"] else "text"
            yield self.diagnostic(
                Span(*match.span(group)).shift(markdown.offset),
                f"`[{' '.join(label.split())}]` is not defined, so readers see the brackets",
                hint=_hint(label, list(labels.values())),
                cause="article",
            )


_FENCED = regex(r"^[ \t>]*+(`{3,}+|~{3,}+).*?^[ \t>]*+\1|`[^`\n]++`", re.MULTILINE | re.DOTALL)
_CODE_LINE = regex(r"^(?: {4}|\t).*$", re.MULTILINE)
_LEAST = 5
_GLUED = regex(r"[\w?@$:/.\]-]", re.ASCII)


@lru_cache(maxsize=16)
def _are_defined_elsewhere(root: Path) -> bool:
    """Tell whether a program completes the articles: one in ten has references of no definition."""
    articles = sample(root)
    wanting = sum(map(_wants_definitions, articles))
    return wanting >= max(_LEAST, len(articles) // 10)


def _wants_definitions(text: str) -> bool:
    if "][" not in text:
        return False
    labels = {fold(each[1]) for each in _ANY_DEFINITION.finditer(text)}
    text = _CODE_LINE.sub("", _FENCED.sub("code", text))
    return any(
        match["label"] and fold(match["label"]) not in labels and _is_meant(text, match)
        for match in _REFERENCE.finditer(text)
    )


def _includes(article: Article) -> bool:
    """Tell whether another file is put into the article, which may hold the definitions."""
    return any(tag.name in _INCLUDING for tag in article.masked.tags)


def _are_remarks(article: Article, match: re.Match[str]) -> bool:
    """Tell whether both brackets hold what happens, or is added, in an article without definitions.

    Elsewhere in it such words stand in brackets alone: ``[laughs]``.
    """
    if not match["label"] or _PATH.search(match["label"]):
        return False
    if match["label"].rstrip().endswith((".", "!", "?")):
        return True
    alone = article.view(_alone)
    both = {fold(match["text"]), fold(match["label"])}
    return len(alone) >= _HABIT or not alone.isdisjoint(both)


def _alone(article: Article) -> frozenset[str]:
    """Return what stands in brackets that no others and no address follow; a view."""
    return frozenset(fold(each[1]) for each in _REMARK.finditer(article.markdown.text))


_REMARK = regex(r"(?<![\w\]!\\])\[([^\W\d_][^\[\]\n`<>]{2,80}+)\](?![(\[:\w])")
_PATH = regex(r"[/#]|\.\w")
_HABIT = 5


def _is_part(article: Article, text: str) -> bool:
    """Tell whether the article is an entry that a program puts into a list, of what has changed."""
    if article.site.generator.has_content_folder or "]:" in text:
        return False
    return text.lstrip()[:2] in {"* ", "- "} and text.strip().count("\n") < _FEW


_FEW = 3


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Tell whether brackets are a link: not an index, not mathematics, not a template's part."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if (before and (before.isalnum() or before in "_])\\[$/")) or after in {"[", "(", "/"}:
        return False
    is_path = (before in {".", "~"} and after in {"\\", "<"}) or (
        before + after == ":\\"
    )  # `~.[name][version]\config`
    if is_path or _TAG.search(match[0]) or (before in {"?", "@"} and after.isalnum()):
        return False  # brackets in coloured code, or the grammar of a name: `?[a:][b:]c`
    if FILLER in match[0] or any(
        match[name].startswith(("^", "-", ",", "%", "/")) for name in match.groupdict()
    ):
        return False  # a footnote, options: [-v][--help], (path[, mode][, exist_ok]), [b][/b]
    if _CLASS.search(match[0]):
        return False  # [a-zA-Z][a-zA-Z0-9_]
    if _ARE_NAMES.fullmatch(match[0]):
        return False  # [DISK][SSD], [`type`-`number`][`module`]
    if "::" in match["label"] or _TICKET.fullmatch(match["label"]):
        return False  # an item of Rust's, which its tool for documents finds; [#12][AB-13]
    if _CALL.fullmatch(match["label"]) or _OBJECT.fullmatch(match["label"]):
        return False  # attributes of a program: [Optional][DefaultValue(0)]; an object of Python's
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    if _OPTION.search(line):
        return False  # a command, whose brackets are for what the reader puts in
    if line.count("$$") % 2:
        return False  # displayed mathematics, whatever stands in it
    return _NO_PROSE.fullmatch(match["text"]) is None and "\n\n" not in match[0]


def _hint(label: str, labels: Sequence[str]) -> str:
    near = nearest(label, labels[:500], likeness=0.75)
    if near is not None:
        return f"Did you mean `[{near}]`?"
    return f"Define it on a line of its own: `[{label}]: https://...`"
