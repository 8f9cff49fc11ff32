"""The table of one key of the front matter: what it has to be."""

from __future__ import annotations

from dataclasses import dataclass

from articlelint.options import COUNT, TEXTS, option


@dataclass(init=False, repr=False, eq=False)
class Field:
    """What a key of the front matter has to be; ``articlelint.schema.fields`` reads it."""

    type: object = option(
        TEXTS, None, "The type of the value, or a list of types that are allowed.", 'type = "url"'
    )
    items: object = option(TEXTS, None, "The type of a list's items.", 'items = "slug"')
    required: object = option(
        bool, False, "Whether every article must have the key.", "required = true"
    )
    choices: object = option(
        list[str | int | float | bool],
        None,
        "The allowed values; for a list, those of its items.",
        'choices = ["easy", "hard"]',
    )
    pattern: object = option(
        str,
        None,
        "A regular expression that must match somewhere in the text.",
        "pattern = '^[a-z]'",
    )
    expected: object = option(
        str,
        None,
        'The pattern in words, to follow "should".',
        'expected = "be in lower case"',
    )
    min: object = option(float, None, "The smallest number allowed.", "min = 1")
    max: object = option(float, None, "The largest number allowed.", "max = 5")
    min_length: object = option(
        COUNT, None, "The least length of a text, in characters.", "min-length = 50"
    )
    max_length: object = option(
        COUNT, None, "The greatest length of a text, in characters.", "max-length = 160"
    )
    min_items: object = option(
        COUNT, None, "The smallest number of items in a list.", "min-items = 1"
    )
    max_items: object = option(
        COUNT, None, "The largest number of items in a list.", "max-items = 5"
    )
    description: object = option(
        str,
        None,
        "What the key is for; shown if it is missing.",
        'description = "the picture of the list of posts"',
    )
    deprecated: object = option(
        bool | str,
        False,
        "Whether the key should no longer be used, or why.",
        'deprecated = "the theme does not read it"',
    )
    successor: object = option(str, None, "The key to use instead.", 'successor = "cover"')
