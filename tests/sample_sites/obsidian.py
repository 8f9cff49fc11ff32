"""Vaults of Obsidian, and a site of Quartz; neither can be built here.

Obsidian is a program with windows, and Quartz is on no registry: what is said of them is in their
documentation, and Quartz' in ``quartz/plugins/transformers/ofm.ts`` and ``links.ts``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

if TYPE_CHECKING:
    from collections.abc import Mapping


def _files(folder: str) -> Mapping[str, str]:
    return {
        f"{folder}Birds/Owls at night.md": "# Owls\n\n## Wings & feet\n\nA block. ^silent\n\n"
        "- an item ^item-1\n",
        f"{folder}Attachments/red kite.png": "",
        f"{folder}Attachments/slides.pdf": "slides",
        f"{folder}Home.md": "# Home\n",
        f"{folder}Crows.md": "# Crows\n\n![[red kite.png|100]]^a-kite\n\n| a |\n| - |\n"
        "| ![[red kite.png\\|9]] |\n",
        f"{folder}Jays.md": "# Jays\n\n![[Home]]\n",
    }


_REFERENCES = {
    "[[Owls at night]]": RESOLVES,
    "[[owls at night]]": RESOLVES,
    "[[Birds/Owls at night|the owls]]": RESOLVES,
    "[[Owls at night#Wings & feet]]": RESOLVES,
    "[[Owls at night#Owls#Wings & feet|w]]": RESOLVES,
    "[[Owls at night#^silent]]": RESOLVES,
    "[[Owls at night#^item-1]]": RESOLVES,
    "[[Owls at night#Tails]]": "missing-anchor",
    "[[Owls at night#^loud]]": "missing-anchor",
    "[[Crows#Neb]]": "missing-anchor",
    "![[Crows#^a-kite]]": RESOLVES,
    "[[Jays#Neb]]": UNJUDGED,  # another note is put into it
    "[[A note to be written]]": UNJUDGED,
    "[[#Tails of kites]]": RESOLVES,
    "[[#Tail of kites]]": "missing-anchor",
    "![[red kite.png]]": RESOLVES,
    "![[red kite.png|300]]": RESOLVES,
    "![[Attachments/red kite.png]]": RESOLVES,
    "![[blue kite.png]]": "missing-file",
    "![[slides.pdf]]": RESOLVES,
    "![[Home]]": RESOLVES,
    "![[Home#Home]]": RESOLVES,
    "![[Home#Withdrawn]]": "missing-anchor",
    "![[Withdrawn#Withdrawn]]": UNJUDGED,  # a note to be written
    "![x](red%20kite.png)": RESOLVES,
    "![x](../Attachments/red%20kite.png)": RESOLVES,
    "![x](blue%20kite.png)": "missing-file",
    "[x](Owls%20at%20night.md)": RESOLVES,
    "[x](Owls%20at%20night.md#Wings%20&%20feet)": RESOLVES,
    "[x](Owl%20at%20night.md)": "missing-target",
    "[x](../Home.md)": RESOLVES,
    "[x](slides.pdf)": RESOLVES,
    "[x](slide.pdf)": "missing-target",
}
_NOTE = "# Kites\n\n## Tails of kites\n\n"

SITES = (
    SampleSite(
        "obsidian",
        "obsidian",
        {**_files(""), ".obsidian/app.json": "{}"},
        "Birds/Kites.md",
        {**_REFERENCES, "[[Jays#Neb]]": "missing-anchor"},
        _NOTE,
    ),
    SampleSite(
        "quartz",
        "quartz",
        {
            **_files("content/"),
            "content/.obsidian/app.json": "{}",
            "quartz.config.ts": "const config = { configuration: { pageTitle: 'Kites', "
            "baseUrl: 'kites.example.edu', ignorePatterns: ['private', 'templates'] } }\n",
        },
        "content/Birds/Kites.md",
        _REFERENCES,
        _NOTE,
    ),
)
