"""Pages as trees that can be compared: html5lib's, without what no reader sees.

White space is folded, typographic quotes and dashes are plain ones again, and what generators add
of their own is left out: ids of headings, links to them, colours of code, the wrapping of
footnotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL_END: Final = re.compile(r"</t[dhr]>")
_SPACE: Final = re.compile(r"\s+")
_PLAIN: Final = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "«": "<<",
        "»": ">>",
        "‘": "'",
        "’": "'",
        "–": "--",
        "—": "---",
        "…": "...",
    }
)
_SAME: Final = {"s": "del"}
"""Elements that stand for the same."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_URLS: Final = frozenset({"href", "src"})
_CODE: Final = frozenset({"highlight", "chroma"})
_NOTES: Final = frozenset({"footnotes", "footnote-definition"})
_MARKS: Final = frozenset({"footnote-reference", "footnote-ref"})
_MARK_IDS: Final = ("fnref", "user-content-fnref")
_LANGUAGE: Final = "language-"
_PERMALINKS: Final = frozenset({"headerlink", "header-anchor", "anchor"})
_ALIGNED: Final = re.compile(r"text-align:\s*(\w+);?")
_ROOT: Final = re.compile(r"(?<=[^/:])/\Z")
_EXTENSION: Final = re.compile(r"(?:(?:^|(?<=/))index)?\.(?:md|html)(?=[#?]|\Z)")

Tree = list[Any]
"""An element's name and attributes, then its content; a text is a string."""


def tree_of(page: str) -> Tree:
    """Return the tree of *page*; its footnotes come last."""
    page = page.replace("<br>", "<br>\n")  # within a <select> there is no <br>
    page = _CELL_END.sub(r"\g<0>\n", page)  # what stands beside a table is not joined
    root = html5lib.parseFragment(page, treebuilder="etree", namespaceHTMLElements=False)
    notes: list[Tree] = []
    body = _content(root, notes, in_code=False)
    return [*body, *sorted(notes, key=str)]


def _content(element: Any, notes: list[Tree], *, in_code: bool) -> Tree:
    found: Tree = []
    _add_text(found, element.text)
    for child in element:
        for node in _node(child, notes, in_code=in_code):
            if isinstance(node, str):
                _add_text(found, node)
            else:
                found.append(node)
        _add_text(found, child.tail)
    if not in_code:
        # White space beside an element may go or stay; that between words may not.
        found = [each.strip() if isinstance(each, str) else each for each in found]
    return [each for each in found if each != ""]


def _add_text(found: Tree, text: str | None) -> None:
    if not text:
        return
    folded = _SPACE.sub(" ", text.translate(_PLAIN).replace("\u200b", ""))
    if found and isinstance(found[-1], str):
        found[-1] = _SPACE.sub(" ", found[-1] + folded)
    else:
        found.append(folded)


def _node(element: Any, notes: list[Tree], *, in_code: bool) -> Iterator[Any]:
    name = element.tag
    if not isinstance(name, str):
        yield ["<!---->", _SPACE.sub(" ", element.text or "").strip()]
        return
    if name == "a" and (set(element.get("class", "").split()) & _PERMALINKS):
        return
    if name == "tbody" and not len(element):
        return  # marked writes none of a table without rows
    if name == "p" and not len(element) and (element.text or "x").isspace():
        return  # of a no-break space alone
    if name == "a" and _is_bare(element):
        yield element.text
        return
    made = list(_of_generators(element, notes))
    if made:
        yield from (each for each in made if each != "")
        return
    name = _SAME.get(name, name)
    yield [name, *_attributes(element), *_content(element, notes, in_code=in_code)]


def _of_generators(element: Any, notes: list[Tree]) -> Iterator[Any]:
    """Yield what stands for an element that is a generator's; nothing where it is the author's."""
    name = element.tag
    classes = set(element.get("class", "").split())
    if name == "pre" or classes & _CODE:
        yield ["pre", " ".join("".join(element.itertext()).split())]
    elif (
        name == "div" and _LANGUAGE in element.get("class", "") and element.find("pre") is not None
    ):
        # VitePress's box around it.
        yield ["pre", " ".join("".join(element.find("pre").itertext()).split())]
    elif name == "div" and "tabs" in classes:
        yield ""
    elif "table-of-contents" in classes:
        yield ["contents"]
    elif name == "div" and "blocks" in classes:
        yield from _content(element, notes, in_code=False) or [""]
    elif classes & _NOTES:
        notes += _notes(element)
        yield ""
    elif name == "sup" and (classes & _MARKS or element.get("id", "").startswith(_MARK_IDS)):
        yield ["note"]


def _is_bare(element: Any) -> bool:
    """Tell whether a link says no more than where it leads, so that it may be a bare URL."""
    if len(element) or not element.text or not set(element.keys()) <= {"href", "target", "rel"}:
        return False
    url, shown = (_plain(element.get("href", "")), _plain(element.text))
    return url == shown


def _plain(url: str) -> str:
    url = unquote(url.translate(_PLAIN)).strip().removeprefix("mailto:")
    return url.removeprefix("http://").removeprefix("https://").rstrip("/")


def _notes(element: Any) -> Iterator[Tree]:
    bodies = element.findall(".//li[@id]") if "footnotes" in element.get("class") else [element]
    for body in bodies:
        for back in body.iter():
            for child in list(back):
                classes = str(child.get("class", ""))
                if "backref" in classes or classes == "footnote-definition-label":
                    _remove(back, child)
        yield ["footnote", " ".join("".join(body.itertext()).translate(_PLAIN).split())]


def _remove(parent: Any, child: Any) -> None:
    at = list(parent).index(child)
    if child.tail:
        if at:
            parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _attributes(element: Any) -> Iterator[str]:
    name = element.tag
    for key, value in sorted((str(key), str(value)) for key, value in element.items()):
        if name in _HEADINGS and key in {"id", "tabindex"}:
            continue
        if key == "class" and name in {"code", "ul", "li", "blockquote", "div"}:
            continue
        if (name, key) in {("table", "tabindex"), ("code", "v-pre")}:
            continue
        if name == "a" and key in {"target", "rel"}:
            continue
        if name == "img" and key in {"loading", "decoding"}:
            continue
        aligned = _ALIGNED.fullmatch(value) if key == "style" and name in {"td", "th"} else None
        if aligned is not None:
            yield f"align={aligned[1]}"
        elif key in _URLS:
            url = _ROOT.sub("", unquote(value).strip()).removeprefix("./")
            yield f"{key}={_EXTENSION.sub('', url)}"
        elif key in {"alt", "title"} and not value.strip():
            continue
        else:
            yield f"{key}={_SPACE.sub(' ', value.translate(_PLAIN)).strip()}"


def difference(ours: Tree, theirs: Tree, path: str = "") -> str:
    """Return where the trees part: the elements around it, and what follows in each."""
    for at in range(max(len(ours), len(theirs))):
        mine = ours[at] if at < len(ours) else None
        other = theirs[at] if at < len(theirs) else None
        if mine == other:
            continue
        if isinstance(mine, list) and isinstance(other, list) and mine[0] == other[0]:
            return difference(mine, other, f"{path}/{mine[0]}")
        return f"{path}: ours {ours[at : at + 2]!r:.200} | theirs {theirs[at : at + 2]!r:.200}"
    return ""
