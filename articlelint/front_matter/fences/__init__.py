"""Where front matter begins and ends, and what its fences look like when they are broken."""
