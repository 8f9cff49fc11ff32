"""Compare our rendering of MkDocs' and Pelican's articles with Python-Markdown's own.

Usage: python_markdown.py FOLDER... [--mutated N] [--show N]. Each article of a folder is rendered
with the extensions of the site's ``mkdocs.yml`` or ``pelicanconf.py``, by Python-Markdown
(install markdown, pymdown-extensions, pygments and what else the site names) and by us, and
html5lib's trees are compared. With ``--mutated N``, so many articles with a defect or two are
compared instead. Hooks and plugins of the site do not run.

Not compared: white space, ids of headings and links to them, syntax highlighting, comments, where
footnotes and tables of contents stand, which emoji and keys there are, classes and titles of
``magiclink``, the ids of tabs, and the marks of tasks and formulas.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import sys
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

import markdown  # type: ignore[import-untyped] # to be installed
import yaml
from mutated_articles import mutated  # type: ignore[import-not-found] # a script beside this one
from trees import Tree, difference, tree  # type: ignore[import-not-found] # likewise

from articlelint.article import Article, Syntax
from articlelint.markdown import Dialect, Markdown
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.recognition import find_site
from articlelint.rendering import render
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlelint.markdown import Event
    from articlelint.markdown.dialect import DefinitionPlace

_EXTENSIONS: Final = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_FORMATTING: Final = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"]
)
_HIGHLIGHTED: Final = re.compile(
    r'<div class="(?:[^"]* )?(?:highlight|codehilite)">(?:<span class="filename">[^<]*</span>)?'
    r"<pre>(.*?)</pre></div>",
    re.DOTALL,
)
_TAG: Final = re.compile(r"<[^>]+>")
_PELICAN: Final[dict[str, Any]] = {
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight"},
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}
Extensions = list[tuple[str, dict[str, Any]]]


def extensions_of(root: Path) -> Extensions:
    """Return the extensions of the site at *root*, with their options."""
    config = root / "mkdocs.yml"
    if config.is_file():
        found = yaml.load(config.read_text("utf-8"), Loader=_loader())  # noqa: S506 - the site's own
        listed = found.get("markdown_extensions") or []
        return [("toc", {}), ("tables", {}), ("fenced_code", {}), *_listed(listed)]
    settings: dict[str, Any] = _PELICAN
    for statement in ast.parse((root / "pelicanconf.py").read_text("utf-8")).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "MARKDOWN":
            settings = ast.literal_eval(statement.value)
    given: dict[str, Any] = settings.get("extension_configs", {})
    names = [*settings.get("extensions", []), *given]
    return [(name, given.get(name, {})) for name in dict.fromkeys(names) if "meta" not in name]


def _loader() -> type:
    class Loader(yaml.UnsafeLoader):
        """Reads the objects that a configuration names."""

    Loader.add_constructor("!ENV", lambda *_: None)
    return Loader


def _listed(listed: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    items = listed.items() if isinstance(listed, dict) else listed
    for each in items:
        pairs = (
            [each]
            if isinstance(each, tuple)
            else [(each, {})]
            if isinstance(each, str)
            else each.items()
        )
        for name, options in pairs:
            yield name, options or {}


def _shortname(*args: Any) -> ET.Element:
    """Make an emoji of its short name, which is what we do."""
    element = ET.Element("span")
    element.text = markdown.util.AtomicString(args[2] or args[1])
    return element


def _plain(match: re.Match[str]) -> str:
    """Return code without its highlighting, in which elements that are open would begin anew."""
    return f"<pre><code>{_TAG.sub('', match[1])}</code></pre>"


class Theirs:
    """Python-Markdown itself."""

    def __init__(self, extensions: Extensions) -> None:
        configs: dict[str, dict[str, Any]] = {}
        for name, options in extensions:
            configs[name] = dict(options)
        for name, options in configs.items():
            if name == "pymdownx.emoji":
                options["emoji_generator"] = _shortname
            if name.removeprefix("markdown.extensions.") == "toc":
                options |= {"permalink": False, "anchorlink": False}
        self._markdown = markdown.Markdown(extensions=list(configs), extension_configs=configs)

    def html(self, text: str) -> str | None:
        """Return the page; None where Python-Markdown stops at the text."""
        self._markdown.reset()
        try:
            page: str = self._markdown.convert(text)
            return _HIGHLIGHTED.sub(_plain, page)
        except Exception as error:  # noqa: BLE001 - whatever it stops with
            print(f"Python-Markdown stops: {error!r:.100}")
            return None


class _NotesLast(Dialect):
    """A dialect with footnotes at the end, where Python-Markdown shows them."""

    name = "notes-last"

    def __init__(self, dialect: PythonMarkdown) -> None:
        self._dialect = dialect

    def events(self, text: str) -> list[Event]:
        first: list[Event] = []
        last: list[Event] = []
        depth = 0
        for event in self._dialect.events(text):
            depth += event[0] if event[1] == "FootnoteDefinition" else 0
            is_end = event[:2] == (-1, "FootnoteDefinition")
            (last if depth or is_end else first).append(event)
        return first + last

    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        return self._dialect.definitions(text)


def folded(page: Tree, notes: dict[str, list[Any]]) -> list[Any]:  # noqa: C901, PLR0912 - one branch a kind
    """Return the children of *page* without what is not compared; its footnotes go to *notes*."""
    found: list[Any] = []
    for child in page[2]:
        if isinstance(child, str):
            _add(found, child)
            continue
        name, attributes, inner = child
        classes = attributes.get("class", "").split()
        if name == "sup" and (
            classes == ["footnote-reference"] or attributes.get("id", "").startswith("fnref")
        ):
            href = inner[0][1].get("href", "") if inner and isinstance(inner[0], tuple) else ""
            found.append(("note", {"name": href.removeprefix("#").removeprefix("fn:")}, []))
        elif name == "div" and classes == ["footnote"]:
            for item in _items(inner):
                if "id" in item[1]:
                    notes[item[1].get("id", "").removeprefix("fn:")] = _note(folded(item, notes))
        elif name == "div" and classes == ["footnote-definition"]:
            notes[attributes["id"]] = _note(folded((name, {}, inner[1:]), notes))
        elif name == "a" and set(classes) & {"footnote-backref", "headerlink"}:
            continue
        elif name == "a" and "toclink" in classes:
            for each in folded(child, notes):
                _add(found, each) if isinstance(each, str) else found.append(each)
        elif name == "div" and classes == ["toc"]:
            found.append(("toc", {}, []))
        elif name in {"div", "table"} and set(classes) & {
            "highlight",
            "codehilite",
            "highlighttable",
            "codehilitetable",
        }:
            found.append(("pre", {}, [_code(_find_code(child))]))
        elif name == "pre":
            found.append(("pre", {}, [_code(child)] if _is_text(child) else folded(child, notes)))
        elif name == "code" and _is_text(child):
            text = " ".join(_text(child).split())
            attributes = {key: value for key, value in attributes.items() if key != "class"}
            found.append((name, attributes, [text] if text else []))
        elif "arithmatex" in classes or "math" in classes:
            text = (
                _text(child)
                .strip()
                .replace("\\(", "")
                .replace("\\)", "")
                .replace("\\[", "")
                .replace("\\]", "")
            )
            found.append(("math", {}, [" ".join(text.split())]))
        elif name == "label" and "task-list-control" in classes:
            found += folded(child, notes)
        elif name == "span" and "task-list-indicator" in classes:
            continue
        elif name == "input" and attributes.get("type") == "checkbox":
            found.append((name, {"checked": str("checked" in attributes)}, []))
        elif "keys" in classes or (name == "kbd" and not attributes):
            found.append(("kbd", {}, []))
        else:
            content = folded(child, notes)
            if not content and name in _FORMATTING:
                continue  # opened anew for the white space after an element that was left open
            found.append((name, _attributes(name, attributes), content))
    return found


def _items(children: list[Any]) -> Iterator[Tree]:
    """Yield the items of the first list, which may stand in elements that were left open."""
    for child in children:
        if isinstance(child, tuple):
            if child[0] == "li":
                yield child
            else:
                yield from _items(child[2])


def _add(found: list[Any], text: str) -> None:
    text = text.replace("\u00a0", " ")
    if found and isinstance(found[-1], str):
        found[-1] = " ".join(f"{found[-1]} {text}".split())
    elif text.split():
        found.append(" ".join(text.split()))


def _note(children: list[Any]) -> list[Any]:
    """Return a footnote without the blank, or the paragraph, that holds the way back."""
    if children and children[-1] == ("p", {}, []):
        children = children[:-1]
    return children


def _find_code(node: Tree) -> Tree:
    """Return the code itself, which line numbers may stand beside."""
    if node[0] == "pre" and (
        not node[2] or not any(isinstance(each, tuple) and each[0] == "pre" for each in node[2])
    ):
        return node
    best = node
    for each in node[2]:
        if (
            isinstance(each, tuple)
            and "linenos" not in each[1].get("class", "")
            and each[0] != "th"
        ):
            inner = _find_code(each)
            if inner[0] == "pre":
                best = inner
    return best


def _is_text(node: Tree) -> bool:
    return all(
        isinstance(each, str) or (each[0] in {"code", "span", "a"} and _is_text(each))
        for each in node[2]
    )


def _text(node: Tree) -> str:
    return "".join(each if isinstance(each, str) else _text(each) for each in node[2])


def _code(node: Tree) -> str:
    return "\n".join(line.rstrip() for line in _text(node).split("\n")).strip()


def _attributes(name: str, attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes that count, in one spelling."""
    found = {key: " ".join(value.split()) for key, value in attributes.items() if key != "markdown"}
    if name[0] == "h" and name[1:].isdigit():
        found.pop("id", None)
        found.pop("data-toc-label", None)
    for key in ("href", "src"):
        if key in found:
            found[key] = quote(" ".join(unquote(found[key]).split()), safe="/:?#[]@!$&'()*+,;=%")
    if "style" in found:
        found["style"] = found["style"].rstrip(";")
    if "class" in found:
        classes = [
            each for each in found["class"].split() if each not in {"task-list", "task-list-item"}
        ]
        found["class"] = " ".join(classes)
        if "magiclink" in classes:
            found = {"href": found["href"]}
    if name in {"input", "label"} or "tabbed-set" in found.get("class", ""):
        for key in ("id", "for", "name", "data-tabs"):
            found.pop(key, None)
    return {key: value for key, value in found.items() if value or key not in {"class", "title"}}


