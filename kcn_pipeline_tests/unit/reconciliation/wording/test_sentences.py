"""One sentence in each language for every outcome."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reconciliation.relations.verdicts import Verdict, judge
from kcn_pipeline.reconciliation.wording.sentences import _FIELDS, explain
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


def test_one_board_of_eleven_proves_little_and_says_so() -> None:
    others = tuple(f"board:{n}" for n in range(10))
    vi, en = sentences(of_parts(122, {"board:ha-noi": 8}, "bloc_sum", others))
    assert "mới phủ 6,6%; sai số lớn bằng chính các số này cũng không lộ ra, phải từ 115 dự án trở lên" in vi
    assert "1/11 đơn vị thì chứng minh được rất ít, hãy thu thập báo cáo còn thiếu" in vi
    assert "they cover 6.6%; even an error as large as they are would not show, only one of 115 projects or more" in en
    assert "1 of 11 members prove little, collect the missing reports" in en


@pytest.mark.parametrize(("published", "proves_little"), [(61, False), (60, True)])
def test_little_is_proved_where_an_error_as_large_as_the_sum_would_not_show(
    published: int, *, proves_little: bool
) -> None:
    _, en = sentences(of_parts(121, {"board:ha-noi": published}, "bloc_sum", ("board:hai-duong",)))
    assert ("prove little" in en) is proves_little


def test_a_part_of_another_whole_has_no_members_to_ask_for() -> None:
    constraint = replace(of_parts(100, {"fdi": 20}, "origin_sum", ("ddi",)), family="origin_sum")
    vi, en = sentences(constraint)
    assert "chứng minh được rất ít)" in vi
    assert "so this proves little)" in en
    assert "members" not in en


def test_a_complete_sum_says_what_would_show() -> None:
    vi, en = sentences(of_parts(122, {"board:ha-noi": 110, "board:hai-duong": 12}, "bloc_sum"))
    assert "(chỉ sai số từ 1 dự án trở lên mới lộ ra)" in vi
    assert "exactly the sum of all 2 members (only an error of 1 project or more would show)." in en


def test_rounding_hides_errors_of_its_own_size() -> None:
    constraint = of_parts(122, {"board:ha-noi": 110, "board:hai-duong": 12}, "bloc_sum")
    rounded = replace(amount(122), interval=Interval(Decimal(117), Decimal(127)), exact=False)
    _, en = sentences(replace(constraint, stated=rounded))
    assert "(only an error of 6 projects or more would show)" in en


def test_a_sum_that_fails_says_how_it_compares() -> None:
    vi, en = sentences(of_parts(100, {"board:ha-noi": 110}, "bloc_sum", ("board:hai-duong",)))
    assert "(tổng này bằng 110,0% số của khối); hãy đối chiếu" in vi
    assert "(the sum is 110.0% of the bloc's figure); compare these figures" in en


@pytest.mark.parametrize("wording", ["bloc_sum_no_members", "bloc_sum_no_total"])
def test_what_was_not_tried_proves_nothing(wording: str) -> None:
    stated, parts = (122, {}) if wording == "bloc_sum_no_members" else (None, {"board:ha-noi": 110})
    vi, en = sentences(of_parts(stated, parts, wording, ("board:hai-duong",)))
    assert "chưa kiểm chứng được gì" in vi
    assert "nothing is proved" in en


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
