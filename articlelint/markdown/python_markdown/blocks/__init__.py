"""Blocks of Markdown by Python-Markdown's own rules, a module for each kind of them."""
