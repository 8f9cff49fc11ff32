from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from articlelint.generators import Mount, Settings, by_name

if TYPE_CHECKING:
    from pathlib import Path


def settings(root: Path, generator: str, files: dict[str, str]) -> Settings:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return by_name(generator).settings(root)


def paths(*names: str) -> tuple[PurePosixPath, ...]:
    return tuple(PurePosixPath(name) for name in names)


def test_hexo(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "hexo",
        {
            "_config.yml": "url: https://a.example/blog\nroot: /blog/\ntimezone: Asia/Shanghai\n"
            "future: false\nsource_dir: src\npost_asset_folder: true\nlanguage: [zh-CN, en]\n"
        },
    )
    assert read.time_zone == ZoneInfo("Asia/Shanghai")
    assert read.future is False
    assert (read.base_url, read.base_path) == ("https://a.example/blog", "/blog/")
    assert read.content == paths("src")
    assert read.post_asset_folder
    assert read.languages == ("zh-CN", "en")


def test_hexo_may_take_titles_from_file_names(tmp_path: Path) -> None:
    assert settings(tmp_path, "hexo", {"_config.yml": "title: x\n"}).filled_keys == ()
    config = {"_config.yml": "use_filename_as_post_title: true\n"}
    assert settings(tmp_path, "hexo", config).filled_keys == ("title",)


def test_jekyll(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "jekyll",
        {
            "_config.yml": "url: https://a.example\nbaseurl: /docs\ntimezone: Europe/Lisbon\n"
            "source: src\npermalink: pretty\ncollections:\n  recipes:\n    output: true\n"
        },
    )
    assert read.time_zone == ZoneInfo("Europe/Lisbon")
    assert read.future is False
    assert read.base_path == "/docs/"
    assert read.static == paths("src")
    assert read.collections == ("posts", "recipes")
    assert not read.ugly_urls


def test_jekyll_publishes_future_posts_where_it_is_told_to(tmp_path: Path) -> None:
    assert settings(tmp_path, "jekyll", {"_config.yml": "future: true\n"}).future is True


def test_hugo_ignores_the_case_of_keys_and_reads_mounts(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "hugo",
        {
            "hugo.toml": 'BASEURL = "https://a.example/b/"\ntimeZone = "Europe/Oslo"\n'
            'theme = "t"\nbuildFuture = true\n'
            "[taxonomies]\ntag = 'tags'\nauthor = 'authors'\n"
            "[markup.goldmark.renderer]\nunsafe = true\n"
            "[languages.de]\ncontentDir = 'content/de'\n"
            "[[module.mounts]]\nsource = 'images'\ntarget = 'static/img'\n"
        },
    )
    assert read.time_zone == ZoneInfo("Europe/Oslo")
    assert read.future is True
    assert read.raw_html
    assert read.base_path == "/b/"
    assert read.taxonomies == ("tags", "authors")
    assert read.content == paths("content", "content/de")
    assert read.static == paths("static", "themes/t/static")
    assert Mount(PurePosixPath("images"), PurePosixPath("img"), "static") in read.mounts


def test_hugo_defaults(tmp_path: Path) -> None:
    read = settings(tmp_path, "hugo", {"hugo.yaml": "title: x\n"})
    assert read.time_zone == ZoneInfo("UTC")
    assert read.future is False
    assert not read.raw_html
    assert read.taxonomies == ("tags", "categories")


def test_hugo_merges_its_configuration_folder(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "hugo",
        {
            "config/_default/hugo.toml": 'baseURL = "https://a.example/"\n',
            "config/_default/permalinks.yaml": "posts: /:year/:slug/\n",
        },
    )
    assert read.base_url == "https://a.example/"
    assert read.permalink


def test_zola(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "zola",
        {
            "config.toml": 'base_url = "https://a.example"\ntheme = "t"\n'
            'taxonomies = [{ name = "tags", feed = true }]\n[languages.fr]\n'
        },
    )
    assert read.time_zone is dt.UTC
    assert read.taxonomies == ("tags",)
    assert read.languages == ("fr",)
    assert read.static == paths("static", "themes/t/static")


