"""Front matter that stands in a block of code."""

from pathlib import Path

from articlelint import Article, FenceDefect, FrontMatter, is_file, names_in

_ENOUGH = 2
"""So many articles beside this one that begin likewise tell that it is meant so."""
_LOOKED_AT = 40
_READ = 40


def is_in_code(front_matter: FrontMatter, article: Article) -> bool:
    """Tell whether the front matter is shown as code."""
    return any(is_fence_of_code(defect, article) for defect in front_matter.fence_defects)


def is_fence_of_code(defect: FenceDefect, article: Article) -> bool:
    """Tell whether the line around the front matter is the fence of a block of code."""
    return defect.span.of(article.text).startswith(("```", "~~~"))


def is_custom(defect: FenceDefect, article: Article) -> bool:
    """Tell whether articles beside this one begin with the same line, so that it is meant."""
    path = Path(article.path)
    line = defect.span.of(article.text).encode()
    others = [each for each in names_in(path.parent) if each.endswith(".md") and each != path.name]
    found = 0
    for name in others[:_LOOKED_AT]:
        other = path.parent / name
        try:
            if not is_file(other):  # reading a pipe would wait for its other end
                continue
            with other.open("rb") as file:
                found += file.read(_READ).startswith(line)
        except OSError:
            continue
        if found == _ENOUGH:
            return True
    return False
