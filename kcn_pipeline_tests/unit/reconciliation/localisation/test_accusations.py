"""One sentence in each language for every suspect."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from kcn_pipeline.reconciliation.localisation.accusations import Accuser
from kcn_pipeline.reconciliation.localisation.rows import PlaceColumns, SuspectRow
from kcn_pipeline.reconciliation.relations.constraints import relation_identifier
from kcn_pipeline.reference.repairs import Failure, Misreading
from kcn_pipeline.tables import RULE_FAMILIES
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA
from kcn_pipeline_tests.unit.reconciliation.wording.test_sentences import of_parts

PLACE = PlaceColumns("2019-H1", DELTA, "capital_registered", "fdi", "USD", None, "2019-06-30")
SUSPECT = SuspectRow(
    place=PLACE,
    contradiction="c",
    answer=1,
    cost=1.0,
    probability=1.0,
    ambiguous=False,
    finished=True,
    strict=True,
    kind="figure",
    figure_id="f",
    relation_id=None,
    published="51390000000000",
    feasible_lo="50200000000",
    feasible_hi="51700000000",
    repair="separator",
    repaired="51390000000",
)
RELATION = replace(SUSPECT, kind="relation", figure_id=None, relation_id="r", published=None, repaired=None)


def sentences(row: SuspectRow, *rules: tuple[str, str]) -> tuple[str, str]:
    told = Accuser([], [{"constraint_id": "r", "rule": rule, "code": code} for rule, code in rules]).sentences(row)
    for text in told.values():
        assert text.endswith("."), text
        assert not re.search(r"[{}?]|  | [,.;:)]|None", text), text
    return told["explanation_vi"], told["explanation_en"]


def test_a_repair_says_what_was_published_what_is_left_and_what_was_meant() -> None:
    vi, en = sentences(SUSPECT)
    assert vi == (
        "Khối Đồng bằng sông Hồng, Tổng vốn đăng ký FDI, tại 30/06/2019: công bố 51.390 tỷ USD, nhưng các số khác chỉ "
        "để lại 50,2–51,7 tỷ USD; có lẽ phải là 51,39 tỷ USD (dấu thập phân đọc nhầm), hãy đối chiếu với văn bản gốc."
    )
    assert "51.39 trillion USD is published" in en
    assert "probably meant to be 51.39 billion USD (decimal mark misread)" in en


def test_readings_that_fit_alike_are_counted_and_none_is_called_probable() -> None:
    accuser = Accuser([], [])
    told = accuser.sentences(replace(SUSPECT, repaired="1", readings=49))
    assert "49 cách đọc đều hợp, chẳng hạn 1 USD (dấu thập phân đọc nhầm)" in told["explanation_vi"]
    assert "49 readings would fit alike, such as 1 USD" in told["explanation_en"]
    assert "probably meant" in accuser.sentences(SUSPECT)["explanation_en"]


def test_who_took_part_in_an_error_is_named() -> None:
    vi, en = sentences(replace(SUSPECT, repair="left_out_part", about="board:ha-noi"))
    assert "(tổng bỏ sót một thành phần: Hà Nội)" in vi
    assert "(one part was left out of the sum: Hà Nội)" in en
    vi, en = sentences(replace(SUSPECT, repair="cumulated_window", about="2019-01-01/2019-06-30"))
    assert "6 tháng đầu năm 2019" in vi
    assert "first half of 2019" in en


def test_a_copy_says_what_it_is_the_same_as() -> None:
    copy = replace(SUSPECT, repaired=None, repaired_lo=None, repaired_hi=None)
    vi, en = sentences(replace(copy, repair="another_boards_figure", about="board:ha-noi"))
    assert "công bố 51.390 tỷ USD, trùng hệt số của một đơn vị khác: Hà Nội, nhưng" in vi
    assert "51.39 trillion USD is published, the same as another board's: Hà Nội, but" in en
    assert "the same as the year before" in sentences(replace(copy, repair="last_years_figure"))[1]


def test_a_loose_hedge_is_told_with_its_sign() -> None:
    vi, en = sentences(replace(SUSPECT, repair="loose_hedge", repaired=SUSPECT.published, hedge="≥ "))
    assert "công bố ≥ 51.390 tỷ USD" in vi
    assert "perhaps the hedge was used more widely than usual" in en
    assert "meant to be" not in en


def test_every_digit_of_a_figure_is_told() -> None:
    vi, en = sentences(replace(SUSPECT, published="51390123456"))
    assert "51,390123456 tỷ USD" in vi
    assert "51.390123456 billion USD" in en


def test_a_figure_that_nothing_explains() -> None:
    vi, en = sentences(replace(SUSPECT, repair=None, repaired=None))
    assert "không kiểu sai thường gặp nào" in vi
    assert "no usual misreading explains that" in en


@pytest.mark.parametrize(
    ("fields", "vietnamese", "english"),
    [
        ({"ambiguous": True}, "còn cách giải thích khác", "about as likely"),
        ({"ambiguous": True, "answer": 2}, "kém khả năng hơn", "less likely"),
        ({"finished": False}, "chưa xét hết mọi khả năng", "not every possibility was weighed"),
    ],
)
def test_what_is_not_certain_is_said(fields: dict[str, Any], vietnamese: str, english: str) -> None:
    vi, en = sentences(replace(SUSPECT, **fields))
    assert vietnamese in vi
    assert english in en
    assert vietnamese not in sentences(SUSPECT)[0]


def test_what_time_did_not_explain_says_how_to_give_more() -> None:
    for text in sentences(replace(SUSPECT, answer=0, finished=False)):
        assert "KCN_LIMIT_LOCALISATION_SECONDS" in text


def test_a_percentage_is_told_as_one() -> None:
    vi, en = sentences(replace(RELATION, repair="confused_digit", published="16", repaired="76"), ("growth", "yoy:16"))
    assert "16%" in vi
    assert "published as 16%" in en
    assert "meant to be 76%" in en


@pytest.mark.parametrize(("code", "words"), [("yoy:7.6", "stated growth"), ("roll:2019-06-30", "stock before")])
def test_growth_and_stocks_that_roll_on_are_told_apart(code: str, words: str) -> None:
    row = replace(RELATION, repair="stated_percentage")
    assert words in sentences(row, ("growth", code))[1]


@pytest.mark.parametrize("rule", RULE_FAMILIES)
@pytest.mark.parametrize("cause", get_args(Failure))
def test_every_relation_and_cause_has_words(rule: str, cause: str) -> None:
    vi, en = sentences(replace(RELATION, repair=cause), (rule, rule))
    assert vi != en


@pytest.mark.parametrize("kind", get_args(Misreading))
def test_every_misreading_has_words(kind: str) -> None:
    assert len({sentences(replace(SUSPECT, repair=kind)), sentences(replace(SUSPECT, repair="separator"))}) == (
        1 if kind == "separator" else 2
    )


def test_a_relation_that_fails_by_itself_is_told_by_its_verdict() -> None:
    constraint = of_parts(250, {"fdi": 186, "ddi": 69}, "origin_sum")
    identifier = relation_identifier(constraint.family, constraint.code, constraint.series, constraint.window)
    row = replace(RELATION, relation_id=identifier, repair="coverage_break")
    told = Accuser([constraint], []).sentences(row)
    assert "250 projects is published but FDI 186 projects + DDI 69 projects = 255 projects" in told["explanation_en"]
    assert "lệch −5 dự án" in told["explanation_vi"]


def test_a_relation_that_holds_by_itself_keeps_its_own_sentence() -> None:
    constraint = of_parts(255, {"fdi": 186, "ddi": 69}, "origin_sum")
    identifier = relation_identifier(constraint.family, constraint.code, constraint.series, constraint.window)
    rows = [{"constraint_id": identifier, "rule": "origin_sum", "code": "origin_sum"}]
    row = replace(RELATION, relation_id=identifier, repair="coverage_break")
    assert "total = FDI + domestic" in Accuser([constraint], rows).sentences(row)["explanation_en"]
