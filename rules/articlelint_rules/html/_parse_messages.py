"""What the codes of parse errors that no other rule explains mean to an author."""

from typing import Final

MESSAGES: Final = {
    "too-deep": "Elements are nested too deeply for browsers; nothing after this was checked",
    "too-large": "The markup is too tangled to be checked in reasonable time",
    "unjudged": "The parser failed here; nothing after this place was checked",
    "unknown-doctype": "The doctype is outdated; use `<!doctype html>`",
    "unexpected-start-tag-treated-as": "Browsers read `<image>` as `<img>`",
    "unexpected-start-tag-out-of-my-head": "`<{tag}>` is between `</head>` and `<body>`;"
    " browsers move it into the head",
    "two-heads-are-not-better-than-one": "A second `<head>` is ignored",
    "unexpected-char-after-body": "Text follows `</body>`; browsers move it into the body",
    "unexpected-start-tag-after-body": "`<{tag}>` follows `</body>`; browsers move it into"
    " the body",
    "expected-eof-but-got-char": "Text follows `</html>`; browsers move it into the body",
    "expected-eof-but-got-start-tag": "`<{tag}>` follows `</html>`; browsers move it into the body",
    "expected-eof-but-got-end-tag": "`</{tag}>` follows `</html>` and does not close anything",
    "unexpected-implied-end-tag-in-table-row": "`<{tag}>` closes what is still open in the previous"
    " row",
    "XXX-undefined-error": "`<{tag}>` is not allowed here; browsers skip it",
    "unexpected-end-tag-after-body": "`</{tag}>` follows `</body>` and does not close anything",
}
"""What html5lib's codes, and the judge's own, mean."""

HARMLESS: Final = frozenset(
    {
        "unexpected-start-tag-treated-as", "unexpected-start-tag-out-of-my-head",
        "two-heads-are-not-better-than-one", "unexpected-char-after-body",
        "unexpected-start-tag-after-body", "expected-eof-but-got-char",
        "expected-eof-but-got-start-tag", "expected-eof-but-got-end-tag",
        "unexpected-end-tag-after-body",
    }
)  # fmt: skip
"""Those of what a browser puts right, so that no reader sees a trace of it."""
