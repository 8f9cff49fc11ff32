"""Markup and Markdown with a defect or two, mutated with a seed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

FRAGMENTS: Final = tuple(
    """
<p>The <b>old</b> bridge is <a href='/bridge/'>open</a> &amp; free.</p>
<p>The ferry.</p>

<ul>
<li>bridge</li>
<li>ferry <em>and</em> ford</li>
</ul>
<p>Choose.</p>

<ol><li><p>First</p></li><li><p>Second <code>x</code></p><ul><li>deep</li></ul></li></ol>

<table>
<thead><tr><th>Way</th><th>Price</th></tr></thead>
<tbody>
<tr><td>bridge</td>
<td>0&nbsp;&euro;</td></tr>
<tr><td>ferry</td><td><b>2</b></td></tr>
</tbody>
</table>

<table><caption>Ways</caption><colgroup><col><col></colgroup><tr><td>a<td>b<tr><td>c<td>d</table>

<div class="note"><h2 id="ways">Ways</h2><p>See
<a href="/ferry/?a=1&amp;b=2">it</a>.</p></div>

<figure><img src="a.png" alt="The bridge"><figcaption>Stone, 1850</figcaption></figure>

<blockquote><p>We crossed.</p><p>Twice &mdash; or so.</p></blockquote><hr><p>End<br>it.</p>

<dl><dt>Bridge</dt><dd>A way over</dd><dt>Ferry</dt><dd><p>Another</p></dd></dl>

<details open><summary>More</summary><div><span>inside</span> <i>text</i></div></details>

<pre><code>if (a &lt; b) &amp;&amp; c</code></pre><p><kbd>x</kbd> <samp>y</samp></p>

<form action="/ask">
<label for="q">Question</label><input id="q" name="q"><select><option>a<option selected>b</select>
<button type=submit>Ask</button></form>

<section><header><h1>Title</h1></header><article><h3>One</h3><p>Text</p>
</article></section>

<p><a href="#x"><img src=a.gif alt=""></a> <sub>2</sub> <sup>3</sup> <u>u</u> <s>s</s></p>

<nav><ul><li><a href=a>a</a></li><li><a href=b>b</a></li></ul></nav><main><p>x</p></main>

<!-- a note --><p>Text <!-- inside --> more</p><!-- end -->

<video controls><source src=a.mp4><track src=a.vtt></video><audio src=a.ogg></audio>

<p>A <ruby>字<rt>zì</rt></ruby> and <q>quoted</q> <time>2024</time> <mark>here</mark></p>

<h2>Bridges</h2>
<p>Long <strong><em>and</em> strong</strong>.</p>
<h3>Ferries</h3>
<p>x</p>

<svg width="9" height="9"><path d="M0 0"/><text>t</text></svg><math><mi>x</mi></math>

<div><p>One<p>Two<ul><li>a<li>b</ul><div><div>deep</div></div></div>

<iframe src="/map" title="Map"></iframe><p><button>Go</button> <input type=checkbox> ok</p>

<p>&copy; 2024 &#8364; &lt;tag&gt; &#x41;</p><address>Here<br>and there</address>

<style>p > a { color: red }</style><script>if (1 < 2) go()</script><p>x</p>
""".strip("\n").split("\n\n")
)
"""Each begins after an empty line."""

_TAGS: Final = (
    *("a", "b", "i", "em", "strong", "p", "div", "span", "ul", "ol", "li", "table", "tr", "td"),
    *("th", "tbody", "h2", "h3", "blockquote", "code", "pre", "img", "br", "hr", "button"),
    *("form", "select", "option", "section", "article", "figure", "dl", "dt", "dd", "font"),
)
_BITS: Final = ("", " ", "<", ">", '"', "'", "=", "/", "&", "&copy", "&nope;", "&#", "&#128;",
                "--", "<!--", "-->", "<!", "<?x?>", "</", "</>", "</ p>", "x < y",
                "\x01", "text")  # fmt: skip
_PIECES: Final = re.compile(r"(<[^<>]*>|&[^;\s]*;|[\"'=/<>])")


def mutated(pick: random.Random, text: str, times: int) -> str:
    """Return *text* with pieces (tags, references, marks) deleted, doubled, swapped or replaced."""
    pieces = _PIECES.split(text)
    for _ in range(times):
        place = pick.randrange(len(pieces))
        other = pick.randrange(len(pieces))
        match pick.randrange(6):
            case 0 | 1:
                markup = [
                    at for at, piece in enumerate(pieces) if piece[:1] in "<&\"'=/>" and piece
                ]
                pieces[pick.choice(markup) if markup else place] = ""
            case 2:
                pieces.insert(place, pieces[other])
            case 3:
                pieces[place], pieces[other] = pieces[other], pieces[place]
            case 4:
                pieces.insert(place, pick.choice(_BITS))
            case _:
                pieces.insert(place, f"<{pick.choice(('', '/'))}{pick.choice(_TAGS)}>")
    return "".join(pieces)


def fragments(pick: random.Random, count: int) -> list[str]:
    """Return *count* fragments of one to three parts, most with up to three mutations."""
    found = []
    for _ in range(count):
        text = "\n".join(pick.choice(FRAGMENTS) for _ in range(pick.randrange(1, 4)))
        found.append(mutated(pick, text, pick.choice((0, 0, 1, 1, 1, 2, 2, 3))))
    return found


_IN_LINES: Final = tuple(tag for tag in _TAGS if tag not in {"select", "option"})
"""Tags that html5lib reads as today's standard does."""
_LINE_BITS: Final = ("    ", "  ", "\t", "- ", "> ", "1. ", "# ", "| a | b |", "---", "```", "***")


def mutated_lines(pick: random.Random, text: str, times: int) -> str:
    """Return *text* with lines deleted, indented, joined, doubled, or given tags and marks."""
    lines = text.split("\n")
    for _ in range(times):
        at = pick.randrange(len(lines))
        line = lines[at]
        match pick.randrange(8):
            case 0:
                del lines[at : at + pick.randrange(1, 3)]
                lines = lines or [""]
            case 1:
                lines[at] = pick.choice(("  ", "   ", "    ", "\t")) + line if line else ""
            case 2:
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
            case 3:
                lines.insert(at, pick.choice(lines))
            case 4:
                lines.insert(
                    at, pick.choice(("", "", f"<{pick.choice(_IN_LINES)}>", "</div>", "<br/>"))
                )
            case 5:
                place = pick.randrange(len(line) + 1)
                tag = f"<{pick.choice(('', '/'))}{pick.choice(_IN_LINES)}>"
                lines[at] = line[:place] + tag + line[place:]
            case 6:
                lines[at] = pick.choice(_LINE_BITS) + line
            case _:
                lines[at] = line.lstrip()
    return "\n".join(lines)
