"""The judge: what the HTML standard calls a parse error, at its exact place."""
