"""Figures that were not understood: the reason, the words beside them, the sentence around them."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.unassigned import UnassignedFigure, unassigned_figures
from kcn_pipeline.tables import UNASSIGNED_FIGURES, frame_of
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched


def unassigned_of(text: str) -> list[UnassignedFigure]:
    document, cleaned = document_of(text), untouched(text)
    return unassigned_figures(extract_facts(document, cleaned), cleaned)


WORDINGS = [
    ("Năm qua, đơn vị đã trồng rừng phòng hộ 345 ha.", "đơn vị đã trồng rừng phòng hộ"),
    ("Khu phát quà Tết: giá trị 4,5 tỷ đồng.", "giá trị"),
    ("Đầu năm, phát quà Tết đạt trên 4,5 tỷ đồng.", "phát quà tết"),
    ("Ban đã nhắc nhở 12 doanh nghiệp trồng cây xanh.", "# trồng cây xanh"),
    ("Trong kỳ 20 ha trồng rừng, 30 tỷ đồng phát quà Tết.", "# trồng rừng"),
]


@pytest.mark.parametrize(("text", "wording"), WORDINGS)
def test_the_words_that_may_name_it(text: str, wording: str) -> None:
    assert unassigned_of(text)[0].wording == wording


def test_the_unit_of_the_figure_before_is_no_wording() -> None:
    figures = unassigned_of("Trồng rừng 345 ha ở 7 doanh nghiệp.")
    assert all(not figure.wording.startswith("ha") for figure in figures)


def test_the_sentence_and_the_reason_are_told() -> None:
    text = "Năm 2019 cấp mới 12 dự án. Đơn vị đã trồng rừng 345 ha. Doanh thu đạt 5 tỷ đồng."
    (figure,) = unassigned_of(text)
    assert (figure.quote, figure.unit, figure.value) == ("345 ha", "ha", "345")
    assert figure.sentence == "Đơn vị đã trồng rừng 345 ha."
    assert figure.reason
    assert text[figure.start : figure.end] == figure.quote


def test_figures_with_a_metric_are_left_out() -> None:
    assert unassigned_of("Năm 2019 cấp mới 12 dự án.") == []
    assert unassigned_of("") == []


def test_a_figure_survives_storing() -> None:
    figures = unassigned_of("Đơn vị đã trồng rừng 345 ha.")
    frame = frame_of(UNASSIGNED_FIGURES, [figure.as_row() for figure in figures])
    rows = [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]
    assert [UnassignedFigure.from_row(row) for row in rows] == figures
