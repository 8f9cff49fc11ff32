"""How whole sites are built, whatever is broken in them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class SiteBuild(NamedTuple):
    """A command in the site's folder; OUTPUT stands for a new folder.

    *output* is where the pages go where that cannot be said, *goes_on* tells that there are pages
    though the command says that it failed, *warns* that what leads nowhere is named in its log
    and may be no link on the page. *lists* are names of sources that say which pages there are.
    """

    command: Sequence[str]
    output: str = ""
    goes_on: bool = False
    warns: bool = False
    lists: Sequence[str] = ()
    environment: Mapping[str, str] = {}


_JEKYLL = {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "PAGES_REPO_NWO": "owner/site"}
BUILDS = {
    "mkdocs": SiteBuild(("mkdocs", "build", "--no-strict", "-d", "OUTPUT")),
    "jekyll": SiteBuild(("jekyll", "build", "-q", "-d", "OUTPUT"), environment=_JEKYLL),
    "hugo": SiteBuild(
        ("hugo", "-d", "OUTPUT"), goes_on=True,
        environment={"HUGO_REFLINKSERRORLEVEL": "WARNING", "HUGO_ENABLEGITINFO": "false"},
    ),
    "vitepress": SiteBuild(("node_modules/.bin/vitepress", "build", "--outDir", "OUTPUT")),
    "pelican": SiteBuild(("pelican", "content", "-o", "OUTPUT")),
    "zola": SiteBuild(("zola", "build", "-o", "OUTPUT")),
    "hexo": SiteBuild(("node_modules/.bin/hexo", "generate"), "public"),
    "eleventy": SiteBuild(("node_modules/.bin/eleventy", "--output=OUTPUT")),
    "docusaurus": SiteBuild(
        ("node_modules/.bin/docusaurus", "build", "--no-minify", "--out-dir", "OUTPUT")
    ),
    "mdbook": SiteBuild(("mdbook", "build", "-d", "OUTPUT"), lists=("SUMMARY.md",)),
    "sphinx": SiteBuild(("sphinx-build", "-q", ".", "OUTPUT"), warns=True),
    "astro": SiteBuild(("node_modules/.bin/astro", "build", "--outDir", "OUTPUT")),
    "docsify": SiteBuild(("node", str(Path(__file__).with_name("docsify.mjs"))), "dist"),
    "fumadocs": SiteBuild(("node_modules/.bin/next", "build", "--webpack"), "out"),
    "gatsby": SiteBuild(("node_modules/.bin/gatsby", "build"), "public"),
    "jupyter-book": SiteBuild(("jupyter-book", "build", "-q", "."), "_build/html", warns=True),
    "nextra": SiteBuild(("node_modules/.bin/next", "build"), "out"),
    "nuxt-content": SiteBuild(("node_modules/.bin/nuxt", "generate"), ".output/public"),
    "properdocs": SiteBuild(("properdocs", "build", "--no-strict", "-d", "OUTPUT")),
    "quarto": SiteBuild(("python", str(Path(__file__).with_name("quarto.py")), "OUTPUT")),
    "rspress": SiteBuild(("node_modules/.bin/rspress", "build"), "doc_build"),
    "vuepress": SiteBuild(("node_modules/.bin/vuepress", "build", "--dest", "OUTPUT")),
    "zensical": SiteBuild(("zensical", "build"), "site"),
}  # fmt: skip

_MISSING = """
let open = ''
const missing = {
  name: 'missing', enforce: 'pre',
  configResolved(config) { open = config.publicDir },
  async resolveId(id, importer, options) {
    if (!/\\.(png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i.test(id)) return null
    const found = await this.resolve(id, importer, { ...options, skipSelf: true })
    const { existsSync } = await import('node:fs')
    if (id.startsWith('/') && existsSync(open + id)) return null
    if (found) {
      if (existsSync(found.id.split('?')[0])) return found
    }
    return '\\0missing:' + id.split('/').pop()
  },
  load(id) {
    if (id.startsWith('\\0missing:'))
      return 'export default ' + JSON.stringify('./missing/' + id.slice(9))
  },
}
"""
_VITEPRESS = f"""
import base from "./ORIGINAL"
export * from "./ORIGINAL"
{_MISSING}
export default async (environment) => {{
  const config = typeof base === 'function' ? await base(environment) : await base
  const vite = config.vite ?? {{}}
  return {{
    ...config,
    ignoreDeadLinks: true,
    vite: {{ ...vite, plugins: [missing, ...(vite.plugins ?? [])] }},
  }}
}}
"""


def _without_gems(path: Path) -> None:
    """Take what is not on the machine out of a configuration of Jekyll."""
    listed = subprocess.run(
        ["gem", "list", "--no-versions"], check=True, capture_output=True, text=True
    )
    there = set(listed.stdout.split())
    written = path.read_text("utf-8")
    for match in re.finditer(r"^(?:theme:|[ ]*-)[ ]+(je[\w-]+|minima).*\n", written, re.MULTILINE):
        if match[1] not in there:
            written = written.replace(match[0], "\n")
    path.write_text(written, "utf-8")


def prepare(site: Path, build: SiteBuild) -> None:
    """Change the configuration below *site* so that the build goes on at what is not there."""
    if build is BUILDS["jekyll"]:
        for name in ("Gemfile", "Gemfile.lock"):  # gems are those of the machine
            (site / name).unlink(missing_ok=True)
        _without_gems(site / "_config.yml")
        for path in site.rglob("*.scss"):  # which may be for another version of Sass
            matter = re.match(r"---.*?^---$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
            path.write_text(f"{matter[0]}\n" if matter else "", "utf-8")
    modules = site / "node_modules"
    if build is BUILDS["docusaurus"]:  # what is kept there is of another copy of the site
        shutil.rmtree(modules / ".cache", ignore_errors=True)
    if build is BUILDS["hugo"] and modules.is_symlink():  # which it does not follow
        there = modules.resolve()
        modules.unlink()
        shutil.copytree(there, modules, symlinks=True, copy_function=os.link)
    if build is BUILDS["vitepress"]:
        folder = site / ".vitepress"
        for path in (*sorted(folder.glob("config.*")), *sorted(folder.glob("config/index.*"))):
            original = f"{path.stem}.original"
            path.rename(path.with_name(original + path.suffix))
            path.write_text(
                _VITEPRESS.replace("ORIGINAL", original + path.suffix), encoding="utf-8"
            )
            break
