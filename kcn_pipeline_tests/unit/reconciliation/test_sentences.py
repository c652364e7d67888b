"""One sentence in each language for every outcome."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.constraints import AT_LEAST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reconciliation.sentences import _FIELDS, explain
from kcn_pipeline.reconciliation.verdicts import Verdict, judge
from kcn_pipeline.reference.verdict_sentences import FIELDS, load_sentences
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, YEAR


def amount(value: int, figure: str = "f") -> Amount:
    return Amount(Decimal(value), Interval.exactly(Decimal(value)), True, frozenset(), (figure,))


def of_parts(stated: int | None, parts: dict[str, int], wording: str, missing: tuple[str, ...] = ()) -> Constraint:
    operands = tuple(Operand(party, amount(value, party), "project") for party, value in parts.items())
    return Constraint(
        family="bloc_sum",
        code="test",
        wording=wording,
        series=Series(DELTA, "projects_licensed", "total", "project"),
        window=YEAR,
        unit="project",
        stated=None if stated is None else amount(stated),
        operands=operands,
        derived=summed(operands),
        hard=True,
        remainder=AT_LEAST_ZERO if missing else Interval.exactly(Decimal(0)),
        missing=missing,
    )


def sentences(constraint: Constraint) -> tuple[str, str]:
    explanation = explain(constraint, judge(constraint))
    return explanation.vi, explanation.en


def test_a_sum_with_its_parts() -> None:
    vi, en = sentences(of_parts(255, {"fdi": 186, "ddi": 69}, "origin_sum"))
    assert vi == "Khối Đồng bằng sông Hồng, Dự án cấp mới, năm 2019: 255 dự án bằng đúng FDI 186 dự án + DDI 69 dự án."
    assert en.startswith("Đồng bằng sông Hồng bloc, New projects licensed, 2019: ")
    assert en.endswith(": 255 projects is exactly FDI 186 projects + DDI 69 projects.")


def test_who_is_missing_what_is_left_and_what_would_show() -> None:
    constraint = of_parts(122, {"board:ha-noi": 110}, "bloc_sum", ("board:hai-duong", "board:ha-nam"))
    vi, en = sentences(constraint)
    for text in (vi, en):
        assert "Hải Dương, Hà Nam" in text
    assert "còn 12 dự án cho" in vi
    assert "(đã phủ 90,2%; chỉ sai số từ 13 dự án trở lên mới lộ ra)" in vi
    assert "leaves 12 projects for" in en
    assert "(they cover 90.2%; only an error of 13 projects or more would show)" in en


def test_a_failure_says_by_how_much_and_what_to_do() -> None:
    vi, en = sentences(of_parts(250, {"fdi": 186, "ddi": 69}, "origin_sum"))
    assert "lệch −5 dự án; hãy đối chiếu" in vi
    assert "a difference of −5 projects; compare each figure" in en


def test_the_rest_is_never_less_than_nothing() -> None:
    constraint = of_parts(120, {"board:ha-noi": 110}, "bloc_sum", ("board:hai-duong",))
    hedged = replace(amount(110), interval=Interval(Decimal(110), Decimal(130)), exact=False)
    operand = replace(constraint.operands[0], amount=hedged)
    _, en = sentences(replace(constraint, operands=(operand,), derived=hedged))
    assert "leaves 0–10 projects" in en


def test_signs_between_operands() -> None:
    constraint = of_parts(5, {"fdi": 9, "ddi": 4}, "any")
    fdi, ddi = constraint.operands
    minus = replace(constraint, operands=(fdi, replace(ddi, sign=-1)))
    assert "FDI 9 projects − DDI 4 projects" in sentences(replace(minus, derived=summed(minus.operands)))[1]
    ratio = replace(constraint, operands=(replace(fdi, sign=None), replace(ddi, sign=None)))
    assert "FDI 9 projects / DDI 4 projects" in sentences(ratio)[1]


WORDINGS = [*sorted({key.partition(".")[0] for key in load_sentences()} - {"term"}), "one_without_sentences"]
OUTCOMES = sorted({key.partition(".")[2] for key in load_sentences() if key.startswith("any.")})


def test_every_open_place_that_the_reference_allows_is_filled() -> None:
    assert set(_FIELDS) == FIELDS


def assert_readable(text: str) -> None:
    assert text.endswith(".")
    assert not re.search(r"[{}?]|  | [,.;:)]|None", text), text


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_outcome_of_every_relation_has_a_sentence(wording: str) -> None:
    constraint = of_parts(122, {"board:ha-noi": 110}, wording, ("board:hai-duong",))
    full = replace(constraint, named_base="exports", quoted=amount(9))
    for outcome in OUTCOMES:
        explanation = explain(full, Verdict(outcome, Interval(Decimal(1), Decimal(2)), 0.5, Decimal(3)))
        assert_readable(explanation.vi)
        assert_readable(explanation.en)
        assert explanation.vi != explanation.en


def test_a_relation_without_any_computed_side_has_a_sentence_too() -> None:
    vi, en = sentences(of_parts(122, {}, "share"))
    assert_readable(vi)
    assert_readable(en)
