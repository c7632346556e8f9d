"""Going back to a kept release: the link changes, and nothing else is needed."""

from pathlib import Path

from plugins.publish import messages
from plugins.publish.errors import PublishError
from plugins.publish.releases import (
    SITE,
    list_releases,
    live_release,
    reinstate,
    release_before,
    switch,
    withdraw,
)
from plugins.publish.server_list import withdrawn_in


def roll_back(
    public: Path, releases: Path, name: str = "", *, accept_withdrawn: bool = False
) -> str:
    """Make another release live and say so; its bytes are not read, `verify` does that.

    Whoever calls holds the lock.

    Args:
        public: The link.
        releases: The folder of releases.
        name: The release, or how its name begins; "" for the one before.
        accept_withdrawn: Whether pages that were withdrawn since may come back.

    Raises:
        PublishError: if there is none; the live site is as it was.
    """
    live = live_release(public)
    release = _wanted(releases, live, name)
    if release is None or not (release / SITE / "index.html").is_file():
        raise PublishError(messages.nothing_before(str(public)))
    if release == live:
        raise PublishError(messages.already_live(release.name))
    back = withdrawn_in(live) - withdrawn_in(release) if live else frozenset()
    if back and not accept_withdrawn:
        raise PublishError(messages.withdrawn_would_return(release.name, sorted(back)))
    # In this order a rollback that is cut off between the steps can be done again.
    for newer in list_releases(releases):
        if newer.name > release.name:
            withdraw(newer)
    reinstate(release)
    switch(public, release)
    return messages.rolled_back(release.name, live.name if live else "")


def _wanted(releases: Path, live: Path | None, name: str) -> Path | None:
    if not name:
        return release_before(releases, live) if live else None
    found = [release for release in list_releases(releases) if release.name.startswith(name)]
    if len(found) != 1:
        raise PublishError(
            messages.no_such_release(name, [r.name for r in list_releases(releases)])
        )
    return found[0]
