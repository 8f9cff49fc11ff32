"""Front matter against a schema: what is missing, misspelt, misplaced or of the wrong kind.

An article that is fine is known to be so by the exact types of its values alone; pydantic is
asked, and imported, only about types that it alone understands, and for JSON Schema.
"""
