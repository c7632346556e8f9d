"""What must be true of the figures, and at what we aim, as `README.md` lists it."""

from collections.abc import Mapping

from msgspec import Struct, field

from tests.bench.figures import Figure


class Target(Struct, frozen=True, kw_only=True):
    """A limit of one figure.

    Attributes:
        figure: Its name.
        must: What it may be at most, by the number of articles; 0 articles stands for all.
        aim: What we want it to be at most.
    """

    figure: str
    must: Mapping[int, float] = field(default_factory=dict)
    aim: Mapping[int, float] = field(default_factory=dict)

    def must_at(self, articles: int) -> float | None:
        """The limit for so many articles, or None where there is none."""
        return self.must.get(articles, self.must.get(0))


GATE_COLD = "check, cold: the gate's own, s"
GATE_WARM = "check, one changed: the gate's own, s"
ONE_FILE = "check, one file alone, s"
COLD = "build, cold: ours / stock Pelican"
COLD_HUGO = "build, cold: Hugo / stock Pelican"
COLD_ELEVENTY = "build, cold: Eleventy / stock Pelican"
UNCHANGED = "build, nothing changed, s"
TOUCHED = "build, nothing changed: files touched"
EDIT = "build, one edit: ours / Hugo"
NEW = "build, one new article: ours / Hugo"
NEW_CHANGED = "build, one new article: old pages changed"
SERVED_ARTICLE = "serve, saved to reloaded: the article, s"
SERVED_LISTS = "serve, saved to reloaded: a title in all lists, s"
SERVED_ARTICLE_HUGO = "serve, saved to there, Hugo: the article, s"
SERVED_LISTS_HUGO = "serve, saved to there, Hugo: a title on home, s"
SERVED_GROWTH = "serve: growth over 100 rebuilds, MB"
MEMORY_COLD = "memory, build, cold, MB"
MEMORY_EDIT = "memory, build, one edit, MB"
GROWTH_COLD = "growth of CPU time, cold: exponent"
GROWTH_EDIT = "growth of CPU time, one edit: exponent"

_BUILD_AGAINST_HUGO = ({1_000: 1.0, 10_000: 0.6}, {1_000: 0.6, 10_000: 0.3})
_RELOAD = {1_000: 0.2, 10_000: 0.3}

TARGETS = (
    Target(figure=GATE_COLD, must={10_000: 60.0}),
    Target(figure=GATE_WARM, must={10_000: 5.0}),
    Target(figure=ONE_FILE, must={0: 1.0}),
    Target(figure=COLD, must={10_000: 0.6}, aim={10_000: 0.45}),
    Target(figure=COLD_HUGO),
    Target(figure=COLD_ELEVENTY),
    Target(figure=UNCHANGED, must={1_000: 0.5, 10_000: 1.5}),
    Target(figure=TOUCHED, must={0: 0.0}),
    Target(figure=EDIT, must=_BUILD_AGAINST_HUGO[0], aim=_BUILD_AGAINST_HUGO[1]),
    Target(figure=NEW, must=_BUILD_AGAINST_HUGO[0], aim=_BUILD_AGAINST_HUGO[1]),
    Target(figure=NEW_CHANGED, must={0: 12.0}),
    Target(figure=SERVED_ARTICLE, must=_RELOAD),
    Target(figure=SERVED_LISTS, must=_RELOAD),
    Target(figure=SERVED_ARTICLE_HUGO),
    Target(figure=SERVED_LISTS_HUGO),
    # None at all, but for what memory that is used again and again frays.
    Target(figure=SERVED_GROWTH, must={0: 2.0}),
    Target(figure=MEMORY_COLD, must={10_000: 600.0}),
    Target(figure=MEMORY_EDIT, must={10_000: 200.0}),
    Target(figure=GROWTH_COLD, must={10_000: 1.0}),
    Target(figure=GROWTH_EDIT, must={10_000: 0.9}),
)

HEAD = f"{'figure':48}{'measured':>10}{'must':>8}{'aim':>8}"


class Verdict(Struct, frozen=True, kw_only=True):
    """A figure beside its target."""

    target: Target
    articles: int
    value: Figure

    @property
    def is_kept(self) -> bool:
        """Whether it was measured and is not above its limit."""
        if isinstance(self.value, str):
            return False
        must = self.target.must_at(self.articles)
        return must is None or self.value <= must

    @property
    def row(self) -> str:
        """The line of the table."""
        if isinstance(self.value, str):
            return f"{self.target.figure:48}  NOT MEASURED: {self.value}"
        must, aim = self.target.must_at(self.articles), self.target.aim.get(self.articles)
        limits = "".join(f"{'' if each is None else f'{each:g}':>8}" for each in (must, aim))
        word = "" if must is None else "met" if self.is_kept else "MISSED"
        more = ", aim too" if aim is not None and self.value <= aim else ""
        return f"{self.target.figure:48}{self.value:10.2f}{limits}  {word}{more}".rstrip()


def verdicts(figures: Mapping[str, Figure], articles: int) -> list[Verdict]:
    """The figures in the order of the targets, each beside its own."""
    return [
        Verdict(target=target, articles=articles, value=figures[target.figure])
        for target in TARGETS
        if target.figure in figures
    ]
