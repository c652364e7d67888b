"""The inside of the process that parses: what it may not do, and one call of a reader within its limits.

Belongs here: whatever runs in the worker before and around a parser. Does not: starting or killing the worker
(`isolation`).
"""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, Final

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.settings import LIMIT_VARIABLE_PREFIX, Limits, limits

OUT_OF_MEMORY: Final = 71
"""Exit status of a worker whose parser could get no more memory: what is left of it cannot be trusted."""

_FORBIDDEN: Final = re.compile(
    r"socket\.(?:connect|bind|sendto|sendmsg|getaddrinfo|gethostby\w+|getnameinfo)|urllib\.Request"
    r"|subprocess\.Popen|os\.(?:exec|fork|forkpty|posix_spawn|spawn|startfile|system)|pty\.spawn"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAX_MESSAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """An `UnreadableDocument` on its way between processes."""

    reason: str
    cure: str


def confine() -> None:
    """Take from this process what no parser needs: network, other programs, writing files, outliving its parent."""
    # A limit on the size of files would leave half-written ones behind.
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _be_silent()
    sys.addaudithook(_refuse_forbidden)
    Thread(target=_exit_after_parent, daemon=True).start()


def count_pages(function: str, data: bytes, environment: Mapping[str, str], seconds: float) -> int:
    """How many pages of a document may have to be read from their image; none where its parser cannot tell."""
    module = import_module(function.partition(":")[0])
    counted = call(f"{module.__name__}:count_pages", data, environment, seconds)
    return counted if isinstance(counted, int) else 0


def read(function: str, data: bytes, environment: Mapping[str, str], seconds: float) -> DecodedText | Refusal:
    """What a reader gives for `data`. A parser that is out of memory ends the process."""
    outcome: DecodedText | Refusal = call(function, data, environment, seconds)
    return _without_surrogates(outcome) if isinstance(outcome, DecodedText) else outcome


def call(function: str, data: bytes, environment: Mapping[str, str], seconds: float) -> Any:
    """What `module:function` gives for `data` within the limits that `environment` sets, or a Refusal."""
    _adopt_limits(environment)
    allowed = limits()
    module, _, name = function.partition(":")
    try:
        reader = getattr(import_module(module), name)
        _limit_resources(allowed, seconds)
        return reader(data)
    except UnreadableDocument as problem:
        return Refusal(problem.reason, problem.cure)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except RecursionError:
        return Refusal("its parts are nested too deeply", "save it as plain text")
    # A parser meets whatever a file holds, and some (those written in Rust) panic with a BaseException.
    except BaseException as error:
        message = f"{type(error).__name__}: {error}"[:_MAX_MESSAGE].encode("ascii", "backslashreplace").decode()
        return Refusal(f"its reader failed ({message})", "open it and save it anew, or in another format")
    finally:
        # Receiving the next file must not fail for what this one took.
        _set_soft(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _adopt_limits(environment: Mapping[str, str]) -> None:
    for name in [name for name in os.environ if name.startswith(LIMIT_VARIABLE_PREFIX)]:
        del os.environ[name]
    os.environ.update(environment)


def _limit_resources(allowed: Limits, seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The clock is the parent's business; this is for a parent that has died. Parsers may use every core.
    processor_seconds = used.ru_utime + used.ru_stime + seconds * (os.cpu_count() or 1) + 1
    _set_soft(resource.RLIMIT_CPU, int(processor_seconds) + 1)
    _set_soft(resource.RLIMIT_AS, allowed.memory_bytes)


def _set_soft(kind: int, limit: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _refuse_forbidden(event: str, _: tuple[Any, ...]) -> None:
    if _FORBIDDEN.fullmatch(event):
        raise PermissionError(f"a reader tried '{event}', which no reader may")


def _be_silent() -> None:
    """Parsers print warnings of every kind; in standard output they would stand among figures."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())


def _exit_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _without_surrogates(decoded: DecodedText) -> DecodedText:
    """Halves of characters cannot be written to any file; each is shown as the replacement character instead."""
    text, title = _SURROGATE.sub("\ufffd", decoded.text), decoded.title and _SURROGATE.sub("\ufffd", decoded.title)
    if (text, title) == (decoded.text, decoded.title):
        return decoded
    decision = "halves of characters were replaced by U+FFFD"
    return replace(decoded, text=text, title=title, decisions=(*decoded.decisions, decision))
