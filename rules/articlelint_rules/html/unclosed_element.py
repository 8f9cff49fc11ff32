"""html/unclosed-element."""
