"""A rule of one's own, as the text of a plugin's file, that tests of whole runs begin with."""

from __future__ import annotations

from textwrap import dedent

SHOUT = dedent("""\
    import os
    import re
    from articlelint import Applicability, Edit, Fix, Rule, Severity, SiteRule, Span

    class Shout(Rule):
        '''Marks are repeated.'''

        name = "ours/shout"
        severity = Severity.WARNING
        fixable = Applicability.SAFE

        def check(self, article):
            for match in re.finditer(r"!{2,}|[?]{2,}", article.text):
                make = Fix.safe if match[0][0] == "!" else Fix.unsafe
                edit = Edit(Span(*match.span()), match[0][0])
                yield self.diagnostic(Span(*match.span()), "Too loud", fix=make("Calm down", edit))

    """)
