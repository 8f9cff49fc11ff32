"""The page as HTML: its tree with spans, and what is wrong with its markup."""
