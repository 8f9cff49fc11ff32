"""What a generator is: how its sites are recognised and how it reads an article."""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from articlelint.front_matter.model import Format
from articlelint.generators.claim import Claim
from articlelint.generators.id_style import ANY_STYLE
from articlelint.generators.settings import Settings
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.templates import TemplateSyntax
from articlelint.templates.names import ANY
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.dates.role import DateRole
    from articlelint.generators.id_style import AnyIds
    from articlelint.markdown.dialect import Dialect
    from articlelint.markdown.url_library import BareUrls
    from articlelint.templates import TemplateTag
    from articlelint.templates.jsx import Compiler
    from articlelint.templates.language import AnyLanguage
    from articlelint.templates.names import Names


_UNDERSCORED = regex(r"_(?!posts$|drafts$|pages$|index)")
_ADDRESS_KEYS = ("permalink", "url", "slug", "path", "save_as")


class Generator(ABC):
    """One static site generator: how its sites are recognised and how it reads an article.

    Paths of articles are absolute or relative to the site's root; folders in settings are
    relative to the root.
    """

    name: ClassVar[str]
    """Its name in the configuration."""
    title: ClassVar[str]
    """Its name in messages."""
    markers: ClassVar[frozenset[str]] = frozenset()
    """Names of files and folders; the root of a site has at least one of them."""
    gives_way: ClassVar[bool] = False
    """Whether such a folder within a site of another generator is a part of that site."""
    template_syntax: ClassVar[AnyLanguage] = TemplateSyntax.NONE
    """The template language of most articles, or a ``Language`` of its own."""
    dialect: ClassVar[Dialect] = CommonMark(GFM_OPTIONS | FOOTNOTES)
    """How its Markdown is read, unless a site's settings say otherwise."""
    optional_opening_fence: ClassVar[bool] = False
    """Whether front matter may begin without a fence."""
    knows_opening_fence: ClassVar[bool] = True
    """Whether it is known whether front matter may: not so of an unknown generator."""
    closing_dots: ClassVar[bool] = False
    """Whether ``...`` closes YAML front matter as well as ``---``."""
    front_matter_formats: ClassVar[frozenset[Format]] = frozenset({Format.YAML})
    """The formats of front matter that it reads."""
    bare_urls: ClassVar[BareUrls | None] = None
    """What finds the bare URLs that its Markdown turns into links; None if it does not, unless a
    setting says so."""
    other_sources: ClassVar[frozenset[str]] = frozenset()
    """Extensions of its own that it makes pages of: ``.qmd``, ``.rmd``, ``.mdoc``."""
    markdown_is_mdx: ClassVar[bool] = False
    """Whether ``.md`` files are read as MDX, tags as components."""
    equal_keys: ClassVar[str] = "only one of the two values is used"
    """What happens to a duplicate key in YAML, as a clause of a message."""
    ignores_key_case: ClassVar[bool] = False
    """Whether ``Title`` and ``title`` are the same key."""
    addresses_from_titles: ClassVar[bool] = False
    """Whether an article's file name tells nothing of its address."""
    date_roles: ClassVar[Mapping[str, DateRole]] = {}
    """The keys of dates, with the meaning of each; the publication date first."""
    rewrites_links: ClassVar[bool] = True
    """Whether the links of Markdown are resolved as its images are."""
    puts_base_before_links: ClassVar[bool] = False
    """Whether it adds the base path to Markdown links that begin with a slash."""
    keeps_base_of_links: ClassVar[bool] = False
    """Whether it leaves such a link alone if it already has the base path."""
    links_by_file: ClassVar[bool] = False
    """Whether a relative link is resolved from the source file, whatever address the page has."""
    links_from_root: ClassVar[bool] = False
    """Whether relative links are seen from the root, where it ``resolves_links``."""
    shares_anchors: ClassVar[bool] = False
    """Whether a fragment alone may name a target on any page, or of another project."""
    embeds_bring_anchors: ClassVar[bool] = True
    """Whether a link may lead to a heading of a note that its target embeds."""
    fills_empty_links: ClassVar[bool] = False
    """Whether a Markdown link without text gets the title of its target."""
    links_to_sources: ClassVar[bool] = True
    """Whether a link to ``notes.md`` can mean that file."""
    has_content_folder: ClassVar[bool] = True
    """Whether a path from the root may begin in a content folder, a configured one perhaps."""
    pages_have_front_matter: ClassVar[bool] = True
    """Whether a file without front matter is most likely a part of other pages."""
    capitals_are_components: ClassVar[bool] = False
    """Whether a tag with a capital that is not an HTML element may be a component."""
    bundles_images: ClassVar[bool] = False
    """Whether it copies images from wherever a relative path leads."""
    permalink_moves_images: ClassVar[bool] = False
    """Whether a relative image is resolved from the address that ``permalink`` gives the page."""
    front_matter_images_are_relative: ClassVar[bool] = False
    """Whether a relative image in the front matter is looked for from the article; otherwise it is
    not checked."""
    front_matter_images_are_resolved: ClassVar[bool] = False
    """Whether the generator looks up an image in the front matter like one in Markdown."""
    embeds_files: ClassVar[bool] = False
    """Whether the Markdown of an image may embed other files too, such as videos or documents."""
    image_tags: ClassVar[frozenset[str]] = frozenset()
    """Template tags that resolve a relative image from the article."""
    takes_date_from_name: ClassVar[bool] = False
    """Whether a date in the file's name or folders counts, by default or by a common setting.

    Jekyll: ``lib/jekyll/document.rb``, DATE_FILENAME_MATCHER; Hexo: ``new_post_name``; Docusaurus:
    ``src/blogUtils.ts``, DATE_FILENAME_REGEX; Eleventy: ``src/Template.js``; Zola: ``page.rs``,
    RFC3339_DATE; Pelican: ``FILENAME_METADATA``; Hugo: ``:filename`` in ``frontmatter.date``.
    """
    stops_at_dated_names: ClassVar[bool] = False
    """Whether a file name that begins like a date, but an impossible one, stops the build.

    Jekyll: ``lib/jekyll/document.rb``, DATE_FILENAME_MATCHER, ``Utils.parse_date``; Docusaurus:
    ``src/blogUtils.ts``, DATE_FILENAME_REGEX.
    """
    image_keys: ClassVar[tuple[str, ...]] = ()
    """Keys whose values are images; dots lead into mappings (``cover.image``). Relative ones are
    only checked with ``front_matter_images_are_relative``."""
    tag_keys: ClassVar[tuple[str, ...]] = ("tags", "categories")
    """Keys whose values are terms: tags, categories."""
    tells_terms_apart: ClassVar[bool] = False
    """Whether terms that differ only in case are known to be different."""
    title_keys: ClassVar[tuple[str, ...]] = ("title",)
    """Keys whose values are an article's title."""
    description_keys: ClassVar[tuple[str, ...]] = ("description",)
    """Keys whose values describe an article."""
    hierarchy_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys of terms in which order and nested lists have a meaning."""
    unnests_terms: ClassVar[bool] = False
    """Whether a term that is alone in a list within the list of terms counts as a term."""
    only_content_is_run: ClassVar[bool] = False
    """Whether template tags only work in articles in the content folders."""
    template_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys whose values may be templates, which the generator fills in."""
    path_key: ClassVar[str] = ""
    """The key of the whole path, if the generator puts hyphens for what a slug cannot have;
    otherwise ""."""
    joins_slugs: ClassVar[bool] = False
    """Whether the spaces in a slug become hyphens."""
    trims_slugs: ClassVar[bool] = False
    """Whether hyphens at the edges of a slug are dropped."""
    skips_blank_lines: ClassVar[bool] = False
    """Whether blank lines may stand before front matter."""
    reads_tabs: ClassVar[bool] = False
    """Whether YAML may have tabs where it should have spaces."""
    skips_line_end: ClassVar[bool] = False
    """Whether one line end, and nothing else, may stand before front matter."""
    publishes_drafts: ClassVar[bool] = False
    """Whether it publishes articles with ``draft: true``."""
    encodes_slugs: ClassVar[bool] = False
    """Whether it takes a percent-encoded slug literally and replaces the percent signs."""
    reads_commented_front_matter: ClassVar[bool] = False
    """Whether front matter may stand in an HTML comment, below its first line."""
    lowers_folders: ClassVar[bool] = False
    """Whether the folders of content are published in lower case."""
    copies_html: ClassVar[bool] = False
    """Whether HTML that begins with a tag is published as it is."""
    passes_over_summary: ClassVar[bool] = True
    """Whether it ignores ``SUMMARY.md``, which is then left over from GitBook or mdBook."""
    preview_ports: ClassVar[frozenset[str]] = frozenset()
    """The ports of its preview server."""
    blocks_take_text: ClassVar[bool] = False
    """Whether blocks that the site defines pass their text to a program, which may read it in any
    way."""
    skips_byte_order_mark: ClassVar[bool] = False
    """Whether it ignores a byte order mark at the start of a file."""
    end_closes_front_matter: ClassVar[bool] = False
    """Whether front matter that nothing closes goes on to the end of the file."""
    drops_blank_terms: ClassVar[bool] = False
    """Whether it ignores empty tags and categories."""
    may_be_empty: ClassVar[frozenset[str]] = frozenset()
    """Keys of dates that may be left empty, as if they were not there."""
    titles_are_html: ClassVar[bool] = False
    """Whether themes usually show a title without escaping it, so that `&lt;` is right in one."""
    prints_decimals: ClassVar[bool] = False
    """Whether the number 3.0 is shown as 3.0, as in Ruby and Python, and not as 3."""
    layout_key: ClassVar[str] = ""
    """The key of the layout, if a missing layout matters; otherwise ""."""
    stops_without_layout: ClassVar[bool] = False
    """Whether a missing layout stops the build."""
    summaries_have_ids: ClassVar[bool] = False
    """Whether `<summary>` gets an id that is made of its text."""
    shows_title: ClassVar[bool] = True
    """Whether nearly all themes show the title above the article."""

    def __eq__(self, other: object) -> bool:
        """Compare by class: generators hold no state, and travel between processes."""
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def date_keys(self) -> tuple[str, ...]:
        """Return the keys whose values are dates, the publication date first."""
        return tuple(self.date_roles)

    def may_be_at(self, names: Iterable[str]) -> bool:
        """Tell whether a folder that holds files of these *names* may be the root of a site."""
        return not self.markers.isdisjoint(names)

    @abstractmethod
    def recognises(self, root: Path) -> bool:
        """Tell whether *root* is the root of a site of this generator."""

    def settings(self, root: Path) -> Settings:
        """Return what the configuration in *root* says; a broken one gives ``problems``."""
        return Settings(bare_urls=self.bare_urls is not None)

    def schema(self, path: PurePath) -> type | None:
        """Return the TypedDict of the front matter of the article at *path*; None: any goes."""
        return None

    def closed_tables(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> Mapping[str, Collection[str]]:
        """Return the only keys of tables in the front matter of *path*, relative to the root.

        Any other stops the build.
        """
        return {}

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file at *path*, relative to the root, is no article but a template."""
        return False

    def copies_without_front_matter(self, path: PurePath) -> bool:
        """Tell whether the source at *path* is published as it is where it has no front matter."""
        return False

    def leaves_out_html(self, root: Path, path: PurePath) -> bool:
        """Tell whether no article is made of the HTML at *path*, relative to the *root*."""
        return False

    def copies_sources(self, root: Path) -> bool:
        """Tell whether no plugin of the site at *root* makes pages of what has no front matter."""
        return False

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether nothing in the folder of *path*, relative to the root, becomes a page."""
        return False

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> AnyLanguage:
        """Return the template language of the article at *path*, relative to the root.

        *data* is its front matter, None where it has none.
        """
        return settings.template_syntax or self.template_syntax

    def page_dialect(self, data: Mapping[str, object], usual: Dialect) -> Dialect:
        """Return how a page with *data* for its front matter is read; *usual* is the site's way."""
        return usual

    def mdx_compiler(
        self,
        path: PurePath,
        data: Mapping[str, object] | None,
        settings: Settings,
        root: Path | None,
    ) -> Compiler | None:
        """Return how the article at *path*, which is MDX, is compiled; None where that is unknown.

        *path* is relative to *root*; *data* is its front matter, None where it has none.
        """
        return settings.mdx

    def module_candidates(
        self, target: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Return the files that a module may mean which the MDX at *path* imports by *target*.

        The first is the one that it names; *path* is relative to *root*. Empty: it cannot be
        known. By default what bundlers agree on, with some leniency.
        """
        from articlelint.generators import modules

        return modules.relative(target, path, root)

    def layout_candidates(
        self, name: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Return the files that may be the layout which the article at *path* names.

        Where ``template_names`` has none. Empty: it cannot be known.
        """
        return ()

    def template_names(self, root: Path) -> Names:
        """Return the names that the site at *root* adds to those of its template language."""
        return ANY

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return what reads the date of *key* (dots lead into mappings) in the article at *path*.

        Without a key it is what reads the dates of most. By default what generators agree on.
        """
        from articlelint.generators.generic import dates

        return dates.Generic()

    def reads_dates(self, path: PurePath) -> bool:
        """Tell whether anything is done with the dates in the front matter of the article."""
        return True

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Tell whether the front matter keeps the article from being published."""
        return data.get("draft") is True

    def unlisted(self, path: PurePath, settings: Settings) -> str | None:
        """Return why no page is made of the file at *path*, whatever its front matter says.

        A clause; None where one may be. *path* is relative to the root.
        """
        return None

    def unpublished(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> str | None:
        """Return why no page is ever made of the article at *path*, relative to *root*.

        A clause with the generator as its subject. None where one is, or is not for a reason
        that its author gave: a draft, a date to come.
        """
        return None

    def permalink(
        self,
        path: PurePath,
        data: Mapping[str, object],
        settings: Settings,
    ) -> str | None:
        """Return the URL path of the article as far as it is certain, or None.

        It begins with ``settings.base_path``. With ``knows_addresses`` it is what
        ``links/missing-page`` goes by, which names the page that a misspelt link may mean.
        """
        return None

    def link_folder(self, own: str, path: PurePath) -> str:
        """Return the URL path that relative links of the article at *path* are seen from.

        *own* is what ``permalink`` has for it.
        """
        return own if own.endswith("/") else posixpath.dirname(own)

    def published_file(self, url: str, path: PurePath) -> str:
        """Return what two articles share where one overwrites the other.

        *url* is what ``permalink`` has for the article at *path*, relative to the root. By default
        ``/a`` is ``/a/``, and both are ``/a/index.html``.
        """
        return url.removesuffix("index.html").rstrip("/")

    def claims(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> Iterable[Claim]:
        """Yield what the article at *path*, relative to the root, has for itself alone.

        *data* is its front matter, None where it has none.
        """
        url = None
        if data is not None and not self.is_draft(data):
            url = self.permalink(path, data, settings)
        if url is not None:
            field = next((key for key in _ADDRESS_KEYS if data and key in data), "")
            yield Claim((self.published_file(url, path).lower(),), url, field=field)

    def link_candidates(
        self,
        target: str,
        place: str,
        article: Path,
        settings: Settings,
        root: Path,
    ) -> Sequence[Path] | None:
        """Return the files that a link of the generator's own kind may lead to; None: it is none.

        *target* is the URL's path, percent-decoded, ``settings.base_path`` included (see
        ``paths.without_base``); for a template tag, which *place* names, what it looks up.
        *article* is absolute. Where none of the files exists, that is an error: claim an address
        like ``/a/b/`` where a page can come from nowhere else.
        """
        return None

    def source_link(
        self,
        url: str,
        path: PurePath,
        settings: Settings,
    ) -> str | None:
        """Return how to link the page that is made of the file at *path*, relative to the root.

        *url* is the link as it stands, to that file. None where there is no certain way.
        """
        return None

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Return the ids that a tag in the article at *path* may write; None if it may be any.

        *path* is relative to the root. Those that stand in headings, or in HTML between it and the
        tag that closes it, are known.
        """
        return None

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Return the ids that layouts put around articles, which links name; None: any.

        An id of which the beginning is known ends with an asterisk. By default none is looked for:
        what layouts put out is rarely linked from articles.
        """
        return ()

    def layout_makes_ids(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> bool:
        """Tell whether the layout of the page at *path* makes ids of the site's data.

        Its own layout is meant, not one that many pages share. *path* is relative to the root.
        """
        return False

    def shared_anchors(self, root: Path) -> Collection[str]:
        """Return what a fragment alone may name on whichever page of the site at *root*."""
        return ()

    def may_be_named(self, name: str, root: Path) -> bool:
        """Tell whether *name* alone may be a target that the site at *root*, or another one, has.

        It is asked of those that ``shared_anchors`` does not hold.
        """
        return True

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Tell whether components in the article at *path* may write ids.

        *path* is relative to the root.
        """
        return True

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether the file at *path*, relative to the root, is put into other pages.

        Its folder or its name has an underscore in front, and is not that of all pages.
        """
        inside = [path.relative_to(each) for each in settings.content if path.is_relative_to(each)]
        parts = min((each.parts for each in inside), key=len, default=path.parts)
        return any(map(_UNDERSCORED.match, parts))

    def pages_with(self, path: PurePath, root: Path) -> Sequence[str]:
        """Return the pages, relative to the root, that the file at *path* is put into.

        None where that is not known, or it is no part of others.
        """
        return ()

    def heading_id_styles(self, root: Path) -> tuple[AnyIds, ...]:
        """Return the ways in which the site at *root* may make ids of headings.

        One if it is certain: an ``IdStyle``, or ``OwnIds``. None at all if nothing is known of
        them: then headings may have any. By default any of the usual ways may be the one.
        """
        return ANY_STYLE

    @abstractmethod
    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the files that would serve a local URL, the first that exists wins.

        *url_path* is percent-decoded and without query and fragment. Empty: it cannot be
        known.
        """

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether ``permalink`` knows the addresses of most articles."""
        return False

    def address_keys(self, settings: Settings) -> Collection[str] | None:
        """Return the keys of front matter, in lower case, that ``permalink`` looks at.

        None: it may be any. Where there are none, an article's path alone tells its address.
        """
        return None

    def folder_of(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the URL path, without the base path, below which the article at *path* must be.

        For one whose address ``permalink`` cannot tell. None: it may be anywhere.
        """
        return None

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Return why the site at *root* may have pages that no article has ``permalink`` of.

        "" where it has none, but lists of terms, dates and authors, and what is below
        ``made_folders``.
        """
        return f"{self.title}'s templates may make pages"

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return the folders of sources, and the URL path, without the base path, of each."""
        return [(str(folder), "") for folder in settings.content]

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return URL paths, without the base path, below which templates or plugins make pages."""
        return ()

    def untranslated(
        self, urls: Collection[str], settings: Settings, root: Path
    ) -> Iterator[tuple[str, str]]:
        """Yield where pages at *urls* stand for those that are not translated, with their own URL.

        It may have a page of its own, which is the one that is shown.
        """
        return iter(())

    def made_pages(self, settings: Settings, root: Path) -> Collection[tuple[str, str]]:
        """Return the URL paths, without the base path, of pages that no article is the source of.

        With the file of which each is made, relative to the root.
        """
        return ()

    def rewrites_source_links(
        self,
        settings: Settings,
        root: Path,
    ) -> bool:
        """Tell whether a link to ``notes.md`` may become one to the page that is made of it."""
        return True

    def has_all_layouts(self, settings: Settings, root: Path) -> bool:
        """Tell whether all layouts lie below *root*: none is of a theme that is kept elsewhere."""
        return False

    def knows_image_tag(self, name: str, root: Path | None) -> bool:
        """Tell whether the relative image of the template tag *name* is seen from the article."""
        return name in self.image_tags

    def image_parameters(self, name: str, root: Path) -> Collection[str]:
        """Return the parameters, by name or number, that the template tag *name* shows as images.

        Their values are addresses as they stand, which nothing looks up.
        """
        return ()

    def resolves_links(self, root: Path) -> bool:
        """Tell whether templates of the site look up where relative links of Markdown lead."""
        return False

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the same for a URL in raw HTML, which some generators leave as it is."""
        return self.asset_candidates(url_path, article, settings, root)
