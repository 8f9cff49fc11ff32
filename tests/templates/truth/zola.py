r"""Reads each page of a list by Zola's own grammar; see generate.py.

python zola.py < pages.json > answers.jsonl

There is no package of Zola, so this is no run of it: its grammar (zola at 2026-06-30,
``components/markdown/src/content.pest``) is written again for parsimonious, which is an engine of
the same kind, and what is done with the result follows ``shortcode/parser.rs``. Where the grammar
does not reach the end of a page, Zola stops.
"""

from __future__ import annotations

import html
import json
import sys
from importlib import import_module
from importlib.metadata import version
from typing import Any

GRAMMAR = r"""
page = content*
content = ignored_inline / inline / ignored_body / body / text
inline = "{{" ws call ws "}}"
ignored_inline = "{{/*" ws call ws "*/}}"
start = "{%" ws call ws "%}"
end = "{%" ws "end" ws "%}"
ignored_start = "{%/*" ws call ws "*/%}"
ignored_end = "{%/*" ws "end" ws "*/%}"
body = start ws held ws end
held = (!end content)+
ignored_body = ignored_start ignored_held ignored_end
ignored_held = (!ignored_end content)+
text = (!(inline / ignored_inline / start / ignored_start / end / ignored_end) ~"."s)+
call = ident ws "(" ws (kwargs ws)* ")"
kwargs = kwarg (ws "," ws kwarg)*
kwarg = ident ws "=" ws literal
literal = boolean / string / float / int / array
boolean = "true" / "false"
string = ~'"[^"]*"' / ~"'[^']*'" / ~"`[^`]*`"
float = ~"-?(?:0|[1-9][0-9]*)\\.[0-9]+"
int = ~"-?(?:0|[1-9][0-9]*)"
array = "[" ws (literal ws "," ws)* literal? ws "]"
ident = ~"[A-Za-z_][A-Za-z0-9_]*"
ws = ~"[ \t\r\n]*"
"""
KNOWN = frozenset({"note", "plain", "youtube"})


class Unknown(Exception):  # noqa: N818 - what Zola says, not an error of ours
    """A shortcode that the site does not have."""


def main() -> None:
    """Answer for each page."""
    parsimonious = import_module("parsimonious")
    grammar = parsimonious.Grammar(GRAMMAR)
    answers = sys.stdout
    for text in json.load(sys.stdin):
        body = text.split("\n---\n", 1)[1]
        try:
            said: dict[str, object] = {"html": html.escape(render(grammar, body), quote=False)}
        except Unknown as error:
            said = {"error": str(error), "line": None}
        except parsimonious.ParseError as error:
            said = {"error": "the grammar does not reach the end", "line": error.line()}
        print(json.dumps(said), file=answers, flush=True)
    about = f"content.pest of 2026-06-30, by parsimonious {version('parsimonious')}"
    print(json.dumps({"version": about}), file=answers)


def render(grammar: Any, text: str) -> str:
    """Return *text* with its shortcodes replaced; raises what stops Zola."""
    return "".join(_shown(grammar, each.children[0]) for each in grammar.parse(text))


def _shown(grammar: Any, node: Any) -> str:
    kind, text = node.expr_name, node.text
    if kind == "text":
        return str(text)
    if kind == "inline":
        return _call(node.children[2])
    if kind == "body":
        name = _call(node.children[0].children[2])
        return f"{name}[{render(grammar, node.children[2].text.strip())}]"
    if kind == "ignored_inline":
        return str(text).replace("{{/*", "{{", 1).replace("*/}}", "}}", 1)
    start, held, end = (each.text for each in node.children)
    start, end = (each.replace("{%/*", "{%").replace("*/%}", "%}") for each in (start, end))
    return f"{start}{held}{end}"


def _call(call: Any) -> str:
    name = call.children[0].text
    if name not in KNOWN:
        raise Unknown(f"Found usage of a shortcode named `{name}` but we do not know about")
    return str(name).upper()


if __name__ == "__main__":
    main()
