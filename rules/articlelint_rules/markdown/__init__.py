"""Rules about what an author means and his Markdown parser does not make."""
