"""Words that turn to the whole, to its zones, or to what lies outside them: `toàn tỉnh`, `trong các khu`, `ngoài khu`.

Belongs here: whom such words mean, given who reports and which province was named last. Does not: names
(`entities`), or which figure belongs to whom (`owners`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.function_words import function_words

_CLAUSE_TOKENS: Final = 20
# By the kind of publisher: words that mean itself, and words that change nothing.
_OWN: Final = {"board": {"zones", "province"}, "bloc": {"bloc"}}
_NOTHING: Final = {
    "board": {"bloc", "inside", "of_province"},
    "bloc": {"zones", "inside", "of_province", "province", "outside", "everywhere"},
    "province": {"bloc"},
    "nation": {"bloc"},
    "": {"bloc"},
}
_WORDS_TO_OUTSIDE: Final = 4
_ASIDE: Final = frozenset({"(", ",", "-", "–"})
_WORDS_FROM_OFFICE: Final = 14
_SENTENCE_SIGNS: Final = frozenset({".", ";", NUMBER_KEY})
_OFFICES: Final = function_words("office_of_province")
_OF_ZONES: Final = frozenset({"zones", "inside"})
_SUBJECT_VERBS: Final = function_words("verb_of_territory")
_PROVINCE_WORD: Final = function_words("province_word")
_ZONE_WORDS: Final = ("zone_head", "coverage", "board_head", "board_short", "zone_name")


class Territory:
    """Whom words of territory mean in the document of one publisher; follows the provinces it names."""

    def __init__(self, identity: Identity) -> None:
        self._publisher = identity.publisher or ""
        self._day = identity.window.end
        self._own = province_of(self._publisher)
        self._named: str | None = None
        self._everywhere_at = -_CLAUSE_TOKENS
        self._went_beyond = self._told_zones = self._tells_apart = False

    def take_note(self, province: str) -> None:
        """A province was named."""
        self._named = province

    def leave_paragraph(self) -> None:
        """A name holds for its paragraph, and so does a look beyond the zones."""
        self._named = None
        self._went_beyond = self._told_zones = False

    def closes(self, word: str) -> bool:
        """Whether such a word may follow its figure; of zones it says something only beside a whole province."""
        beside = self._publisher.startswith(("province:", "nation:")) or (self._went_beyond and word in _OF_ZONES)
        return word == "outside" or beside

    def means(self, word: str, at: int = 0) -> str | None:
        """The entity that a word of territory at token `at` stands for; None where it changes nothing."""
        if word == "everywhere":
            self._everywhere_at = at
        elif word == "province" and (self._tells_apart or at - self._everywhere_at < _CLAUSE_TOKENS):
            word = "everywhere"  # `tính cả trong và ngoài khu, toàn tỉnh có …`
        kind = self._publisher.partition(":")[0]
        # `các KCN 8 dự án, ngoài KCN 3 dự án`: from there on the words for a province mean both.
        self._tells_apart = self._tells_apart or (word == "outside" and self._told_zones)
        self._told_zones = self._told_zones or word in _OF_ZONES
        self._went_beyond = self._went_beyond or word in {"everywhere", "outside"}
        if kind == "board" and word == "inside" and self._went_beyond:
            return self._publisher  # `toàn tỉnh, cả trong và ngoài khu, 70 dự án; riêng trong khu 21 dự án`
        if word in _OWN.get(kind, ()):
            return self._publisher
        if word in _NOTHING.get(kind, ()):
            return None
        province = self._own or (self._named if kind == "nation" else None)
        if word in _OF_ZONES:
            return _board_in(province, self._day)
        return f"province:{province}" if province else None


class Wider:
    """Tells where words for a province mean all of it, and not its zones; `turning` are words of territory in order.

    `press`: the document is an article, where a whole province is no other word for the zones.
    """

    def __init__(
        self, tokens: Tokens, mentions: MentionMap, turning: Sequence[tuple[int, str]], *, press: bool
    ) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._press = press
        self._beyond = [at for at, word in turning if word in {"outside", "everywhere"}]
        self._zones = [at for at, word in turning if word in _OF_ZONES]
        self._inside = [at for at, word in turning if word == "inside"]
        self._parting = {m.last for m in mentions.of("parts", "only")}

    def read(self, word: str, at: int) -> str:
        """`word`, which ends before token `at`; "everywhere" for a province with what lies outside its zones."""
        if word != "province":
            return word
        beyond = self._takes_in_outside(at) or self._is_whole_of_zones(at) or self._is_told_by_its_office(at)
        beyond = beyond or self._turns_inside(at) or self._has_no_zones(at)
        return "everywhere" if beyond else word

    def _is_told_by_its_office(self, at: int) -> bool:
        """`Sở Tài chính cho biết toàn tỉnh cấp mới 90 dự án`: an office of the province tells of all of it."""
        keys = self._tokens.keys
        for place in range(at - 1, max(at - _WORDS_FROM_OFFICE, -1), -1):
            if keys[place] in _SENTENCE_SIGNS:
                return False
            if keys[place] in _OFFICES and self._tokens.text[self._tokens.starts[place]].isupper():
                return not self._breaks(place, at)
        return False

    def _takes_in_outside(self, at: int) -> bool:
        """`Toàn tỉnh (cả ngoài khu)`, `toàn tỉnh, kể cả ngoài khu, …`."""
        keys, near = self._tokens.keys, any(at < place <= at + _WORDS_TO_OUTSIDE for place in self._beyond)
        return near and keys[at] in _ASIDE and NUMBER_KEY not in keys[at : at + _WORDS_TO_OUTSIDE]

    def _is_whole_of_zones(self, at: int) -> bool:
        """`xuất khẩu toàn tỉnh 3 tỷ USD, riêng các khu 2 tỷ USD`: told apart from its zones."""
        place = next((place for place in self._zones if place > at), None)
        if place is None or self._parting.isdisjoint(range(place - 1, place + 1)):
            return False
        between = self._tokens.keys[at:place]
        return "." not in between and NUMBER_KEY in between and not self._breaks(at, place)

    def _turns_inside(self, at: int) -> bool:
        """`Toàn tỉnh thu hút 90 triệu USD. Trong các KCN có 7 dự án`: the next sentence sets its zones apart."""
        place = next((place for place in self._inside if place > at), None)
        if place is None or self._tokens.keys[place - 1] != "." or self._breaks(at, place):
            return False
        between = self._tokens.keys[at : place - 1]
        return NUMBER_KEY in between and "." not in between

    def spoken_of_first(self) -> Iterator[Mention]:
        """`Bốn tháng, tỉnh Hà Nam đã thu hút 12 dự án`: provinces that a text speaks of before any word for zones."""
        keys, zones = self._tokens.keys, [m.first for m in self._mentions.of(*_ZONE_WORDS)]
        first = min(zones, default=len(keys))
        for place in self._mentions.of("place"):
            if place.first > first:
                return
            subject = place.first > 0 and keys[place.first - 1] in _PROVINCE_WORD
            acts = subject and not _SUBJECT_VERBS.isdisjoint(keys[place.last : place.last + 1])
            if acts and self._end_of(place.last) <= first:
                yield place

    def _has_no_zones(self, at: int) -> bool:
        """`Toàn tỉnh Thanh Hóa hiện có 900 dự án`: the province as subject, named but in press, no zone beside it."""
        keys, place = self._tokens.keys, self._mentions.starting(at, "place")
        if place is None and not self._press:
            return False
        verb = at if place is None else place.last
        if _SUBJECT_VERBS.isdisjoint(keys[verb : verb + 1]):
            return False
        first = next((i + 1 for i in range(at - 1, -1, -1) if keys[i] == "." or self._breaks(i, i + 1)), 0)
        last = self._end_of(at)
        return not any(first <= m.first < last for m in self._mentions.of(*_ZONE_WORDS))

    def _end_of(self, at: int) -> int:
        """Where the sentence of token `at` ends."""
        keys = self._tokens.keys
        return next((i for i in range(at, len(keys)) if keys[i] == "." or self._breaks(i - 1, i)), len(keys))

    def _breaks(self, first: int, last: int) -> bool:
        return "\n" in self._tokens.text[self._tokens.starts[first] : self._tokens.starts[last]]


def province_of(entity: str) -> str | None:
    """The code of the province that a board or a province is of; None for others."""
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
