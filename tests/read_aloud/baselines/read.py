"""Reads texts with another package: a JSON list of texts in, a JSON list of words out."""

import json
import sys
from collections.abc import Callable

# They live in an environment of their own, which types and lint do not see.
WHY_NOT = {
    "g2p-hamster": "gives sounds, no words",
    "soe-vinorm": "fetches its model when it runs",
}


def reader(name: str) -> Callable[[str], str]:
    """What a package says for a text."""
    if name == "vietnormalizer":
        from vietnormalizer import VietnameseNormalizer  # type: ignore[import-not-found]  # noqa: PLC0415  (one of several)

        normalize: Callable[[str], str] = VietnameseNormalizer().normalize
        return normalize
    if name == "vinormx":
        import vinormx  # type: ignore[import-not-found]  # noqa: PLC0415  (one of several)

        read: Callable[[str], str] = vinormx.TTSnorm
        return read
    sys.exit(WHY_NOT[name])


def said(read: Callable[[str], str], text: str) -> str:
    """What a package says; "" where it breaks off."""
    try:
        return read(text)
    except Exception:  # noqa: BLE001  (whatever another package raises counts as wrong)
        return ""


if __name__ == "__main__":
    chosen = reader(sys.argv[1])
    json.dump([said(chosen, text) for text in json.load(sys.stdin)], sys.stdout)