def test_pelican_takes_literals_and_the_published_settings_on_top(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "pelican",
        {
            "pelicanconf.py": "PATH = 'content'\nTIMEZONE = 'Europe/Paris'\nSITEURL = ''\n"
            "STATIC_PATHS = ['images', 'extra/CNAME']\n"
            "EXTRA_PATH_METADATA = {'extra/CNAME': {'path': 'CNAME'}}\n"
            "THEME = 'a' if DARK else 'b'\nraise SystemExit\n",
            "publishconf.py": "import os\nSITEURL = 'https://a.example/x'\n",
        },
    )
    assert read.time_zone == ZoneInfo("Europe/Paris")
    assert read.future is True
    assert read.base_path == "/x/"
    assert read.static == paths("content/images", "content/extra/CNAME")
    assert read.themes == ()
    assert read.mounts == (Mount(PurePosixPath("content/extra/CNAME"), PurePosixPath("CNAME")),)


def test_mkdocs_reads_tags_of_its_own_without_following_them(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "mkdocs",
        {
            "mkdocs.yml": "site_url: !ENV [SITE, 'x']\ndocs_dir: d\nuse_directory_urls: false\n"
            "theme:\n  name: material\n  custom_dir: overrides\n"
            "plugins:\n  - search\n  - blog:\n      draft_if_future_date: true\n"
            "markdown_extensions:\n  - x:\n      f: !!python/name:os.system\n"
        },
    )
    assert read.content == paths("d")
    assert read.static == paths("d", "overrides")
    assert read.ugly_urls
    assert read.future is False
    assert read.base_url is None
    assert read.problems == ()


def test_docusaurus(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "docusaurus",
        {
            "docusaurus.config.js": "// url: 'https://wrong.example',\nconst config = {\n"
            "  url: 'https://a.example',\n  baseUrl: '/b/',\n"
            "  staticDirectories: ['public', 'static'],\n"
            "  i18n: { defaultLocale: 'fr', locales: ['fr', 'en'] },\n"
            "  presets: [['classic', { docs: { path: 'guides' } }]],\n};\n"
        },
    )
    assert read.base_url == "https://a.example"
    assert read.base_path == "/b/"
    assert read.static == paths("public", "static")
    assert read.language == "fr"
    assert PurePosixPath("guides") in read.content


def test_docusaurus_in_website(tmp_path: Path) -> None:
    read = settings(tmp_path, "docusaurus", {"website/docusaurus.config.ts": ""})
    assert read.static == paths("website/static")
    assert PurePosixPath("docs") in read.content


def test_astro(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "astro",
        {
            "astro.config.mjs": "export default defineConfig({ site: 'https://a.example',"
            " base: '/b', publicDir: './assets', srcDir: './source' });\n"
        },
    )
    assert read.base_url == "https://a.example"
    assert read.base_path == "/b/"
    assert read.static == paths("assets")
    assert read.content[0] == PurePosixPath("source/content")


def test_eleventy_reads_literal_copies(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "eleventy",
        {
            ".eleventy.js": "module.exports = (c) => {\n"
            '  c.addPassthroughCopy("./src/images");\n'
            "  c.addPassthroughCopy({ 'public': '/', \"vendor/x.png\": 'img/x.png' });\n"
            "  return { pathPrefix: '/b/', dir: { input: 'src', output: 'dist' } };\n};\n"
        },
    )
    assert read.content == paths("src")
    assert read.base_path == "/b/"
    assert [(str(m.source), str(m.target)) for m in read.mounts] == [
        ("src/images", "images"),
        ("public", "."),
        ("vendor/x.png", "img/x.png"),
    ]


@pytest.mark.parametrize(
    "loop",
    [
        "['img', \"css\"].forEach((a) =>\n  c.addPassthroughCopy(a)\n);",
        "for (const a of ['img', 'css']) { c.addPassthroughCopy(a); }",
    ],
)
def test_eleventy_reads_copies_in_a_loop(loop: str, tmp_path: Path) -> None:
    read = settings(tmp_path, "eleventy", {".eleventy.js": f"module.exports = (c) => {{ {loop} }}"})
    assert [str(mount.source) for mount in read.mounts] == ["img", "css"]


