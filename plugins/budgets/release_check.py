"""The limits of every built site, as a check of what goes live."""

from collections.abc import Iterator

from plugins.budgets import messages
from plugins.budgets.figures import BuiltSite, measure
from plugins.budgets.page import read_page
from plugins.core.diagnostics import Diagnostic
from plugins.core.portal_monitoring import declared_addresses
from plugins.core.releases import BuiltRelease


def check_budgets(release: BuiltRelease) -> Iterator[Diagnostic]:
    """A finding for every figure that is over its limit."""
    site = BuiltSite(
        pages=[read_page(name, release.read(name)) for name in release.named(".html")],
        sheets={name: release.read(name) for name in release.named(".css")},
        scripts={name: release.read(name) for name in release.named(".js")},
        declared=declared_addresses(release.content),
    )
    for figure in measure(site):
        if figure.limit is not None and figure.is_over:
            yield messages.over_limit(figure.place, figure.name, figure.value, figure.limit)
