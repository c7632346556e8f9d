"""What is measured of one number of articles, in its order."""

from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from tests.bench import targets
from tests.bench.cost import Cost
from tests.bench.figures import Figure, Runs, changed_pages, growth, median_cost, ratio
from tests.bench.generators import ELEVENTY, HUGO, OURS, PEERS, PELICAN
from tests.bench.serving import served_figures
from tests.bench.site import Site

_MANY = 10_000
_ROUNDS, _ROUNDS_OF_MANY = 5, 3
_COLD_ROUNDS, _COLD_ROUNDS_OF_MANY = 3, 1

Row = tuple[str, Cost]


class Measurement:
    """One corpus, built by ours and by every peer that is installed, in turn.

    Attributes:
        articles: How many.
        figures: By the names in `targets`.
        by_feature: What has parts, by its name.
        processor: Seconds of all processors that ours needs, cold and for one edit.
    """

    def __init__(self, folder: Path, articles: int, size: int) -> None:
        """Write the corpus for everybody."""
        self.articles = articles
        self.figures: dict[str, Figure] = {}
        self.by_feature: dict[str, Cost] = {}
        self.processor: dict[str, float] = {}
        self._many = articles >= _MANY
        self._ours = Site(OURS, folder / "ours", articles, size)
        peers = [peer for peer in PEERS if peer.is_there]
        self._peers = {peer.name: Site(peer, folder / peer.name, articles, size) for peer in peers}

    def rows(self, pictures: Site) -> Iterator[Row]:
        """Everything that is measured, with its cost.

        Args:
            pictures: A site that has encoded all pictures.
        """
        self._ours.take_pictures(pictures)
        yield from self._checks()
        yield from self._cold()
        yield from self._unchanged()
        yield from self._edits()
        yield from self._new_articles()
        self._serve()

    def compare_with(self, fewer: "Measurement") -> None:
        """Add to the figures how costs grow from fewer articles to these."""
        for name, seconds in self.processor.items():
            before = fewer.articles, fewer.processor[name]
            self.figures[name] = growth(before, (self.articles, seconds))

    def _checks(self) -> Iterator[Row]:
        cold = self._check(by_feature=True)
        yield "check, cold", cold
        self._ours.edit()
        warm = self._check(by_feature=True)
        yield "check, one changed", warm
        yield "check, nothing changed", self._check()
        one = self._check("--file", "tin-tuc/bai-00000.md")
        yield "check, one file alone", one
        self.by_feature |= {"check, cold": cold, "check, one changed": warm}
        self.figures[targets.GATE_COLD] = cold.gate_seconds
        self.figures[targets.GATE_WARM] = warm.gate_seconds
        self.figures[targets.ONE_FILE] = one.seconds

    def _check(self, *more: str, by_feature: bool = False) -> Cost:
        module = (self._ours.generator.program, "-m", "plugins.content_gate")
        command = (*map(str, module), "--content", str(self._ours.places.content), *more)
        return self._ours.cost_of(command, by_feature=by_feature)

    def _cold(self) -> Iterator[Row]:
        def build(site: Site) -> Cost:
            site.forget_builds()
            return site.build(by_feature=site is self._ours)

        rounds = _COLD_ROUNDS_OF_MANY if self._many else _COLD_ROUNDS
        runs = yield from self._in_turn("build, cold", list(self._peers), rounds, build)
        ours = runs[OURS.name]
        self.by_feature["build, cold"] = ours[0]
        self.processor[targets.GROWTH_COLD] = median_cost(ours).processor
        self.figures[targets.MEMORY_COLD] = median_cost(ours).megabytes
        self.figures[targets.COLD] = ratio(runs, OURS.name, PELICAN.name)
        self.figures[targets.COLD_HUGO] = ratio(runs, HUGO.name, PELICAN.name)
        self.figures[targets.COLD_ELEVENTY] = ratio(runs, ELEVENTY.name, PELICAN.name)

    def _unchanged(self) -> Iterator[Row]:
        before = self._ours.output_stamps()
        cost = self._ours.build()
        yield "build, nothing changed", cost
        touched = before.items() ^ self._ours.output_stamps().items()
        self.figures[targets.UNCHANGED] = cost.seconds
        self.figures[targets.TOUCHED] = len({path for path, _ in touched})

    def _edits(self) -> Iterator[Row]:
        def build(site: Site) -> Cost:
            return site.build(site.edit())

        rounds = _ROUNDS_OF_MANY if self._many else _ROUNDS
        runs = yield from self._in_turn("build, one edit", [HUGO.name], rounds, build)
        ours = median_cost(runs[OURS.name])
        self.figures[targets.EDIT] = ratio(runs, OURS.name, HUGO.name)
        self.figures[targets.MEMORY_EDIT] = ours.megabytes
        self.processor[targets.GROWTH_EDIT] = ours.processor
        self.by_feature["build, one edit"] = self._ours.build(self._ours.edit(), by_feature=True)

    def _new_articles(self) -> Iterator[Row]:
        changed: list[int] = []

        def build(site: Site) -> Cost:
            before = site.article_pages()
            cost = site.build(site.add())
            if site is self._ours:
                changed.append(changed_pages(before, site.article_pages()))
            return cost

        rounds = _ROUNDS_OF_MANY if self._many else _ROUNDS
        runs = yield from self._in_turn("build, one new article", [HUGO.name], rounds, build)
        self.figures[targets.NEW] = ratio(runs, OURS.name, HUGO.name)
        self.figures[targets.NEW_CHANGED] = max(changed)

    def _in_turn(
        self, name: str, peers: Sequence[str], rounds: int, build: Callable[[Site], Cost]
    ) -> Generator[Row, None, Runs]:
        """Yields a row for ours and each peer; returns all costs, round by round."""
        sites = [self._ours, *(site for peer, site in self._peers.items() if peer in peers)]
        runs: dict[str, list[Cost]] = {site.generator.name: [] for site in sites}
        for _ in range(rounds):
            for site in sites:
                runs[site.generator.name].append(build(site))
        for generator, costs in runs.items():
            yield f"{name}: {generator}", median_cost(costs)
        return runs

    def _serve(self) -> None:
        ours = (targets.SERVED_ARTICLE, targets.SERVED_LISTS, targets.SERVED_GROWTH)
        theirs = (targets.SERVED_ARTICLE_HUGO, targets.SERVED_LISTS_HUGO)
        self.figures |= served_figures(self._ours, ours)
        if HUGO.name in self._peers:
            self.figures |= served_figures(self._peers[HUGO.name], theirs)
        else:
            self.figures |= dict.fromkeys(theirs, f"{HUGO.name} is not installed")
