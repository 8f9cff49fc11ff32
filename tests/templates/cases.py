"""Reports of accidents, each told again in ten ways of ours, for the engines that have the kind.

What each engine makes of them, before and after our fixes, is in ``truth/cases.json``, which
``tests/oracles/template_cases.py`` writes.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Case(NamedTuple):
    """Texts of one kind, and the engines that are asked about them.

    What is a tag that *runs* is to run once it is fixed; all else is to be shown.
    """

    engines: tuple[str, ...]
    texts: tuple[str, ...]
    runs: bool = False


_BRACES = ("hexo7", "hexo8", "jekyll", "eleventy-liquid", "eleventy-nunjucks", "mkdocs-macros",
           "jinja2content", "vitepress")  # fmt: skip
_MDX = ("mdx", "docusaurus")

CASES: Final = {
    "empty braces": Case(_BRACES, (
        "An empty binding is {{}} in Vue.",
        "Write {{ }} and nothing else.",
        "- {{}}\n- text",
        "> An empty pair, {{ }}, in a quote.",
        "| a | b |\n| - | - |\n| {{}} | x |",
        "# The {{}} of a template",
        "A link [{{}}](https://example.org/).",
        "*{{}}* in emphasis",
        "Both {{}} and {{ }} are wrong.",
        "A dot {{ .Name }} of Go.",
    )),
    "a hash in a brace": Case((*_BRACES, *_MDX), (
        "## Sources {#index}",
        "The length is ${#list[@]} in a shell.",
        "A colour {#fff is no comment.",
        "- {#a}\n- {#b}",
        "> ## Quoted {#id}",
        "Text{#anchor} goes on.",
        "*{#x}*",
        "[a {#b}](https://example.org/)",
        "It ends with {#",
        "# One {#one}\n\n# Two {#two}",
    )),
    "text for a compiler": Case(_MDX, (
        "See <https://example.net/help/> first.",
        "- <https://example.net/a_b?c=d&e>\n- <ftp://example.net>",
        "Write to <ann@example.net> or <mailto:bob@example.net>.",
        "Use it for n <= 5 items.",
        "> x <- y, and 3 <4",
        "The set {1, 2, 3 is open.",
        "The path /users/{user id}/posts.",
        "| a |\n| - |\n| x <= {y z} |",
        "## Versions <2.0",
        "A generic Map<string, List<number>> here.",
    )),
    "typographic quotes in a shortcode": Case(("hugo",), (
        "{{< plain “Two words” >}}",
        "{{< plain src=“/media/a.jpg” title=“Two words” >}}",
        "{{< plain src=”/media/a.jpg” title=”Two words” >}}",
        '{{< plain src="/media/a.jpg" title=“Two words” >}}',
        "{{< plain src=“/media/a.jpg” >}}",
        "- {{< plain src=„a.jpg“ alt=„Zwei Wörter“ >}}",
        "> {{% note title=«Deux mots» %}}x{{% /note %}}",
        "[a](https://example.org/{{< plain “b” >}})",
        "| a |\n| - |\n| {{< plain “b c” >}} |",
        "{{< plain src=‘a.jpg’ title=‘Two words’ >}}",
    ), runs=True),
    "typographic quotes in a call": Case(("zola",), (
        "{{ youtube(id=“abc”) }}",
        "{{ youtube(id=”abc”) }}",
        "- {{ plain(a=„b“) }}",
        "> {{ plain(a=“b”, c=“d e”) }}",
        "{{ plain(a=‘b’) }}",
        "{% note(title=“Rivers”) %}\nMind the gap.\n{% end %}",
        "{% note(a=1, b=“c”) %}x{% end %}",
        "Text {{ plain(a=“b”) }} text.",
        "## {{ plain(a=«b») }}",
        "| a |\n| - |\n| {{ plain(a=“b”) }} |",
    ), runs=True),
    "typographic quotes in a tag": Case(
        ("jekyll", "eleventy-liquid", "eleventy-nunjucks", "hexo7", "hexo8", "mkdocs-macros",
         "jinja2content"), (
        "{{ “a” }}",
        "Text {{ ”b” }} text.",
        "- {{ „c“ }}",
        "> {{ «d» }}",
        "{{ ‘e’ }}",
        "{% if “a” == “b” %}c{% endif %}",
        "{% for a in “b” %}c{% endfor %}",
        "## A {{ “f g” }}",
        "| a |\n| - |\n| {{ “h” }} |",
        "**{{ “i” }}**",
    ), runs=True),
    "a shortcode that does not end": Case(("hugo",), (
        "\\[a film {{< youtube 1cNDSPutas8\\] >}}",
        "{{< plain 1cNDSPutas8 >",
        "{{< plain 1cNDSPutas8\n\nText.",
        "`{{< plain 1cNDSPutas8`",
        "- {{< plain https://youtu.be/1cNDSPutas8 >}}",
        "```md\n{{< plain src=a.jpg>}}\n```",
        "{{< plain 1cNDSPutas8 %}}",
        '{{< plain src="a.jpg" wide >}}',
        "{{</* plain 1cNDSPutas8 >}}",
        "{{< note >}}x{{< /nite >}}",
    ), runs=True),
    "a call that does not end": Case(("zola",), (
        "{{ youtube(id='abc')",
        "{{ youtube(id='abc' }}",
        "{% note() %}\n\nText",
        "- {% note() %}x{% endnote %}",
        "> {% end %}",
        "{%/* note() */%}x",
        "{{ youtube id='abc' }}",
        '{{ youtube("abc") }}',
        "`{% note(a=1) %}`",
        "{% note() %}{% note() %}x{% end %}",
    ), runs=True),
    "a tag in a link's text": Case(_MDX, (
        "[see the native <dialog> element](https://example.net/dialog)",
        "[the **<dialog> element**](https://example.net/dialog) `<a>`",
        "- [how <details> opens](https://example.net/)",
        '> [a <b> that stays](https://example.net/ "title")',
        "| a |\n| - |\n| [<input> types](https://example.net/) |",
        "## [The <main> part](https://example.net/)",
        "[one<br>two](https://example.net/)",
        "*[an <abbr>](https://example.net/)*",
        "[the end </p> of it](https://example.net/)",
        "[a <source> in <video>](https://example.net/) and more",
    )),
    "braces of a formula": Case((*_BRACES, *_MDX), (
        r"The share is $\frac{{a}}{{b}}$.",
        r"$\bar{{x}}_{{i}}$",
        r"$$\sqrt{{n}} + 1$$",
        r"Let $v_{{max}}$ be the speed.",
        "$$\n\\overline{{AB}} = c\n$$",
        r"- $\hat{{y}}$",
        r"> $\tilde{{z}}$",
        "| a |\n| - |\n| $\\vec{{w}}$ |",
        r"## The $\dot{{q}}$ of a river",
        r"Both $\frac{{m}}{n}$ and text.",
    )),
    "braces in code": Case(_BRACES, (
        "```jsx\n<motion.div initial={{ opacity: 0 }} />\n```",
        "```jsx\n<p style={{ color: 'red', margin: 2 }}>\n```",
        'Inline `<p style={{color: "red"}}>` too.',
        "~~~vue\n{{ ok ? 'yes' : 'no' }}\n~~~",
        "```go\n{{ range $i, $e := .Items }}\n```",
        "```hbs\n{{#each items}}x{{/each}}\n```",
        "```js\nt(`${{a: 1}.a}`); x = {{ b: 2 }};\n```",
        "```yaml\ntoken: ${{ secrets.TOKEN }}\n```",
        "- item\n\n  ```jsx\n  <a b={{ c: 1 }} />\n  ```",
        "> ```jsx\n> <a b={{ c: 1 }} />\n> ```",
    )),
    "tags of another language": Case(_BRACES[:7], (
        "```twig\n{% set var = 2 %}\n```",
        "```django\n{% load static %}\n```",
        "Use `{% csrf_token %}` in forms.",
        "```jinja\n{% macro f(a) %}{{ a }}{% endmacro %}\n```",
        "```nunjucks\n{% asyncEach a in b %}{% endeach %}\n```",
        "```hugo\n{% youtube abc %}\n```",
        "```\n{% trans %}x{% endtrans %}\n```",
        "- `{% url 'home' %}`",
        "Text of {% load static %} and {% endfoo %}.",
        "```\n{%- do x -%}\n```",
    )),
    "templates of the generator itself": Case(("zola",), (
        "```jinja2\n{% block head %}\n    {{ super() }}\n{% endblock head %}\n```",
        "{% foobar() %}\n\nText",
        "Use `{{ get_url(path='@/a.md') }}`.",
        "{{ yuotube(id='abc') }}",
        "- `{{ range(end=3) }}`",
        "> {{ now() }}",
        '```\n{{ load_data(path="a.csv") }}\n```',
        "{% gallery() %}x{% end %}",
        "| a |\n| - |\n| `{{ throw(message='a') }}` |",
        "{% note() %}{{ nope() }}{% end %}",
    )),
}  # fmt: skip
