"""Compare our rendering of Jekyll's articles with kramdown's own.

Usage: kramdown.py FOLDER... [--mutated N] [--show N] [--keep FOLDER].

Each article of a folder is rendered with the options of the site's ``_config.yml``, by kramdown
(one Ruby process; the gems kramdown and kramdown-parser-gfm) and by us, and html5lib's trees are
compared. With ``--mutated N``, so many articles with a defect or two are compared instead; those
that differ are written to the folder of ``--keep``. Both read what is left when template tags are
masked.

Not compared: white space, heading ids, syntax highlighting, comments, whether quotation marks are
typographic, where footnotes and the table of contents stand, abbreviations, ``markdown=``, the
sections of a table, and the marks of tasks and mathematics.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

import yaml
from mutated_articles import mutated  # type: ignore[import-not-found] # a script beside this one
from trees import difference, tree  # type: ignore[import-not-found] # likewise

from articlelint.article import Article, Syntax
from articlelint.markdown import Markdown
from articlelint.markdown.kramdown import Kramdown
from articlelint.recognition import find_site
from articlelint.rendering import render
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EXTENSIONS: Final = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_QUOTES: Final = str.maketrans("‘’“”", "''\"\"")


Tree = tuple[str, dict[str, str], list[Any]]


class Ruby:
    """kramdown itself."""

    def __init__(self) -> None:
        script = Path(__file__).with_suffix(".rb")
        self._process = subprocess.Popen(
            ["/usr/bin/env", "ruby", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def render(self, text: str, options: dict[str, Any]) -> dict[str, Any]:
        """Return ``html`` and ``warnings``, or ``error``."""
        standard_input, output = self._process.stdin, self._process.stdout
        if standard_input is None or output is None:
            raise ValueError("the process has pipes")
        standard_input.write(json.dumps({"text": text, "options": options}) + "\n")
        standard_input.flush()
        answer: dict[str, Any] = json.loads(output.readline())
        return answer


def ruby_options(root: Path) -> dict[str, Any]:
    """Return the options that Jekyll gives kramdown, without what is not compared."""
    given: dict[str, Any] = {"input": "GFM", "hard_wrap": False, "entity_output": "as_char"}
    config = root / "_config.yml"
    if config.is_file():
        found = yaml.safe_load(config.read_text("utf-8"))
        given |= found.get("kramdown") or {}
    dropped = ("syntax_highlighter_opts", "guess_lang", "show_warnings", "footnote_nr")
    given = {key: value for key, value in given.items() if key not in dropped}
    return given | {"auto_ids": False, "syntax_highlighter": None, "math_engine": None}


def folded(page: Tree, notes: dict[str, list[Any]], *, native: bool = False) -> list[Any]:
    """Return the children of *page* without what is not compared; its footnotes go to *notes*."""
    found: list[Any] = []
    for child in page[2]:
        if isinstance(child, str):
            _add(found, child.translate(_QUOTES))
            continue
        name, attributes, _ = child
        if _is_footnote(child) or _is_left_out(child):
            _gather_notes(child, found, notes, native=native)
            continue
        style = attributes.get("class", "")
        inner = folded(child, notes, native=native)
        if style in {"kdmath", "math math-inline", "math math-display"}:
            text = "".join(each for each in child[2] if isinstance(each, str))
            found.append(("math", {}, [" ".join(text.strip("$ ").split())]))
        elif name in {"abbr", "tbody", "tfoot"}:
            for each in inner:
                _add(found, each) if isinstance(each, str) else found.append(each)
        elif name == "input" and attributes.get("type") == "checkbox":
            found.append((name, {"checked": str("checked" in attributes)}, []))
        else:
            if native:
                name = {"b": "strong", "i": "em"}.get(name, name)
                attributes = {} if name in {"br", "code"} else attributes
            found.append((name, _attributes(attributes), _content(name, inner, native=native)))
    return found


def _is_left_out(node: Tree) -> bool:
    name, attributes, _ = node
    if name == "a":
        return attributes.get("class") == "reversefootnote"
    return name in {"ul", "ol"} and attributes.get("id") == "markdown-toc"


def _is_footnote(node: Tree) -> bool:
    name, attributes, _ = node
    style = attributes.get("class")
    if name == "sup":
        return style == "footnote-reference" or attributes.get("id", "").startswith("fnref:")
    return name == "div" and style in {"footnotes", "footnote-definition"}


def _gather_notes(
    node: Tree, found: list[Any], notes: dict[str, list[Any]], *, native: bool
) -> None:
    """Add the reference that *node* is to *found*, or the footnotes in it to *notes*."""
    name, attributes, children = node
    if name == "sup":
        link = next((each for each in children if isinstance(each, tuple)), ("", {}, []))
        note = link[1].get("href", "").removeprefix("#").removeprefix("fn:")
        found.append(("note", {"name": note}, []))
    elif attributes.get("class") == "footnotes":
        for each in children[0][2]:
            if isinstance(each, tuple):
                inner = folded(each, notes, native=native)
                notes[each[1]["id"].removeprefix("fn:")] = _note(inner)
    elif name == "div":
        inner = folded((name, {}, children[1:]), notes, native=native)
        notes[attributes["id"]] = _note(inner)


def _add(found: list[Any], text: str) -> None:
    if found and isinstance(found[-1], str):
        found[-1] = f"{found[-1]} {text}".strip()
    elif text:
        found.append(text)


def _content(name: str, children: list[Any], *, native: bool) -> list[Any]:
    if native and name in {"pre", "code"} and len(children) == 1 and children[0][0] == "code":
        children = children[0][2]
    if name in {"td", "th"} and children == ["\u00a0"]:
        return []
    if name == "code" and len(children) == 1 and isinstance(children[0], str):
        return [children[0].rstrip("\n")]
    if name == "pre":
        return [" ".join(each.split()) if isinstance(each, str) else each for each in children]
    return children


def _note(children: list[Any]) -> list[Any]:
    found = [each for each in children if each != ("p", {}, [])]
    return [
        (*each[:2], each[2][:-1])
        if isinstance(each, tuple) and each[2][-1:] == ["\u00a0"]
        else each
        for each in found
    ]


def _attributes(attributes: dict[str, str]) -> dict[str, str]:
    found = {}
    for name, value in attributes.items():
        if name == "markdown":
            continue
        if name in {"href", "src"}:
            value = unquote(value)  # noqa: PLW2901 - the same, comparable
        if name == "class":
            value = " ".join(  # noqa: PLW2901 - likewise
                each for each in value.split() if not each.startswith("task-list")
            )
            if not value:
                continue
        found[name] = " ".join(value.split())
    return found


def compared(page: str, *, native: bool) -> tuple[Tree, dict[str, list[Any]]]:
    """Return what is compared of a page: its tree and its footnotes."""
    notes: dict[str, list[Any]] = {}
    return ("", {}, folded(tree(page), notes, native=native)), notes


def first_difference(ours: str, theirs: str, *, native: bool) -> str | None:
    """Return where two pages differ; None where they do not."""
    if ours == theirs:
        return None
    own, own_notes = compared(ours, native=native)
    other, notes = compared(theirs, native=native)
    found: str | None = difference(own, other)
    if found is not None:
        return found
    for name, content in notes.items():
        note = own_notes.get(name)
        if note is None:
            return f"no footnote {name}"
        found = difference(("", {}, note), ("", {}, content), f"note {name}")
        if found is not None:
            return found
    return None


def articles(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield the Markdown articles below *root*, each with its body, template tags masked."""
    site = find_site(root / "_config.yml")
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() in _EXTENSIONS and path.is_file():
            article = Article(decode(path.read_bytes()), path, site=site)
            if article.syntax is Syntax.MARKDOWN:
                yield path, article.masked.text


