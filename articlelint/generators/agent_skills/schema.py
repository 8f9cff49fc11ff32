"""The front matter of a skill."""

from typing import Annotated, Required

from articlelint.schema.key import Anything, Key, Mapping, Text, TypedDict, accepts
from articlelint.schema.well_known import COMMON

_DOCS = "https://agentskills.io/specification"

Skill = TypedDict(
    "Skill",
    {
        "name": Required[
            Annotated[
                Text,
                Key(
                    "The name, which is that of the folder.",
                    _DOCS,
                    pattern=r"(?=.{1,64}\Z)[^\W_A-Z]+(?:-[^\W_A-Z]+)*",
                    expected="be lowercase letters, digits and single hyphens, 64 at most",
                ),
            ]
        ],
        "description": Required[
            Annotated[
                Text,
                Key(
                    "What it does, and when to use it.",
                    _DOCS,
                    pattern=r"\s*\S[\s\S]{0,1023}",
                    expected="have 1 to 1,024 characters",
                ),
            ]
        ],
        "license": Annotated[Text, Key("The license, or the file with it.", _DOCS)],
        "compatibility": Annotated[
            Text,
            Key(
                "What it needs to run.",
                _DOCS,
                pattern=r"\s*\S[\s\S]{0,499}",
                expected="have 1 to 500 characters",
            ),
        ],
        "metadata": Annotated[Mapping, Key("Further data.", _DOCS)],
        "allowed-tools": Annotated[Anything, Key("Tools that it may use.", _DOCS)],
    },
    total=False,
)
Skill.__doc__ = "A skill."
accepts(
    *COMMON,
    # what programs read besides
    *("model", "context", "agent", "hooks", "effort", "disable-model-invocation"),
    *("user-invocable", "argument-hint", "arguments", "when_to_use", "triggers"),
)(Skill)


class Other(TypedDict, total=False):
    """Another file of a skill."""
