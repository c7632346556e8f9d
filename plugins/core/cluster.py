"""A Dask cluster whose workers do jobs; imported only where one is asked for.

Workers run the same revision of this project, one job at a time. A job whose worker dies is
given to another, as often as the scheduler allows; then it ends with `BrokenExecutor`, as the
jobs of forked children do.
"""

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Self
from urllib.parse import urlsplit

import dask
from distributed import Client, KilledWorker, Worker, WorkerPlugin

from plugins.core.errors import ConfigError, SiteError
from plugins.core.executors import Order, Workers, drop_tools, keep_tools
from plugins.core.programs import programs_fingerprint

_SECONDS_TO_ANSWER = 10
_SECONDS_FOR_WORKERS = 10


@contextmanager
def open_cluster(address: str, key: str, order: Order) -> Iterator[Workers]:
    """The workers of a cluster, each with the tools that it makes of an order.

    Args:
        address: `dask://host:port` of the scheduler.
        key: By which jobs know their tools.
        order: Sent once to each worker, to those also that come later.

    Raises:
        ConfigError: if nobody answers, or workers would not do what we do.
    """
    # A photograph is larger than what Dask takes for a mistake.
    quiet = {"distributed.admin.large-graph-warning-threshold": "1GB"}
    with dask.config.set(quiet), closing(_connected(address)) as client:
        count = _count_of_workers(client, address)
        try:
            _equip(client, address, _Tools.of(key, order))
            yield Workers(executor=_ClusterExecutor(client, address), count=count, key=key)
        finally:
            # Whoever has no tools, or is gone with them, has nothing to give back.
            with suppress(OSError, LookupError, ValueError):
                client.unregister_worker_plugin(key)


def _connected(address: str) -> Client:
    try:
        return Client(
            f"tcp://{urlsplit(address).netloc}", timeout=_SECONDS_TO_ANSWER, set_as_default=False
        )
    except OSError as error:
        message = f"EXECUTOR is {address}, and no Dask scheduler answers there: {error}"
        raise ConfigError(message) from None


def _count_of_workers(client: Client, address: str) -> int:
    try:
        client.wait_for_workers(1, timeout=_SECONDS_FOR_WORKERS)
    except TimeoutError:
        message = f"EXECUTOR is {address}, and the scheduler there has no workers: start some"
        raise ConfigError(message) from None
    workers = client.scheduler_info(n_workers=-1)["workers"]
    # Limits of time and memory are those of a process: two jobs in one would share them.
    if wide := sorted(name for name, each in workers.items() if each["nthreads"] != 1):
        message = f"workers must have one thread each (--nthreads 1): {', '.join(wide)}"
        raise ConfigError(message)
    return len(workers)


def _equip(client: Client, address: str, tools: "_Tools") -> None:
    for last in (False, False, True):
        try:
            client.register_plugin(tools, name=tools.key)
        except (ImportError, AttributeError) as error:
            message = f"a worker of {address} does not run this project: {error}"
            raise ConfigError(message) from error
        except OSError as error:  # a worker died while it was told; the others are told again
            if last:
                message = f"workers of {address} cannot be reached: {error}"
                raise ConfigError(message) from error
        else:
            return


@dataclass(kw_only=True)
class _Tools(WorkerPlugin):
    """Gives tools to every worker.

    Attributes:
        programs: The code by which jobs must be done.
        order: Packed: another revision could not even unpack it.
    """

    key: str
    programs: str
    order: bytes

    @classmethod
    def of(cls, key: str, order: Order) -> Self:
        """Those of this process."""
        return cls(key=key, programs=programs_fingerprint(), order=pickle.dumps(order))

    def setup(self, worker: Worker) -> None:
        """Make the tools, in the worker.

        Raises:
            ConfigError: if it runs other code than the build.
        """
        if programs_fingerprint() != self.programs:
            message = (
                f"the worker {worker.address} runs another revision of this project, other "
                "libraries or another Python: bring it up to date and start it again"
            )
            raise ConfigError(message)
        keep_tools(self.key, pickle.loads(self.order))  # noqa: S301  (Dask runs what it is sent)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002  (so Dask calls it)
        """Forget them."""
        drop_tools(self.key)


class _ClusterExecutor(Executor):
    """Dask's own executor, whose failures are told as those of a pool of children."""

    def __init__(self, client: Client, address: str) -> None:
        self._executor = client.get_executor(pure=False)
        self._address = address

    def submit(  # type: ignore[override]  # what `Workers` gives, and nothing by name
        self, job: Callable[..., Any], /, *arguments: object
    ) -> Future[Any]:
        told = Future[Any]()
        done = self._executor.submit(job, *arguments)
        done.add_done_callback(partial(self._tell, told))
        return told

    def _tell(self, told: Future[Any], done: Future[Any]) -> None:
        if done.cancelled():
            message = f"the scheduler {self._address} was lost in the middle: build again"
            told.set_exception(SiteError(message))
        elif isinstance(fault := done.exception(), KilledWorker):
            told.set_exception(BrokenExecutor(str(fault)))
        elif fault is not None:
            told.set_exception(fault)
        else:
            told.set_result(done.result())
