"""Publishing and rolling back, as one locked sequence of steps each."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plugins.core.errors import SiteError
from plugins.core.messages import no_content
from plugins.publish import messages
from plugins.publish.releases import (
    AlreadyLockedError,
    list_releases,
    live_release,
    locked,
    name_release,
    release_before,
    remove_old,
    switch,
    sync_tree,
    withdraw,
)
from plugins.publish.tree import compare_pages, digest_of, read_tree

ROOT = Path(__file__).resolve().parents[2]


class PublishError(SiteError):
    """Nothing was published; the message, in Vietnamese, is for the person who publishes."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        """Keep the message and the exit code of the command."""
        super().__init__(message)
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishOrder:
    """What to publish, and where; all paths absolute.

    Attributes:
        settings: Pelican's settings file.
        public: The symbolic link that the web server serves.
        releases: Where releases are kept.
    """

    content: Path
    settings: Path
    public: Path
    releases: Path


def publish(order: PublishOrder) -> str:
    """Build a release, make it live and say what that changes.

    Raises:
        PublishError: if it could not be built; the live site is as it was.
    """
    if not order.content.is_dir():
        raise PublishError(no_content(str(order.content)))
    _refuse_what_is_no_link(order.public)
    try:
        with locked(order.releases):
            return _release(order)
    except AlreadyLockedError as error:
        raise PublishError(messages.ANOTHER_RUN) from error


def _release(order: PublishOrder) -> str:
    workshop = order.releases / ".building"
    shutil.rmtree(workshop, ignore_errors=True)
    try:
        return _make_live(order, _build(order, workshop))
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _build(order: PublishOrder, workshop: Path) -> Path:
    """The folder of a site that has passed every check."""
    site = workshop / "site"
    command = ["-m", "pelican", str(order.content), "-o", str(site), "-s", str(order.settings)]
    exit_code = subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode
    if exit_code:
        raise PublishError(messages.BUILD_FAILED, exit_code=max(exit_code, 1))
    # Interrupted before the gate listens, Pelican ends with 0.
    if not (site / "index.html").is_file():
        raise PublishError(messages.NO_HOME_PAGE)
    return site


def _make_live(order: PublishOrder, site: Path) -> str:
    live = live_release(order.public)
    before, after = read_tree(live) if live else {}, read_tree(site)
    digest = digest_of(after)
    if live and before == after:
        return messages.unchanged(live.name, digest)
    existing = list_releases(order.releases)
    release = order.releases / name_release(datetime.now(UTC), digest, existing)
    sync_tree(site)
    site.rename(release)
    switch(order.public, release)
    remove_old(order.releases, live=release)
    return messages.published(release.name, compare_pages(before, after), digest)


def roll_back(public: Path, releases: Path) -> str:
    """Make the release before live again and say so.

    Raises:
        PublishError: if there is none; the live site is as it was.
    """
    _refuse_what_is_no_link(public)
    try:
        with locked(releases):
            return _return_to_release_before(public, releases)
    except AlreadyLockedError as error:
        raise PublishError(messages.ANOTHER_RUN) from error


def _return_to_release_before(public: Path, releases: Path) -> str:
    live = live_release(public)
    release = release_before(releases, live) if live else None
    if live is None or release is None:
        raise PublishError(messages.nothing_before(str(public)))
    # In this order a rollback that is cut off between the two can be done again.
    withdraw(live)
    switch(public, release)
    return messages.rolled_back(release.name, live.name)


def _refuse_what_is_no_link(public: Path) -> None:
    if public.exists() and not public.is_symlink():
        raise PublishError(messages.not_a_link(str(public)))