def articles(folder: Path) -> list[Article]:
    """Return the Markdown articles of a folder."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _EXTENSIONS and path.is_file():
            article = Article(decode(path.read_bytes()), path, site=find_site(path))
            if article.syntax is Syntax.MARKDOWN:
                found.append(article)
    return found


_LARGEST_MUTATED: Final = 20_000
_BLANK: Final = re.compile('<span class="w">([ \t]+)</span>')
"""What Pygments makes of blanks in code."""


def same(ours: str, theirs: str) -> str | None:
    """Return how two pages differ; None where they are the same."""
    our_notes: dict[str, list[Any]] = {}
    their_notes: dict[str, list[Any]] = {}
    one: Tree = ("", {}, folded(tree(ours.rstrip()), our_notes))
    theirs = _BLANK.sub(r"\1", theirs.rstrip())
    other: Tree = ("", {}, folded(tree(theirs), their_notes))
    found: str | None = difference(one, other)
    if found is None and our_notes != their_notes:
        for name in {*our_notes, *their_notes}:
            found = difference(
                ("note", {}, our_notes.get(name, [])), ("note", {}, their_notes.get(name, []))
            )
            if found:
                return f"note {name}: {found}"
    return found


def main(arguments: list[str]) -> int:
    """Print how many pages are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--mutated", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(3000)
    failed = False
    here = Path.cwd()
    for folder in [each.resolve() for each in options.folders]:
        os.chdir(folder)
        extensions = extensions_of(folder)
        theirs = Theirs(extensions)
        dialect = _NotesLast(PythonMarkdown(features(extensions), _appended(folder, extensions)))
        texts = [(each.path, each.body.of(each.text)) for each in articles(folder)]
        if options.mutated:
            pick = random.Random(options.seed)
            small = [case for case in texts if len(case[1]) < _LARGEST_MUTATED]
            chosen = [pick.choice(small) for _ in range(options.mutated)]
            texts = [(path, mutated(pick, text)) for path, text in chosen]
        equal = 0
        seconds = [0.0, 0.0]
        shown = stopped = 0
        for path, text in texts:
            begin = time.perf_counter()
            real = theirs.html(text)
            if real is None:
                stopped += 1
                continue
            middle = time.perf_counter()
            our = render(Markdown(text, 0, dialect)).html
            seconds[0] += middle - begin
            seconds[1] += time.perf_counter() - middle
            how = same(our, real)
            if how is None:
                equal += 1
            elif shown < options.show:
                shown += 1
                print(f"{path.relative_to(folder)}: {how}")
                if options.mutated and shown <= 40:
                    Path(f"/tmp/mutated-{shown}.md").write_text(text, "utf-8")  # noqa: S108 - to look at
        share = equal / max(len(texts) - stopped, 1)
        failed = failed or share < (0.97 if options.mutated else 0.99)
        print(
            f"{folder.name}: {len(texts)} pages, {equal} the same ({share:.1%}), "
            f"{seconds[1] * 1000 / max(len(texts), 1):.2f} ms each, "
            f"Python-Markdown {seconds[0] * 1000 / max(len(texts), 1):.2f} ms"
        )
    os.chdir(here)
    return 1 if failed else 0


def _appended(folder: Path, extensions: Extensions) -> str:
    """Return the text of the snippets that every article ends with."""
    for name, options in extensions:
        if name == "pymdownx.snippets":
            return "\n\n".join(
                (folder / each).read_text("utf-8") for each in options.get("auto_append", [])
            )
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
