"""When one document takes the place of another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kcn_pipeline.documents.versions import Version, first_receipts, superseded_by, unknown_predecessors
from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.documents.releases import document, release

MONDAY = datetime(2021, 7, 12, 8, tzinfo=UTC)
JULY, AUGUST = date(2021, 7, 5), date(2021, 8, 9)


def version(
    name: str, *, group: str | None = None, received: datetime | None = None, said: str | None = None, **known: Any
) -> Version:
    made = document(f"{name} {release()}", name=name, **known)
    return Version(made, group or made.document_id, received, said)


def names(*versions: Version) -> dict[str, str]:
    """Who is superseded by whom, whatever the order they are given in."""
    found = superseded_by(versions)
    assert superseded_by(versions[::-1]) == found
    by_id = {v.document.document_id: v.document.name for v in versions}
    return {by_id[old]: by_id[new] for old, new in found.items()}


def test_the_later_report_of_a_board_on_a_window_supersedes() -> None:
    old, new = version("old", published_on=JULY), version("new", published_on=AUGUST)
    assert names(old, new) == {"old": "new"}


def test_receipt_decides_where_no_day_is_told() -> None:
    old, new = version("old", received=MONDAY), version("new", received=MONDAY + timedelta(days=3))
    assert names(old, new) == {"old": "new"}
    dated = version("old", received=MONDAY + timedelta(days=9), published_on=JULY)
    assert names(dated, version("new", received=MONDAY, published_on=AUGUST)) == {"old": "new"}


@pytest.mark.parametrize("received", [MONDAY + timedelta(minutes=2), MONDAY, None])
def test_files_of_one_delivery_tell_nothing_by_their_order(received: datetime | None) -> None:
    assert names(version("old", received=MONDAY), version("new", received=received)) == {}


@pytest.mark.parametrize(
    "other",
    [
        {"publisher": "board:ha-nam"},
        {"window": Window.of_months(2021, 1, 5)},
        {"kind": "press"},
        {"group": "same"},
        {"published_on": JULY},
        {"published_on": None},
    ],
)
def test_what_is_another_report_or_a_copy_supersedes_nothing(other: dict[str, Any]) -> None:
    old = version("old", published_on=JULY, group="same")
    assert names(old, version("new", **{"published_on": AUGUST, **other})) == {}


def test_the_press_has_no_versions_but_those_of_one_page() -> None:
    press: dict[str, Any] = {"publisher": None, "kind": "press"}
    old, new = version("old", published_on=JULY, **press), version("new", published_on=AUGUST, **press)
    assert names(old, new) == {}
    page: dict[str, Any] = {**press, "url": "http://a"}
    assert names(version("old", published_on=JULY, **page), version("new", published_on=AUGUST, **page)) == {
        "old": "new"
    }


def test_the_same_address_supersedes_even_a_copy() -> None:
    old = version("old", received=MONDAY, url="http://a", group="same")
    new = version("new", received=MONDAY + timedelta(days=1), url="http://a", group="same")
    assert names(old, new) == {"old": "new"}


def test_the_word_of_a_sidecar_comes_before_every_sign() -> None:
    said = version("said", published_on=JULY, said="named")
    assert names(said, version("named", published_on=AUGUST)) == {"named": "said"}


def test_a_sidecar_may_name_a_hash() -> None:
    old = version("old")
    for length in (8, 64):
        new = version("new", said=old.document.document_id[:length].upper())
        assert names(old, new) == {"old": "new"}
    assert names(old, version("new", said=old.document.document_id[:7])) == {}


def test_two_that_supersede_each_other_supersede_nothing() -> None:
    assert names(version("a", said="b"), version("b", said="a")) == {}


def test_each_version_points_at_the_next() -> None:
    days = [date(2021, 7, day) for day in (5, 12, 19)]
    first, second, third = (version(str(day), published_on=day) for day in days)
    assert names(first, second, third) == {"2021-07-05": "2021-07-12", "2021-07-12": "2021-07-19"}


def test_a_predecessor_that_is_not_there_is_told() -> None:
    known, unknown = version("a", said="b"), version("c", said="elsewhere.pdf")
    assert unknown_predecessors([known, version("b"), unknown]) == [unknown]


def test_the_first_receipt_counts() -> None:
    rows = [
        {"sha256": "a", "time": "2021-07-12T08:00:00+00:00"},
        {"sha256": "", "time": "2021-07-12T09:00:00+00:00"},
        {"sha256": "a", "time": "2021-07-14T08:00:00+00:00"},
    ]
    assert first_receipts(rows) == {"a": MONDAY}
