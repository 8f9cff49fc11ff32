"""VuePress' front matter, with that of its default theme."""

from typing import Annotated

from articlelint.schema.key import Anything, Date, Key, Terms, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://vuepress.vuejs.org/reference/frontmatter.html"
_THEME = "https://ecosystem.vuejs.press/themes/default/frontmatter.html"
_FIRST = "https://v1.vuepress.vuejs.org/guide/frontmatter.html"
_BLOG = "https://ecosystem.vuejs.press/plugins/blog/"


@accepts(*COMMON)
class Page(TypedDict, total=False):
    """A page."""

    title: Annotated[Text, Key("The title, instead of the first heading.", _DOCS)]
    date: Annotated[Date, Key("When it was published.", _DOCS)]
    description: Annotated[Text, Key("What it is about.", _DOCS)]
    lang: Annotated[Text, Key("Its language.", _DOCS)]
    head: Annotated[Anything, Key("Tags for the page's head.", _DOCS)]
    layout: Annotated[Anything, Key("The layout.", _DOCS)]
    permalink: Annotated[Anything, Key("Its address.", _DOCS)]
    permalinkPattern: Annotated[Anything, Key("The pattern of its address.", _DOCS)]
    routeMeta: Annotated[Anything, Key("Data for the page's route.", _DOCS)]
    home: Annotated[Anything, Key("Whether it is a home page.", _THEME)]
    navbar: Annotated[Anything, Key("Whether it has a navigation bar.", _THEME)]
    sidebar: Annotated[Anything, Key("Whether, or which, sidebar it has.", _THEME)]
    sidebarDepth: Annotated[Anything, Key("How deep the sidebar lists headings.", _THEME)]
    prev: Annotated[Anything, Key("The previous page.", _THEME)]
    next: Annotated[Anything, Key("The next page.", _THEME)]
    editLink: Annotated[Anything, Key("Whether readers see a link to its source.", _THEME)]
    editLinkPattern: Annotated[Text, Key("The pattern of the edit link.", _THEME)]
    lastUpdated: Annotated[Anything, Key("Whether it shows when it was changed.", _THEME)]
    contributors: Annotated[Anything, Key("Whether it names contributors.", _THEME)]
    externalLinkIcon: Annotated[Anything, Key("Whether links to other sites have an icon.", _THEME)]
    pageClass: Annotated[Text, Key("A class for this page.", _THEME)]
    heroImage: Annotated[Anything, Key("The image of a home page.", _THEME)]
    heroImageDark: Annotated[Anything, Key("The image of a home page in dark mode.", _THEME)]
    heroAlt: Annotated[Anything, Key("What the image of a home page shows.", _THEME)]
    heroHeight: Annotated[Anything, Key("The height of a home page's image.", _THEME)]
    heroText: Annotated[Anything, Key("The heading of a home page.", _THEME)]
    tagline: Annotated[Anything, Key("What a home page shows below its heading.", _THEME)]
    actions: Annotated[Anything, Key("The buttons of a home page.", _THEME)]
    actionText: Annotated[Text, Key("The text of a home page's button (VuePress 1).", _FIRST)]
    actionLink: Annotated[Text, Key("Where a home page's button leads (VuePress 1).", _FIRST)]
    features: Annotated[Anything, Key("The features that a home page lists.", _THEME)]
    footer: Annotated[Anything, Key("The footer of a home page.", _THEME)]
    footerHtml: Annotated[Anything, Key("Whether the footer of a home page is HTML.", _THEME)]
    meta: Annotated[Anything, Key("Tags for the page's head, in VuePress 1.", _FIRST)]
    metaTitle: Annotated[Text, Key("The title in meta tags, in VuePress 1.", _FIRST)]
    canonicalUrl: Annotated[Text, Key("Its main address, in VuePress 1.", _FIRST)]
    search: Annotated[Anything, Key("Whether the search finds it, in VuePress 1.", _FIRST)]
    tags: Annotated[Terms, Key("Its tags.", _FIRST)]
    tag: Annotated[Terms, Key("Its tags, in themes for blogs.", _BLOG)]
    category: Annotated[Terms, Key("Its category, in themes for blogs.", _BLOG)]
