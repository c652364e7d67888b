"""What can be wrong with one incoming file, each problem with its reason and its cure.

Belongs here: the exceptions of the stage. Does not: broken reference rows (`reference.loading`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class DocumentProblem(ValueError):
    """One file that cannot be taken as it is: `name`, `reason`, `cure`, and `candidates` where several answers fit."""

    def __init__(self, reason: str, cure: str, candidates: Iterable[str] = (), *, name: str = "") -> None:
        self.reason, self.cure, self.candidates, self.name = reason, cure, tuple(candidates), name
        super().__init__(f"{name}: {reason}; {cure}" if name else f"{reason}; {cure}")

    def of(self, name: str) -> Self:
        """The same problem, naming the file it was found in; a name already known is kept."""
        return type(self)(self.reason, self.cure, self.candidates, name=self.name or name)


class UnreadableDocument(DocumentProblem):
    """Bytes from which no text can be taken."""


class Unidentified(DocumentProblem):
    """A text whose reporting period or publisher cannot be told; `candidates` lists what it might be."""


class BrokenSidecar(DocumentProblem):
    """A sidecar that cannot be followed; `reason` begins with its line."""
