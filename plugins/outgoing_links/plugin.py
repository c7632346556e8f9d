"""Joins outgoing links to Pelican."""

from plugins.core import signals
from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import ComposedSite
from plugins.core.site import Site
from plugins.core.text_checks import TextCheck
from plugins.outgoing_links.allowed_hosts import (
    AllowedHostsReading,
    read_allowed_hosts,
    site_address,
)
from plugins.outgoing_links.config import OutgoingLinksSettings
from plugins.outgoing_links.listed_links import check_listed_links
from plugins.outgoing_links.text_check import OutgoingLinksCheck


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.text_checks_requested.connect(give_text_checks)
    signals.body_inputs_requested.connect(give_body_inputs)
    signals.corpus_checks_requested.connect(check_registers)


def give_text_checks(site: Site) -> tuple[TextCheck, ...]:
    """Answer `text_checks_requested`."""
    return (_check_of(site),)


def give_body_inputs(site: Site) -> tuple[str, ...]:
    """Answer `body_inputs_requested`."""
    return (repr(_check_of(site)),)


def check_registers(composed: ComposedSite) -> list[Diagnostic]:
    """Answer `corpus_checks_requested`: the list of hosts, and the links in other registers."""
    site = composed.corpus.site
    reading = _allowed(site)
    return [*reading.diagnostics, *check_listed_links(site.content, reading.hosts)]


def _check_of(site: Site) -> OutgoingLinksCheck:
    settings = site.settings_for("OUTGOING_LINKS", OutgoingLinksSettings)
    return OutgoingLinksCheck(settings=settings, allowed=_allowed(site).hosts)


def _allowed(site: Site) -> AllowedHostsReading:
    return read_allowed_hosts(site.content, (site.url, site_address(site.content)))
