"""Pelican's metadata: a header of ``Key: value`` lines, or ``<meta>`` elements in HTML."""
