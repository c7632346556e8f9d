"""Signatures over manifests, made and checked by OpenSSH: no cryptography of our own.

A key is an ordinary ssh key; who may sign stands in a file of allowed signers, see
ssh-keygen(1). Signatures are bound to a namespace, so that one made for something else, such
as a commit, is none for a release.
"""

import subprocess
from pathlib import Path

from plugins.core.errors import SiteError

NAMESPACE = "cong-tin-release"
_SSH_KEYGEN = "ssh-keygen"


class SignatureError(SiteError):
    """The system's tool could not sign; its own words."""


def signature_of(file: Path) -> Path:
    """Where the signature over a file lies."""
    return file.with_name(f"{file.name}.sig")


def sign(file: Path, key: Path) -> None:
    """Put a signature beside a file.

    Raises:
        SignatureError: if that cannot be done.
    """
    signature_of(file).unlink(missing_ok=True)
    done = _run("-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(file))
    if done.returncode or not signature_of(file).is_file():
        raise SignatureError(done.stderr.decode(errors="replace").strip())


def signer_of(file: Path, allowed_signers: Path) -> str:
    """Who signed a file, as the file of allowed signers names them; "" where nobody of them."""
    signature = ("-n", NAMESPACE, "-s", str(signature_of(file)), "-f", str(allowed_signers))
    found = _run("-Y", "find-principals", *signature)
    name = found.stdout.decode(errors="replace").partition("\n")[0].strip()
    if found.returncode or not name:
        return ""
    checked = _run("-Y", "verify", *signature, "-I", name, content=file.read_bytes())
    return "" if checked.returncode else name


def _run(*arguments: str, content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [_SSH_KEYGEN, *arguments], input=content, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise SignatureError(str(error)) from error