def main(arguments: Sequence[str]) -> int:
    """Print how many articles were compared and how many differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--mutated", type=int, default=0)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="a folder for the texts that differ")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    ruby = Ruby()
    count = different = 0
    for folder in given.folders:
        texts = list(articles(folder))
        if given.mutated:
            pick = random.Random(given.seed)
            chosen = [pick.choice(texts) for _ in range(given.mutated // len(given.folders) + 1)]
            texts = [(path, mutated(pick, text)) for path, text in chosen]
        rendered, wrong = _compare(ruby, folder, texts)
        for path, text, found in wrong[: max(given.show - different, 0)]:
            print(f"{path}: {found[:600]}")
            if given.keep:
                (given.keep / f"{folder.name}-{wrong.index((path, text, found))}.md").write_text(
                    text, "utf-8"
                )
        count += rendered
        different += len(wrong)
        print(f"{folder.name}: {rendered} articles, {len(wrong)} differ")
    same = 100 * (1 - different / max(count, 1))
    print(f"{count} compared, {different} differ: {same:.2f} % have the same tree")
    return 1 if different or not count else 0


def _compare(
    ruby: Ruby, folder: Path, texts: Sequence[tuple[Path, str]]
) -> tuple[int, list[tuple[Path, str, str]]]:
    """Return how many *texts* were compared, and those that differ, each with how."""
    options = ruby_options(folder)
    dialect = Kramdown.configured(options)
    native = bool(options.get("html_to_native"))
    count = 0
    wrong = []
    for path, text in texts:
        answer = ruby.render(text, options)
        if "error" in answer:
            print(f"{path}: kramdown fails: {answer['error'].splitlines()[0]}")
            continue
        count += 1
        ours = render(Markdown(text, 0, dialect)).html
        found = first_difference(ours, answer["html"], native=native)
        if found is not None:
            wrong.append((path, text, found))
    return count, wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
