"""What a generator is: how its sites are recognised and how it reads an article."""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar
from unicodedata import normalize

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
_GIVING = ("permalink", "slug", "url")
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
    """Whether a folder with these markers, inside a site of another generator, is a part of it."""
    template_syntax: ClassVar[AnyLanguage] = TemplateSyntax.NONE
    """The template language of most articles: a ``TemplateSyntax``, or a ``Language`` of yours."""
    dialect: ClassVar[Dialect] = CommonMark(GFM_OPTIONS | FOOTNOTES)
    """How its Markdown is read, unless a site's settings say otherwise."""
    optional_opening_fence: ClassVar[bool] = False
    """Whether front matter may begin without its first ``---``."""
    knows_opening_fence: ClassVar[bool] = True
    """Whether ``optional_opening_fence`` is certain; only for an unknown generator it is not."""
    closing_dots: ClassVar[bool] = False
    """Whether ``...`` closes YAML front matter as well as ``---``."""
    front_matter_formats: ClassVar[frozenset[Format]] = frozenset({Format.YAML})
    """The formats of front matter that it reads."""
    bare_urls: ClassVar[BareUrls | None] = None
    """Which library turns bare URLs in Markdown into links; None if none does, unless a setting
    says so."""
    other_sources: ClassVar[frozenset[str]] = frozenset()
    """Further extensions of files that it makes pages of: ``.qmd``, ``.rmd``, ``.mdoc``."""
    markdown_is_mdx: ClassVar[bool] = False
    """Whether ``.md`` files are read as MDX, tags as components."""
    equal_keys: ClassVar[str] = "only one of the two values is used"
    """What happens if a key stands twice in YAML: a clause for the message."""
    ignores_key_case: ClassVar[bool] = False
    """Whether ``Title`` is the same key as ``title``."""
    addresses_from_titles: ClassVar[bool] = False
    """Whether an article's address is made from its title, so that its file name says nothing."""
    date_roles: ClassVar[Mapping[str, DateRole]] = {}
    """The keys of dates, each with what the date means; that of publication comes first."""
    rewrites_links: ClassVar[bool] = True
    """Whether a link in Markdown is looked up like an image in Markdown. Otherwise it leads where
    the same link in HTML does."""
    puts_base_before_links: ClassVar[bool] = False
    """Whether it adds the base path to a link in Markdown that begins with a slash."""
    keeps_base_of_links: ClassVar[bool] = False
    """Whether it then leaves a link alone that begins with the base path already."""
    links_by_file: ClassVar[bool] = False
    """Whether a relative link in Markdown is resolved from the file, not the page's address."""
    links_from_root: ClassVar[bool] = False
    """Whether a relative link without leading dots is resolved from the root of the site, if the
    site looks links up (``resolves_links``)."""
    shares_anchors: ClassVar[bool] = False
    """Whether ``#name`` alone may lead to any page of the site, or to another project."""
    embeds_bring_anchors: ClassVar[bool] = True
    """Whether a note that embeds another one has the headings of that one as anchors."""
    fills_empty_links: ClassVar[bool] = False
    """Whether a Markdown link without text is shown with the title of its target."""
    links_to_sources: ClassVar[bool] = True
    """Whether a link to ``notes.md`` can mean the page that is made of that file."""
    has_content_folder: ClassVar[bool] = True
    """Whether ``/a.md`` may mean a file in the content folder, rather than at the root."""
    pages_have_front_matter: ClassVar[bool] = True
    """Whether a file without front matter is most likely no page but a part of others."""
    link_components: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """Components that are links: the attribute with the URL, and the module that has them."""
    capitals_are_components: ClassVar[bool] = False
    """Whether a tag such as ``<Note>``, which is no element of HTML, may be a component."""
    bundles_images: ClassVar[bool] = False
    """Whether it copies a relative image to the site from wherever it lies."""
    permalink_moves_images: ClassVar[bool] = False
    """Whether a relative image is resolved from the address that ``permalink`` gives the page."""
    front_matter_images_are_relative: ClassVar[bool] = False
    """Whether a relative image in the front matter is resolved from the article; otherwise it is
    not checked."""
    front_matter_images_are_resolved: ClassVar[bool] = False
    """Whether the generator looks up an image in the front matter like one in Markdown."""
    embeds_files: ClassVar[bool] = False
    """Whether an image in Markdown may embed a video, a document or another file."""
    converted_images: ClassVar[frozenset[str]] = frozenset()
    """The formats of the site's own images, by extension, that it makes into others."""
    image_tags: ClassVar[frozenset[str]] = frozenset()
    """Template tags that show an image; a relative one is resolved from the article."""
    takes_date_from_name: ClassVar[bool] = False
    """Whether a date in the name of the file or of its folders counts, by default or by a common
    setting.

    Jekyll: ``lib/jekyll/document.rb``, DATE_FILENAME_MATCHER; Hexo: ``new_post_name``; Docusaurus:
    ``src/blogUtils.ts``, DATE_FILENAME_REGEX; Eleventy: ``src/Template.js``; Zola: ``page.rs``,
    RFC3339_DATE; Pelican: ``FILENAME_METADATA``; Hugo: ``:filename`` in ``frontmatter.date``.
    """
    stops_at_dated_names: ClassVar[bool] = False
    """Whether a file name that begins with an impossible date stops the build.

    Jekyll: ``lib/jekyll/document.rb``, DATE_FILENAME_MATCHER, ``Utils.parse_date``; Docusaurus:
    ``src/blogUtils.ts``, DATE_FILENAME_REGEX.
    """
    image_keys: ClassVar[tuple[str, ...]] = ()
    """Keys whose values are images; dots lead into mappings (``cover.image``). Relative ones are
    only checked with ``front_matter_images_are_relative``."""
    tag_keys: ClassVar[tuple[str, ...]] = ("tags", "categories")
    """Keys whose values are terms, such as tags and categories."""
    tells_terms_apart: ClassVar[bool] = False
    """Whether ``Tag`` and ``tag`` are certainly two terms."""
    title_keys: ClassVar[tuple[str, ...]] = ("title",)
    """Keys whose values are an article's title."""
    description_keys: ClassVar[tuple[str, ...]] = ("description",)
    """Keys whose values describe an article."""
    hierarchy_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys of terms whose order or nested lists have a meaning, such as a path of categories."""
    unnests_terms: ClassVar[bool] = False
    """Whether ``[[a], b]`` is read as the terms ``a`` and ``b``."""
    only_content_is_run: ClassVar[bool] = False
    """Whether template tags only work in articles that lie in the content folders."""
    template_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys whose values may have template tags, which the generator runs."""
    path_key: ClassVar[str] = ""
    """The key of the whole path, if a character that a path cannot have becomes a hyphen there;
    otherwise ""."""
    joins_slugs: ClassVar[bool] = False
    """Whether a space in a slug becomes a hyphen."""
    trims_slugs: ClassVar[bool] = False
    """Whether a hyphen at the beginning or the end of a slug is dropped."""
    skips_blank_lines: ClassVar[bool] = False
    """Whether there may be blank lines above the front matter."""
    reads_tabs: ClassVar[bool] = False
    """Whether YAML may be indented with tabs."""
    skips_line_end: ClassVar[bool] = False
    """Whether there may be one empty line above the front matter, and nothing else."""
    text_may_follow_fence: ClassVar[bool] = False
    """Whether what follows the last fence of the front matter on its line belongs to the text."""
    publishes_drafts: ClassVar[bool] = False
    """Whether it publishes articles with ``draft: true``."""
    encodes_slugs: ClassVar[bool] = False
    """Whether ``%20`` in a slug is taken literally, so that its percent sign is encoded again."""
    reads_commented_front_matter: ClassVar[bool] = False
    """Whether front matter may stand in an HTML comment, which begins on the line above it."""
    lowers_folders: ClassVar[bool] = False
    """Whether the names of content folders are published in lower case."""
    copies_html: ClassVar[bool] = False
    """Whether a file of HTML that begins with a tag is published as it is, and is no article."""
    passes_over_summary: ClassVar[bool] = True
    """Whether it makes no page of ``SUMMARY.md``, which GitBook and mdBook read."""
    preview_ports: ClassVar[frozenset[str]] = frozenset()
    """The ports of its preview server."""
    blocks_take_text: ClassVar[bool] = False
    """Whether a block tag that the site defines may do anything with the text inside it."""
    skips_byte_order_mark: ClassVar[bool] = False
    """Whether a byte order mark at the start of a file does no harm."""
    end_closes_front_matter: ClassVar[bool] = False
    """Whether front matter without its last ``---`` goes on to the end of the file."""
    drops_blank_terms: ClassVar[bool] = False
    """Whether it ignores empty tags and categories."""
    may_be_empty: ClassVar[frozenset[str]] = frozenset()
    """Keys of dates that may be left empty, as if the key were not there."""
    titles_are_html: ClassVar[bool] = False
    """Whether themes usually show a title as HTML, so that ``&lt;`` is right in one."""
    prints_decimals: ClassVar[bool] = False
    """Whether the number 3.0 is shown as 3.0, as Ruby and Python do, and not as 3."""
    layout_key: ClassVar[str] = ""
    """The key of the layout, if a missing layout does harm; otherwise ""."""
    stops_without_layout: ClassVar[bool] = False
    """Whether a missing layout stops the build."""
    summaries_have_ids: ClassVar[bool] = False
    """Whether ``<summary>`` gets an id that is made from its text."""
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
        """Return the TypedDict that describes the front matter of the article at *path*.

        None: anything is allowed.
        """
        return None

    def closed_tables(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> Mapping[str, Collection[str]]:
        """Return the only keys that tables in the front matter may have, by table.

        Any other key stops the build. *path* is relative to the root.
        """
        return {}

    def term_key(self, term: str) -> str:
        """Return what is the same for two terms that have one page."""
        if self.tells_terms_apart:
            return term
        return term.casefold() if term.isascii() else normalize("NFKC", term).casefold()

    def drops_fragments(self, root: Path) -> bool:
        """Tell whether a template of the site may lose what follows ``#`` in links to articles."""
        return False

    def lists_by_term(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether pages of tags and categories may list the article at *path*.

        *path* is relative to the root.
        """
        return True

    def is_mdx(self, text: str) -> bool:
        """Tell whether *text*, of a file of Markdown, is compiled as MDX."""
        return self.markdown_is_mdx

    def forgives_syntax(self, root: Path) -> bool:
        """Tell whether a way of its own reads front matter, which minds no syntax."""
        return False

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file at *path*, relative to the root, is a template and no article."""
        return False

    def is_left_over(self, path: PurePath, settings: Settings, root: Path) -> bool:
        """Tell whether the generator passes over the file, since what it belongs to is gone."""
        return False

    def copies_without_front_matter(self, path: PurePath) -> bool:
        """Tell whether the source at *path* is published as it is if it has no front matter."""
        return False

    def leaves_out_html(self, root: Path, path: PurePath) -> bool:
        """Tell whether no article is made of the HTML at *path*, relative to the *root*."""
        return False

    def copies_sources(self, root: Path) -> bool:
        """Tell whether sources without front matter are certainly published as they are.

        No plugin of the site at *root* makes pages of them.
        """
        return False

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether no file in the folder of *path*, relative to the root, becomes a page."""
        return False

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> AnyLanguage:
        """Return the template language of the article at *path*, relative to the root.

        *data* is its front matter, None if it has none.
        """
        return settings.template_syntax or self.template_syntax

    def page_dialect(self, data: Mapping[str, object], usual: Dialect) -> Dialect:
        """Return how a page with the front matter *data* is read; *usual* is the site's way."""
        return usual

    def mdx_compiler(
        self,
        path: PurePath,
        data: Mapping[str, object] | None,
        settings: Settings,
        root: Path | None,
    ) -> Compiler | None:
        """Return how the article at *path*, which is MDX, is compiled; None if that is not known.

        *path* is relative to *root*; *data* is its front matter, None if it has none.
        """
        return settings.mdx

    def module_candidates(
        self, target: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Return the files that an import of *target* may mean in the MDX at *path*.

        The first is the one that it names; *path* is relative to *root*. Empty: it cannot be known.
        By default, what bundlers agree on.
        """
        from articlelint.generators import modules

        return modules.relative(target, path, root)

    def layout_candidates(
        self, name: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Return the files that may be the layout *name* of the article at *path*.

        It is asked about layouts that ``template_names`` does not have. Empty: it cannot be known.
        """
        return ()

    def template_names(self, root: Path) -> Names:
        """Return the names that the site at *root* adds to those of its template language."""
        return ANY

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return what reads the date of *key* (dots lead into mappings) in the article at *path*.

        Without a key, what reads most dates. By default, a reader of what generators agree on.
        """
        from articlelint.generators.generic import dates

        return dates.Generic()

    def reads_dates(self, path: PurePath) -> bool:
        """Tell whether anything reads the dates in the front matter of the article."""
        return True

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Tell whether the front matter keeps the article from being published."""
        return data.get("draft") is True

    def unlisted(self, path: PurePath, settings: Settings) -> str | None:
        """Return why no page is made of the file at *path*, whatever its front matter says.

        A clause; None if one may be made. *path* is relative to the root.
        """
        return None

    def unpublished(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> str | None:
        """Return why no page is ever made of the article at *path*, relative to *root*.

        A clause with the generator as its subject. None if one is made, or if the author holds it
        back: by a draft, or a date in the future.
        """
        return None

    def permalink(
        self,
        path: PurePath,
        data: Mapping[str, object],
        settings: Settings,
    ) -> str | None:
        """Return the URL path of the article if it is certain, otherwise None.

        It begins with ``settings.base_path``. With ``knows_addresses``, ``links/missing-page`` goes
        by it, and names the page that a misspelt link may mean.
        """
        return None

    def link_folder(self, own: str, path: PurePath) -> str:
        """Return the URL path that relative links in the article at *path* are resolved from.

        *own* is what ``permalink`` returns for the article.
        """
        return own if own.endswith("/") else posixpath.dirname(own)

    def published_file(self, url: str, path: PurePath) -> str:
        """Return a name for the file that the article at *path*, relative to the root, becomes.

        Of two articles with the same name, one overwrites the other. *url* is what ``permalink``
        returns for the article. By default, ``/a`` and ``/a/`` are both ``/a/index.html``.
        """
        return url.removesuffix("index.html").rstrip("/")

    def claims(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> Iterable[Claim]:
        """Yield what no other article of the site may share with the one at *path*.

        *data* is its front matter, None if it has none. *path* is relative to the root.
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
        """Return the files that a link of the generator's own kind may lead to.

        None if it is no such link. *target* is the URL's path, percent-decoded,
        ``settings.base_path`` included (see ``paths.without_base``); for a template tag, which
        *place* names, what it looks up. *article* is absolute. If none of the files exists, that is
        an error: so answer for an address such as ``/a/b/`` only if its page can come from nowhere
        else.
        """
        return None

    def source_link(
        self,
        url: str,
        path: PurePath,
        settings: Settings,
    ) -> str | None:
        """Return what to write instead of *url*, a link to the source at *path*.

        It leads to the page that is made of that file. None if there is no certain way. *path* is
        relative to the root.
        """
        return None

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Return the ids that a template tag in the article at *path* may write; None if any.

        *path* is relative to the root. Ids in headings, and in HTML between the tag and the one
        that closes it, need not be among them.
        """
        return None

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Return the ids that layouts write around articles, for links to lead to; None if any.

        An asterisk at the end of an id stands for any rest. By default none, since articles rarely
        link to them.
        """
        return ()

    def layout_makes_ids(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> bool:
        """Tell whether the layout of the page at *path* makes ids of the site's data.

        This is about a layout of its own, not one that many pages share. *path* is relative to the
        root.
        """
        return False

    def shared_anchors(self, root: Path) -> Collection[str]:
        """Return what ``#name`` may lead to from any page of the site at *root*."""
        return ()

    def may_be_named(self, name: str, root: Path) -> bool:
        """Tell whether ``#name`` may lead to something that ``shared_anchors`` does not have.

        It may belong to the site at *root*, or to another one.
        """
        return True

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Tell whether one of the components *names* in the article at *path* may write ids.

        *path* is relative to the root.
        """
        return True

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether the file at *path*, relative to the root, is a part of other pages.

        By default, if its name, or that of its folder, begins with an underscore.
        """
        inside = [path.relative_to(each) for each in settings.content if path.is_relative_to(each)]
        parts = min((each.parts for each in inside), key=len, default=path.parts)
        return any(map(_UNDERSCORED.match, parts))

    def pages_with(self, path: PurePath, root: Path) -> Sequence[str]:
        """Return the pages, relative to the root, that include the file at *path*.

        Empty if that is not known, or if no page does.
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
        """Return the files that may serve a local URL; the first that exists counts.

        *url_path* is percent-decoded, without query and fragment. Empty: it cannot be known.
        """

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether ``permalink`` knows the addresses of most articles."""
        return False

    def address_keys(self, settings: Settings) -> Collection[str] | None:
        """Return the keys of front matter, in lower case, that ``permalink`` looks at.

        None: any may matter. Empty: an article's path alone decides.
        """
        return None

    def folder_of(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the URL path below which the article at *path* must lie, without the base path.

        It is asked about articles whose address ``permalink`` does not know. None: anywhere.
        """
        return None

    def keeps_name(self, path: PurePath, data: Mapping[str, object], settings: Settings) -> bool:
        """Tell whether an address that ``permalink`` cannot tell ends in the name of the file.

        So it does, too, where there is no page.
        """
        keys = self.address_keys(settings)
        return not any(data.get(key) for key in _GIVING if keys is None or key in keys)

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Return why the site at *root* may have pages that ``permalink`` does not know of.

        A clause; "" if there are none but lists of terms, dates and authors, and what lies below
        ``made_folders``.
        """
        return f"{self.title}'s templates may make pages"

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return the folders of sources, each with the URL path that its pages begin with.

        Both are without the base path.
        """
        return [(str(folder), "") for folder in settings.content]

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the URL paths, without the base path, below which programs make pages."""
        return ()

    def also_at(
        self, urls: Collection[str], settings: Settings, root: Path
    ) -> Iterator[tuple[str, str]]:
        """Yield further URLs that show a page of *urls*, each with the page's own URL.

        A page of its own at such a URL takes its place.
        """
        return iter(())

    def made_pages(self, settings: Settings, root: Path) -> Collection[tuple[str, str]]:
        """Return the URL paths of pages that no article is the source of, without the base path.

        Each comes with the file that it is made of, relative to the root.
        """
        return ()

    def rewrites_source_links(
        self,
        settings: Settings,
        root: Path,
    ) -> bool:
        """Tell whether a link to ``notes.md`` may become one to that file's page."""
        return True

    def has_all_layouts(self, settings: Settings, root: Path) -> bool:
        """Tell whether all layouts lie below *root*, none in a theme that is kept elsewhere."""
        return False

    def knows_image_tag(self, name: str, root: Path | None) -> bool:
        """Tell whether the template tag *name* resolves a relative image from the article."""
        return name in self.image_tags

    def image_parameters(self, name: str, root: Path) -> Collection[str]:
        """Return the parameters, by name or number, that are images of the template tag *name*.

        Their values are used as addresses as they stand.
        """
        return ()

    def resolves_links(self, root: Path) -> bool:
        """Tell whether templates of the site look up where relative links in Markdown lead."""
        return False

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the same as ``asset_candidates`` for a URL in raw HTML.

        Some generators leave such a URL as it is.
        """
        return self.asset_candidates(url_path, article, settings, root)
