"""articlelint checks article files: front matter, dates, images, links and HTML.

What a rule needs is here: ``from articlelint import Article, Rule, on``, and what a program needs:
``from articlelint import check, fix_text``. What few need is imported when it is asked for.
"""

from typing import TYPE_CHECKING

from articlelint.version import __version__

if TYPE_CHECKING:
    from articlelint.api import Fixed, check, check_text, find_articles, fix_text, load_config
    from articlelint.article import Article, Syntax
    from articlelint.article.dates.article_date import ArticleDate, Origin
    from articlelint.article.fields import FieldRole, FieldText, scalars_in
    from articlelint.article.headings import Heading
    from articlelint.article.images.model import LAZY_ATTRIBUTES, Image, ImageOrigin
    from articlelint.article.links import REFERENCE_TAGS, Link
    from articlelint.article.open_fences import OpenFence, open_fences
    from articlelint.article.shown_text import (
        INLINE_KINDS,
        ShownText,
        is_escaped,
        shown_text,
    )
    from articlelint.dates.model import MONTHS, WEEKDAYS, Form, ParsedDate, Precision
    from articlelint.dates.role import DateRole
    from articlelint.dates.zones import PLACES, offset_text
    from articlelint.destinations.anchors import (
        Anchors,
        anchors_at,
        anchors_in_file,
        anchors_of,
        id_styles,
        may_be_named,
        shared_names,
    )
    from articlelint.destinations.copies import leads_from_a_copy
    from articlelint.destinations.files import (
        article_candidates,
        extension_of,
        is_guess,
        is_left_as_written,
        names_a_page,
        namesake,
        why_no_page,
    )
    from articlelint.destinations.heading_ids import heading_ids
    from articlelint.destinations.hosting import has_host_for_itself
    from articlelint.destinations.image_files import (
        ImageFile,
        image_file,
        kind_of,
        lies_in,
        names_in,
        true_name,
    )
    from articlelint.destinations.kept_elsewhere import is_kept_elsewhere
    from articlelint.destinations.page_index import pages_of
    from articlelint.destinations.page_urls import page_url
    from articlelint.destinations.pages import Page, Pages, folded
    from articlelint.diagnostic import (
        ERROR,
        INFO,
        WARNING,
        Diagnostic,
        Findings,
        Related,
        Severity,
        Spoilt,
    )
    from articlelint.errors import ArticlelintError, ConfigError, PluginError
    from articlelint.front_matter.model import (
        BLOCKS,
        FenceDefect,
        Field,
        Format,
        FrontMatter,
        Mapping,
        Path,
        Scalar,
        ScalarAt,
        Sequence,
        Style,
        SyntaxProblem,
        Value,
    )
    from articlelint.front_matter.reader import parse
    from articlelint.generators.claim import Claim
    from articlelint.generators.layout_words import layout_words
    from articlelint.generators.sample import sample
    from articlelint.html.problems.problem import Cause, HtmlProblem, TagPlace
    from articlelint.html.standard.elements import (
        HEADINGS,
        element_names,
        element_rows,
        elements_in,
    )
    from articlelint.html.standard.models import (
        TRANSPARENT,
        ContentModel,
        ContentPart,
        content_model,
        elements_forbidden_somewhere,
        holders_of,
        ordered_elements,
    )
    from articlelint.html.standard.obsolete import obsolete_attributes, obsolete_elements
    from articlelint.html.standard.parsing import TABLE_PARTS
    from articlelint.html.standard.references import code_point, forbidden
    from articlelint.html.tree.compare import same_tree
    from articlelint.html.tree.markup import misquoted_end
    from articlelint.html.tree.nodes import Attribute, Element, Text
    from articlelint.linting import on
    from articlelint.linting.rule import (
        Depends,
        Facts,
        FindingsByPath,
        Rule,
        SiteRule,
        SuppressionRule,
    )
    from articlelint.linting.suppression import DIRECTIVES, SuppressionUse, suppressor
    from articlelint.markdown.cut_html import CutHtml
    from articlelint.markdown.document import Node
    from articlelint.markdown.parts import unescape
    from articlelint.online.addresses import is_within, request_url
    from articlelint.online.model import Answer, Request
    from articlelint.online.places import Unanswered, told_once
    from articlelint.online.words import explain, weight
    from articlelint.recognition import find_site, site_for
    from articlelint.report.finding import Finding
    from articlelint.report.report import FileReport, Report
    from articlelint.runner.session import Session
    from articlelint.schema.finding import SchemaFinding
    from articlelint.schema.key import Key
    from articlelint.schema.model import Schema, Shape, schema_of
    from articlelint.schema.names import is_near
    from articlelint.site import Site
    from articlelint.templates import is_dynamic
    from articlelint.templates.problem import TemplateProblem
    from articlelint.text.digest import digest
    from articlelint.text.edit import SAFE, UNSAFE, AnyEdit, Applicability, Edit, Fix, apply
    from articlelint.text.files import exists, is_file
    from articlelint.text.filler import FILLER
    from articlelint.text.near import distance, nearest, nearest_name
    from articlelint.text.regex import regex
    from articlelint.text.span import Position, Span, SpanIndex
    from articlelint.text.variants import without_variant
    from articlelint.urls.flaws import (
        INTRASITE,
        UrlFlaw,
        UrlProblem,
        host_of,
        problems_of_url,
        scheme_of,
    )
    from articlelint.urls.hosts import is_private_host
    from articlelint.urls.samples import is_sample_path
    from articlelint.urls.schemes import malformed_scheme

