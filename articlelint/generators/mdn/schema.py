"""The front matter of MDN's content."""

from typing import Annotated, Literal, Required

from articlelint.schema.key import Key, Text, Texts, TypedDict, accepts
from articlelint.schema.well_known import MDN

_GUIDE = "https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Page_structures"
_CONFIG = "mdn/content, front-matter-config.json"


Page = TypedDict(
    "Page",
    {
        "title": Required[Annotated[Text, Key("The title.", _GUIDE)]],
        "slug": Required[Annotated[Text, Key("The URL path after `/docs/`.", _GUIDE)]],
        "short-title": Annotated[Text, Key("The title in sidebars.", _CONFIG)],
        "page-type": Annotated[Text, Key("What kind of page it is.", _GUIDE)],
        "browser-compat": Annotated[Texts, Key("Its keys in the compatibility data.", _GUIDE)],
        "spec-urls": Annotated[Texts, Key("Where it is specified.", _GUIDE)],
        "status": Annotated[
            list[Literal["experimental", "deprecated", "non-standard"]],
            Key("How stable it is; tools write it.", _GUIDE),
        ],
        "sidebar": Annotated[Texts, Key("The sidebar to show.", _GUIDE)],
    },
    total=False,
)
Page.__doc__ = "A page of MDN."
accepts(*MDN)(Page)
