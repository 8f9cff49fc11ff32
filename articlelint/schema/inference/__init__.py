"""A schema inferred from the articles there are: fields, and what stands out from them.

Articles are read twice, one at a time: first counted, key by key, in memory that does not grow
with their number; then held against the schema that the counts suggest, so that what it says of
them is exact.
"""

from articlelint.schema.inference.deduce import Field, deduce
from articlelint.schema.inference.judge import Fitting, Outlier
from articlelint.schema.inference.observe import Observation
from articlelint.schema.inference.write import as_json, as_toml

__all__ = ["Field", "Fitting", "Observation", "Outlier", "as_json", "as_toml", "deduce"]
