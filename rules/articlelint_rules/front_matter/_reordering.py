"""Puts keys into another order, comments and blank lines going with the key below them."""

from itertools import pairwise

from articlelint import Article, Edit, Fix, Format, FrontMatter, Span
from articlelint_rules.front_matter._schema import after


def reordered(article: Article, front_matter: FrontMatter, order: list[int]) -> Fix | None:
    """Return the fix that puts the fields into *order*; None where it would change the data."""
    root = front_matter.root
    if root is None:
        return None
    is_inline = root.flow or front_matter.format is Format.JSON
    edit = (_swapped if is_inline else _moved)(article, front_matter, order)
    changed = after(article, edit)
    if changed is None or dict(changed.data) != dict(front_matter.data):
        return None
    if [field.key for field in changed.fields] != [front_matter.fields[i].key for i in order]:
        return None
    return Fix.safe("Sort the keys", edit)


def _swapped(article: Article, front_matter: FrontMatter, order: list[int]) -> Edit:
    """Put each field where another one was, leaving what stands between them."""
    text = article.text
    fields = front_matter.fields
    pieces: list[str] = []
    for place, index in enumerate(order):
        if place:
            pieces.append(text[fields[place - 1].span.end : fields[place].span.start])
        pieces.append(fields[index].span.of(text))
    return Edit(Span(fields[0].span.start, fields[-1].span.end), "".join(pieces))


def _moved(article: Article, front_matter: FrontMatter, order: list[int]) -> Edit:
    """Move whole lines; what stands above a key moves with it, what is below the last stays."""
    text = article.text
    fields = front_matter.fields
    content = front_matter.content
    ends = [_next_line(text, field.span.end, content.end) for field in fields]
    blocks = [text[start:stop] for start, stop in pairwise([content.start, *ends])]
    newline = "\r\n" if "\r\n" in content.of(text) else "\n"
    last = not blocks[-1].endswith(("\n", "\r"))
    if last:
        blocks[-1] += newline
    joined = "".join(blocks[index] for index in order)
    return Edit(Span(content.start, ends[-1]), joined.removesuffix(newline) if last else joined)


def _next_line(text: str, offset: int, end: int) -> int:
    found = text.find("\n", offset, end)
    return end if found < 0 else found + 1