@pytest.mark.parametrize(
    "call",
    [
        "folders.forEach(a => c.addPassthroughCopy(a))",
        "['img'].forEach(a => { c.addPassthroughCopy(b) })",
        "c.addPassthroughCopy(folder)",
        "c.addPassthroughCopy('!src/a.png')",
        "",
    ],
)
def test_eleventy_copies_that_are_no_literals_are_unknown(call: str, tmp_path: Path) -> None:
    read = settings(tmp_path, "eleventy", {".eleventy.js": f"module.exports = (c) => {{ {call} }}"})
    assert [mount.kind for mount in read.mounts] == ["unknown"]


@pytest.mark.parametrize(
    ("generator", "name", "text"),
    [
        ("hexo", "_config.yml", "a: [\n"),
        ("jekyll", "_config.yml", "- a\n"),
        ("jekyll", "_config.yml", "timezone: Nowhere/Land\n"),
        ("hugo", "hugo.toml", "a = \n"),
        ("zola", "config.toml", "a = \n"),
        ("mkdocs", "mkdocs.yml", "a: b: c\n"),
    ],
)
def test_a_broken_configuration_is_a_problem_and_no_crash(
    generator: str, name: str, text: str, tmp_path: Path
) -> None:
    assert settings(tmp_path, generator, {name: text}).problems


@pytest.mark.parametrize("generator", ["pelican", "docusaurus", "astro", "eleventy"])
def test_a_broken_program_is_a_configuration_without_values(generator: str, tmp_path: Path) -> None:
    files = {"pelicanconf.py": "x = (", "astro.config.mjs": "{" * 9999, ".eleventy.js": "'" * 9999}
    assert settings(tmp_path, generator, files).base_url is None


_LOOKS_UP = """
{{- /* Write the address of a page for its path */ -}}
{{- $u := .Destination }}{{ $a := "" }}
{{- with .Page.GetPage .Destination }}{{ $u = .RelPermalink }}{{ end }}
{{- $f := "" }}{{ with (urls.Parse $u).Fragment }}{{ $f = printf "#%s" . }}{{ end }}
{{- with .Page.GetPage .Destination }}{{ $u = printf "%s%s" .RelPermalink $f }}{{ end }}
{{- with $.Title }}{{ $a = printf "%s title=%q" $a . }}{{ end -}}
<a href="{{ $u | safeURL }}"{{ $a | safeHTMLAttr }}>{{ .Text }}</a>
"""


@pytest.mark.parametrize(
    ("config", "makes_addresses"),
    [
        ("title = 'x'\n", False),
        ("theme = 'there'\n", False),
        ("theme = 'looking'\n", False),
        ("theme = 'making'\n", True),
        ("theme = 'joining'\n", True),
        ("theme = 'gone'\n", True),
        ("[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n", False),
        ("[[module.imports]]\npath = 'example.org/theme'\n", True),
    ],
)
def test_hugo_may_do_more_with_a_link_than_look_it_up(
    tmp_path: Path, config: str, *, makes_addresses: bool
) -> None:
    (tmp_path / "hugo.toml").write_text(config)
    for theme, hook in (
        ("looking", _LOOKS_UP),
        ("making", _LOOKS_UP.replace(" .Destination", ' (printf "/docs/%s" .Destination)')),
        ("joining", _LOOKS_UP.replace(".RelPermalink $f", "$b .Destination")),
    ):
        hooks = tmp_path / "themes" / theme / "layouts" / "_default" / "_markup"
        hooks.mkdir(parents=True)
        (hooks / "render-link.html").write_text(hook)
    (tmp_path / "themes" / "there" / "layouts").mkdir(parents=True)
    assert by_name("hugo").resolves_links(tmp_path) is makes_addresses


def test_hugo_looks_below_the_root_for_a_path_from_there_since_0_123(tmp_path: Path) -> None:
    page = tmp_path / "content" / "birds" / "owl.md"
    page.parent.mkdir(parents=True)
    page.write_text("Owls\n")
    found = {}
    for least in ("0.122.0", "0.123.0"):
        config = f"[module.hugoVersion]\nmin = '{least}'\n"
        site = settings(tmp_path, "hugo", {"hugo.toml": config})
        candidates = by_name("hugo").link_candidates("/owl", "ref", page, site, tmp_path)
        found[least] = list(candidates or ())
    assert found == {"0.122.0": [page], "0.123.0": [tmp_path / "content" / "owl"]}
