"""What is found in text when everything else has been: abbreviations, symbols, quotes."""

from __future__ import annotations

from articlelint.markdown.python_markdown.inline.reader import Context, Inline, Run
from articlelint.markdown.python_markdown.inline.symbols import hide_symbols


def refined(context: Context, run: Run) -> list[Inline | Run]:
    """Return the parts of *run*; nothing more is to be looked for in them."""
    parts = _abbreviated(context, run)
    names = context.symbols
    if names:
        for part in parts:
            if isinstance(part, Run):
                part.text = hide_symbols(names, part.reader, part.text, part.start)
    return parts


def _abbreviated(context: Context, run: Run) -> list[Inline | Run]:
    parts: list[Inline | Run] = []
    done = 0
    names = context.abbreviations
    for match in names.finditer(run.text) if names is not None else ():
        start, end = match.span()
        if start > done:
            parts.append(Run(run.reader, run.text[done:start], run.start + done))
        inner = Run(run.reader, match[0], run.start + start, is_final=True)
        node = Inline("Element", "abbr", run.start + start, run.start + end, [inner])
        node.reader = run.reader
        node.attributes = {"title": context.titles[match[0]]}
        parts.append(node)
        done = end
    if done < len(run.text):
        parts.append(Run(run.reader, run.text[done:], run.start + done) if done else run)
    return parts
