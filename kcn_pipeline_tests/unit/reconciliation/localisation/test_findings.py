"""What localisation makes of a half-year, from stored totals to the four tables."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.localisation import findings
from kcn_pipeline.reconciliation.localisation.findings import Findings, likeliest
from kcn_pipeline.reconciliation.localisation.localise import linear_system
from kcn_pipeline.reconciliation.relations import bloc_sums
from kcn_pipeline.reconciliation.relations.bloc_sums import Members
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, FACTS, frame_of
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, H1, H2, HA_NOI, HALF, MIDDLE, YEAR, Book

BILLION = 10**9


def found(book: Book, period: HalfYear = H2, **options: Any) -> Findings:
    boards, blocs = book.totals(period)
    return findings.findings(boards, blocs, book.frame, period, **options)


def by_origin(total: int = 532, fdi: int = 319, ddi: int = 153, window: Window = YEAR) -> Book:
    book = Book(HA_NOI, window)
    for origin, value in (("total", total), ("fdi", fdi), ("ddi", ddi)):
        book.add("projects_licensed", value, origin=origin)  # type: ignore[arg-type]
    return book


def rows(frame: pd.DataFrame, **equal: Any) -> list[dict[str, Any]]:
    kept = [row for row in frame.to_dict("records") if all(row[name] == value for name, value in equal.items())]
    return [{str(name): value for name, value in row.items()} for row in kept]


def one(frame: pd.DataFrame, **equal: Any) -> dict[str, Any]:
    (only,) = rows(frame, **equal)
    return only


class TestContradictions:
    def test_a_misread_digit_is_told_with_its_repair(self) -> None:
        suspect = one(found(by_origin()).suspects, answer=1, reading=1)
        assert (suspect["origin"], suspect["published"], suspect["repaired"]) == ("fdi", "319", "379")
        assert (suspect["repair"], suspect["hard"], suspect["finished"]) == ("confused_digit", True, True)
        assert "379 dự án" in suspect["explanation_vi"]
        assert "379 projects" in suspect["explanation_en"]

    def test_what_adds_up_has_no_suspects(self) -> None:
        made = found(by_origin(fdi=379))
        assert (len(made.suspects), len(made.conflict_members)) == (0, 0)
        assert len(made.constraints) > 0

    def test_without_time_every_figure_of_the_conflict_is_told_unfinished(self) -> None:
        made = found(by_origin(), time_limit=0)
        assert set(made.suspects["origin"]) == {"total", "fdi", "ddi"}
        assert not made.suspects["finished"].any()
        assert set(made.suspects["answer"]) == {0}
        assert all("KCN_LIMIT_LOCALISATION_SECONDS" in text for text in made.suspects["explanation_vi"])

    def test_a_contradiction_among_earlier_figures_is_told_with_those_alone(self) -> None:
        book = by_origin(window=HALF)
        book.window = YEAR
        book.add("projects_licensed", 900, origin="total")
        assert len(found(book, H1).suspects) > 0
        assert len(found(book, H2).suspects) == 0

    def test_a_contradiction_that_needs_a_soft_relation_is_not_hard(self) -> None:
        book = Book(HA_NOI, END)
        book.add("dossiers_received", 100, "dossier", window=YEAR)
        book.add("dossiers_resolved", 100, "dossier", window=YEAR)
        book.add("dossiers_pending", 30, "dossier")
        suspects = found(book).suspects
        assert len(suspects) > 0
        assert not suspects["hard"].any()

    def test_every_relation_that_is_named_is_listed(self) -> None:
        book = Book(DELTA, MIDDLE)
        book.add("zones_operating", 80, "zone", coverage=("kcn",))
        book.add("workers", 1000, "person")
        book.window = END
        book.add("zones_operating", 83, "zone", coverage=("kcn", "kkt"))
        book.add("workers", 900, "person")
        book.entity = HA_NOI
        book.add("workers", 950, "person")
        made = found(book)
        named = {*made.suspects["relation_id"].dropna(), *made.conflict_members["relation_id"].dropna()}
        assert named
        assert named <= set(made.constraints["constraint_id"])

    def test_each_accused_counts_once_and_hard_ones_first(self) -> None:
        suspects = found(by_origin(1532, 1379, 7777)).suspects
        accused = likeliest(pd.concat([suspects.assign(hard=False, contradiction="soft"), suspects]))
        assert not accused.duplicated(["contradiction", "origin"]).any()
        assert list(accused["hard"]) == sorted(accused["hard"], reverse=True)
        assert set(accused["answer"]) == {1}


class TestBounds:
    def test_the_second_half_is_derived_from_year_and_half(self) -> None:
        book = Book(DELTA, YEAR)
        book.add("exports", 69_134 * 10**6, "USD", ulp=10**6)
        book.add("exports", 25_440 * 10**6, "USD", ulp=10**7, window=HALF)
        bound = one(found(book).bounds, entity=DELTA, period_start="2019-07-01")
        assert (bound["kind"], bound["lo"], bound["hi"]) == ("derived", "43688500000", "43699500000")

    def test_a_second_half_of_unpublished_figures_is_not_derived(self) -> None:
        book = Book(DELTA, YEAR)
        book.add("projects_licensed", 532, origin="total")
        book.add("projects_licensed", 255, origin="total", window=HALF)
        bound = one(found(book).bounds, entity=HA_NOI, origin="total", period_start="2019-07-01")
        assert (bound["kind"], bound["lo"]) == ("unpublished", "0")

    def test_a_total_whose_parts_are_published_is_derived(self) -> None:
        book = Book(HA_NOI, YEAR)
        book.add("projects_licensed", 17, origin="fdi")
        book.add("projects_licensed", 4, origin="ddi")
        bound = one(found(book).bounds, origin="total")
        assert (bound["kind"], bound["lo"], bound["hi"]) == ("derived", "21", "21")

    def test_every_member_without_a_figure_has_bounds(self) -> None:
        book = Book(DELTA, YEAR)
        book.add("exports", 69_134 * 10**6, "USD", ulp=10**6)
        book.entity = HA_NOI
        book.add("exports", 4_800 * 10**6, "USD", ulp=10**8)
        bounds = found(book).bounds
        assert len(bounds) == 10
        assert HA_NOI not in set(bounds["entity"])
        assert set(bounds["hi"]) == {"64384500000"}

    def test_a_suspected_figure_is_bounded_by_the_others(self) -> None:
        bound = one(found(by_origin()).bounds, entity=HA_NOI, origin="fdi")
        assert (bound["kind"], bound["lo"], bound["hi"], bound["set_aside"]) == ("suspected", "379", "379", 1)

    def test_a_contradiction_leaves_the_other_bounds(self) -> None:
        book = by_origin()
        book.entity = DELTA
        book.add("projects_licensed", 600, origin="total")
        bounds = found(book).bounds
        assert {row["set_aside"] for row in rows(bounds, origin="total")} == {1}
        assert len(rows(bounds, origin="total")) == 10


class TestConstraints:
    def test_a_verdict_and_its_terms_have_one_identifier(self) -> None:
        book = by_origin(fdi=379)
        verdict = book.verdict("origin_sum")
        row = one(found(book).constraints, constraint_id=verdict["verdict_id"])
        (linear,) = json.loads(row["terms"])
        assert [(term["party"], term["coefficient"]) for term in linear["terms"]] == [
            ("total", "1"),
            ("fdi", "-1"),
            ("ddi", "-1"),
        ]
        assert {term["figure_id"] for term in linear["terms"]} == set(json.loads(row["figure_ids"]))

    def test_every_verdict_has_its_terms(self) -> None:
        book = by_origin(fdi=379)
        book.percent("projects_licensed", "220", "vs_plan", "total")
        book.percent("exports", "6.3", "yoy")
        listed = set(found(book).constraints["constraint_id"])
        assert set(book.reconciled()["verdict_id"]) <= listed


class TestOddInput:
    def test_no_data_at_all(self) -> None:
        made = findings.findings(frame_of(BOARD_TOTALS, []), frame_of(BLOC_TOTALS, []), frame_of(FACTS, []), H1)
        assert [len(frame) for frame in (made.constraints, made.suspects, made.conflict_members, made.bounds)] == [
            0
        ] * 4

    @pytest.mark.parametrize("values", [(0, 0, 0), (-5, -3, -2)])
    def test_nothing_and_less_than_nothing_add_up(self, values: tuple[int, int, int]) -> None:
        book = by_origin(*values)
        assert book.verdict("origin_sum")["verdict"] == "EXACT"
        assert len(found(book).suspects) == 0

    @pytest.mark.parametrize("values", [(0, 3, 4), (-5, 3, 4), (7, -3, 4)])
    def test_nothing_and_less_than_nothing_may_contradict(self, values: tuple[int, int, int]) -> None:
        book = by_origin(*values)
        assert book.verdict("origin_sum")["verdict"] == "INCOMPATIBLE"
        suspects = found(book).suspects
        assert len(suspects) > 0
        assert suspects["hard"].all()

    @pytest.fixture
    def membership(self, monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, ...]]:
        """Who is in which bloc, for a test to fill."""
        lists: dict[str, tuple[str, ...]] = {}

        def members_of(bloc: str, _year: int) -> Members:
            known = lists.get(bloc)
            return Members(known, len(known or ()), assumed=False)

        monkeypatch.setattr(bloc_sums, "members_of", members_of)
        monkeypatch.setattr(findings, "linear_system", partial(linear_system, members_of=members_of))
        return lists

    @pytest.mark.parametrize(("board", "verdict"), [(255, "EXACT"), (250, "INCOMPATIBLE")])
    def test_a_bloc_with_one_member(self, membership: dict[str, tuple[str, ...]], board: int, verdict: str) -> None:
        membership[DELTA] = (HA_NOI,)
        book = Book(DELTA, YEAR)
        book.add("workers", 255, "person", window=END)
        book.entity = HA_NOI
        book.add("workers", board, "person", window=END)
        row = one(book.reconciled(), rule="bloc_sum", entity=DELTA)
        assert (row["verdict"], row["members"]) == (verdict, 1)
        assert set(found(book).suspects["entity"]) == (set() if verdict == "EXACT" else {DELTA, HA_NOI})

    @pytest.mark.parametrize(
        "lists",
        [
            {DELTA: (DELTA, HA_NOI)},
            {DELTA: ("bloc:other", HA_NOI), "bloc:other": (DELTA,)},
            {DELTA: (HA_NOI, HA_NOI)},
            {DELTA: ()},
        ],
    )
    def test_members_that_go_round_in_circles(
        self, membership: dict[str, tuple[str, ...]], lists: dict[str, tuple[str, ...]]
    ) -> None:
        membership.update(lists)
        book = Book(DELTA, END)
        book.add("workers", 255, "person")
        for entity, value in ((HA_NOI, 200), ("bloc:other", 55)):
            book.entity = entity
            book.add("workers", value, "person")
        verdicts = {row["verdict"] for row in rows(book.reconciled(), rule="bloc_sum")}
        assert verdicts
        assert all(text.endswith(".") for text in book.reconciled()["explanation_vi"])
        made = found(book)
        assert len(made.constraints) > 0
        assert all(row["explanation_en"] for row in rows(made.suspects))