_LAZY = {
    "articlelint.article": "Article Syntax",
    "articlelint.diagnostic": "ERROR INFO WARNING Diagnostic Findings Related Severity Spoilt",
    "articlelint.linting.rule":
        "Depends Facts FindingsByPath Rule SiteRule SuppressionRule",
    "articlelint.text.files": "exists is_file",
    "articlelint.text.edit": "SAFE UNSAFE AnyEdit Applicability Edit Fix apply",
    "articlelint.text.regex": "regex",
    "articlelint.text.span": "Position Span SpanIndex",
    "articlelint.api": "Fixed check check_text find_articles fix_text load_config",
    "articlelint.article.dates.article_date": "ArticleDate Origin",
    "articlelint.article.fields": "FieldRole FieldText scalars_in",
    "articlelint.article.headings": "Heading",
    "articlelint.article.open_fences": "OpenFence open_fences",
    "articlelint.article.shown_text": "INLINE_KINDS ShownText is_escaped shown_text",
    "articlelint.article.images.model": "LAZY_ATTRIBUTES Image ImageOrigin",
    "articlelint.article.links": "REFERENCE_TAGS Link",
    "articlelint.dates.model": "MONTHS WEEKDAYS Form ParsedDate Precision",
    "articlelint.dates.role": "DateRole",
    "articlelint.dates.zones": "PLACES offset_text",
    "articlelint.destinations.anchors":
        "Anchors anchors_at anchors_in_file anchors_of id_styles may_be_named shared_names",
    "articlelint.destinations.copies": "leads_from_a_copy",
    "articlelint.destinations.files":
        "article_candidates extension_of is_guess is_left_as_written names_a_page namesake "
        "why_no_page",
    "articlelint.destinations.heading_ids": "heading_ids",
    "articlelint.destinations.image_files":
        "ImageFile image_file kind_of lies_in names_in true_name",
    "articlelint.destinations.page_index": "pages_of",
    "articlelint.destinations.page_urls": "page_url",
    "articlelint.destinations.pages": "Page Pages folded",
    "articlelint.destinations.hosting": "has_host_for_itself",
    "articlelint.destinations.kept_elsewhere": "is_kept_elsewhere",
    "articlelint.errors": "ArticlelintError ConfigError PluginError",
    "articlelint.front_matter.model":
        "BLOCKS FenceDefect Field Format FrontMatter Mapping Path Scalar ScalarAt Sequence Style "
        "SyntaxProblem Value",
    "articlelint.front_matter.reader": "parse",
    "articlelint.generators.claim": "Claim",
    "articlelint.generators.layout_words": "layout_words",
    "articlelint.generators.sample": "sample",
    "articlelint.html.problems.problem": "Cause HtmlProblem TagPlace",
    "articlelint.html.standard.elements": "HEADINGS element_names element_rows elements_in",
    "articlelint.html.standard.models":
        "TRANSPARENT ContentModel ContentPart content_model elements_forbidden_somewhere holders_of"
        " ordered_elements",
    "articlelint.html.standard.obsolete": "obsolete_attributes obsolete_elements",
    "articlelint.html.standard.parsing": "TABLE_PARTS",
    "articlelint.html.standard.references": "code_point forbidden",
    "articlelint.html.tree.compare": "same_tree",
    "articlelint.html.tree.markup": "misquoted_end",
    "articlelint.html.tree.nodes": "Attribute Element Text",
    "articlelint.linting.suppression": "DIRECTIVES SuppressionUse suppressor",
    "articlelint.markdown.cut_html": "CutHtml",
    "articlelint.markdown.document": "Node",
    "articlelint.markdown.parts": "unescape",
    "articlelint.online.addresses": "is_within request_url",
    "articlelint.online.model": "Answer Request",
    "articlelint.online.places": "Unanswered told_once",
    "articlelint.online.words": "explain weight",
    "articlelint.report.finding": "Finding",
    "articlelint.report.report": "FileReport Report",
    "articlelint.runner.session": "Session",
    "articlelint.schema.finding": "SchemaFinding",
    "articlelint.schema.key": "Key",
    "articlelint.schema.model": "Schema Shape schema_of",
    "articlelint.schema.names": "is_near",
    "articlelint.templates": "is_dynamic",
    "articlelint.text.filler": "FILLER",
    "articlelint.recognition": "find_site site_for",
    "articlelint.site": "Site",
    "articlelint.templates.problem": "TemplateProblem",
    "articlelint.text.digest": "digest",
    "articlelint.text.variants": "without_variant",
    "articlelint.text.near": "distance nearest nearest_name",
    "articlelint.urls.flaws":
        "INTRASITE UrlFlaw UrlProblem host_of problems_of_url scheme_of",
    "articlelint.urls.hosts": "is_private_host",
    "articlelint.urls.samples": "is_sample_path",
    "articlelint.urls.schemes": "malformed_scheme",
}  # fmt: skip
"""The names that are imported when they are first asked for, by module."""

