"""Tables that became lines: what their labels, headers and unit columns make of the numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kcn_pipeline.extraction.tables.flatten import Copy, read_out
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.extraction.builders import facts_of
from kcn_pipeline_tests.unit.extraction.example_tables import EXAMPLES, Example


class _Counted(tuple[Copy, ...]):
    """Pieces that count how many of them are taken."""

    taken = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.taken += len(found) if isinstance(at, slice) else 1
        return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_number_is_what_the_table_says(example: Example) -> None:
    facts = facts_of(example.text, example.publisher, example.window)
    assert [example.told(fact) for fact in facts] == list(example.expected)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_quote_is_what_stands_at_its_place(example: Example) -> None:
    for fact in facts_of(example.text, example.publisher, example.window):
        assert fact.span.of(example.text) == fact.quote
        for cue in fact.cues:
            assert example.text[cue.start : cue.end].strip(), cue


class TestReadOut:
    TABLE = "Chỉ tiêu | Đơn vị | Thực hiện\nXuất khẩu | triệu USD | 2.250"

    def test_a_number_becomes_a_sentence_with_its_label_header_and_unit(self) -> None:
        assert "Xuất khẩu: Thực hiện: 2.250 triệu USD." in read_out(self.TABLE).text

    @pytest.mark.parametrize("place", [0, 1])
    def test_an_amount_beside_its_unit_is_no_year(self, place: int) -> None:
        rows = ["Xuất khẩu | triệu USD | 2250", "Lao động | người | 98412"]
        rows.insert(place, "Nộp ngân sách | tỷ đồng | 1946")
        text = read_out("\n".join(["Chỉ tiêu | Đơn vị | Thực hiện", *rows])).text
        assert "Nộp ngân sách: Thực hiện: 1946 tỷ đồng." in text
        assert "Lao động: Thực hiện: 98412" in text

    def test_prose_stays_as_it_is(self) -> None:
        text = "Năm 2019 - năm bản lề - Ban cấp 12 dự án.\n\nKim ngạch xuất khẩu đạt 2 tỷ USD."
        read = read_out(text)
        assert (read.text, read.spoken) == (text, ())

    def test_prose_on_both_sides_of_a_table_keeps_its_place(self) -> None:
        text = f"Kết quả:\n{self.TABLE}\nLao động đạt 155.000 người."
        read = read_out(text)
        at = read.text.index("155.000")
        assert read.to_source(Span(at, at + 7)).of(text) == "155.000"

    def test_the_way_back_looks_at_few_of_many_pieces(self) -> None:
        read = read_out("\n\n".join(f"{self.TABLE}{year}" for year in range(200, 260)))
        counted = _Counted(read.copies)
        at = read.text.index("2.250230")
        place = replace(read, copies=counted).to_source(Span(at, at + 8))
        assert place == read.to_source(Span(at, at + 8))
        assert counted.taken <= 3

    def test_what_was_added_has_no_place(self) -> None:
        read = read_out(self.TABLE)
        at = read.text.index("2.250")
        assert read.to_source(Span(at, at + len("2.250 triệu USD"))).of(self.TABLE) == "2.250"


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị - ngày 12 - tại Hà Nội",
        "Mục - Số\nKết quả thứ nhất - 12\nKết quả thứ hai - 13",
        "Mục | Số\nKết quả thứ nhất | 12",
        "1 | 2 | 3\n4 | 5 | 6",
        "Phòng họp tầng 12 15\nPhòng khách tầng 11 20",
        "Tên\nTuổi\nLương\nAn\n31\n12\nBình\n28\n11\nCúc\n40\n15",
        "Họ tên\tĐiện thoại\nÔng A\t0912345678\nBà B\t0987654321",
    ],
)
def test_numbers_that_count_nothing_known_give_no_figure(text: str) -> None:
    assert facts_of(text) == []


def test_a_long_table_gives_every_number_once() -> None:
    rows = [f"{n} | Xuất khẩu | triệu USD | {1000 + n}" for n in range(1, 400)]
    facts = facts_of("\n".join(["STT | Chỉ tiêu | ĐVT | Kết quả", *rows]))
    assert [fact.quote for fact in facts] == [str(1000 + n) for n in range(1, 400)]
