"""How soon a served site shows what was saved, and whether its server grows."""

import time
from collections.abc import Callable, Sequence
from statistics import median

from tests.bench.figures import Figure
from tests.bench.server import ServeError, Server, served
from tests.bench.site import Site

_REBUILDS = 100
# Hugo looks twice a second: texts must not be saved in step with that.
_PAUSES = (0.3, 0.4, 0.5, 0.6, 0.7)


def served_figures(site: Site, names: Sequence[str]) -> dict[str, Figure]:
    """How soon a page and the lists that show it are new; the growth, if that is asked for too."""
    found: list[Figure] = []
    try:
        with served(site) as server:
            server.reload_seconds(site.edit, [site.page])  # the server may still have had to wake
            server.settle()
            found.append(_median_seconds(server, site.edit, [site.page]))
            found.append(_median_seconds(server, site.retitle, site.lists))
            if len(names) > len(found):
                found.append(_growth(server, site))
    except ServeError as error:
        found += [str(error)] * (len(names) - len(found))
    return dict(zip(names, found, strict=True))


def _median_seconds(server: Server, save: Callable[[], str], pages: Sequence[str]) -> float:
    found = []
    for pause in _PAUSES:
        time.sleep(pause)
        found.append(server.reload_seconds(save, pages))
        server.settle()
    return median(found)


def _growth(server: Server, site: Site) -> float:
    before = server.megabytes()
    for _ in range(_REBUILDS):
        server.reload_seconds(site.edit, [site.page])
        server.settle()
    return server.megabytes() - before
