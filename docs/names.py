"""Writes, from the docstrings, what rules can import and what generators have.

The list of names is in docs/writing-rules.md, the tables are in docs/writing-generators.md.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from importlib import import_module
from inspect import isfunction
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import articlelint

PAGE = Path(__file__).parent / "writing-rules.md"
FOR_PROGRAMS = {
    "articlelint.api",
    "articlelint.errors",
    "articlelint.report.report",
    "articlelint.runner.session",
    "articlelint.site",
}
"""The modules of what docs/python-api.md explains."""
LIST = re.compile(r"(?<=<!-- names -->\n).*?(?=<!-- /names -->)", re.DOTALL)


def modules() -> dict[str, str]:
    """Return the module of each public name, as ``articlelint/__init__.py`` imports it."""
    tree = ast.parse(Path(articlelint.__file__).read_text(encoding="utf-8"))
    return {
        alias.asname or alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def documentation(name: str, module: str) -> str:
    """Return the first sentence of the docstring of a class or function, or behind a constant."""
    value = getattr(articlelint, name)
    if isinstance(value, type | ModuleType) or hasattr(value, "__wrapped__") or isfunction(value):
        text = value.__doc__ or ""
    else:
        body = ast.parse(Path(import_module(module).__file__ or "").read_text("utf-8")).body
        text = next(
            (
                after.value.value
                for node, after in pairwise(body)
                if isinstance(node, ast.Assign | ast.AnnAssign)
                and name in {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
                and isinstance(after.value.value, str)
            ),
            "",
        )
    first = " ".join(text.split("\n\n")[0].split()).replace("``", "`")
    return re.split(r"(?<=[.;:]) (?=[A-Z*])|[;:]$", first)[0].rstrip(";:.")


def listed() -> str:
    """Return the list, one name a line; raises ValueError for a name without documentation."""
    found = modules()
    lines = []
    for name in sorted(articlelint.__all__, key=str.lower):
        if name.startswith("__") or found[name] in FOR_PROGRAMS:
            continue
        text = documentation(name, found[name])
        if not text:
            raise ValueError(f"{found[name]}.{name} has no docstring")
        lines.append(f"- `{name}`: {text}\n")
    return "".join(lines)


def said(node: ast.stmt) -> str:
    """Return the text that *node* is nothing but; "" where it is something else."""
    match node:
        case ast.Expr(value=ast.Constant(value=str() as text)):
            return text
    return ""


GROUPS = {
    "Recognition": "name title markers gives_way other_sources",
    "Front matter": "front_matter_formats optional_opening_fence knows_opening_fence closing_dots"
    " end_closes_front_matter text_may_follow_fence skips_blank_lines skips_line_end"
    " skips_byte_order_mark reads_commented_front_matter reads_tabs equal_keys ignores_key_case"
    " template_keys",
    "Titles, descriptions and terms": "title_keys titles_are_html shows_title description_keys"
    " tag_keys tells_terms_apart drops_blank_terms hierarchy_keys unnests_terms prints_decimals",
    "Dates and publication": "date_roles may_be_empty takes_date_from_name stops_at_dated_names"
    " publishes_drafts",
    "Layouts": "layout_key stops_without_layout",
    "The body": "dialect markdown_is_mdx capitals_are_components template_syntax"
    " only_content_is_run blocks_take_text bare_urls copies_html pages_have_front_matter"
    " passes_over_summary",
    "Images": "image_keys front_matter_images_are_relative front_matter_images_are_resolved"
    " image_tags converted_images bundles_images permalink_moves_images embeds_files"
    " lowers_folders",
    "Links and anchors": "rewrites_links links_by_file links_from_root links_to_sources"
    " has_content_folder puts_base_before_links keeps_base_of_links fills_empty_links"
    " shares_anchors embeds_bring_anchors summaries_have_ids preview_ports"
    " link_components",
    "Addresses": "addresses_from_titles path_key joins_slugs trims_slugs encodes_slugs",
}
"""What the attributes of a generator are about, in the order of the page."""


def generator() -> str:
    """Return the attributes of a generator, a table for each thing that they are about.

    Raises LookupError for one that is in no group, or in two.
    """
    head, rule, *rows = attributes("articlelint.generators.generator", "Generator").splitlines(True)
    known = {row.split("`")[1]: row for row in rows}
    grouped = " ".join(GROUPS.values()).split()
    there = Counter(known.keys())
    there.subtract(grouped)
    if odd := sorted(name for name, left in there.items() if left):
        raise LookupError(f"not in one group: {', '.join(odd)}")
    parts = [
        "".join((f"#### {title}\n\n", head, rule, *(known[name] for name in names.split()), "\n"))
        for title, names in GROUPS.items()
    ]
    return "\n" + "".join(parts)


def attributes(module: str, name: str) -> str:
    """Return a table of the attributes of a class: name, default, what it says of them.

    Raises LookupError for one without documentation.
    """
    tree = ast.parse(Path(import_module(module).__file__ or "").read_text("utf-8"))
    body = next(
        each.body for each in tree.body if isinstance(each, ast.ClassDef) and each.name == name
    )
    lines = ["| attribute | default | what it says |\n", "| --- | --- | --- |\n"]
    for node, after in pairwise(body):
        if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
            continue
        text = said(after)
        if not text:
            raise LookupError(f"{module}.{name}.{node.target.id} has no docstring")
        value = ast.unparse(node.value).replace("'", '"') if node.value is not None else ""
        default = f"`{value}`".replace("|", "\\|") if value else "none"
        about = " ".join(text.split("\n\n")[0].split()).replace("``", "`")
        lines.append(f"| `{node.target.id}` | {default} | {about} |\n")
    return "".join(lines)


def styles() -> str:
    """Return a table of the ways to make ids of headings; the comments of an enumeration say how.

    Raises LookupError for one without a comment.
    """
    lines = ["| style | how ids are made |\n", "| --- | --- |\n"]
    source = Path(import_module("articlelint.generators.id_style").__file__ or "")
    for name, said in re.findall(
        r'^    ([A-Z]\w+) = "[^"]+"(.*)$', source.read_text("utf-8"), re.MULTILINE
    ):
        if not said:
            raise LookupError(f"IdStyle.{name} has no comment")
        lines.append(f"| `IdStyle.{name}` | {said.strip(' #')} |\n")
    return "".join(lines)


GENERATORS = PAGE.with_name("writing-generators.md")


def with_tables(text: str) -> str:
    """Return the page about generators with its tables made anew."""
    tables = {
        "generator": generator(),
        "reader": attributes("articlelint.dates.readers.reader", "Reader"),
        "styles": styles(),
    }
    for mark, table in tables.items():
        pattern = rf"(?<=<!-- {mark} -->\n).*?(?=<!-- /{mark} -->)"
        text = re.sub(pattern, lambda _, table=table: table, text, flags=re.DOTALL)
    return text


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(LIST.sub(lambda _: listed(), page), encoding="utf-8")
    GENERATORS.write_text(with_tables(GENERATORS.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} and {GENERATORS.name} are written\n")
