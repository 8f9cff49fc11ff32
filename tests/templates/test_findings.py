"""What the family says of articles in sites: each sort of accident in ten sentences of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Applicability, Article
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.linting.registry import rules_of
from articlelint.linting.rule import configure
from articlelint.recognition import find_site
from tests.templates.cases import CASES

if TYPE_CHECKING:
    from pathlib import Path

RULES = tuple(
    configure(rule) for rule in rules_of("articlelint_rules") if rule.name.startswith("templates/")
)
HEAD = "---\ntitle: Rivers\ndate: 2024-05-03 10:00:00\n---\n\n"
SITES = {
    "hexo7": {"package.json": '{"dependencies": {"hexo": "^7.3.0"}}', "_config.yml": "url: x\n"},
    "hexo8": {"package.json": '{"dependencies": {"hexo": "^8.0.0"}}', "_config.yml": "url: x\n"},
    "jekyll": {"_config.yml": "baseurl: ''\n", "_includes/note.html": "NOTE"},
    "eleventy": {".eleventy.js": "module.exports = function (c) {};\n"},
    "nunjucks": {
        "eleventy.config.mjs": 'export default () => ({ markdownTemplateEngine: "njk" });\n'
    },
    "docusaurus": {
        "docusaurus.config.js": "module.exports = {title: 'x', url: 'https://example.org'};\n",
        "package.json": '{"dependencies": {"@docusaurus/core": "3.7.0"}}',
    },
    "zola": {
        "config.toml": "base_url = 'https://example.org'\n",
        "templates/index.html": "",
        "templates/shortcodes/note.html": "{{ body }}",
        "templates/shortcodes/youtube.md": "{{ id }}",
    },
    "vitepress": {".vitepress/config.ts": "export default {};\n"},
    "astro": {"astro.config.mjs": "export default {};\n"},
    "hugo": {
        "hugo.toml": "title = 'x'\n",
        "layouts/single.html": "",
        "layouts/shortcodes/note.html": "{{ .Inner }}",
        "layouts/shortcodes/env.html": "{{ .Get 0 }}",
    },
    "pelican": {"pelicanconf.py": "PATH = 'content'\nPLUGINS = ['sitemap', 'jinja2content']\n"},
    "macros": {"mkdocs.yml": "site_name: x\nplugins:\n- search\n- macros\n"},
}

FOLDERS = {
    "hexo7": "source/_posts", "hexo8": "source/_posts", "macros": "docs", "hugo": "content",
    "docusaurus": "docs", "astro": "src/content/docs",
    "zola": "content", "pelican": "content",
}  # fmt: skip


def article(tmp_path: Path, site: str, body: str, files: dict[str, str] | None = None) -> Article:
    root = tmp_path / f"{site}{len(files or ())}"
    for name, text in {**SITES[site], **(files or {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    folder = FOLDERS.get(site, "")
    (root / folder).mkdir(parents=True, exist_ok=True)  # who reads it is told by that, too
    path = root / folder / ("a.mdx" if site == "astro" else "a.md")
    return Article(HEAD + body, path, site=find_site(path, root))


def found(tmp_path: Path, site: str, body: str, files: dict[str, str] | None = None) -> list[str]:
    result = lint(article(tmp_path, site, body, files), RULES)
    assert not result.crashes
    return [each.rule.removeprefix("templates/") for each in result.diagnostics]


EMPTY_BRACES = CASES["empty braces"].texts


@pytest.mark.parametrize("body", EMPTY_BRACES)
def test_braces_that_hold_no_expression_stop_hexo(tmp_path: Path, body: str) -> None:
    kinds = found(tmp_path, "hexo7", body)
    assert kinds
    assert set(kinds) == {"invalid-syntax"}


HASHES = CASES["a hash in a brace"].texts


@pytest.mark.parametrize("body", HASHES)
def test_a_hash_behind_a_brace_begins_a_comment(tmp_path: Path, body: str) -> None:
    assert set(found(tmp_path, "hexo7", body)) == {"unclosed-tag"}
    assert found(tmp_path, "hexo8", body) == []  # Nunjucks does not run
    assert set(found(tmp_path, "nunjucks", body)) == {"unclosed-tag"}
    assert set(found(tmp_path, "macros", body)) == {"unclosed-tag"}
    assert found(tmp_path, "jekyll", body) == found(tmp_path, "eleventy", body) == []


FORMULAS = CASES["braces of a formula"].texts


@pytest.mark.parametrize("body", FORMULAS)
def test_braces_of_tex_vanish(tmp_path: Path, body: str) -> None:
    for site in ("hexo7", "hexo8", "jekyll", "eleventy", "nunjucks"):
        assert found(tmp_path, site, body) == ["vanishing-expression"], site
    assert found(tmp_path, "macros", body) == []  # shown as it stands


SAMPLES = [
    "```jsx\n<motion.div initial={{ opacity: 0 }} />\n```",
    "```jsx\n<p style={{ color: 'red', margin: 2 }}>\n```",
    'Inline `<p style={{color: "red"}}>` too.',
    "~~~vue\n{{ ok ? 'yes' : 'no' }}\n~~~",
    "```go\n{{ range $i, $e := .Items }}\n```",
    "```hbs\n{{#each items}}x{{/each}}\n```",
    "```js\nt(`${{a: 1}.a}`); x = {{ b: 2 }};\n```",
    "    <p style={{ display: 'none' }}>",
    "- item\n\n  ```jsx\n  <a b={{ c: 1 }} />\n  ```",
    "> ```jsx\n> <a b={{ c: 1 }} />\n> ```",
]


@pytest.mark.parametrize("body", SAMPLES)
def test_code_is_no_shelter_in_eleventy(tmp_path: Path, body: str) -> None:
    assert set(found(tmp_path, "eleventy", body)) == {"invalid-syntax"}
    assert found(tmp_path, "hexo8", body) == found(tmp_path, "hexo7", body) == []


TWIG = [
    "```twig\n{% set var = 2 %}\n```",
    "```django\n{% load static %}\n```",
    "Use `{% csrf_token %}` in forms.",
    "```jinja\n{% macro f(a) %}{{ a }}{% endmacro %}\n```",
    "```nunjucks\n{% asyncEach a in b %}{% endeach %}\n```",
    "```hugo\n{% youtube abc %}\n```",
    "```\n{% trans %}x{% endtrans %}\n```",
    "- `{% url 'home' %}`",
    '> `{% extends "a.html" %}`',
    "```\n{%- do x -%}\n```",
]


@pytest.mark.parametrize("body", TWIG)
def test_tags_of_another_language_are_unknown(tmp_path: Path, body: str) -> None:
    for site in ("jekyll", "eleventy"):
        assert "unknown-tag" in found(tmp_path, site, body), site
    assert found(tmp_path, "hexo8", body) == found(tmp_path, "hexo7", body) == []


WORKFLOWS = [
    "```yaml\ntoken: ${{ secrets.TOKEN }}\n```",
    "Set `${{ github.sha }}` there.",
    "The matrix is ${{ matrix.os }}.",
    "```yaml\nif: ${{ env.CI }}\n```",
    "- ${{ inputs.name }}",
    "> ${{ runner.os }}",
    "~~~\n${{ steps.a.outputs.b }}\n~~~",
    "```yaml\n- run: echo ${{ needs.a.result }}\n```",
    "| a |\n| - |\n| ${{ job.status }} |",
    "## ${{ strategy.index }}",
]


@pytest.mark.parametrize("body", WORKFLOWS)
def test_what_workflows_of_github_hold_vanishes(tmp_path: Path, body: str) -> None:
    for site in ("jekyll", "eleventy", "nunjucks"):
        assert found(tmp_path, site, body) == ["vanishing-expression"], site


CURLY = [
    "{{< figure src=“/media/a.jpg” title=“Two words” >}}",
    "{{< figure src=”/media/a.jpg” title=”Two words” >}}",
    '{{< figure src="/media/a.jpg" title=“Two words” >}}',
    "{{< figure src=“/media/a.jpg” >}}",
    "- {{< figure src=„a.jpg“ alt=„Zwei Wörter“ >}}",
    "> {{% note title=«Deux mots» %}}x{{% /note %}}",
    "[a]({{< relref “b.md” >}})",
    "{{< youtube “0RKpf3rK57I” >}}",
    "| a |\n| - |\n| {{< env “b c” >}} |",
    "{{< figure src=‘a.jpg’ title=‘Two words’ >}}",
]


@pytest.mark.parametrize("body", CURLY)
def test_typographic_quotes_hold_no_argument_in_hugo(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, "hugo", body) == ["typographic-quotes"]
    after = fix(article(tmp_path, "hugo", body), RULES, Applicability.SAFE).article
    assert lint(after, RULES).diagnostics == ()


BROKEN = [
    ("\\[youtube {{< youtube 1cNDSPutas8\\] >}}", "invalid-syntax"),
    ("{{< youtube 1cNDSPutas8 >", "unclosed-tag"),
    ("{{< youtube 1cNDSPutas8\n\nText.", "unclosed-tag"),
    ("`{{< youtube 1cNDSPutas8`", "unclosed-tag"),
    ("- {{< youtube https://youtu.be/1cNDSPutas8 >}}", "invalid-syntax"),
    ("```md\n{{< figure src=a.jpg>}}\n```", "invalid-syntax"),
    ("{{< youtube 1cNDSPutas8 %}}", "unclosed-tag"),
    ('{{< figure src="a.jpg" wide >}}', "invalid-syntax"),
    ("<!-- {{< >}} -->", "invalid-syntax"),
    ("{{</* youtube 1cNDSPutas8 >}}", "unclosed-tag"),
    ("{{< details >}}\n\nText.", "unclosed-block"),
    ("{{< details >}}x{{< /detials >}}", "stray-end"),
    ("{{< youtube >}}", "missing-argument"),
    ("`{{< gallery >}}`", "unknown-tag"),
]


@pytest.mark.parametrize(("body", "kind"), BROKEN)
def test_broken_shortcodes_stop_hugo(tmp_path: Path, body: str, kind: str) -> None:
    assert kind in found(tmp_path, "hugo", body)


BODIES = [
    ("```jinja2\n{% block head %}\n    {{ super() }}\n{% endblock head %}\n```", "unknown-tag"),
    ("{% foobar() %}\n\nText", "unknown-tag"),
    ("{% note() %}\n\nText", "unclosed-block"),
    ("- {% note() %}x{% endnote %}", "unclosed-block"),
    ("> {% end %}", "stray-end"),
    ("Use `{{ get_url(path='@/a.md') }}`.", "unknown-tag"),
    ("{{ yuotube(id='abc') }}", "unknown-tag"),
    ("{{ youtube(id=“abc”) }}", "typographic-quotes"),
    ('{{ youtube("abc") }}', "invalid-syntax"),
    ("{% note() %}{% end %}", "invalid-syntax"),
    ("{% note(a=“b”) %}x{% end %}", "typographic-quotes"),
    ("{%/* note() */%}x", "unclosed-block"),
    ("{{ youtube(id='abc')", "unclosed-tag"),
]


@pytest.mark.parametrize(("body", "kind"), BODIES)
def test_what_is_no_shortcode_of_zola(tmp_path: Path, body: str, kind: str) -> None:
    assert found(tmp_path, "zola", body) == [kind]
    after = fix(article(tmp_path, "zola", body), RULES, Applicability.UNSAFE)
    assert not [each for each in after.result.diagnostics if each.fix is not None]


INTERPOLATED = [
    ("Vue shows {{ message }} here.", "vanishing-expression"),
    ("Use `{{ message }}` in a template.", "vanishing-expression"),
    ("- `{{ user.name }}`", "invalid-syntax"),
    ("> ${{ secrets.TOKEN }}", "invalid-syntax"),
    ("| a |\n| - |\n| `{{ .Name }}` |", "invalid-syntax"),
    ("## The {{ .Values.tag }} of a chart", "invalid-syntax"),
    ("Handlebars' {{#if a}}", "invalid-syntax"),
    ("Django's {{ name | default: 'x' }}", "invalid-syntax"),
    ("It begins with {{ and never ends", "unclosed-tag"),
    ("$\\frac{{a}}{2}$", "vanishing-expression"),
    ("<div>{{ a b }}</div>", "invalid-syntax"),
]


@pytest.mark.parametrize(("body", "kind"), INTERPOLATED)
def test_braces_are_expressions_of_vue(tmp_path: Path, body: str, kind: str) -> None:
    assert found(tmp_path, "vitepress", body) == [kind]
    after = fix(article(tmp_path, "vitepress", body), RULES, Applicability.UNSAFE)
    assert not [each for each in after.result.diagnostics if each.fix is not None]


NO_JSX = [
    ("See <https://example.net/help/> first.", "invalid-syntax"),
    ("Write to <ann@example.net>.", "invalid-syntax"),
    ("Use it for n <= 5 items.", "invalid-syntax"),
    ("- n <5\n- b", "invalid-syntax"),
    ("The set {1, 2, 3 is open.", "unclosed-tag"),
    ("> Call `f` with {user name}.", "invalid-syntax"),
    ("The path /users/{id}/posts.", "invalid-syntax"),
    ("## Arrows <- and ->", "invalid-syntax"),
    ("| a |\n| - |\n| x <= y |", "invalid-syntax"),
    ("Jekyll's {% raw %} here.", "invalid-syntax"),
    ("A List<String> of names.", "unclosed-block"),
    ("[see the native <dialog> element](https://example.net/dialog)", "unclosed-block"),
    ("[the **<dialog> element**](https://example.net/dialog) `<a>`", "unclosed-block"),
    ("*Press <kbd>Ctrl<kbd> twice.*", "unclosed-block"),
    ("One<br>two.", "unclosed-block"),
    ('<img src="/a.png" alt="A">', "unclosed-block"),
    ("<div>text\n</div>", "unclosed-block"),
    ("<b>bold</i>", "stray-end"),
    ("text</p>", "stray-end"),
    ("<a href=https://example.net/>x</a>", "invalid-syntax"),
    ("import this carefully.", "invalid-syntax"),
    ("Replace <your-token> by yours.", "unclosed-block"),
]


@pytest.mark.parametrize(("body", "kind"), NO_JSX)
@pytest.mark.parametrize("site", ["docusaurus", "astro"])
def test_what_the_compiler_of_mdx_refuses(tmp_path: Path, site: str, body: str, kind: str) -> None:
    assert set(found(tmp_path, site, body)) == {kind}
    assert found(tmp_path, "hugo", body) == []
    after = fix(article(tmp_path, site, body), RULES, Applicability.UNSAFE)
    rest = [each for each in after.result.diagnostics if each.fix is not None]
    assert not rest


JSX = [
    "<Foo a={[\n"
    + "  {b: 'c', d: [1, 2]},\n" * 400
    + "]}>\n\ntext\n\n</Foo>\n\n{[\n"
    + "  1,\n" * 2000
    + "]}",
    "<details>\n<summary>A</summary>\n\nText with *emphasis*.\n\n</details>",
    "import Tabs from '@theme/Tabs';\n\n<Tabs>\n  <b>a</b>\n</Tabs>",
    "export const a = 1;\n\nIt is {a}, {props.b}, {Math.max(1, 2)}, {[1].map((x) => x)}.",
    "`<T>`, ``{x} ` <b>``, \\<b>, \\{b} and &lt;b>.\n\n```ts\nconst a: Map<string, {}> = {\n```",
    "A < b and b > a; a -> b; {/* {note} < */} {'}'} {`a}`}",
    "[a](https://example.net/{id}) https://example.net/{id} [b](<c d>)\n\n[d]: <e f>",
    '<video controls>\n  <source src="a.mp4" />\n</video>\n\na<br/>b <Foo bar={{a: 1}} />',
    "<table>\n  <tbody>\n    <tr><td>a</td></tr>\n  </tbody>\n</table>",
    "<Foo\n  a='\n  * b\n\n  * ```ts\n  * c\n  * ```\n' />\n\n```js\n<\n```\n\n<b>d</b>",
    "Text\n\n```js\n<Foo {a: 1\n\n<b>",
    "- <Foo>\n\n  text\n\n  </Foo>\n\n> <div>\n> a\n> </div>",
    '<Foo\n  a="b > c"\n  d={() => { return 1; }}\n>\n\ntext\n\n</Foo>',
    ':::note{title="a"}\n\n<b>a\nb</b> and $5\n\n:::',
]


@pytest.mark.parametrize("body", JSX)
@pytest.mark.parametrize("site", ["docusaurus", "astro"])
def test_jsx_is_no_finding(tmp_path: Path, site: str, body: str) -> None:
    assert found(tmp_path, site, f"import Foo from 'foo';\n\n{body}") == []


def test_what_docusaurus_takes_besides(tmp_path: Path) -> None:
    body = "## A {#id}\n\n<!-- note -->\n\na <!-- b --> c {toc.length} {frontMatter.title}"
    assert found(tmp_path, "docusaurus", body) == []
    assert set(found(tmp_path, "astro", body)) == {"invalid-syntax"}
    style = '<p style="color: red; margin-top: 2px">a</p>'
    assert found(tmp_path, "docusaurus", style) == ["invalid-syntax"]
    assert found(tmp_path, "astro", style) == []
    after = fix(article(tmp_path, "docusaurus", style), RULES, Applicability.SAFE).article
    assert "style={{color: 'red', marginTop: '2px'}}" in after.text


@pytest.mark.parametrize("site", ["docusaurus", "astro"])
def test_formulas_are_jsx_unless_a_plugin_reads_them(tmp_path: Path, site: str) -> None:
    config = "docusaurus.config.js" if site == "docusaurus" else "astro.config.mjs"
    body = "The rest is $x_{i}$, and $\\frac{a}{b}$ of it."
    assert set(found(tmp_path, site, body)) == {"invalid-syntax"}
    files = {config: "import remarkMath from 'remark-math';\nexport default {x: [remarkMath]};"}
    assert found(tmp_path, site, body, {**files, "b.txt": ""}) == []


@pytest.mark.parametrize(
    ("files", "head"),
    [
        ({"docusaurus.config.js": "markdown: {format: 'detect'}"}, ""),
        ({"docusaurus.config.js": "markdown: {preprocessor: (x) => x.fileContent}"}, ""),
        ({"package.json": '{"dependencies": {"@docusaurus/core": "^2.4.1"}}'}, ""),
        ({}, "mdx:\n  format: md\n"),
    ],
)
def test_not_every_file_is_mdx(tmp_path: Path, files: dict[str, str], head: str) -> None:
    body = "See <https://example.net/> {x}"
    assert found(tmp_path, "docusaurus", body)
    other = article(tmp_path, "docusaurus", body, {**files, "a.txt": ""})
    other = other.with_text(other.text.replace("title:", f"{head}title:"))
    assert lint(other, RULES).diagnostics == ()


def test_hugo_runs_nothing_outside_of_content(tmp_path: Path) -> None:
    inside = article(tmp_path, "hugo", "{{< nope >}}")
    outside = Article(inside.text, inside.path.parents[1] / "README.md", site=inside.site)
    assert lint(inside, RULES).diagnostics
    assert lint(outside, RULES).diagnostics == ()


RIGHT = [
    ("vitepress", "<script setup>\nconst a = 1\n</script>\n\n{{ a }} {{ $frontmatter.x }} {{ 1 }}"),
    ("vitepress", "```vue\n{{ .Name }}\n```\n\n<code v-pre>{{ .a }}</code> <!-- {{ .b }} -->"),
    ("docusaurus", "[https://a.example.net](<https://a.example.net>)"),
    ("vitepress", "A block that is never closed:\n\n```vue\n{{ .Name }}\n"),
    ("vitepress", '::: v-pre\n{{ .Name }}\n:::\n\n<li v-for="x in 3">{{ x.y }}</li>'),
    ("vitepress", "{{ Math.max(1, 2) }} {{ ok ? 'a' : 'b' }} {% raw %} ![{{ .a }}](b.png)"),
    ("zola", "{{ youtube(id='abc', a=[1, 'b'], c=true) }} {% note() %}`x` {{ y }}{% end %}"),
    ("zola", "{{/* nope() */}} {%/* nope() */%}x{%/* end */%} {{ page.title }} {% if a %}"),
    ("zola", "```\n{{ youtube(abc) }} {{/* f() */}}\n```\n\n{% for a in b %}{% endfor %}"),
    ("hugo", "- Follow [us](https://example.com/{{< param handle >}})."),
    ("hugo", '- MY_VARIABLE: {{< env pattern="<variable>" >}}'),
    ("hugo", '- [a]({{< ref "b.md" >}}) and [b]({{% relref "b.md#here" %}})'),
    ("hugo", "![a]({{< env a >}}) <{{< env b >}}>"),
    ("hugo", '<a href="{{< ref "b.md" >}}">a</a>'),
    ("hugo", '{{< note title="<b>a</b>" >}}\n\n- x\n\n{{< /note >}}'),
    ("hugo", '{{< figure\n  src="a.jpg"\n  title=`“A”`\n>}}'),
    ("hugo", "`{{</* nope */>}}` {{ .Title }} {{ x }} $\\frac{{a}}{{b}}$ {% raw %}"),
    ("hugo", '{{% note %}}{{< highlight go "x=y" >}}\nx\n{{< / highlight >}}{{% /note %}}'),
    ("hugo", "{{<youtube 0RKpf3rK57I>}}{{< Note />}}"),
    ("jekyll", "{% assign a = 1 %}{{ a }} {{ page.title }} {{ site.time | date: '%Y' }}"),
    ("jekyll", "{% include note.html %} {% raw %}{{ b }}{% endraw %}"),
    ("jekyll", "{% for post in site.posts %}{{ post.title }}{% endfor %}"),
    ("jekyll", "{{ 'a' | my_filter }} {% comment %}{{ x }}{% endcomment %}{{ page.y }}"),
    ("eleventy", "{{ title }} {{ page.url | url }} {% for p in b %}{{ p.url }}{% endfor %}"),
    ("eleventy", "{% raw %}{{ b: 1 }}{% endraw %}"),
    ("nunjucks", "{% set a = [1, 2] %}{{ a | join(', ') }} {# note #} {{ title | upper }}"),
    ("nunjucks", "{% macro f(x) %}{{ x }}{% endmacro %}{{ f(1) }}"),
    ("hexo8", "{% codeblock lang:js %}\nlet a;\n{% endcodeblock %}\n{% asset_img a.png %}"),
    ("hexo7", "{% quote Ann %}\nA `{{ title }}`.\n{% endquote %}\n\nCode: `{{ .Name }}`"),
    ("macros", "{{ title }} {{ config.site_name }} {{ unknown }} {{ page.url | pretty }}"),
    ("macros", "{% if page.meta.x %}a{% else %}b{% endif %} {{ '%s' % title }}"),
]  # fmt: skip


@pytest.mark.parametrize(("site", "body"), RIGHT)
def test_what_the_engines_take_is_no_finding(tmp_path: Path, site: str, body: str) -> None:
    assert found(tmp_path, site, body) == []


def test_a_bar_in_text_makes_no_table_of_it(tmp_path: Path) -> None:
    before = article(tmp_path, "jekyll", "Text {{ message | upper }} here and `{{ a | b }}`.")
    after = fix(before, RULES, Applicability.UNSAFE).article
    assert "{% raw %}{{ message &#124; upper }}{% endraw %}" in after.text
    assert "{% raw %}`{{ a | b }}`{% endraw %}" in after.text


@pytest.mark.parametrize("body", [*SAMPLES, *TWIG, *WORKFLOWS, *FORMULAS])
@pytest.mark.parametrize("site", ["eleventy", "jekyll"])
def test_after_the_fixes_nothing_is_found(tmp_path: Path, site: str, body: str) -> None:
    before = article(tmp_path, site, body)
    after = fix(before, RULES, Applicability.UNSAFE).article
    assert lint(after, RULES).diagnostics == ()
    plain = after.text.replace("{% raw %}", "").replace("{% endraw %}", "")
    assert plain == before.text


@pytest.mark.parametrize(
    ("site", "key"),
    [
        ("jekyll", "render_with_liquid: false"),
        ("hexo7", "disableNunjucks: true"),
        ("eleventy", "templateEngineOverride: md"),
        ("eleventy", "templateEngineOverride: false"),
        ("macros", "ignore_macros: true"),
        ("macros", "render_macros: false"),
    ],
)
def test_front_matter_turns_the_engine_off(tmp_path: Path, site: str, key: str) -> None:
    on = article(tmp_path, site, "{% load x %} {{ .a }} {{")
    off = on.with_text(on.text.replace("title:", f"{key}\ntitle:"))
    assert lint(on, RULES).diagnostics
    assert lint(off, RULES).diagnostics == ()


UNKNOWN = "{% mark a %} {{ whatever }}"


@pytest.mark.parametrize(
    ("site", "files"),
    [
        ("jekyll", {"_plugins/a.rb": "Liquid::Template.register_tag('mark', Mark)\n# payload"}),
        ("jekyll", {"Gemfile": 'gem "jekyll"\ngem "jekyll-of-someone"\n'}),
        ("jekyll", {"_config.yml": "plugins: [jekyll-of-someone]\n"}),
        ("hexo7", {"scripts/a.js": "hexo.extend.tag.register('mark', f); // before_post_render"}),
        (
            "hexo7",
            {"package.json": '{"dependencies": {"hexo": "7", "hexo-tag-of-someone": "1"}}'},
        ),
        ("hexo7", {"_config.yml": "url: x\ntheme: someones\n"}),
        (
            "eleventy",
            {".eleventy.js": "c.addShortcode('mark', f); c.addGlobalData('whatever', 1);"},
        ),
        ("eleventy", {"package.json": '{"dependencies": {"eleventy-plugin-of-someone": "1"}}',
                      "a.11tydata.js": "module.exports = {}"}),
        ("eleventy", {".eleventy.js": "for (const n of names) c.addShortcode(n, f);",
                      "_data/whatever.json": "{}"}),
        ("macros", {"main.py": "def define_env(env): pass\n"}),
        (
            "macros",
            {"mkdocs.yml": "site_name: x\nhooks:\n- a.py\nplugins:\n- macros\n", "b.txt": ""},
        ),
        ("vitepress", {".vitepress/theme/index.ts": "app.config.globalProperties.whatever = 1"}),
        ("zola", {"templates/shortcodes/mark.html": "x"}),
        ("zola", {"config.toml": "base_url = 'https://example.org'\ntheme = 'gone'\n"}),
        (
            "zola",
            {
                "config.toml": "base_url = 'https://example.org'\ntheme = 'a'\n",
                "themes/a/templates/shortcodes/mark.md": "x",
            },
        ),
        ("hugo", {"layouts/shortcodes/mark.html": "x"}),
        ("hugo", {"layouts/docs/_shortcodes/mark.md": "x"}),
        ("hugo", {"hugo.toml": "theme = 'gone'\n"}),
        ("hugo", {"hugo.toml": "theme = 'a'\n", "themes/a/layouts/shortcodes/mark.html": "x"}),
        ("hugo", {"hugo.toml": "[[module.imports]]\npath = 'example.org/a'\n"}),
        ("hugo", {"go.mod": "module x\nrequire example.org/a v1.0.0\n"}),
        ("hugo", {"hugo.toml": "[[module.mounts]]\nsource = 'a'\ntarget = 'layouts'\n"}),
    ],
)  # fmt: skip
def test_what_a_site_may_define_is_not_called_unknown(
    tmp_path: Path, site: str, files: dict[str, str]
) -> None:
    calls = {
        "macros": "{{ mark('a') }} {{ whatever.b }}",
        "hugo": "{{< mark a >}}",
        "zola": "{{ mark() }}",
    }
    body = calls.get(site, UNKNOWN)
    assert found(tmp_path, site, body)
    assert found(tmp_path, site, body, files) == []


def test_a_plugin_of_jekyll_may_have_tags_and_blocks(tmp_path: Path) -> None:
    plugin = (
        "module Own\n  class Box < Liquid::Block\n  end\n  class Dot < Liquid::Tag\n  end\nend\n"
        'Liquid::Template.register_tag("box", Own::Box)\n'
        'Liquid::Template.register_tag("dot", Own::Dot)\n'
    )
    files = {"_plugins/own.rb": plugin}
    assert found(tmp_path, "jekyll", "{% box %}{% dot %}{% endbox %}", files) == []
    assert found(tmp_path, "jekyll", "{% dot %}{% box %}", files) == ["unclosed-block"]


def test_theme_folders_hold_templates(tmp_path: Path) -> None:
    config = "site_name: x\ntheme:\n  name: material\n  custom_dir: docs/extra\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name, expected in (
        ("docs/extra/main.html", True),
        ("overrides/main.html", True),
        ("docs/a.md", False),
    ):
        path = tmp_path / name
        assert find_site(path, tmp_path).is_template(path) is expected


PLAIN = [
    ("Use {{ message }} here.", "vanishing-expression"),
    ("```go\n{{ .Name }}\n```", "invalid-syntax"),
    ("Django's `{% load static %}`.", "unknown-tag"),
    ("{{ user.name }}", "invalid-syntax"),
    ("{{ 'a' | slugify }}", "unknown-filter"),
    ("{% if a %}x", "unclosed-block"),
    ("{% endif %}", "stray-end"),
    ("The set {{1, 2}.", "unclosed-tag"),
    ("The length ${#list[@]}", "unclosed-tag"),
    ("$\\frac{{a}}{{b}}$", "vanishing-expression"),
    ("{% set a = 1 %}{{ a }} {{ range(3) | list }} {# note #}{% raw %}{{ b }}{% endraw %}", ""),
]


@pytest.mark.parametrize(("body", "kind"), PLAIN)
def test_jinja_runs_over_articles_of_pelican(tmp_path: Path, body: str, kind: str) -> None:
    assert set(found(tmp_path, "pelican", body)) == ({kind} if kind else set())
    off = {"pelicanconf.py": "PATH = 'content'\nPLUGINS = ['sitemap']\n", "b.txt": ""}
    assert found(tmp_path, "pelican", body, off) == []


@pytest.mark.parametrize("kind", ["JINJA_GLOBALS", "JINJA_FILTERS", "JINJA_ENVIRONMENT"])
def test_settings_of_pelican_may_give_names(tmp_path: Path, kind: str) -> None:
    bodies = {
        "JINJA_GLOBALS": "{{ message }} {{ user.name }} {{ call() }}",
        "JINJA_FILTERS": "{{ 'a' | slugify }}",
        "JINJA_ENVIRONMENT": "{% load a %}",
    }
    own = f"{kind} = {{'extensions': x}}\n" if kind == "JINJA_ENVIRONMENT" else f"{kind} = x\n"
    files = {"pelicanconf.py": SITES["pelican"]["pelicanconf.py"] + own, "b.txt": ""}
    assert found(tmp_path, "pelican", bodies[kind])
    assert found(tmp_path, "pelican", bodies[kind], files) == []


def test_the_front_matter_of_pelican_is_run_too(tmp_path: Path) -> None:
    page = article(tmp_path, "pelican", "Text.")
    braces = page.with_text(page.text.replace("Rivers", "Rivers of {{ place }}"))
    (only,) = lint(braces, RULES).diagnostics
    assert only.span.of(braces.text) == "{{ place }}"


QUOTED = [
    ("jekyll", "{% include note.html a=“Two words” %}", '{% include note.html a="Two words" %}'),
    ("jekyll", "{% include “note.html” %}", "{% include note.html %}"),
    ("jekyll", "{% if page.x == ”a” %}b{% endif %}", '{% if page.x == "a" %}b{% endif %}'),
    ("jekyll", "> {{ “a b” | upcase }}", '> {{ "a b" | upcase }}'),
    ("eleventy", "{% include “note.liquid” %}", '{% include "note.liquid" %}'),
    ("eleventy", "{% assign a = ‘b’ %}{{ a }}", '{% assign a = "b" %}{{ a }}'),
    ("nunjucks", "- {% include „note.njk“ %}", '- {% include "note.njk" %}'),
    ("nunjucks", "{{ title | replace(“a”, “b”) }}", '{{ title | replace("a", "b") }}'),
    ("hexo7", "{% asset_img a.png “Two words” %}", '{% asset_img a.png "Two words" %}'),
    ("hexo8", "{% post_link “a” %}", '{% post_link "a" %}'),
    ("macros", "{{ title | default(«x») }}", '{{ title | default("x") }}'),
    ("pelican", "{% set a = “b c” %}{{ a }}", '{% set a = "b c" %}{{ a }}'),
]  # fmt: skip


@pytest.mark.parametrize(("site", "body", "fixed"), QUOTED)
def test_typographic_quotes_hold_no_text(tmp_path: Path, site: str, body: str, fixed: str) -> None:
    files = {"_includes/note.liquid": "", "_includes/note.njk": "", "_includes/note.html": ""}
    page = article(tmp_path, site, body, files)
    assert {each.rule for each in lint(page, RULES).diagnostics} == {"templates/typographic-quotes"}
    after = fix(page, RULES, Applicability.SAFE).article
    assert after.text == HEAD + fixed
    assert lint(after, RULES).diagnostics == ()


@pytest.mark.parametrize(
    ("site", "body"),
    [
        ("jekyll", "{% if page.title == '“a”' %}b{% endif %} “{{ page.title }}”"),
        ("hexo7", "{% quote “Ann”, The “Book” %}\na\n{% endquote %}"),
        ("hexo8", "{% codeblock “Title” lang:js %}\na\n{% endcodeblock %}"),
        ("hexo8", "`{{ “a” }}`"),
        ("nunjucks", "“{{ title }}”"),
        ("jekyll", "{% comment %}“a”{% endcomment %}{% raw %}{{ “a” }}{% endraw %}"),
    ],
)
def test_quotes_that_are_text(tmp_path: Path, site: str, body: str) -> None:
    assert found(tmp_path, site, body) == []


def test_readme_is_no_page_of_docusaurus(tmp_path: Path) -> None:
    inside = article(tmp_path, "docusaurus", "See <https://example.net/>.")
    outside = Article(inside.text, inside.path.parents[1] / "README.md", site=inside.site)
    assert lint(inside, RULES).diagnostics
    assert lint(outside, RULES).diagnostics == ()


def test_a_source_folder_with_layouts_is_no_site_of_jekyll(tmp_path: Path) -> None:
    files = {
        "eleventy.config.cjs": "const {own} = require('./source/helpers/own.ts');\n"
        "module.exports = (c) => { c.addPlugin(own); return {dir: {input: 'source'}}; };",
        "package.json": '{"dependencies": {"@11ty/eleventy": "3"}}',
        "source/_layouts/a.liquid": "", "source/_includes/note.liquid": "",
        "source/helpers/own.ts": "export const own = (eleventyConfig) => {\n"
        "  eleventyConfig.addPairedLiquidShortcode('box', box);\n};",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "source" / "a.md"
    site = find_site(path, tmp_path)
    assert site.generator.name == "eleventy"
    body = HEAD + "{% box %}{% render 'note' %}{% endbox %}"
    assert lint(Article(body, path, site=site), RULES).diagnostics == ()
    wrong = Article(HEAD + "{% bax %}", path, site=site)
    assert [each.rule for each in lint(wrong, RULES).diagnostics] == ["templates/unknown-tag"]


@pytest.mark.parametrize("key", ["exclude", "skip_render"])
def test_what_hexo_does_not_render_is_no_article(tmp_path: Path, key: str) -> None:
    config = f"url: x\n{key}:\n  - 'v2/examples/vue-*/*'\n"
    page = article(tmp_path, "hexo8", "x", {"_config.yml": config, "b.txt": ""})
    root = page.site.root
    assert root is not None
    for name, expected in (
        ("source/v2/examples/vue-a/index.html", True),
        ("source/v2/examples/a.md", False),
        ("source/_posts/a.md", False),
    ):
        assert page.site.is_template(root / name) is expected


@pytest.mark.parametrize(
    ("site", "foreign", "own"),
    [
        ("nunjucks", "elsif", "elif"),
        ("hexo7", "elsif", "elif"),
        ("hexo8", "elsif", "elif"),
        ("macros", "elsif", "elif"),
        ("macros", "elseif", "elif"),
        ("jekyll", "elif", "elsif"),
        ("eleventy", "elseif", "elsif"),
    ],
)
def test_the_branch_of_another_language_is_written_as_in_this_one(
    tmp_path: Path, site: str, foreign: str, own: str
) -> None:
    body = f"Rivers {{% if a %}}rise{{%- {foreign} b -%}}fall{{% endif %}} here."
    page = article(tmp_path, site, body)
    assert found(tmp_path, site, body) == ["unknown-tag"]
    result = fix(page, RULES, Applicability.UNSAFE)
    assert result.article.text == page.text.replace(foreign, own)


BLOCKS = [
    ("{% note %}rain{% endnote %}", "{% note %}", "{% endnote %}"),
    ("{% note %}\n\nrain\n\n{% endnote %}", "{% note %}", "{% endnote %}"),
    ("{%- note a -%}{% note b %}rain{% endnote %}{% endnote %}",
     "{%- note a -%}", "{% note b %}", "{% endnote %}", "{% endnote %}"),
]  # fmt: skip


@pytest.mark.parametrize("body", BLOCKS)
@pytest.mark.parametrize("site", ["jekyll", "eleventy", "nunjucks", "hexo7"])
def test_a_block_that_nobody_defines_is_shown_with_its_end(
    tmp_path: Path, site: str, body: tuple[str, ...]
) -> None:
    text, *tags = body
    page = article(tmp_path, site, f"The river. {text}\n")
    result = fix(page, RULES, Applicability.UNSAFE)
    assert not result.result.diagnostics
    fixed = result.article.text
    assert fixed.count("{% raw %}") == len(tags)
    for tag in tags:
        assert f"{{% raw %}}{tag}{{% endraw %}}" in fixed
    assert fixed.replace("{% raw %}", "").replace("{% endraw %}", "") == page.text


def test_the_whole_expression_of_an_unknown_filter_is_shown(tmp_path: Path) -> None:
    body = '```\n{{ "rain" | upcase }} and {{ 1 + 1 }}\n```\n'
    page = article(tmp_path, "nunjucks", body)
    result = fix(page, RULES, Applicability.SAFE)
    wanted = '{% raw %}{{ "rain" | upcase }}{% endraw %} and {{ 1 + 1 }}'
    assert result.article.text == HEAD + f"```\n{wanted}\n```\n"


@pytest.mark.parametrize("body", ["{% raw %}{{ a }}", "{%- raw -%}{{ a }}{%- endraw -%}"])
def test_nothing_is_put_between_raw_marks_where_one_is_open(tmp_path: Path, body: str) -> None:
    page = article(tmp_path, "nunjucks", body)
    assert found(tmp_path, "nunjucks", body)
    assert fix(page, RULES, Applicability.UNSAFE).article.text == page.text


@pytest.mark.parametrize(
    ("body", "fixed"),
    [
        ("See https://example.org/<id> here.", "See `https://example.org/<id>` here."),
        ("See www.example.org/a/<name>/b.", "See `www.example.org/a/<name>/b`."),
        ("See https://example.org/<1>!", "See `https://example.org/<1>`!"),
        ("A list<string> of https://example.org/a", "A list&lt;string> of https://example.org/a"),
    ],
)
def test_a_placeholder_in_an_address_is_shown_as_code(
    tmp_path: Path, body: str, fixed: str
) -> None:
    result = fix(article(tmp_path, "docusaurus", body), RULES, Applicability.UNSAFE)
    assert result.article.text == HEAD + fixed


def test_an_item_without_its_end_is_not_made_text_in_mdx(tmp_path: Path) -> None:
    body = "<ul>\n<li>a\n<li>b\n</ul>\n"
    page = article(tmp_path, "astro", body)
    assert found(tmp_path, "astro", body)
    assert fix(page, RULES, Applicability.UNSAFE).article.text == page.text


def test_a_shortcode_in_running_text_is_not_closed_behind_the_text(tmp_path: Path) -> None:
    body = "Heavy rain {{< env abc fell all day.\n\n{{< env abc\n"
    page = article(tmp_path, "hugo", body)
    result = fix(page, RULES, Applicability.UNSAFE)
    assert result.article.text == page.text.replace("{{< env abc\n", "{{< env abc >}}\n")


@pytest.mark.parametrize(
    ("code", "fixed"),
    [
        ("`{{< youtube abc />}}`", "`{{</* youtube abc /*/>}}`"),
        ("`{{< youtube a >}}{{< /youtube >}}`", "`{{</* youtube a */>}}{{</* /youtube */>}}`"),
        ("```\n{{< gist a />}}\n```", "```\n{{</* gist a /*/>}}\n```"),
    ],
)
def test_a_shortcode_in_code_is_shown_where_it_stops_the_build(
    tmp_path: Path, code: str, fixed: str
) -> None:
    result = fix(article(tmp_path, "hugo", code), RULES, Applicability.UNSAFE)
    assert result.article.text == HEAD + fixed


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Rain in [a](https:<br>/x).", []),
        ("Rain in [a](b(<br>)c).", []),
        ("Rain in [a](b<br>c d.", ["unclosed-block"]),
        ("Rain in [a](b<br> c).", ["unclosed-block"]),
    ],
)
def test_a_tag_where_a_link_leads_is_none(tmp_path: Path, body: str, kinds: list[str]) -> None:
    assert found(tmp_path, "astro", body) == kinds


def test_no_element_is_put_before_a_brace_of_attributes(tmp_path: Path) -> None:
    page = article(tmp_path, "vitepress", "{% raw %}{{ a }}{% endraw %}\n")
    assert fix(page, RULES, Applicability.UNSAFE).article.text == page.text


@pytest.mark.parametrize(
    "text",
    ["See [the page](https://example.org/a) of it", "It doesn't rain / snow", "(a smile :)"],
)
def test_the_text_of_jsx_in_an_expression_is_no_javascript(tmp_path: Path, text: str) -> None:
    body = f"import Note from './Note';\n\n<Note\n  body={{<>\n    {text}\n  </>}}\n/>\n"
    (tmp_path / "docusaurus0" / "docs").mkdir(parents=True)
    (tmp_path / "docusaurus0" / "docs" / "Note.jsx").write_text("", encoding="utf-8")
    assert found(tmp_path, "docusaurus", body) == []


def test_a_shortcode_at_the_beginning_of_an_address_hides_where_it_leads(tmp_path: Path) -> None:
    address = "<{{% param home %}}/docs/a.md?plain=1>"
    body = f"[a]: {address}\n\nSee [a] and [b]({address}).\n"
    page = article(tmp_path, "hugo", body)
    assert page.links
    assert all(link.dynamic and "xxx" not in link.url for link in page.links)


def test_a_tag_of_several_lines_in_an_indented_paragraph_of_jsx_is_of_one_block(
    tmp_path: Path,
) -> None:
    body = (
        '<div>\n    <p>\n        Rain<sup>[<a id="a"\n            className="b"\n'
        '            href="#c">1</a>]</sup>\n    </p>\n</div>\n'
    )
    assert found(tmp_path, "astro", body) == []


def test_no_tag_is_written_into_indented_code(tmp_path: Path) -> None:
    body = "Indented:\n\n    {{ .Name }}\n"
    assert found(tmp_path, "vitepress", body)
    after = fix(article(tmp_path, "vitepress", body), RULES, Applicability.UNSAFE)
    assert after.article.text.endswith(body)
