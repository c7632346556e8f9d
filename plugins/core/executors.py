"""Where jobs are done: in forked children of this process, or on a Dask cluster.

A job is a function of a module over the tools of all jobs of a kind and one item. Items and
results are plain values that can be sent. Tools are sent to a worker once, or made there of
what can be sent; a forked child inherits them.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    wait,
)
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

from msgspec import Struct

from plugins.core.children import begin_child
from plugins.core.errors import ConfigError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

_CLUSTER = "dask"
# A worker must not wait for its next job, and what is under way must fit into memory.
_JOBS_PER_WORKER = 3

_tools: dict[str, Any] = {}


class Order(Protocol):
    """Plain values that can be sent, of which a worker elsewhere makes the tools for its jobs."""

    def tools(self) -> Any:  # noqa: ANN401  (whatever the jobs of a kind need)
        """The tools, as the process that sends the order has them."""


class Workers(Struct, frozen=True, kw_only=True):
    """Processes that do jobs of one kind.

    Attributes:
        executor: Gives a job to one of them.
        count: How many there are.
        key: By which they know their tools.
    """

    executor: Executor
    count: int
    key: str

    def each(
        self, job: Callable[[Any, Item], Result], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Future[Result]]]:
        """Every item with its finished job, in no particular order.

        Items are taken when there is room for them. A job whose worker died has a
        `BrokenExecutor` for its exception.

        Args:
            job: A function of a module; gets the tools and an item.
            items: What is to be done.
        """
        waiting = iter(items)
        under_way: dict[Future[Result], Item] = {}
        while True:
            room = _JOBS_PER_WORKER * self.count - len(under_way)
            under_way |= {self._begun(job, item): item for item in islice(waiting, room)}
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield under_way.pop(future), future

    def _begun(self, job: Callable[[Any, Item], Result], item: Item) -> Future[Result]:
        try:
            return self.executor.submit(do_job, self.key, job, item)
        except BrokenExecutor as broken:  # a pool of children takes nothing once one has died
            future = Future[Result]()
            future.set_exception(broken)
            return future


def check_executor(address: str) -> str:
    """An `EXECUTOR` as it was given.

    Raises:
        ConfigError: if it is neither empty nor the address of a Dask scheduler.
    """
    if not address:
        return address
    parts = urlsplit(address)
    try:
        sound = parts.scheme == _CLUSTER and bool(parts.hostname and parts.port)
    except ValueError:  # a port that is no number
        sound = False
    if not sound or address != f"{_CLUSTER}://{parts.netloc}":
        message = f"EXECUTOR is {address!r}: leave it out, or write dask://host:port"
        raise ConfigError(message)
    return address


@contextmanager
def open_workers(
    address: str,
    tools: Any,  # noqa: ANN401  (whatever the jobs of a kind need)
    order: Order | None = None,
    *,
    most: int | None = None,
) -> Iterator[Workers]:
    """Workers for as long as they are needed; those of this machine end with the block.

    Args:
        address: `EXECUTOR`: empty for children of this process, else the address of a cluster.
        tools: What every job needs.
        order: From which workers elsewhere make the tools; None for tools that can be sent.
        most: How many children pay; None for as many as there are processors.

    Raises:
        ConfigError: if there is no such cluster, or its workers would not do what we do.
    """
    key = uuid4().hex
    if address:
        try:
            from plugins.core.cluster import open_cluster  # noqa: PLC0415  (an extra)
        except ModuleNotFoundError as error:
            message = f"EXECUTOR is {address}, and {error.name} is not installed: build with make"
            raise ConfigError(message) from error
        with open_cluster(check_executor(address), key, order or _Sent(tools)) as workers:
            yield workers
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (an edit needs none)

    count = max(1, min(len(os.sched_getaffinity(0)), most or os.cpu_count() or 1))
    _tools[key] = tools
    try:
        with ending_children(
            ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=begin_child)
        ) as pool:
            yield Workers(executor=pool, count=count, key=key)
    finally:
        del _tools[key]


@contextmanager
def ending_children(pool: "ProcessPoolExecutor") -> "Iterator[ProcessPoolExecutor]":
    """The pool; whoever leaves it by an exception ends its children.

    A signal may come between the forking of the children and the thread that looks after
    them: nobody would tell them to stop, and Python waits for them before it ends.
    """
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            child.kill()
        raise
    finally:
        pool.shutdown()


def keep_tools(key: str, order: Order) -> None:
    """Have the tools for the jobs of a kind from now on, in a process that inherited none."""
    _tools[key] = order.tools()


def drop_tools(key: str) -> None:
    """Forget tools, if there are any of the key."""
    _tools.pop(key, None)


def do_job(key: str, job: Callable[[Any, Item], Result], item: Item) -> Result:
    """Do a job in this process.

    Raises:
        ConfigError: if the process came to the cluster later and could not make its tools.
    """
    if key not in _tools:
        message = "a worker has no tools for this build: its own log says why"
        raise ConfigError(message)
    return job(_tools[key], item)


class _Sent(Struct, frozen=True):
    """Tools that are plain values themselves."""

    _value: Any

    def tools(self) -> Any:  # noqa: ANN401  (the same)
        return self._value
