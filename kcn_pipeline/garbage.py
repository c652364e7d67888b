"""When Python looks for cycles among the objects of a long computation.

Belongs here: pausing that search. Does not: what is computed meanwhile.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """For hundreds of thousands of small values with hardly a cycle among them, all of them needed until the end.

    Every search goes through all values kept so far, so that its cost grows faster than their number.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
