"""Taking articlelint up on a site with old findings: baselines, and comments that suppress them."""
