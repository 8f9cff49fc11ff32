"""Where a link leads: files, pages and anchors of the site."""
