import re

from articlelint import WARNING, Article, Attribute, Findings, Rule, is_dynamic, on, regex

_TAG = regex(
    r"""(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}      # language, extended language
        (?:-[a-z]{4})?                       # script
        (?:-(?:[a-z]{2}|\d{3}))?             # region
        (?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*  # variants
        (?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*    # extensions
        (?:-x(?:-[a-z\d]{1,8})+)?            # private use
        |x(?:-[a-z\d]{1,8})+|i-[a-z]+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A well-formed language tag (RFC 5646, section 2.1); four-letter languages are reserved."""

_QUOTES = "\u201c\u201d\u2018\u2019\u2032\u2033\uff02\uff07"
"""Typographic ones around a value are another rule's matter."""

_MEANT = {"cn": "zh-CN", "jp": "ja", "kr": "ko", "cz": "cs", "dk": "da", "ua": "uk", "gr": "el"}
"""Countries that are taken for languages, and are none (IANA Language Subtag Registry)."""


class InvalidLanguage(Rule):
    """A `lang` attribute does not name a language."""

    name = "accessibility/invalid-language"
    severity = WARNING
    default = False

    @on.attribute("lang")
    def check(self, attribute: Attribute, article: Article) -> Findings:
        value = attribute.value.strip()
        if not value or is_dynamic(value) or value[0] in _QUOTES:
            return
        hyphened = value.replace("_", "-")
        meant = _MEANT.get(value.lower()) or (hyphened if _TAG.fullmatch(hyphened) else None)
        if value.lower() in _MEANT or not _TAG.fullmatch(value):
            yield self.diagnostic(
                attribute.value_span,
                f"`{value}` is not a language",
                hint=f"Did you mean `{meant}`?"
                if meant
                else "Write a tag such as `zh-Hans` or `en`",
            )
