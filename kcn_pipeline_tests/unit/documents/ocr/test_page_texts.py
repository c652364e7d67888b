"""Lines of pages made one text."""

from __future__ import annotations

from kcn_pipeline.documents.document import Place
from kcn_pipeline.documents.ocr.page_texts import Box, PageLine, around, is_wide, joined, with_paragraphs


def line(text: str, foot: float) -> PageLine:
    return PageLine(text, (50.0, foot - 12, 500.0, foot))


class TestJoined:
    def test_lines_and_pages_are_parted_and_each_line_has_its_place(self) -> None:
        first, last = line("Doanh thu", 100), line("Lao động", 90)
        text, places = joined([[first, PageLine("", None), line("tăng 5%", 130)], [last]])
        assert text == "Doanh thu\n\ntăng 5%\n\fLao động"
        assert [text[place.start : place.end] for place in places] == ["Doanh thu", "tăng 5%", "Lao động"]
        assert [place.page for place in places] == [1, 1, 2]
        assert (places[0].box, places[2].box) == (first.box, last.box)

    def test_a_page_without_text_is_counted_and_has_a_place(self) -> None:
        text, places = joined([[], [line("trang hai", 90)]])
        assert text == "\n\ftrang hai"
        assert places[0] == Place(0, 0, 1)
        assert (places[1].page, text[places[1].start :]) == (2, "trang hai")

    def test_no_pages_give_no_text(self) -> None:
        assert joined([]) == ("", ())


class TestParagraphs:
    def test_a_wider_step_begins_one(self) -> None:
        lines = [line("a", 100), line("b", 117), line("c", 140), line("d", 157)]
        assert [one.text for one in with_paragraphs(lines)] == ["a", "b", "", "c", "d"]

    def test_pages_of_paragraphs_of_two_lines_have_as_many_wide_steps_as_narrow_ones(self) -> None:
        lines = [line(str(number), 100 + number * 17 + number // 2 * 8) for number in range(8)]
        assert [one.text for one in with_paragraphs(lines)].count("") == 3

    def test_equal_steps_and_the_top_of_a_second_column_begin_none(self) -> None:
        lines = [line("a", 100), line("b", 117), line("c", 134), line("top", 100), line("e", 117)]
        assert with_paragraphs(lines) == lines

    def test_lines_without_a_box_stay_as_they_are(self) -> None:
        lines = [PageLine("a", None), PageLine("b", None)]
        assert with_paragraphs(lines) == lines
        assert with_paragraphs([]) == []


class TestBoxes:
    def test_around_holds_all(self) -> None:
        assert around([(1, 5, 3, 6), (2, 4, 9, 5)]) == (1, 4, 9, 6)

    def test_wide_is_measured_by_the_height_of_the_line(self) -> None:
        low: Box = (0, 0, 500, 10)
        high: Box = (0, 0, 500, 20)
        assert is_wide(100, 113, low)
        assert not is_wide(100, 113, high)
