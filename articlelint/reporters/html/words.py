"""What the page itself says, in the language that is used."""

from __future__ import annotations

from articlelint.language import said, template


def page_words() -> dict[str, str]:
    """Return the texts of the page, by the names of their places in it."""
    return {
        "skip": said("Skip to the findings"),
        "no-script": said("Without JavaScript, this page shows totals only."),
        "rule": said("Rule"),
        "found": said("Findings"),
        "search": said("Search"),
        "search-in": said("path, message or rule"),
        "severity": said("Severity"),
        "fix": said("Fix"),
        "families": said("Families"),
        "rule-list": said("Rules"),
        "folders": said("Folders"),
        "clear": said("Clear filters"),
        "key-search": said("search"),
        "key-step": said("next and previous finding"),
        "more": said("Show more"),
        "close": said("Close"),
    }


def script_words() -> dict[str, object]:
    """Return the texts that the script writes; it puts numbers into their places."""
    return {
        "counts": {"error": said("errors"), "warning": said("warnings"), "info": said("infos")},
        "severities": {"error": said("error"), "warning": said("warning"), "info": said("info")},
        "fixes": {
            "safe": said("made by --fix"),
            "unsafe": said("with --unsafe-fixes"),
            "display": said("by hand"),
            "none": said("none"),
        },
        "fix": said("Fix"),
        "line": template("Line {line}"),
        "colon": said(": "),
        "how": template(" ({how})"),
        "more": template("Show more ({number} left)"),
        "one": template("{number} finding"),
        "all": template("{number} findings"),
        "some": template("{shown} of {number} findings"),
    }
