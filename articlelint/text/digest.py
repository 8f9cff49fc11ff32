"""What stands for bytes."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python; hashlib takes 3 ms, for OpenSSL
    from hashlib import blake2b


def digest(*parts: bytes) -> bytes:
    """Return what stands for *parts*, each of any length."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()
