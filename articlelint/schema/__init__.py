"""Front matter against a schema: what is missing, misspelt, misplaced or of the wrong kind.

An article that is fine is known to be so by the exact types of its values alone; pydantic is
asked, and imported, only about types that it alone understands, and for JSON Schema.
"""

from articlelint.schema.check import check
from articlelint.schema.export import json_schema
from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.schema.model import FieldSpec, Schema, Shape, schema_of

__all__ = [
    "FieldSpec",
    "FindingKind",
    "Schema",
    "SchemaFinding",
    "Shape",
    "check",
    "json_schema",
    "schema_of",
]
