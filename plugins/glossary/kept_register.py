"""The register as an earlier build read it: hundreds of entries take a thirtieth of an edit."""

from pathlib import Path

import msgspec

from plugins.core.files import inside
from plugins.core.fingerprints import digest_of
from plugins.core.programs import programs_fingerprint
from plugins.core.sealed_file import read_sealed, write_sealed
from plugins.core.site import Site
from plugins.glossary.reading import REGISTER, Register, read_register

_FILE = "register.msgpack"
# The one that was asked for last: many ask, and a process builds one site.
_last: dict[bytes, Register] = {}


def register_of(site: Site) -> Register:
    """The register of a site as it is now; an empty one where there is none."""
    path = inside(site.content, REGISTER)
    if path is None:
        return Register()
    content = path.read_bytes()
    if content not in _last:
        _last.clear()
        _last[content] = _kept(content, site.store / _FILE)
    return _last[content]


def _kept(content: bytes, file: Path) -> Register:
    """What was made of the same bytes by the same programs, from the store where it has it."""
    name = f"register {digest_of(content)} {programs_fingerprint()}"
    kept = read_sealed(file, name)
    if kept is not None:
        return _decoder.decode(kept)
    register = read_register(content, REGISTER)
    write_sealed(file, name, msgspec.msgpack.encode(register))
    return register


_decoder = msgspec.msgpack.Decoder(Register)
