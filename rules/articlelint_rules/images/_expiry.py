"""Until when a signed URL works."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

from articlelint import regex

_HINT = regex(
    r"[?&](?:X-\w+-Expires|x-expires|Expires|expirationTimestamp|oe|ex|se|e|jwt|q-sign-time)=",
    re.IGNORECASE,
)
# Amazon S3, Google Cloud Storage, Aliyun OSS, Volcengine TOS and Huawei OBS, version 4.
_DATED = ("x-amz-", "x-goog-", "x-oss-", "x-tos-", "x-obs-")
_SIGNATURES = frozenset(
    {"signature", "awsaccesskeyid", "googleaccessid", "ossaccesskeyid", "accesskeyid",
     "key-pair-id", "ssig", "sig", "sign", "token", "auth", "hmac"}
)  # fmt: skip
# The parameter with the instant in Unix time, and the one that signs it.
_UNIX = (
    ("expires", _SIGNATURES),  # S3 version 2, CloudFront, OSS version 1, Weibo
    ("x-expires", frozenset({"x-signature", "x-orig-sign"})),  # ByteDance
    ("expirationtimestamp", frozenset({"signature"})),  # Notion
    ("e", frozenset({"t"})),  # LinkedIn
    ("e", frozenset({"token"})),  # Qiniu
)
_HEXADECIMAL = (("oe", "oh"), ("ex", "hm"))  # Facebook and Instagram; Discord
_COMPACT_DATE = regex(r"\d{8}T\d{6}Z")


def expiry_of(url: str) -> datetime | None:
    """Return the instant, in UTC, from which a signed URL no longer works; None: it says none."""
    if not _HINT.search(url):
        return None
    try:
        query = urlsplit(url).query
    except ValueError:
        return None
    parameters = {name.lower(): value for name, value in parse_qsl(query, max_num_fields=None)}
    return _dated(parameters) or _unix(parameters) or _hexadecimal(parameters) or _other(parameters)


def _dated(parameters: dict[str, str]) -> datetime | None:
    for prefix in _DATED:
        date, seconds = parameters.get(f"{prefix}date", ""), parameters.get(f"{prefix}expires", "")
        if _COMPACT_DATE.fullmatch(date) and seconds.isascii() and seconds.isdigit():
            try:
                signed = datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                return signed + timedelta(seconds=int(seconds[:10]))
            except (ValueError, OverflowError):  # no such day
                return None
    return None


def _unix(parameters: dict[str, str]) -> datetime | None:
    for name, signatures in _UNIX:
        value = parameters.get(name, "")
        if value.isascii() and value.isdigit() and not signatures.isdisjoint(parameters):
            instant = _instant(int(value[:13]))
            if instant is not None:
                return instant
    return None


def _hexadecimal(parameters: dict[str, str]) -> datetime | None:
    for name, signature in _HEXADECIMAL:
        value = parameters.get(name, "")
        if signature in parameters and re.fullmatch(r"[0-9a-fA-F]{8}", value):
            return _instant(int(value, 16))
    return None


def _other(parameters: dict[str, str]) -> datetime | None:
    if "sig" in parameters and "se" in parameters:  # Azure
        try:
            instant = datetime.fromisoformat(parameters["se"])
            return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            return None
    window = re.fullmatch(r"\d+;(\d{10})", parameters.get("q-sign-time", ""))
    if window and "q-signature" in parameters:  # Tencent COS
        return _instant(int(window[1]))
    token = parameters.get("jwt", "").split(".")
    if len(token) == 3:  # GitHub
        import json
        from base64 import urlsafe_b64decode

        try:
            payload = json.loads(urlsafe_b64decode(token[1] + "=" * (-len(token[1]) % 4)))
        except (ValueError, RecursionError):
            return None
        seconds = payload.get("exp") if isinstance(payload, dict) else None
        return _instant(seconds) if isinstance(seconds, int) else None
    return None


_LAST = 2**31 - 1
"""The last second that some programs know, which stands for never."""


def _instant(seconds: int) -> datetime | None:
    """Return an instant given in Unix time, or None where it is not of our days."""
    if seconds > 10**11:
        seconds //= 1000
    if not 10**9 < seconds < 4 * 10**9 or seconds == _LAST:
        return None
    return datetime.fromtimestamp(seconds, UTC)
