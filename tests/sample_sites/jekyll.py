"""Sites of Jekyll."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_SOURCES = {
    "assets/kite.png": "",
    "assets/红 kite.png": "",
    "assets/slides.pdf": "slides",
    "_posts/2024-05-01-owl.md": "---\ntitle: Owls\n---\n## Wings\n",
    "about.md": "---\ntitle: About\n---\n## Us\n",
    "birds/index.md": "---\n---\n",
    "birds/team.md": "---\npermalink: /crew/\n---\n",
    "birds/owl.png": "",
}
_POST = "---\ntitle: Kites\n---\n"

SITES = (
    SampleSite(
        "jekyll whose pages are put together, and a plugin makes some",
        "jekyll",
        {
            "_config.yml": "plugins: []\n",
            "_plugins/kinds.rb": "class Kinds < Jekyll::Generator\n  def generate(site)\n"
            "    page = Jekyll::PageWithoutAFile.new(site, site.source, 'birds', 'owl.md')\n"
            "    page.content = 'Owls'\n    site.pages << page\n  end\nend\n",
            "_plugins/wings.rb": "class Wings < Jekyll::Generator\n  def generate(site)\n"
            "    site.data['wings'] = 2\n  end\nend\n",
            "_includes/feet.md": "## Feet\n\nSome content.\n",
            "_includes/card.html": "<p>{{ include.content.text }}</p>{{ include.excerpt }}\n",
            "crew/index.md": "---\ntitle: Crew\n---\n## Us\n\nAsk <our-crew@a.example.org>.\n\n"
            "{% include_relative _pilots.md %}\n\n{% include feet.md %}\n\n"
            '{% include card.html content=site.data.crew excerpt="Content" %}\n\nOf <Kite> kind.\n',
            "crew/_pilots.md": "## The *pilots* of [it](https://a.example.org/)\n\nA render.\n\n"
            "## Same\n\n## Same\n\nBy hand\n-------\n\n## Own {#mine}\n\nThey include owls.\n",
            "CREW.md": "Has no front matter.\n",
            "other/_pilots.md": "{{ page.lead | markdownify }}\n",
            "other/owl.md": "---\ntitle: Owls\n---\n{% include_relative _pilots.md %}\n",
            "api.html": "<h2 id='use'>Use</h2>\n",
            "other/hut.md": "---\ntitle: Hut\n---\n{% include card.html excerpt=page.content %}\n",
        },
        "kite.md",
        {
            "[x](/crew/#us)": RESOLVES,
            "[x](/crew/#feet)": RESOLVES,
            "[x](/crew/#the-pilots-of-it)": RESOLVES,
            "[x](/crew/#same-1)": RESOLVES,
            "[x](/crew/#by-hand)": RESOLVES,
            "[x](/crew/#mine)": RESOLVES,
            "[x](/api.html#use)": RESOLVES,
            "[x](/api.html#uses)": "missing-anchor",
            "[x](/crew/#feets)": "missing-anchor",
            "[x](/crew/#withdrawn)": "missing-anchor",
            "[x]({% link birds/owl.md %})": RESOLVES,
            "[x](/birds/owl.html)": RESOLVES,
            "[x](/birds/withdrawn.html)": UNJUDGED,  # a plugin may make it
            "[x]({% link birds/withdrawn.md %})": UNJUDGED,
            "[x](/other/withdrawn.html)": "missing-page",
            "[x]({% link other/withdrawn.md %})": "missing-target",
            "[x](/other/owl.html#withdrawn)": UNJUDGED,
            "[x](/other/hut.html#withdrawn)": UNJUDGED,
        },
        "---\ntitle: Kites\n---\n\n",
    ),
    SampleSite(
        "jekyll, a part of two pages",
        "jekyll",
        {
            "_config.yml": "plugins: []\n",
            "birds/index.md": "---\n---\n## Ours\n\n{% include_relative _kite.md %}\n",
            "birds/all.md": "---\n---\n## Theirs\n\n{% include_relative _more.md %}\n",
            "birds/_more.md": "## More\n\n{% include_relative _kite.md %}\n",
        },
        "birds/_kite.md",
        {
            "[x](#tails)": RESOLVES,
            "[x](#more)": UNJUDGED,  # on one of the pages
            "[x](#theirs)": UNJUDGED,
            "[x](#tials)": "missing-anchor",
            "[x](#withdrawn)": "missing-anchor",
        },
        "## Tails\n\n",
    ),
    SampleSite(
        "jekyll, a part of what a variable names",
        "jekyll",
        {
            "_config.yml": "plugins: []\n",
            "birds/index.md": "---\npart: _kite.md\n---\n{% include_relative {{ page.part }} %}\n",
        },
        "birds/_kite.md",
        {
            "[x](#tails)": RESOLVES,
            "[x](#withdrawn)": UNJUDGED,
        },
        "## Tails\n\n",
    ),
    SampleSite(
        "jekyll, a page with a permalink",
        "jekyll",
        {**_SOURCES, "_config.yml": "plugins: []\n"},
        "birds/kite.md",
        {
            "![x](../../birds/owl.png)": RESOLVES,
            "![x](../../assets/kite.png)": RESOLVES,
            "![x](owl.png)": "missing-file",
            "![x](../assets/kite.png)": "missing-file",
            '<img src="../../birds/owl.png" alt="">': RESOLVES,
            '<img src="owl.png" alt="">': "missing-file",
        },
        "---\ntitle: Kites\npermalink: /all/kites/\n---\n",
    ),
    SampleSite(
        "jekyll, a post with a permalink",
        "jekyll",
        {**_SOURCES, "_config.yml": "plugins: []\n"},
        "_posts/2024-05-02-kite.md",
        {
            "![x](../birds/owl.png)": RESOLVES,
            "![x](birds/owl.png)": "missing-file",
        },
        "---\ntitle: Kites\npermalink: /all/kites.html\n---\n",
    ),
    SampleSite(
        "jekyll below a path",
        "jekyll",
        {
            **_SOURCES,
            "_config.yml": "baseurl: /blog\nplugins: []\ncollections:\n  recipes:\n"
            "    output: true\n",
            "_recipes/seed.md": "---\n---\n",
        },
        "_posts/2024-05-02-kite.md",
        {
            "![x](/assets/kite.png)": UNJUDGED,  # a proxy may take the path off
            "![x](/blog/assets/kite.png)": RESOLVES,
            "![x](/blog/assets/%E7%BA%A2%20kite.png)": RESOLVES,
            "![x](/blog/assets/kite.png?v=2)": RESOLVES,
            '<img src="/blog/assets/kite.png" alt="">': RESOLVES,
            '<img src="{{ \'/assets/kite.png\' | relative_url }}" alt="">': RESOLVES,
            '<img src="{{ \'/assets/kite2.png\' | relative_url }}" alt="">': "missing-file",
            "![x]({{ site.baseurl }}/assets/kite.png)": RESOLVES,
            "![x]({{ '/assets/kite.png' | relative_url }})": RESOLVES,
            "![x]({{ site.baseurl }}{% link assets/kite.png %})": UNJUDGED,
            "![x]({% link assets/kite.png %})": RESOLVES,
            "![x]({{ site.baseurl }}/assets/none.png)": "missing-file",
            "![x]({{ '/none.png' | relative_url }})": "missing-file",
            "![x]({{ '/assets/KITE.png' | relative_url }})": "wrong-case",
            "![x](../assets/kite.png)": UNJUDGED,
            "[x]({{ site.baseurl }}/assets/slides.pdf)": RESOLVES,
            "[x]({{ site.baseurl }}/assets/slide.pdf)": "missing-target",
            "[x]({% post_url 2024-05-01-owl %})": RESOLVES,
            "[x]({% post_url 2024-05-01-owls %})": "missing-target",
            "[x]({% link _posts/2024-05-01-owl.md %})": RESOLVES,
            "[x]({% link _posts/2024-05-01-owls.md %})": "missing-target",
            "[x]({% link _recipes/seed.md %})": RESOLVES,
            "[x]({% link about.md %}#us)": RESOLVES,
            "[x]({{ '/2024/05/01/owl.html' | relative_url }})": RESOLVES,
            "[x]({{ '/2024/05/01/owls.html' | relative_url }})": "missing-page",
            "[x]({{ site.baseurl }}/about.html)": RESOLVES,
            "[x]({{ site.baseurl }}/abuot.html)": "missing-page",
            "[x]({{ site.baseurl }}/recipes/seed.html)": RESOLVES,
            "[x]({{ site.baseurl }}/birds/)": RESOLVES,
            "[x]({{ site.baseurl }}/crew/)": RESOLVES,
            "[x]({{ site.baseurl }}/birds/team.html)": "missing-page",
            "[x](#tails)": RESOLVES,
            "[x](#Tails)": "missing-anchor",
        },
        f"{_POST}\n## Tails\n\n",
    ),
    SampleSite(
        "jekyll with pretty addresses",
        "jekyll",
        {
            **_SOURCES,
            "_config.yml": "permalink: pretty\n",
            "Gemfile": 'source "https://rubygems.org"\ngem "jekyll"\n',
            "notes.md": "No front matter.\n",
        },
        "birds/kite.md",
        {
            "![x](/assets/kite.png)": RESOLVES,
            "![x](owl.png)": "missing-file",  # the page is /birds/kite/
            "![x](../owl.png)": RESOLVES,
            "![x](/birds/owl.png)": RESOLVES,
            "![x](../Owl.png)": "wrong-case",
            "[x](/2024/05/01/owl/)": RESOLVES,
            "[x](/about/)": RESOLVES,
            "[x](/about/#us)": RESOLVES,
            "[x](/about/#uss)": "missing-anchor",
            "[x](/about/#about)": UNJUDGED,  # layouts may give the title an id
            "[x](/about/#dsq-412)": UNJUDGED,
            "[x](/about.md)": "missing-target",
            "[x](team.md)": "missing-target",
            "[x](/notes.md)": RESOLVES,
        },
        "---\ntitle: Kite\n---\n",
    ),
    SampleSite(
        "jekyll, a file without front matter, which is copied and read in the repository",
        "jekyll",
        {**_SOURCES, "_config.yml": "permalink: pretty\n", "birds/nests/a.txt": "Nests\n"},
        "birds/readme.md",
        {
            "![x](owl.png)": UNJUDGED,
            '<img src="owl.png" alt="">': UNJUDGED,
            "[x](nests/)": UNJUDGED,
            "[x](../about)": UNJUDGED,
            "[x](withdrawn.md)": "missing-target",
            "![x](withdrawn.png)": "missing-file",
        },
    ),
    SampleSite(
        "jekyll with addresses of its own, without base path",
        "jekyll",
        {
            **_SOURCES,
            "_config.yml": "permalink: /notes/:title/\nbaseurl: ''\n",
            "_posts/2024-05-04-red-kite.md": "---\ncategories: [birds]\n---\n## Red\n",
            "_posts/2024-05-05-kite.md": "---\nslug: 'Blue  Kite 1.2'\n---\n",
            "_posts/2024-05-06-kite-2.0 - again.md": "---\ntitle: Again\n---\n",
        },
        "_posts/2024-05-02-kite.md",
        {
            "[x](/notes/Blue-Kite-1.2/)": RESOLVES,
            "[x](/notes/kite-2.0-again/)": RESOLVES,
            "[x](/notes/kite-2.0-agian/)": "missing-page",
            "[x](/notes/owl/)": RESOLVES,
            "[x](/notes/owls/)": "missing-page",
            "[x](/notes/red-kite/)": RESOLVES,
            "[x](../owl/)": RESOLVES,
            "[x](/about/)": RESOLVES,
            "[x](/abuot/)": "missing-page",
            "[x]({% post_url 2024-05-04-red-kite %}#red)": RESOLVES,
            "![x]({{ site.url }}/assets/kite.png)": RESOLVES,
        },
        _POST,
    ),
    SampleSite(
        "jekyll with slugs of its own",
        "jekyll",
        {
            **_SOURCES,
            "_config.yml": "permalink: /notes/:slug.html\n",
            "_posts/2024-05-07-plain.md": "Has no front matter.\n",
            "_posts/2024-05-05-kite.md": "---\nslug: 'Blue  Kite 1.2'\n---\n",
        },
        "_posts/2024-05-02-kite.md",
        {
            "[x](/notes/owl.html)": RESOLVES,
            "[x](/notes/plain.html)": RESOLVES,
            "[x](/notes/plian.html)": "missing-page",
            "[x](/notes/blue-kite-1-2.html)": RESOLVES,
            "[x](/notes/blue-kite-12.html)": "missing-page",
            "[x](/notes/withdrawn.html)": "missing-page",
        },
        _POST,
    ),
    SampleSite(
        "jekyll with plain addresses",
        "jekyll",
        {**_SOURCES, "_config.yml": "plugins: []\n"},
        "birds/kite.md",
        {
            "![x](owl.png)": RESOLVES,
            "![x](../owl.png)": "missing-file",
            "![x](../assets/kite.png)": RESOLVES,
            "[x](../about.html)": RESOLVES,
            "[x](../assets/slides.pdf)": RESOLVES,
            "[x](assets/slides.pdf)": "missing-target",
        },
        "---\ntitle: Kite\n---\n",
    ),
    SampleSite(
        "jekyll with collections",
        "jekyll",
        {
            **_SOURCES,
            "_config.yml": "permalink: /:categories/:title/\nurl: https://kites.example.edu\n"
            "plugins: [jekyll-redirect-from]\n"
            "collections:\n  recipes:\n    output: true\n    permalink: /food/:path/\n"
            "  drinks:\n    output: true\n  notes:\n    output: false\n"
            "  posts:\n    permalink: /news/:title/\n"
            "defaults:\n- scope: {path: '', type: posts}\n  values: {layout: null}\n",
            "_recipes/warm/seed.md": "---\n---\n## Roast\n\n```html\n<MyPart/> <STDIN>\n```\n",
            "_drinks/dew.md": "---\nredirect_from: [/water/]\n---\n"
            "{% include box.html id='drops' %}\n",
            "_includes/box.html": "<p id='{{ include.id }}'>{{ page.title }}</p>\n",
            "_notes/hidden.md": "---\n---\n",
            "kites-of-the-west.md": "---\n---\n",
            "_posts/2024-05-04-red-kite.md": "---\ncategories: birds big\n---\n## Red\n",
            ".gitignore": "_site\n/reports/\n",
        },
        "_posts/2024-05-02-kite.md",
        {
            "[x](/food/warm/seed/)": RESOLVES,
            "[x](/food/warm/seeds/)": "missing-page",
            "[x](/food/gone/)": "missing-page",
            "[x](https://kites.example.edu/food/warm/seed/#roast)": RESOLVES,
            "[x](https://kites.example.edu/food/warm/seed/#roost)": "missing-anchor",
            "[x](https://kites.example.edu/food/cold/sead/)": "missing-page",
            "[x](https://kites.example.edu/abuot/)": "missing-page",
            "[x](https://kites.example.edu/abouts/)": UNJUDGED,  # another site, perhaps
            "[x](https://kites.example.edu/kites-of-the-north/)": UNJUDGED,
            "[x](https://kites.example.edu/kites-of-the-wets/)": "missing-page",
            "[x](https://kites.example.edu/withdrawn/)": UNJUDGED,
            "[x](/food/warm/seed/#boiled)": "missing-anchor",
            "[x](/drinks/dew/)": RESOLVES,
            "[x](/drinks/dew/#drops)": RESOLVES,
            "[x](/drinks/dew/#rain)": "missing-anchor",
            "[x](/water/)": RESOLVES,
            "[x](/notes/hidden.html)": UNJUDGED,
            "[x](/news/red-kite/#red)": RESOLVES,
            "[x](/birds/big/red-kite/)": "missing-page",
            "[x](/news/blue-kyte/)": "missing-page",
            "[x](/drinks/due/)": "missing-page",
            "[x](/reports/of-today/)": UNJUDGED,  # a program may make it, since Git ignores it
        },
        _POST,
    ),
)
