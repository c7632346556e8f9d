"""Makes pages: those that an earlier build made from the same things are taken as they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

from plugins.core.children import work_in_parallel
from plugins.core.fingerprints import fingerprint_of
from plugins.page_writer import messages
from plugins.page_writer.dependencies import Parts
from plugins.page_writer.page_store import SHARED, FreshPage, KeptPage, PageStore
from plugins.page_writer.staging import Staging

Applied = Callable[[str], str]

# A page of an article takes five milliseconds, and a feed has the texts of many articles.
_WORTH_A_CHILD = 5


class Job(Struct, frozen=True, kw_only=True):
    """A page or a feed that the site has.

    Attributes:
        path: Where it goes, relative to the output folder, with `/`.
        key: Of what it alone is made from.
        list_parts: Names what it alone is made from: only asked for where it is made anew.
        shared: What all of its kind are made from.
        make: Makes its bytes; called in a child process, maybe.
    """

    path: str
    key: str
    list_parts: Callable[[], Parts]
    shared: Parts
    make: Callable[[], bytes]


class Made(Struct, frozen=True, kw_only=True):
    """What became of the jobs of a build.

    Attributes:
        fresh: What was made anew, each with its key.
        reused: How many were taken as an earlier build had made them.
    """

    fresh: Mapping[str, tuple[str, Job]] = field(default_factory=dict)
    reused: int = 0

    def and_also(self, others: "Made") -> "Made":
        """What became of these jobs and of others."""
        return Made(fresh={**self.fresh, **others.fresh}, reused=self.reused + others.reused)


def make_pages(jobs: Sequence[Job], store: PageStore, staging: Staging, applied: Applied) -> Made:
    """Stage what is not in the output as it has to be.

    Args:
        jobs: Everything that the site has.
        store: The pages of earlier builds.
        staging: Where pages go.
        applied: Gives the digest of a file in the output; "" where there is none.
    """
    shared = _shared_keys(jobs)
    keys = {job.path: fingerprint_of((job.key, shared[id(job.shared)])) for job in jobs}
    is_there = partial(
        _is_there,
        keys=keys,
        known=store.known_among(keys),
        store=store,
        staging=staging,
        applied=applied,
    )
    fresh = [job for job in jobs if not is_there(job.path)]

    def make(share: Sequence[int]) -> None:
        for job in (fresh[number] for number in share):
            staging.write(job.path, job.make())

    # Children inherit the jobs; only their numbers are sent.
    work_in_parallel(make, range(len(fresh)), messages.RENDERING, _WORTH_A_CHILD)
    return Made(
        fresh={job.path: (keys[job.path], job) for job in fresh}, reused=len(jobs) - len(fresh)
    )


def keep_pages(jobs: Iterable[Job], made: Made, store: PageStore, staging: Staging) -> None:
    """Remember what was made, once it is known to be good."""
    jobs = list(jobs)
    keys = _shared_keys(jobs)
    store.keep(
        (
            FreshPage(
                path=path,
                key=key,
                parts={**job.list_parts(), SHARED: keys[id(job.shared)]},
                read=partial(staging.read, path),
            )
            for path, (key, job) in made.fresh.items()
        ),
        {keys[id(job.shared)]: job.shared for job in jobs},
        [job.path for job in jobs],
    )


def _shared_keys(jobs: Iterable[Job]) -> dict[int, str]:
    """A key for what all jobs of a kind have in common, worked out once for all of them."""
    shared = {id(job.shared): job.shared for job in jobs}
    return {name: fingerprint_of(parts) for name, parts in shared.items()}


def _is_there(
    path: str,
    keys: Mapping[str, str],
    known: Mapping[str, KeptPage],
    store: PageStore,
    staging: Staging,
    applied: Applied,
) -> bool:
    """Whether a page need not be made: it is in the output, or the store has its bytes."""
    page = known.get(path)
    if page is None or page.key != keys[path]:
        return False
    if applied(path) == page.digest:
        return True
    content = store.content(path, page.digest)
    if content is None:
        return False
    staging.write(path, content)
    return True
