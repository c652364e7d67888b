"""Words that turn to the whole, to its zones, or to what lies outside them: `toàn tỉnh`, `trong các khu`, `ngoài khu`.

Belongs here: whom such words mean, given who reports and which province was named last. Does not: names
(`entities`), or which figure belongs to whom (`owners`).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.reference.boards import load_boards


class Territory:
    """Whom words of territory mean in the document of one publisher; follows the provinces it names."""

    def __init__(self, identity: Identity) -> None:
        self._publisher = identity.publisher or ""
        self._day = identity.window.end
        self._own = _province_of(self._publisher)
        self._named: str | None = None

    def take_note(self, province: str) -> None:
        """A province was named."""
        self._named = province

    def leave_paragraph(self) -> None:
        """A name holds for its paragraph."""
        self._named = None

    def closes(self, word: str) -> bool:
        """Whether such a word may follow its figure; of zones it says something only beside a whole province."""
        return word == "outside" or self._publisher.startswith(("province:", "nation:"))

    def means(self, word: str) -> str | None:
        """The entity that a word of territory stands for; None where it changes nothing."""
        kind = self._publisher.partition(":")[0]
        province = self._own or (self._named if kind == "nation" else None)
        match word:
            case "bloc":
                return self._publisher if kind == "bloc" else None
            case "zones" if kind == "board":
                return self._publisher
            case "zones" | "inside" if kind != "board":
                return _board_in(province, self._day)
            case "province" if kind == "board":
                return self._publisher
            case "province" | "outside" | "everywhere":
                return f"province:{province}" if province else None
        return None


def _province_of(entity: str) -> str | None:
    kind, _, code = entity.partition(":")
    if kind == "board":
        return load_boards()[code].province
    return code if kind == "province" else None


def _board_in(province: str | None, day: date) -> str | None:
    boards = boards_of(province, day) if province else ()
    return f"board:{boards[0]}" if boards else None


@lru_cache(maxsize=1024)
def boards_of(province: str, day: date) -> tuple[str, ...]:
    """Codes of the boards over a province's zones on `day`, in the order of reference."""
    return tuple(b.code for b in load_boards().values() if b.province == province and b.valid_on(day))
