"""Text: spans, lines, columns and edits."""
