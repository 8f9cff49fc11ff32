"""Placeholders of scaffolds and archetypes: template tags that a tool should have filled in."""

import re

from articlelint import Article, SyntaxProblem, regex

_TAG = regex(
    r"\{ ?\{-?\s*(?P<words>[^{}]{1,120}?)\s*-?\} ?\}|<%[-=+*]?\s*(?P<percent>[^%]{1,120}?)\s*-?%>"
)
_NAMES = regex(
    # Hexo's scaffolds, Hugo's archetypes, Obsidian's and other editors' templates
    r"title|date|slug|layout|author|category|categories|tags|now|name|time|today|filename|cursor"
    r"|(?:date|time):[\w:/. -]+"
    r"|\.(?:Name|Title|Date|Type|File\.\w+|Site\.\w+|TranslationBaseName)\b.*"
    r"|(?:replace|replaceRE|dateFormat|time\.Now|now\.Format|getenv|title|humanize|strings\.\w++)\b[^.(\"`\n]*+[.(\"`].*"
    r"|\$[\w:]+|tp\.\w.*|VALUE.*|TITLE|DATE|NAME",
)

_LINE = regex(
    r"[ \t]*+(?:-[ \t]++)*+[\"']?(?P<key>[\w.-]{1,60}+)[\"']?[ \t]*+[:=][ \t]*+"
    r"(?P<value>[{<\"'][^\r\n]*+)"
)


_BODY = regex(r"[ \t]*+(?:-[ \t]++)*+[\w.-]{1,60}+[ \t]*+:[ \t]*+\*content[ \t\r]*+$", re.MULTILINE)
"""DocFX puts the text below in the place of this: "Overwrite files"."""


def placeholder(text: str, key: str = "") -> re.Match[str] | None:
    """Return the match of a tag that is all of *text*, or the *key*'s own name, if one is."""
    match = _TAG.fullmatch(text.strip().strip("\"'").strip())
    if match is None:
        return None
    words = (match["words"] or match["percent"]).strip()
    return match if words == key or _NAMES.fullmatch(words) else None


def of_problem(article: Article, problem: SyntaxProblem) -> bool:
    """Tell whether *problem* is a placeholder without quotes, which is no YAML or TOML."""
    text = article.text
    start = text.rfind("\n", 0, problem.span.start) + 1
    end = text.find("\n", problem.span.start)
    line = _LINE.match(text, start, len(text) if end < 0 else end)
    return line is not None and placeholder(line["value"], line["key"]) is not None


def takes_text(article: Article, problem: SyntaxProblem) -> bool:
    """Tell whether the text of the article comes in the place of what is a *problem* in YAML."""
    start = article.text.rfind("\n", 0, problem.span.start) + 1
    return _BODY.match(article.text, start) is not None
