"""Sentences of parts take over the time and the one zone of the sentence before."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

MAY, MARCH, DECEMBER = date(2019, 5, 31), date(2019, 3, 31), date(2019, 12, 31)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Tới cuối tháng 5/2019 các KCN có 58 dự án. Gồm: 31 dự án FDI; 27 dự án trong nước.", [MAY, MAY, MAY]),
        ("Quý I/2019, cấp mới 20 dự án. Trong đó, 5 dự án FDI. Lũy kế có 90 dự án.", [MARCH, MARCH, DECEMBER]),
        # A time of its own, or another kind of metric; without a word of parts the paragraph goes on.
        ("Quý I/2019, cấp mới 20 dự án. Trong đó, tháng 2/2019 cấp mới 5 dự án.", [MARCH, date(2019, 2, 28)]),
        ("Quý I/2019, cấp mới 20 dự án. Trong đó, 5 dự án đang hoạt động.", [MARCH, DECEMBER]),
        ("Quý I/2019, cấp mới 20 dự án. Thu hồi 5 dự án.", [MARCH, MARCH]),
        ("Quý I/2019, cấp mới 20 dự án.\n\nThu hồi 5 dự án.", [MARCH, DECEMBER]),
    ],
)
def test_time(text: str, ends: list[date]) -> None:
    assert [fact.period_end for fact in facts_of(text)] == ends


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("KCN Đại An có 20 dự án. Trong đó, 5 dự án FDI.", ["zone:dai-an", "zone:dai-an"]),
        ("KCN Đại An có 20 dự án. Các KCN thu hút 12 dự án.", ["zone:dai-an", "board:ha-noi"]),
        # Land that has still to be used is aimed at; its zone goes on all the same, but for counts of zones.
        (
            "Có 8 dự án tại KCN Đại An, dự kiến sử dụng diện tích đất 19 ha. Trong đó, 5 dự án FDI.",
            ["zone:dai-an", "zone:dai-an", "zone:dai-an"],
        ),
        (
            "Tại KCN Đại An có 8 dự án. Trong đó có 3 KCN hoạt động với diện tích 900 ha.",
            ["zone:dai-an", "board:ha-noi", "board:ha-noi"],
        ),
    ],
)
def test_owner(text: str, entities: list[str]) -> None:
    assert [fact.entity for fact in facts_of(text)] == entities
