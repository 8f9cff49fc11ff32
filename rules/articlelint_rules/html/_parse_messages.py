"""What the codes of parse errors that no other rule explains mean to an author."""

from typing import Final

MESSAGES: Final = {
    "too-deep": "Elements are nested so deeply that browsers give up; nothing after was checked",
    "too-large": "The markup is too tangled to be checked in reasonable time",
    "unjudged": "The parser failed here; nothing after this place was checked",
    "unknown-doctype": "The doctype is none of today's; `<!doctype html>` is",
    "unexpected-start-tag-treated-as": "Browsers read `<image>` as `<img>`",
    "unexpected-start-tag-out-of-my-head": "`<{tag}>` stands between `</head>` and `<body>`;"
    " browsers move it into the head",
    "two-heads-are-not-better-than-one": "A second `<head>` is ignored",
    "unexpected-char-after-body": "Text stands after `</body>`; browsers move it into the body",
    "unexpected-start-tag-after-body": "`<{tag}>` stands after `</body>`; browsers move it into"
    " the body",
    "expected-eof-but-got-char": "Text stands after `</html>`; browsers move it into the body",
    "expected-eof-but-got-start-tag": "`<{tag}>` stands after `</html>`; browsers move it into"
    " the body",
    "expected-eof-but-got-end-tag": "`</{tag}>` stands after `</html>` and closes nothing",
    "unexpected-implied-end-tag-in-table-row": "`<{tag}>` closes what is still open in the row"
    " before it",
    "XXX-undefined-error": "`<{tag}>` cannot stand here; browsers pass it over",
    "unexpected-end-tag-after-body": "`</{tag}>` stands after `</body>` and closes nothing",
}
"""What html5lib's codes, and the judge's own, mean."""
