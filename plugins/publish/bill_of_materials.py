"""The bill of materials of a release, in CycloneDX 1.5: which libraries made it.

It is read from the lock file by which they were installed, hashes included, so it says what the
installer has checked. Markers are not evaluated: what is locked for other systems is listed too.
"""

import json
import re
from collections.abc import Iterator, Mapping

NAME = "sbom.json"
_REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill_of_materials(lock: str, commit: str) -> bytes:
    """The bill as canonical JSON.

    Args:
        lock: The text of a lock file with hashes.
        commit: The version of our own code; "" where it is not known.
    """
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "cong-tin",
                "name": "cong-tin",
                "version": commit or "unknown",
                "licenses": [{"license": {"id": "AGPL-3.0-or-later"}}],
            }
        },
        "components": list(_components(lock)),
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def _components(lock: str) -> Iterator[Mapping[str, object]]:
    for requirement in re.split(r"\n(?=\S)", lock.strip()):
        found = _REQUIREMENT.match(requirement)
        if found:
            address = f"pkg:pypi/{found['name']}@{found['version']}"
            yield {
                "type": "library",
                "bom-ref": address,
                "name": found["name"],
                "version": found["version"],
                "purl": address,
                "hashes": [
                    {"alg": "SHA-256", "content": digest} for digest in _HASH.findall(requirement)
                ],
            }
