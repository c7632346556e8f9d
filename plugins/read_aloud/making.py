"""Makes the recordings that a store lacks, on all processors of the machine or a cluster."""

from collections.abc import Iterable, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import closing

from msgspec import Struct

from plugins.core.errors import SiteError
from plugins.core.executors import open_workers
from plugins.core.progress import counted
from plugins.read_aloud import messages
from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.engine import engine_of
from plugins.read_aloud.recording import Order, Recording, Voice, record
from plugins.read_aloud.store import RecordingStore


class VoiceOrder(Struct, frozen=True):
    """From which a worker elsewhere makes its tools."""

    settings: ReadAloudSettings

    def tools(self) -> ReadAloudSettings:
        """What jobs are given."""
        return self.settings


def make_recordings(
    orders: Sequence[Order],
    settings: ReadAloudSettings,
    store: RecordingStore,
    executor: str = "",
) -> None:
    """Put recordings into the store, each as soon as it is made.

    Args:
        orders: What the store lacks.
        settings: Which voice reads.
        store: Where recordings are kept.
        executor: Where the work is done; see `core.executors`.

    Raises:
        SiteError: if a worker dies.
    """
    if not orders:
        return
    with open_workers(executor, settings, VoiceOrder(settings), most=len(orders)) as workers:
        done = workers.each(record_order, _longest_first(orders))
        for order, future in counted(done, messages.MAKING, len(orders)):
            store.keep(order.key, _made(future, order))


def record_order(settings: ReadAloudSettings, order: Order) -> Recording:
    """Record in this process."""
    with closing(engine_of(settings)) as engine:
        return record(Voice(settings=settings, engine=engine), order)


def _longest_first(orders: Iterable[Order]) -> list[Order]:
    """So that no long one is begun when all others are done."""
    return sorted(orders, key=lambda order: (-len(order.sentences), order.key))


def _made(future: Future[Recording], order: Order) -> Recording:
    try:
        return future.result()
    except BrokenExecutor as error:
        message = f"a worker died while “{order.title}” was recorded: {error}"
        raise SiteError(message) from error