__all__ = [
    "BLOCKS",
    "DIRECTIVES",
    "ERROR",
    "FILLER",
    "HEADINGS",
    "INFO",
    "INLINE_KINDS",
    "INTRASITE",
    "LAZY_ATTRIBUTES",
    "MONTHS",
    "PLACES",
    "REFERENCE_TAGS",
    "SAFE",
    "TABLE_PARTS",
    "TRANSPARENT",
    "UNSAFE",
    "WARNING",
    "WEEKDAYS",
    "Anchors",
    "Answer",
    "AnyEdit",
    "Applicability",
    "Article",
    "ArticleDate",
    "ArticlelintError",
    "Attribute",
    "Cause",
    "Claim",
    "ConfigError",
    "ContentModel",
    "ContentPart",
    "CutHtml",
    "DateRole",
    "Depends",
    "Diagnostic",
    "Edit",
    "Element",
    "Facts",
    "FenceDefect",
    "Field",
    "FieldRole",
    "FieldText",
    "FileReport",
    "Finding",
    "Findings",
    "FindingsByPath",
    "Fix",
    "Fixed",
    "Form",
    "Format",
    "FrontMatter",
    "Heading",
    "HtmlProblem",
    "Image",
    "ImageFile",
    "ImageOrigin",
    "Key",
    "Link",
    "Mapping",
    "Node",
    "OpenFence",
    "Origin",
    "Page",
    "Pages",
    "ParsedDate",
    "Path",
    "PluginError",
    "Position",
    "Precision",
    "Related",
    "Report",
    "Request",
    "Rule",
    "Scalar",
    "ScalarAt",
    "Schema",
    "SchemaFinding",
    "Sequence",
    "Session",
    "Severity",
    "Shape",
    "ShownText",
    "Site",
    "SiteRule",
    "Span",
    "SpanIndex",
    "Spoilt",
    "Style",
    "SuppressionRule",
    "SuppressionUse",
    "Syntax",
    "SyntaxProblem",
    "TagPlace",
    "TemplateProblem",
    "Text",
    "Unanswered",
    "UrlFlaw",
    "UrlProblem",
    "Value",
    "__version__",
    "anchors_at",
    "anchors_in_file",
    "anchors_of",
    "apply",
    "article_candidates",
    "check",
    "check_text",
    "code_point",
    "content_model",
    "digest",
    "distance",
    "element_names",
    "element_rows",
    "elements_forbidden_somewhere",
    "elements_in",
    "exists",
    "explain",
    "extension_of",
    "find_articles",
    "find_site",
    "fix_text",
    "folded",
    "forbidden",
    "has_host_for_itself",
    "heading_ids",
    "holders_of",
    "host_of",
    "id_styles",
    "image_file",
    "is_dynamic",
    "is_escaped",
    "is_file",
    "is_guess",
    "is_kept_elsewhere",
    "is_left_as_written",
    "is_near",
    "is_private_host",
    "is_sample_path",
    "is_within",
    "kind_of",
    "layout_words",
    "leads_from_a_copy",
    "lies_in",
    "load_config",
    "malformed_scheme",
    "may_be_named",
    "misquoted_end",
    "names_a_page",
    "names_in",
    "namesake",
    "nearest",
    "nearest_name",
    "obsolete_attributes",
    "obsolete_elements",
    "offset_text",
    "on",
    "open_fences",
    "ordered_elements",
    "page_url",
    "pages_of",
    "parse",
    "problems_of_url",
    "regex",
    "request_url",
    "same_tree",
    "sample",
    "scalars_in",
    "schema_of",
    "scheme_of",
    "shared_names",
    "shown_text",
    "site_for",
    "suppressor",
    "told_once",
    "true_name",
    "unescape",
    "weight",
    "why_no_page",
    "without_variant",
]

_MODULES = {name: module for module, names in _LAZY.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Import *name*, one of those that few need; raises AttributeError for any other."""
    from importlib import import_module

    if name == "on":
        return import_module("articlelint.linting.on")
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(module), name)
    globals()[name] = value
    return value
