"""The pages about generators, made from what articlelint knows of each."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators import known
from articlelint.generators.generator import Generator as Base
from articlelint.schema.model import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.generators import Generator
    from articlelint.generators.settings import Settings

_ROOT = Path("/nowhere")
_POSTS = {"hexo": "source/_posts/one.md", "jekyll": "_posts/2024-05-01-one.md"}
"""An article of those whose posts have a folder of their own."""
INDEX = """\
# Generators

articlelint recognises the generator of a site by its files. If it does not, name it with
`generator` in the table `[site]` of the [configuration](../configuration.md).

| generator | name in the configuration |
| --- | --- |
"""


def generator_pages() -> dict[str, str]:
    """Return a page for each generator, and one that lists them, by path."""
    generators = sorted(known(plugins=False), key=lambda each: each.title.lower())
    pages = {f"generators/{each.name}.md": "\n".join(_page(each)) for each in generators}
    rows = [f"| [{each.title}]({each.name}.md) | `{each.name}` |" for each in generators]
    pages["generators/index.md"] = INDEX + "\n".join(rows) + "\n"
    return pages


def _page(generator: Generator) -> Iterator[str]:
    reader = generator.date_reader(PurePosixPath("a.md"))
    settings = generator.settings(_ROOT)
    yield from (f"# {generator.title}", "", _sentence(type(generator).__doc__), "")
    yield from ("## How a site is recognised", "", _recognition(generator), "")
    yield from ("## How an article is read", "", "| | |", "| --- | --- |")
    yield f"| Markdown | {generator.dialect.name} |"
    formats = ", ".join(sorted(each.name for each in generator.front_matter_formats))
    yield f"| front matter | {formats} |"
    yield f"| templates | {generator.template_syntax} |"
    yield f"| dates | {reader.documented} |"
    yield f"| folders of articles | {_folders(settings.content)} |"
    yield f"| folders of static files | {_folders(settings.static)} |"
    yield f"| keys of dates | {_keys(generator.date_keys)} |"
    yield f"| keys of images | {_keys(generator.image_keys)} |"
    yield f"| keys of terms | {_keys(generator.tag_keys)} |"
    yield ""
    if reader.sources:
        yield from ("Sources for dates:", "")
        yield from (f"- {_link(each)}" for each in reader.sources)
        yield ""
    yield from _images(generator, settings)
    schema = generator.schema(PurePosixPath("a.md"))
    if schema is not None:
        yield from (
            "## Front matter",
            "",
            "| key | value | | source |",
            "| --- | --- | --- | --- |",
        )
        for field in schema_of(schema).fields.values():
            need = " Required." if field.required else ""
            value = "any value" if field.shape.anything else field.shape.describe()
            said = f"{value} | {_cell(field.key.doc)}{need}"
            yield f"| `{field.name}` | {said} | {_link(field.key.source)} |"
        yield ""
    yield from ("## What is not known", "", *_not_known(generator), "")


def _images(generator: Generator, settings: Settings) -> Iterator[str]:
    """Yield where an image of Markdown is looked for, if the site configures nothing."""
    folder = settings.content[0] if settings.content else PurePosixPath()
    article = PurePosixPath(_POSTS.get(generator.name) or folder / "posts/one.md")
    yield from ("## Where an image leads", "")
    yield from (f"In `{article}`, with the default configuration, the first of these files:", "")
    yield from ("| image | file |", "| --- | --- |")
    for url in ("a.png", "/a.png"):
        found = generator.asset_candidates(url, _ROOT / article, settings, _ROOT)
        places = dict.fromkeys(str(each.relative_to(_ROOT)) for each in found)
        yield f"| `![]({url})` | {_keys(tuple(places)) if places else 'not known'} |"
    yield ""


def _not_known(generator: Generator) -> Iterator[str]:
    """Yield what is known of no site of this generator, and how to see it for one's own."""
    title = generator.title
    if not generator.dialect.is_known:
        yield f"- How exactly {title} reads Markdown: what depends on it is not reported."
    elif generator.dialect.has_unknown_constructs:
        yield "- What extensions and plugins add to Markdown: what looks like a slip may be meant."
    if type(generator).knows_addresses is Base.knows_addresses:
        yield "- Where pages are published: links to addresses (`/a/b/`) are not reported."
    if type(generator).heading_id_styles is Base.heading_id_styles:
        yield "- How headings get ids: an anchor is reported if none of the usual ways fits."
    yield (
        "- What your plugins, your theme and a configuration that is computed change:"
        " `articlelint config show` names what this is on your site."
    )


def _folders(paths: tuple[PurePosixPath, ...]) -> str:
    return _keys(tuple(f"{path}/" if str(path) != "." else "." for path in paths))


def _link(source: str) -> str:
    """Return where a fact is written, an address perhaps with words behind a comma."""
    address, comma, words = source.partition(", ")
    return f"<{address}>{comma}{words}" if "://" in address else _cell(source)


def _recognition(generator: Generator) -> str:
    said = _sentence(generator.recognises.__doc__)
    return said.replace("Look for ", "articlelint looks for ", 1)


def _keys(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def _sentence(text: str | None) -> str:
    """Return the first paragraph of a docstring, in the Markdown of the pages."""
    return _cell((text or "").partition("\n\n")[0]).replace("``", "`")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
