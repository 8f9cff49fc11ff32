"""Sites of Hugo."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_POST = "+++\ntitle = 'Kites'\n+++\n"
_CONFIG = "baseURL = 'https://kites.example.edu/'\n"
_LAYOUT = "<main>{{ .Content }}</main>"
_SOURCES = {
    "layouts/_default/single.html": _LAYOUT,
    "layouts/_default/list.html": _LAYOUT,
    "static/images/kite.png": "",
    "static/images/红 kite.png": "",
    "static/slides.pdf": "slides",
    "assets/images/barn.png": "",
    "content/_index.md": "+++\ntitle = 'Home'\n+++\n",
    "content/about.md": "+++\ntitle = 'About'\n+++\n## Us\n",
    "content/posts/_index.md": "+++\ntitle = 'Posts'\n+++\n",
    "content/posts/barn.png": "",
    "content/posts/owl.md": "+++\ntitle = 'Owls'\naliases = ['/owls-of-old/']\n+++\n## Wings\n",
    "content/posts/swan.md": "+++\ntitle = 'Swans'\nslug = 'cygnet'\n+++\n",
    "content/posts/crow.md": "+++\ntitle = 'Crows'\nurl = '/black/crow/'\n+++\n",
    "content/birds/water/duck.md": "+++\ntitle = 'Ducks'\n+++\n",
    "content/posts/heron/index.md": "+++\ntitle = 'Herons'\ntags = ['grey']\n+++\n",
}

SITES = (
    SampleSite(
        "a bundle of hugo",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": _CONFIG,
            "content/posts/kite/owl.png": "",
            "layouts/shortcodes/photo.html": '<img src="{{ .Get "src" }}" alt="">'
            '{{ partial "credit.html" . }}',
            "layouts/shortcodes/found.html": '{{ with resources.Get (.Get "src") }}'
            '<img src="{{ .RelPermalink }}">{{ else }}<img src="{{ .Get "src" }}">{{ end }}',
            "layouts/shortcodes/box.html": '{{ $all := printf "box-%d" .Ordinal }}'
            '{{ $one := printf "%s-%s" $all (.Get 0) }}<div id="{{ $all }}"><p id="{{- $one -}}">'
            "{{ .Inner }}</p></div>",
            "content/posts/tern.md": "+++\ntitle = 'Terns'\n+++\n## Beak\n\n"
            "{{< box a >}}A{{< /box >}}\n",
            "layouts/partials/credit.html": '<p id="credit">{{ .Get "by" }}</p>',
            "content/posts/gull.md": "+++\ntitle = 'Gulls'\n+++\n## Beak\n\n"
            '{{< photo src="/images/kite.png" >}}\n',
        },
        "content/posts/kite/index.md",
        {
            '{{< photo src="/images/kite.png" >}}': RESOLVES,
            '{{< photo src="/images/crow.png" >}}': "missing-file",
            '{{< photo src="/images/Kite.png" >}}': "wrong-case",
            '{{< found src="/images/barn.png" >}}': RESOLVES,
            "[x](/posts/gull/#beak)": RESOLVES,
            "[x](/posts/gull/#credit)": RESOLVES,
            "[x](/posts/gull/#neb)": "missing-anchor",
            "[x](/posts/tern/#beak)": RESOLVES,
            "[x](/posts/tern/#box-0-a)": RESOLVES,
            "[x](/posts/tern/#neb)": "missing-anchor",
            "![x](/images/kite.png)": RESOLVES,
            "![x](</images/红 kite.png>)": RESOLVES,
            "![x](/images/%E7%BA%A2%20kite.png)": RESOLVES,
            "![x](/images/kite.png?v=2)": RESOLVES,
            '{{< figure src="/images/红 kite.png" >}}': RESOLVES,
            '[x]({{< ref path="owl.md" >}})': RESOLVES,
            '[x]({{% relref "owl" %}})': RESOLVES,
            '[x]({{< ref "#tails" >}})': RESOLVES,
            '[x]({{< ref "/" >}})': RESOLVES,
            '[x]({{< ref "posts" >}})': RESOLVES,
            '[x]({{< ref "posts/_index.md" >}})': RESOLVES,
            '[x]({{< ref "../heron/index.md" >}})': RESOLVES,
            "[x](/tags/)": RESOLVES,
            "![x](owl.png)": RESOLVES,
            "![x](./owl.png)": RESOLVES,
            "![x](../barn.png)": RESOLVES,
            "![x](/posts/barn.png)": RESOLVES,
            '{{< figure src="owl.png" >}}': RESOLVES,
            '{{< figure src="/images/kite.png" >}}': RESOLVES,
            "![x](/images/barn.png)": "missing-file",  # assets are for templates
            "![x](images/kite.png)": "missing-file",
            "![x](barn.png)": "missing-file",
            '{{< figure src="barn.png" >}}': "missing-file",
            "![x](Owl.png)": "wrong-case",
            "![x](../../../../../kite.png)": "outside-site",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            '[x]({{< ref "owl.md" >}})': RESOLVES,
            '[x]({{< ref "/posts/owl" >}})': RESOLVES,
            '[x]({{< relref "../owl.md" >}})': RESOLVES,
            '[x]({{< relref "owl.md#wings" >}})': RESOLVES,
            '[x]({{< relref "owl.md#wing" >}})': "missing-anchor",
            '[x]({{< ref "heron" >}})': RESOLVES,
            '[x]({{< ref "posts/heron/index.md" >}})': RESOLVES,
            '[x]({{< ref "owls.md" >}})': "missing-target",
            '[x]({{< ref "/owl.md" >}})': UNJUDGED,  # up to Hugo 0.122 it resolves
            '[x]({{< ref "./owl.md" >}})': RESOLVES,
            '[x]({{< ref "../../about" >}})': RESOLVES,
            '[x]({{< ref "/birds" >}})': RESOLVES,
            '[x]({{< ref "water/duck.md" >}})': "missing-target",
            '[x]({{< ref "/water/duck.md" >}})': "missing-target",
            '[x]({{< ref "duck.md" >}})': RESOLVES,
            '[x]({{< ref "./duck.md" >}})': "missing-target",
            '[x]({{< ref "OWL.md" >}})': RESOLVES,
            '[x]({{< ref "/posts/" >}})': RESOLVES,
            "[x](../owl.md)": "missing-target",
            "[x](../owl/)": RESOLVES,
            "[x](/posts/owl/)": RESOLVES,
            "[x](/posts/owl/#wings)": RESOLVES,
            "[x](/posts/owl/#wing)": "missing-anchor",
            "[x](/posts/owls/)": "missing-page",
            "[x](/owls-of-old/)": RESOLVES,
            "[x](/posts/cygnet/)": RESOLVES,
            "[x](/black/crow/)": RESOLVES,
            "[x](/posts/heron/)": RESOLVES,
            "[x](/posts/)": RESOLVES,
            "[x](/tags/grey/)": RESOLVES,
            "[x](/)": RESOLVES,
            "[x](#tails)": RESOLVES,
            "[x](#Tails)": "missing-anchor",
        },
        f"{_POST}\n## Tails\n\n",
    ),
    SampleSite(
        "hugo with a render hook for links",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": _CONFIG,
            "netlify.toml": "[build.environment]\nHUGO_VERSION = '0.168.0'\n",
            "layouts/_default/_markup/render-link.html": "{{- $path := .Destination -}}"
            '{{- $u := urls.Parse .Destination }}{{ $to := strings.TrimPrefix "./" $u.Path -}}'
            "{{- with .PageInner.GetPage $to }}{{ $path = .RelPermalink }}"
            '{{ with $u.Fragment }}{{ $path = printf "%s#%s" $path . }}{{ end }}{{ end -}}'
            '<a href="{{ $path | safeURL }}">{{ .Text }}</a>',
            "layouts/shortcodes/note.html": '{{ $title := .Get "title" | default "Note" }}'
            '{{ partial "box" (dict "id" (.Get "id") "title" $title "text" .Inner) }}',
            "layouts/partials/box.html": '{{/* @example {{ partial "box" . }} */}}'
            '{{ with resources.Get "icons/box.svg" }}{{ .Content }}{{ end }}'
            '<div{{ with .id }} id="{{ . }}"{{ end }}>{{ .title }} {{ .text }}</div>',
            "layouts/shortcodes/box.html": '{{ partial "any" (merge (dict "id" "a") .Params) }}',
            "layouts/partials/any.html": '<div id="{{ .id }}"></div>',
            "content/posts/gull.md": "+++\ntitle = 'Gulls'\n+++\n"
            '{{< note id="beware" >}}They bite.{{< /note >}}\n\n{{< note >}}So.{{< /note >}}\n',
            "content/posts/tern.md": "+++\ntitle = 'Terns'\n+++\n{{< box id=open >}}\n",
        },
        "content/posts/kite/index.md",
        {
            "[x](owl)": RESOLVES,
            "[x](./owl.md#wings)": RESOLVES,
            "[x](about)": RESOLVES,
            "[x](../owl/)": RESOLVES,
            "[x](swan)": RESOLVES,
            "[x](../swan/)": "missing-page",
            "[x](owls)": "missing-page",
            "[x](../withdrawn/)": "missing-page",
            "[x](owl#wing)": "missing-anchor",
            "[x](gull#beware)": RESOLVES,
            "[x](gull#withdrawn)": "missing-anchor",
            "[x](tern#open)": RESOLVES,
            "[x](tern#withdrawn)": UNJUDGED,  # the template may put out any
            '[x]({{< ref "/owl.md" >}})': "missing-target",
            '[x]({{< ref "owl.md" >}})': RESOLVES,
        },
        f"{_POST}\n## Tails\n\n",
    ),
    SampleSite(
        "hugo, a layout that puts other files into the page",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": f"{_CONFIG}[markup.goldmark.renderer]\nunsafe = true\n",
            "Caddyfile": "https://kites.example.edu {\n  redir /old /posts/\n}\n",
            "layouts/_default/single.html": "{{ .Content }}"
            '{{ readFile "content/posts/red.md" | markdownify }}'
            '{{ partial "part.html" "blue.md" }}'
            "{{ with .Params.lead }}{{ . | markdownify }}{{ end }}"
            '<style>{{ readFile (printf "%s.css" "a") | safeCSS }}</style>\n',
            "layouts/partials/part.html": '{{ $file := printf "parts/%s" . }}'
            "{{ readFile $file | markdownify }}",
            "parts/blue.md": "## Blue ones\n",
            "a.css": "p { margin: 0 }\n",
            "content/posts/red.md": "## Red ones\n\nA kite.\n",
            "layouts/shortcodes/people.html": "{{ range hugo.Data.people }}"
            "{{ .text | markdownify }}{{ end }}",
            "data/people.yaml": '- text: |\n    ## Of the owls\n\n    <p id="egg">An egg</p>\n',
            "content/posts/crew.md": "---\ntitle: Crew\nlead: |\n  ## In a word\n---\n"
            "{{< people >}}\n",
            "static/api/index.html": "<h1>API</h1><h2 id='use'>Use</h2><a name=end></a>\n",
            "static/api/made.html": "<h2 id='use'>Use</h2><script src='a.js'></script>\n",
        },
        "content/posts/kite.md",
        {
            "[x](#red-ones)": RESOLVES,
            "[x](#blue-ones)": RESOLVES,
            "[x](/posts/crew/#of-the-owls)": RESOLVES,
            "[x](/api/#use)": RESOLVES,
            "[x](../../api/index.html#end)": RESOLVES,
            "[x](/api/#withdrawn)": "missing-anchor",
            "[x](/api/made.html#use)": RESOLVES,
            "[x](/api/made.html#sue)": UNJUDGED,  # a script may make it
            "[x](/api/made.html#Use)": "missing-anchor",
            "[x](/posts/crew/#egg)": RESOLVES,
            "[x](/posts/crew/#in-a-word)": RESOLVES,
            "[x](/posts/crew/#eggs)": "missing-anchor",
            "[x](/posts/crew/#withdrawn)": "missing-anchor",
            "[x](#withdrawn)": "missing-anchor",
            "[x](/old/)": UNJUDGED,
            "[x](/withdrawn/)": "missing-page",
        },
        _POST,
    ),
    SampleSite(
        "a page of hugo that is no bundle",
        "hugo",
        {**_SOURCES, "hugo.toml": _CONFIG},
        "content/posts/kite.md",
        {
            "![x](../barn.png)": RESOLVES,
            "![x](barn.png)": "missing-file",
            "![x](/posts/barn.png)": RESOLVES,
            "[x](../owl/)": RESOLVES,
            "[x](owl.md)": "missing-target",
            '[x]({{< ref "owl" >}})': RESOLVES,
            '[x]({{< ref "./owl.md" >}})': RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "hugo with ugly addresses",
        "hugo",
        {**_SOURCES, "hugo.toml": f"{_CONFIG}uglyURLs = true\n", "content/posts/kite/owl.png": ""},
        "content/posts/kite/index.md",
        {
            "![x](owl.png)": "missing-file",
            "![x](kite/owl.png)": RESOLVES,
            "![x](barn.png)": RESOLVES,
            "[x](owl.html)": RESOLVES,
            "[x](/posts/owl.html)": RESOLVES,
            "[x](/posts/owls.html)": "missing-page",
            "[x](/posts/owl/)": UNJUDGED,
        },
        _POST,
    ),
    SampleSite(
        "hugo with permalinks and mounts",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": f"{_CONFIG}[permalinks]\nposts = '/:slug/'\n"
            "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
            "[[module.mounts]]\nsource = 'static'\ntarget = 'static'\n"
            "[[module.mounts]]\nsource = 'pictures'\ntarget = 'static/pics'\n",
            "pictures/hen.png": "",
        },
        "content/posts/kite.md",
        {
            "![x](/pics/hen.png)": RESOLVES,
            "![x](/images/kite.png)": RESOLVES,
            "![x](/pictures/hen.png)": UNJUDGED,  # a page may be there, with an image of its own
            "![x](../posts/barn.png)": RESOLVES,
            "[x](/cygnet/)": RESOLVES,
            "[x](/owl/)": "missing-page",
            "[x](/owls/)": RESOLVES,  # from the title
        },
        _POST,
    ),
    SampleSite(
        "hugo with files and folders that are mounted as content",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": _CONFIG
            + "".join(
                f"[[module.mounts]]\nsource = '{source}'\ntarget = 'content{target}'\n"
                for source, target in (
                    ("content", ""),
                    ("notes", "/docs"),
                    ("parts/egg.md", "/one/egg.md"),
                    ("parts/egg.md", "/two/egg.md"),
                    ("guide", "/v1"),
                    ("guide", "/v2"),
                )
            ),
            "notes/use.md": "+++\ntitle = 'Use'\n+++\n",
            "parts/egg.md": "+++\ntitle = 'Eggs'\n+++\n",
            "guide/start.md": "+++\ntitle = 'Start'\n+++\n",
        },
        "content/posts/kite.md",
        {
            "[x](/docs/use/)": RESOLVES,
            "[x](/docs/sue/)": "missing-page",
            "[x](/docs/withdrawn/)": "missing-page",
            "[x](/use/)": "missing-page",
            "[x](/one/egg/)": RESOLVES,
            "[x](/two/egg/)": RESOLVES,
            "[x](/one/withdrawn/)": "missing-page",
            "[x](/v1/start/)": RESOLVES,
            "[x](/v2/start/)": RESOLVES,
            "[x](/v2/withdrawn/)": UNJUDGED,  # of a folder that is mounted twice
        },
        _POST,
    ),
    SampleSite(
        "hugo with a folder of another repository, and a language's folder that is mounted again",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": f"{_CONFIG}[languages.en]\ncontentDir = 'content'\n"
            "[languages.fr]\ncontentDir = 'texts/fr'\n"
            + "".join(
                f"[[module.mounts]]\nsource = '{source}'\ntarget = 'content{target}'\n"
                for source, target in (
                    ("content", ""),
                    ("../tools/docs", "/tools"),
                    ("parts/docs", "/parts"),
                )
            ),
            ".gitmodules": '[submodule "parts"]\n\tpath = parts\n'
            '[submodule "texts"]\n\tpath = texts\n',
        },
        "content/posts/kite.md",
        {
            "[x](/birds/water/duck/)": RESOLVES,
            "[x](/birds/water/ducks/)": "missing-page",
            "[x](/birds/water/withdrawn/)": "missing-page",
            "[x](/tools/withdrawn/)": UNJUDGED,  # it may be there
            "[x](/parts/withdrawn/)": UNJUDGED,  # likewise
            "![x](/parts/crow.png)": UNJUDGED,
            "![x](/fr/crow.png)": UNJUDGED,
            "![x](/images/kite.png)": RESOLVES,
            "![x](/images/crow.png)": "missing-file",
        },
        _POST,
    ),
    SampleSite(
        "hugo with permalinks for another section",
        "hugo",
        {**_SOURCES, "hugo.toml": f"{_CONFIG}[permalinks]\nposts = '/:slug/'\n"},
        "content/birds/kite.md",
        {
            "![x](../../posts/barn.png)": RESOLVES,
            "![x](../../posts/barns.png)": "missing-file",
            "[x](../water/duck/)": RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "hugo, a layout that replaces addresses",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": _CONFIG,
            "layouts/_default/single.html": '{{ $text := replace .Content "src=\\"" '
            '"src=\\"/posts/" }}<main>{{ $text | safeHTML }}</main>',
        },
        "content/birds/kite.md",
        {"![x](barn.png)": RESOLVES, "![x](barns.png)": UNJUDGED},
        _POST,
    ),
    SampleSite(
        "hugo, a layout that puts the folder of the source before addresses",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": _CONFIG,
            "content/img/egg.png": "",
            "layouts/_default/single.html": "{{ $text := .Content }}"
            "{{ $folder := path.Dir .File.Path }}"
            '{{ range findRE `src="(.*?)"` .Content }}'
            '{{ $source := strings.TrimRight "\\"" (substr . 5) }}'
            '{{ if not (hasPrefix $source "/") }}'
            '{{ $whole := printf "/%s/%s" $folder $source }}'
            "{{ $text = replace $text $source $whole }}{{ end }}{{ end }}"
            "<main>{{ safeHTML $text }}</main>",
        },
        "content/posts/kite.md",
        {
            "![x](../img/egg.png)": RESOLVES,
            "![x](../img/eggs.png)": "missing-file",
            "![x](../img/Egg.png)": "wrong-case",
            "![x](barn.png)": RESOLVES,
            "![x](/images/kite.png)": RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "hugo in two languages",
        "hugo",
        {
            **_SOURCES,
            "hugo.toml": f"{_CONFIG}defaultContentLanguage = 'en'\n"
            "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n",
            "content/posts/owl.fr.md": "+++\ntitle = 'Hiboux'\n+++\n## Ailes\n",
        },
        "content/posts/kite.fr.md",
        {
            '[x]({{< ref "owl.md" >}})': RESOLVES,
            '[x]({{< ref "owl" >}})': RESOLVES,
            '[x]({{< ref "owl#ailes" >}})': RESOLVES,
            '[x]({{< ref "crow" >}})': UNJUDGED,  # not translated
            "[x](/posts/owl/)": RESOLVES,
            "[x](/fr/posts/owl/)": RESOLVES,
            "![x](/images/kite.png)": RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "hugo below a path",
        "hugo",
        {**_SOURCES, "hugo.toml": "baseURL = 'https://kites.example.edu/blog/'\n"},
        "content/posts/kite.md",
        {
            "![x](/blog/images/kite.png)": RESOLVES,
            "![x](/images/kite.png)": UNJUDGED,  # a render hook may put the path before it
            "[x](/blog/posts/owl/)": RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "hugo with a folder for each language",
        "hugo",
        {
            **{name: text for name, text in _SOURCES.items() if not name.startswith("content/")},
            "hugo.toml": f"{_CONFIG}defaultContentLanguage = 'en'\n"
            "[languages.en]\nweight = 1\ncontentDir = 'content/en'\n"
            "[languages.fr]\nweight = 2\ncontentDir = 'content/fr'\n"
            "[permalinks]\npost = '/:year/:month/:slug/'\n"
            "[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'\n"
            "[markup.goldmark.renderer]\nunsafe = true\n[security]\nallowContent = ['.*']\n",
            "layouts/shortcodes/term.html": "<dfn id='{{ .Get \"id\" }}'>{{ .Inner }}</dfn>",
            "layouts/shortcodes/note.html": "<p id='note-{{ md5 .Inner }}'>{{ .Inner }}</p>",
            "content/en/docs/owl.md": "+++\ntitle = 'Owls'\n+++\n## Wings & § 4\n\n"
            '{{< term id="feather" >}}A feather{{< /term >}}\n',
            "content/fr/docs/owl.md": "+++\ntitle = 'Hiboux'\n+++\n## Ailes\n",
            "content/en/docs/tern.md": "+++\ntitle = 'Terns'\nslug = 'sterna'\n+++\n## Beak\n",
            "content/en/post/a.md": "+++\ntitle = 'Red kites'\ndate = 2024-05-01\n+++\n",
            "content/en/table.html": "+++\ntitle = 'Table'\n+++\n<h2>Rows</h2><p id='row'>1</p>\n",
            "netlify.toml": "[[redirects]]\nfrom = '/old/*'\nto = '/docs/owl/'\n",
        },
        "content/en/docs/kite.md",
        {
            "[x](/docs/owl/)": RESOLVES,
            "[x](/docs/owl/#wings-4)": RESOLVES,
            "[x](/docs/tern)": RESOLVES,  # by its path: a render hook of Hugo's own
            "[x](/docs/tern/#beak)": RESOLVES,
            "[x](/docs/tern#neb)": "missing-anchor",
            "[x](tern)": RESOLVES,
            "[x](tern.md#neb)": "missing-anchor",
            '<a href="/docs/tern/">x</a>': "missing-page",
            "[x](/docs/owl/#wings--4)": "missing-anchor",
            "[x](/docs/owl/#feather)": RESOLVES,
            "[x](/docs/owl/#tail)": "missing-anchor",
            "[x](/docs/owl/#note-2b)": UNJUDGED,  # a template makes it
            "[x](/fr/docs/owl/#ailes)": RESOLVES,
            "[x](/fr/docs/owl/#wings-4)": "missing-anchor",
            "[x](/de/docs/owl/)": "missing-page",
            "[x](/docs/swan/)": "missing-page",
            "[x](/fr/docs/cygne/)": "missing-page",
            "[x](/2024/05/red-kites/)": RESOLVES,
            "[x](/2024/05/blue-kites/)": "missing-page",
            "[x](https://kites.example.edu/docs/owl/)": RESOLVES,
            "[x](https://kites.example.edu/docs/gone/)": "missing-page",
            "[x](/table/#row)": RESOLVES,
            "[x](/table/#rows)": "missing-anchor",
            "[x](/old/owl/)": UNJUDGED,  # the host redirects it
        },
        "+++\ntitle = 'Kites'\n+++\n",
    ),
)
