"""html5lib's tree construction (HTML standard, 13.2.6), without a tree and by today's standard.

The modules here and ``html.judge.verdict`` are the only ones that touch html5lib's private
parts; it is pinned to 1.1.
"""
