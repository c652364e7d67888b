"""Events beside annotated ones: each as a set of small statements, so that a list counts as often as it is long.

Belongs here: what the two say in common terms. Does not: reading documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from kcn_pipeline.extraction.events.told import Event
from kcn_pipeline.reference.entities import slug

Statement: TypeAlias = tuple[str, ...]
AWARDS = {"Cờ thi đua": "emulation_flag", "Bằng khen": "certificate_of_merit"}


def annotated_statements(rows: Iterable[dict[str, Any]]) -> Iterator[Statement]:
    """What annotators took of leaders, members, awards and conferences; a caption repeats an award."""
    for row in rows:
        yield from _of_boards(row)
        yield from _of_conferences(row)


def _of_boards(row: dict[str, Any]) -> Iterator[Statement]:
    document = row["doc"]
    match row["event"]:
        case "leadership":
            yield document, "leadership", row["unit"], row["bloc"], row["role"], str(row["year"])
            if "person" in row:
                yield document, "person", row["unit"], row["person"]
        case "membership":
            yield document, "membership", row["unit"], row["bloc"]
        case "member_list":
            yield from ((document, "membership", board, row["bloc"]) for board in row["members"])
        case "award":
            what = AWARDS[row["award"]], row["giver"], str(row["award_year"]), row["status"].split()[0]
            yield from ((document, "award", board, *what) for board in row["recipients"])


def _of_conferences(row: dict[str, Any]) -> Iterator[Statement]:
    document = row["doc"]
    match row["event"]:
        case "conference":
            yield document, "conference", row["date"], row.get("date_end") or row["date"]
            if row["place"]:
                yield document, "place", slug(row["place"])
        case "host":
            yield document, "host", row["unit"], "held"
        case "conference_planned":
            yield from ((document, "host", board, "planned") for board in row["hosts"])


def found_statements(events: Iterable[Event]) -> Iterator[Statement]:
    """The same of extracted events."""
    for event in events:
        document, board, bloc = event.document[:3], event.entity.partition(":")[2], (event.bloc or "").partition(":")[2]
        match event.kind:
            case "leadership":
                yield document, "leadership", board, bloc, event.role or "", str(event.year)
                if event.person:
                    yield document, "person", board, event.person
            case "membership":
                yield document, "membership", board, bloc
            case "award":
                yield document, "award", board, event.award or "", event.giver or "", str(event.year), str(event.status)
            case "conference":
                yield document, "conference", str(event.first_day), str(event.last_day)
                if event.place:
                    yield document, "place", _bare_place(event.place)
            case "host":
                yield document, "host", board, str(event.status)


def _bare_place(place: str) -> str:
    """A place without the words for city and province, as annotators wrote it."""
    return slug(place.replace("TP.", "").replace("tỉnh", "").replace("thành phố", ""))
