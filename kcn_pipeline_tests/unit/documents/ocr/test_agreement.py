"""Voting among readings."""

from __future__ import annotations

from kcn_pipeline.documents.ocr.agreement import Doubt, agreed
from kcn_pipeline.documents.ocr.tesseract import TextLine, Word

WIDTH = 3.0  # of a letter, in points


def row(text: str, top: float = 100.0, confidence: float = 90.0, left: float = 50.0) -> TextLine:
    """A line set in letters of one width; a blank is one letter wide, and "_" stands for one inside a word."""
    words = []
    for word in text.split(" "):
        if word:
            box = (left, top, left + len(word) * WIDTH, top + 12)
            words.append(Word(word.replace("_", ""), box, confidence))
        left += (len(word) + 1) * WIDTH
    return TextLine(tuple(words), begins_paragraph=True)


def texts(*readings: list[TextLine]) -> list[str]:
    return [line.text for line in agreed(readings)[0]]


class TestVote:
    def test_what_two_of_three_read_stands(self) -> None:
        assert texts([row("tăng 754 lần")], [row("tăng 75,4 lần")], [row("tăng 75,4 lần")]) == ["tăng 75,4 lần"]

    def test_each_word_is_voted_by_itself(self) -> None:
        one, two, three = row("81,5 triệu 2019"), row("815_ triệu 2019"), row("81,5 triệu 2O19")
        assert texts([one], [two], [three]) == ["81,5 triệu 2019"]

    def test_one_reading_stands_alone(self) -> None:
        assert agreed([[row("vốn 4,5 tỷ")]]) == ((row("vốn 4,5 tỷ"),), ())

    def test_a_figure_in_two_pieces_is_one_for_the_others(self) -> None:
        assert texts([row("714 752 ha")], [row("714.752 ha")], [row("714.752 ha")]) == ["714.752 ha"]

    def test_a_word_the_first_did_not_see_is_put_in_its_place(self) -> None:
        assert texts([row("Lao      người")], [row("Lao động người")], [row("Lao động người")]) == ["Lao động người"]

    def test_a_speck_that_one_took_for_a_word_goes(self) -> None:
        assert texts([row("vốn . FDI")], [row("vốn   FDI")], [row("vốn   FDI")]) == ["vốn FDI"]

    def test_lines_are_matched_by_place_not_by_number(self) -> None:
        lost = [row("hai 22", top=120)]
        assert texts([row("một 11"), row("hai 2Z", top=120)], lost, lost) == ["một 11", "hai 22"]

    def test_cells_read_as_lines_of_their_own_are_one_row(self) -> None:
        cells = [row("Doanh_thu"), row("152.700", left=302)]
        whole = [row(f"Doanh_thu{' ' * 75}152.700")]
        assert texts(cells, whole, whole) == ["Doanhthu | 152.700"]

    def test_paragraphs_are_those_of_the_first(self) -> None:
        lines, _ = agreed([[row("a 1")], [row("a 1")]])
        assert [line.begins_paragraph for line in lines] == [True]

    def test_nothing_read_gives_nothing(self) -> None:
        assert agreed([[], [row("a")], []]) == ((), ())


class TestDoubt:
    def test_a_figure_that_all_read_otherwise_is_told(self) -> None:
        surest = [row("2,725", confidence=95)]
        lines, doubts = agreed([[row("2,129")], surest, [row("2,722")]])
        assert [line.text for line in lines] == ["2,725"]
        assert doubts == (Doubt("2,725", ("2,129", "2,722")),)

    def test_a_figure_is_likelier_than_one_with_letters_in_it(self) -> None:
        lines, doubts = agreed([[row("24I2I2010", confidence=99)], [row("24/2/2010")], [row("24I2/2010")]])
        assert [line.text for line in lines] == ["24/2/2010"]
        assert len(doubts) == 1

    def test_words_without_digits_raise_none(self) -> None:
        lines, doubts = agreed([[row("dong")], [row("đông")], [row("động", confidence=95)]])
        assert [line.text for line in lines] == ["động"]
        assert doubts == ()

    def test_neither_does_a_majority(self) -> None:
        assert agreed([[row("11,5")], [row("11,5")], [row("115")]])[1] == ()
