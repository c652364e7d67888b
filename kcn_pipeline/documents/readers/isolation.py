"""Calling a reader in another process, so that no file can hang, crash or bloat this one.

Belongs here: the worker's life and what its death means. Does not: what happens inside it (`confinement`).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock
from typing import Final, TypeVar

from pebble import ProcessExpired, ProcessPool

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import confinement
from kcn_pipeline.settings import LIMIT_VARIABLE_PREFIX, limits

# Parsers leak memory; starting a worker costs about as much as reading one long document.
_FILES_A_WORKER: Final = 200
# A busy machine may take long to start Python; the clock of a file runs only from when its worker has it.
_START_SECONDS: Final = 60
_ATTEMPTS: Final = 2
_T = TypeVar("_T")
_Task = Callable[[str, bytes, dict[str, str], float], _T]


def run(function: str, data: bytes, *, has_pages: bool = False) -> DecodedText:
    """What the reader `module:function` gives for `data`, called in a worker process with the limits of `settings`.

    Pages that may have to be read from their image add to the time allowed. Errors: UnreadableDocument, whether the
    reader raised it or it broke a limit, crashed or failed.
    """
    allowed = limits()
    seconds = allowed.seconds
    if has_pages:
        pages = _WORKER.ask(confinement.count_pages, function, data, seconds)
        seconds += min(pages, allowed.scanned_pages) * allowed.seconds_a_scanned_page
    outcome = _WORKER.ask(confinement.read, function, data, seconds)
    if isinstance(outcome, confinement.Refusal):
        raise UnreadableDocument(outcome.reason, outcome.cure)
    return outcome


class _LeanProcess(SpawnProcess):
    """A spawned process that does not import the main module of its parent again.

    It has no use for it, it may be a script without a guard, and Dagster's takes seconds to import.
    """

    _hiding = Lock()

    def start(self) -> None:
        main = sys.modules["__main__"]
        with self._hiding:
            hidden: dict[str, object] = {
                name: vars(main).pop(name) for name in ("__file__", "__spec__") if name in vars(main)
            }
            main.__spec__ = None
            try:
                super().start()
            finally:
                vars(main).update(hidden)


class _LeanContext(SpawnContext):
    Process = _LeanProcess


class _Worker:
    """The one worker this process keeps: started when first needed, and anew after it died."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._pool: ProcessPool | None = None

    def forget(self) -> None:
        """In a forked child: the worker is the parent's."""
        self.__init__()  # type: ignore[misc]

    def ask(self, task: _Task[_T], function: str, data: bytes, seconds: int) -> _T:
        """What `task` gives in the worker. Errors: UnreadableDocument when it takes too long or the worker dies."""
        environment = {name: value for name, value in os.environ.items() if name.startswith(LIMIT_VARIABLE_PREFIX)}
        # Waiting for another thread's file must not count against this one.
        with self._one_at_a_time:
            for _ in range(_ATTEMPTS):
                try:
                    future = self._running().schedule(task, (function, data, environment, seconds), timeout=seconds)
                    return future.result(seconds + _START_SECONDS)
                except TimeoutError as error:
                    if not future.done():
                        self._discard()
                    raise _too_slow(seconds) from error
                except ProcessExpired as error:
                    raise _died(error.exitcode) from error
                except RuntimeError:
                    # The worker died before it said which file it had (pebble tells that as a broken pool).
                    self._discard()
        raise UnreadableDocument("the process that reads it ends before it answers", _ANEW)

    def _running(self) -> ProcessPool:
        if self._pool is None:
            self._pool = ProcessPool(
                1, max_tasks=_FILES_A_WORKER, initializer=confinement.confine, context=_LeanContext()
            )
        return self._pool

    def _discard(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool = None


_WORKER: Final = _Worker()
os.register_at_fork(after_in_child=_WORKER.forget)

_ANEW: Final = "open it and save it anew, or in another format"


def _too_slow(seconds: float) -> UnreadableDocument:
    reason = f"reading it takes longer than {seconds} s"
    return UnreadableDocument(reason, "split it, or raise KCN_LIMIT_SECONDS")


def _died(exit_status: int) -> UnreadableDocument:
    # The kernel kills (-9) whoever holds most when the machine itself has no memory left.
    if exit_status in {confinement.OUT_OF_MEMORY, -signal.SIGKILL}:
        reason = f"reading it takes more than {limits().memory_bytes:,} bytes of memory"
        return UnreadableDocument(reason, "split it, or raise KCN_LIMIT_MEMORY_BYTES")
    if exit_status == -signal.SIGXCPU:
        return _too_slow(limits().seconds)
    how = signal.Signals(-exit_status).name if exit_status < 0 else f"exit status {exit_status}"
    # PDFium and Tesseract also end so when they get no more memory.
    cure = "open it and save it anew, or in another format, or raise KCN_LIMIT_MEMORY_BYTES"
    return UnreadableDocument(f"the program that reads it crashes ({how})", cure)
