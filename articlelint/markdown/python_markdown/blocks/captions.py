"""The numbers of figures, which go before their captions: ``CaptionTreeprocessor``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.python_markdown.element import Element, Figure
from articlelint.markdown.python_markdown.mapped import Mapped, joined

if TYPE_CHECKING:
    from collections.abc import Sequence


def number_figures(root: Element) -> None:
    """Give the figures in *root* their numbers."""
    counters: dict[str, list[int]] = {}
    _number(root, (), counters)


def _number(element: Element, around: Sequence[Figure], counters: dict[str, list[int]]) -> None:
    figure = element.data if isinstance(element.data, Figure) else None
    if figure is not None:
        number = _next(figure, around, counters) if figure.kind.numbered else _own(figure)
        if number:
            _label(element, figure, number)
        around = (*around, figure)
    for child in element.children:
        _number(child, around, counters)


def _own(figure: Figure) -> str:
    if figure.level is not None:
        return ".".join(["1"] * (int(figure.level.partition(".")[0]) + 1))
    return figure.number or ""


def _next(figure: Figure, around: Sequence[Figure], counters: dict[str, list[int]]) -> str:
    """Return the next number of a figure of its kind, as deep in others of it as it is."""
    kind = figure.kind
    depth = _level(figure)
    for each in around:
        if each.kind.name == kind.name:
            depth += 1 + _level(each)
    if kind.depth and depth >= kind.depth:
        return ""
    counter = counters.setdefault(kind.name, [0])
    given = [int(part) for part in figure.number.split(".")] if figure.number else []
    if given:
        depth = len(given) - 1
    if depth >= len(counter):
        counter += [1] * (depth + 1 - len(counter))
    else:
        del counter[depth + 1 :]
        counter[depth] += 1
    if given > counter:
        counter[:] = given
    return ".".join(map(str, counter))


def _level(figure: Figure) -> int:
    return int(figure.level.partition(".")[0]) if figure.level is not None else 0


def _label(element: Element, figure: Figure, number: str) -> None:
    caption = next((each for each in element.children if each.tag == "figcaption"), None)
    element.attributes.setdefault("id", f"__{figure.kind.name}_{number.replace('.', '_')}")
    if caption is None:
        return
    first = caption.children[0] if caption.children else None
    if first is None or first.tag != "p":
        first = Element("p", caption.start, caption.start)
        first.tail, caption.text = caption.text, None
        caption.children.insert(0, first)
    label = Element("span", first.start, first.start)
    label.attributes["class"] = "caption-prefix"
    label.data = figure.kind.title.replace("{}", number)
    text = first.text
    if text is not None and text.text:
        label.tail = joined([Mapped.of(" ", first.start), text])
    first.text = None
    first.children.insert(0, label)
