import re
from functools import cached_property

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Findings,
    Fix,
    Link,
    Rule,
    Span,
    on,
    regex,
    scheme_of,
)

_SEPARATOR = regex(r"&amp;|&#38;|&")


class TrackingParameters(Rule):
    """A link's address contains parameters that only track readers."""

    name = "links/tracking-parameters"
    severity = WARNING
    default = False
    fixable = SAFE

    parameters: tuple[str, ...] = (
        "utm_*", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid",
        "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi",
        "hsCtaTracking", "mkt_tok", "vero_id", "oly_anon_id", "oly_enc_id", "ml_subscriber",
        "ml_subscriber_hash", "s_cid", "spm", "scm", "spm_id_from", "share_source", "vd_source",
        "share_token", "isappinstalled", "wickedid", "rb_clickid", "_openstat", "guccounter",
        "guce_referrer", "guce_referrer_sig", "trk_contact", "trk_msg", "trk_module", "trk_sid",
    )  # fmt: skip
    """Names of parameters; `*` stands for any characters."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(re.escape(name).replace(r"\*", "[^=]*") for name in self.parameters)
        return regex(rf"(?:{names})(?==|\Z)", re.IGNORECASE)

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        if "?" not in link.url or scheme_of(link.url) not in {"http", "https"}:
            return
        source = link.span.of(article.text)
        start = source.find("?")
        end = source.find("#", start) if source.find("#", start) >= 0 else len(source)
        if start < 0:
            return
        query = source[start + 1 : end]
        parts = _SEPARATOR.split(query)
        kept = [part for part in parts if not self._pattern.match(part.replace("\\", ""))]
        if len(kept) == len(parts):
            return
        names = dict.fromkeys(
            part.replace("\\", "").partition("=")[0] for part in parts if part not in kept
        )
        mark = _SEPARATOR.search(query)
        rest = (mark[0] if mark else "&").join(kept)
        # Authors write campaigns on purpose as well; an identifier of a click they never do.
        meant = any(name.lower().startswith("utm_") for name in names)
        make = Fix.unsafe if meant else Fix.safe
        place = Span(start, end).shift(link.span.start)
        yield self.diagnostic(
            place,
            f"{_listed(list(names))} {'track' if len(names) > 1 else 'tracks'} readers",
            fix=make(
                "Delete them" if len(names) > 1 else "Delete it",
                (place, f"?{rest}" if rest else ""),
            ),
        )


def _listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
