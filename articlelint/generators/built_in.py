"""Where each generator is that articlelint knows by itself, and what tells of its sites.

A generator is imported where a folder may be the root of one of its sites, and not before: with
its Markdown, templates and dates it is the largest part of what a run may need.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.generators.generator import Generator


class BuiltIn(NamedTuple):
    """A class of a module, both by name, and what tells of the sites of its generator.

    *signs* are names of files and folders of which a site's root holds at least one; an asterisk
    at the end stands for anything. *package* is the npm package that tells as much where
    ``package.json`` names it; "" for none. *readers* are npm packages that read Markdown as it
    does, wherever a repository keeps its configuration.
    """

    module: str
    name: str
    signs: tuple[str, ...]
    package: str = ""
    readers: tuple[str, ...] = ()

    def may_be_at(self, names: frozenset[str], package_json: str) -> bool:
        """Tell whether a folder that holds *names* may be a site's root."""
        if not names.isdisjoint(self.signs):
            return True
        if self.package and f'"{self.package}"' in package_json:
            return True
        beginnings = tuple(sign[:-1] for sign in self.signs if sign.endswith("*"))
        return bool(beginnings) and any(name.startswith(beginnings) for name in names)


GENERATORS: dict[str, BuiltIn] = {
    # Before Jekyll, which has a ``_config.yml`` too.
    "jupyter-book": BuiltIn("articlelint.generators.jupyter_book", "JupyterBook", ("_toc.yml",)),
    "hexo": BuiltIn(
        "articlelint.generators.hexo",
        "Hexo",
        ("_config.yml", "_config.yaml", "_config.json"),
        "hexo",
    ),
    "jekyll": BuiltIn(
        "articlelint.generators.jekyll",
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml", "Gemfile", "_layouts"),
    ),
    "hugo": BuiltIn(
        "articlelint.generators.hugo",
        "Hugo",
        (
            "hugo.toml",
            "hugo.yaml",
            "hugo.yml",
            "hugo.json",
            "archetypes",
            "config",
            "config.toml",
            "config.yaml",
            "config.yml",
            "config.json",
        ),
    ),
    "zola": BuiltIn("articlelint.generators.zola", "Zola", ("zola.toml", "config.toml")),
    "pelican": BuiltIn(
        "articlelint.generators.pelican", "Pelican", ("pelicanconf.py", "publishconf.py")
    ),
    "zensical": BuiltIn("articlelint.generators.zensical", "Zensical", ("zensical.*",)),
    "mkdocs": BuiltIn(
        "articlelint.generators.mkdocs",
        "MkDocs",
        ("mkdocs.*", "mkdocs-*", "mkdocs_*", "properdocs.*"),
    ),
    "docusaurus": BuiltIn(
        "articlelint.generators.docusaurus",
        "Docusaurus",
        ("docusaurus.config.*", "website"),
        "@docusaurus/core",
    ),
    "astro": BuiltIn("articlelint.generators.astro", "Astro", ("astro.config.*",), "astro"),
    "eleventy": BuiltIn(
        "articlelint.generators.eleventy",
        "Eleventy",
        (".eleventy.js", "eleventy.config.*"),
        "@11ty/eleventy",
    ),
    "vitepress": BuiltIn("articlelint.generators.vitepress", "VitePress", (".vitepress",)),
    "vuepress": BuiltIn(
        "articlelint.generators.vuepress", "VuePress", (".vuepress",), readers=("vuepress",)
    ),
    "vuepress1": BuiltIn("articlelint.generators.vuepress", "VuePress1", (".vuepress",)),
    "docsify": BuiltIn("articlelint.generators.docsify", "Docsify", ("index.html",)),
    "nextra": BuiltIn("articlelint.generators.nextra", "Nextra", ("next.config.*",)),
    "rspress": BuiltIn(
        "articlelint.generators.rspress", "Rspress", ("rspress.config.*", "rstack.config.ts")
    ),
    "gatsby": BuiltIn(
        "articlelint.generators.gatsby", "Gatsby", ("gatsby-config.*",), readers=("gatsby",)
    ),
    "nuxt-content": BuiltIn(
        "articlelint.generators.nuxt_content",
        "NuxtContent",
        ("nuxt.config.*",),
        readers=("@nuxt/content", "docus"),
    ),
    "fumadocs": BuiltIn(
        "articlelint.generators.fumadocs", "Fumadocs", ("source.config.*", "next.config.*")
    ),
    "mdbook": BuiltIn("articlelint.generators.mdbook", "MdBook", ("book.toml",)),
    "myst": BuiltIn("articlelint.generators.myst", "MystMd", ("myst.yml",)),
    "sphinx": BuiltIn("articlelint.generators.sphinx", "Sphinx", ("conf.py",)),
    "quarto": BuiltIn("articlelint.generators.quarto", "Quarto", ("_quarto.*",)),
    "quartz": BuiltIn("articlelint.generators.quartz", "Quartz", ("quartz.config.*",)),
    "mdn": BuiltIn("articlelint.generators.mdn", "Mdn", ("files",)),
    "agent-skills": BuiltIn("articlelint.generators.agent_skills", "AgentSkills", ("SKILL.md",)),
    "obsidian": BuiltIn("articlelint.generators.obsidian", "Obsidian", (".obsidian",)),
}
"""Every generator that can be recognised; where two recognise a folder, the first wins."""


def may_be_site(names: frozenset[str]) -> bool:
    """Tell whether a folder that holds *names* may be a site's root; most folders are none's."""
    signs, beginnings = _signs()
    if "package.json" in names or not names.isdisjoint(signs):
        return True
    return any(name.startswith(beginnings) for name in names)


@lru_cache
def _signs() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the signs of all generators, and what names begin with that are as good."""
    signs = frozenset(sign for each in GENERATORS.values() for sign in each.signs)
    return signs, tuple(sorted(sign[:-1] for sign in signs if sign.endswith("*")))


@lru_cache
def built_in(name: str) -> Generator:
    """Return the generator of that name, which is one of these."""
    each = GENERATORS[name]
    kind: type[Generator] = getattr(import_module(each.module), each.name)
    return kind()
