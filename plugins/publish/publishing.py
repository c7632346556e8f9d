"""Publishing, as one sequence of steps; whoever calls holds the lock.

What is half made lies in the workshop until it is whole and on the disk; then it gets its
name, and only then the link is replaced. So a publisher that is killed leaves the old site.
"""

import hashlib
import os
import runpy
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.errors import ConfigError
from plugins.core.messages import no_content
from plugins.core.releases import BuiltRelease, ReleaseCheck, files_of
from plugins.publish import messages
from plugins.publish.bill_of_materials import NAME as BILL
from plugins.publish.bill_of_materials import bill_of_materials
from plugins.publish.compression import compress_tree
from plugins.publish.errors import PublishError
from plugins.publish.manifest import (
    NAME,
    Manifest,
    addresses_of,
    commit_of,
    digest_of,
    digest_of_manifest,
    encoded,
    read_manifest,
    tool_versions,
)
from plugins.publish.releases import (
    SITE,
    WORKSHOP,
    clear_leftovers,
    link_unchanged,
    list_releases,
    live_release,
    name_release,
    remove_old,
    switch,
    sync_tree,
    why_frozen,
)
from plugins.publish.signature import SignatureError, sign
from plugins.publish.tree import Tree, compare_pages, is_compressed_copy, read_tree

ROOT = Path(__file__).resolve().parents[2]
_LOCK = ROOT / "requirements.txt"


class PublishOrder(Struct, frozen=True, kw_only=True):
    """What to publish, and where; all paths absolute.

    Attributes:
        settings: Pelican's settings file.
        public: The symbolic link that the web server serves.
        releases: Where releases are kept.
        store: Where what was compressed once is kept.
        signing_key: The ssh key that signs; None where nothing is signed.
        accepted: Codes of findings about the release as a whole that shall not stop it.
    """

    content: Path
    settings: Path
    public: Path
    releases: Path
    store: Path
    signing_key: Path | None = None
    accepted: frozenset[str] = frozenset()


def publish(order: PublishOrder) -> str:
    """Build a release, make it live and say what that changes.

    Raises:
        PublishError: if it could not be built, or must not go live; the live site is as it was.
    """
    if not order.content.is_dir():
        raise PublishError(no_content(str(order.content)))
    clear_leftovers(order.releases, live_release(order.public))
    workshop = order.releases / WORKSHOP
    try:
        built_at = _build_instant()
        _build(order, workshop / SITE, built_at)
        return _make_live(order, workshop, built_at)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _build_instant() -> datetime:
    """The instant that decides what is public: given, or now."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return datetime.now(UTC).replace(microsecond=0)
    if not given.isdecimal():
        message = f"SOURCE_DATE_EPOCH is {given!r}: it must be a number of seconds"
        raise ConfigError(message)
    return datetime.fromtimestamp(int(given), UTC)


def _build(order: PublishOrder, site: Path, built_at: datetime) -> None:
    """Have Pelican and the gate make the site of an instant, or stop."""
    command = ["-m", "pelican", str(order.content), "-o", str(site), "-s", str(order.settings)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(built_at.timestamp()))}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        raise PublishError(messages.BUILD_FAILED, exit_code=max(done.returncode, 1))
    # Interrupted before the gate listens, Pelican ends with 0.
    if not (site / "index.html").is_file():
        raise PublishError(messages.NO_HOME_PAGE)


def _make_live(order: PublishOrder, workshop: Path, built_at: datetime) -> str:
    site, live = workshop / SITE, live_release(order.public)
    before = read_tree(live / SITE) if live else {}
    findings = _check(order, site, before)
    compress_tree(site, order.store)
    after = read_tree(site)
    digest, changes = digest_of(after), compare_pages(before, after)
    if any(stops(found, order.accepted) for found in findings):
        raise PublishError(messages.refused(findings, changes))
    if (reason := why_frozen(order.releases)) is not None:
        raise PublishError(messages.frozen(reason))
    if live and before == after:
        return messages.unchanged(live.name, digest)
    if live:
        same = [name for name, facts in after.items() if before.get(name) == facts]
        link_unchanged(site, same, live / SITE)
    existing = list_releases(order.releases)
    release = order.releases / name_release(datetime.now(UTC), digest, existing)
    materials = bill_of_materials(_LOCK.read_text(encoding="utf-8"), commit_of(ROOT))
    (workshop / BILL).write_bytes(materials)
    manifest = replace(
        _manifest(order, release.name, after, built_at),
        materials=hashlib.sha256(materials).hexdigest(),
    )
    _write_manifest(order, workshop, manifest)
    sync_tree(workshop)
    workshop.rename(release)
    switch(order.public, release)
    remove_old(order.releases, live=release)
    told = messages.published(release.name, changes, digest, findings)
    return told if existing else f"{messages.NONE_BEFORE}\n{told}"


def _check(order: PublishOrder, site: Path, before: Tree) -> list[Diagnostic]:
    """What the checks find that the settings name, in their order."""
    checks: list[ReleaseCheck] = runpy.run_path(str(order.settings)).get("RELEASE_CHECKS", [])
    existing = list_releases(order.releases)
    last = read_manifest(existing[-1]) if existing else None
    release = BuiltRelease(
        site=site,
        content=order.content,
        files=files_of(site),
        before={
            name: facts.size
            for name, facts in before.items()
            if not is_compressed_copy(name, before)
        },
        addresses=last.addresses if last else (),
    )
    return [found for check in checks for found in check(release)]


def stops(found: Diagnostic, accepted: frozenset[str]) -> bool:
    """Whether a finding keeps a release from going live."""
    is_accepted = not found.path and found.code in accepted
    return found.severity is Severity.ERROR and not is_accepted


def _manifest(order: PublishOrder, name: str, files: Tree, built_at: datetime) -> Manifest:
    existing = list_releases(order.releases)
    last = read_manifest(existing[-1]) if existing else None
    return Manifest(
        release=name,
        built_at=built_at,
        commit=commit_of(order.content),
        tools=tool_versions(_LOCK),
        previous=digest_of_manifest(existing[-1]) if existing else "",
        count=len(files),
        files=files,
        addresses=addresses_of(files, last.addresses if last else ()),
    )


def _write_manifest(order: PublishOrder, workshop: Path, manifest: Manifest) -> None:
    (workshop / NAME).write_bytes(encoded(manifest))
    if order.signing_key:
        try:
            sign(workshop / NAME, order.signing_key)
        except SignatureError as error:
            raise PublishError(messages.not_signable(str(error))) from error
