"""Reading Excel files: rows as lines, numbers as a Vietnamese reader writes them, and what is left out."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.readers.spreadsheet import read_spreadsheet
from kcn_pipeline_tests.unit.documents.zipped import with_part
from kcn_pipeline_tests.unit.extraction.builders import facts_of

SHEET = "xl/worksheets/sheet1.xml"


def saved(fill: Callable[[Any], object]) -> bytes:
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "Sheet1"
    fill(sheet)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def read(fill: Callable[[Any], object]) -> DecodedText:
    return read_spreadsheet(saved(fill))


def shown(value: object, number_format: str = "General") -> str:
    def fill(sheet: Any) -> None:
        sheet["A1"] = value
        sheet["A1"].number_format = number_format

    return read(fill).text.strip()


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234, "#,##0", "1234"),
        (1234.5, "#,##0.0", "1234,5"),
        (1.234, "General", "1,234"),
        (2.50, "0.00", "2,5"),
        (341.2, "General", "341,2"),
        (0.1 + 0.2, "General", "0,3"),
        (341.19999999999999, "General", "341,2"),
        (-9.8, "General", "-9,8"),
        (12345678901234, "General", "12345678901234"),
        (1e21, "General", "1" + "0" * 21),
        (0.000001, "General", "0,000001"),
        (0, "General", "0"),
        (1.137, "0%", "113,7%"),
        (0.07, "0.00%", "7%"),
        (12.5, '0.0" % KH"', "12,5"),
        (datetime.date(2019, 6, 30), "dd/mm/yyyy", "30/06/2019"),
        (datetime.datetime(2019, 6, 30, 14, 5), "dd/mm/yyyy hh:mm", "30/06/2019 14:05"),
        ("1.234,5", "General", "1.234,5"),
        ("hai\ndòng  chữ", "General", "hai dòng chữ"),
        (True, "General", "TRUE"),
    ],
)
def test_values_are_written_the_vietnamese_way(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


@pytest.mark.parametrize("value", [1.234, 1234, 1234.567, 12345678, 0.5, 999.999, 5200])
def test_extraction_reads_back_the_value_that_is_stored(value: float) -> None:
    rows = [["Chỉ tiêu", "Đơn vị", "Kết quả"], ["Xuất khẩu", "triệu USD", value], ["Nhập khẩu", "triệu USD", 1]]
    text = read(lambda sheet: [sheet.append(row) for row in rows]).text
    exports = next(fact for fact in facts_of(text) if fact.metric == "exports")
    assert float(exports.value) == pytest.approx(value * 1e6, rel=1e-12)


class TestRows:
    def test_every_text_knows_its_cell(self) -> None:
        decoded = read(lambda sheet: [sheet.append(row) for row in (["Chỉ tiêu", 2019], ["Xuất khẩu", 2.5])])
        assert decoded.text == "Chỉ tiêu | 2019\nXuất khẩu | 2,5\n"
        cells = {place.cell: decoded.text[place.start : place.end] for place in decoded.places}
        expected = {"Sheet1!A1": "Chỉ tiêu", "Sheet1!B1": "2019", "Sheet1!A2": "Xuất khẩu", "Sheet1!B2": "2,5"}
        assert cells == expected

    def test_merged_cells_leave_the_columns_in_their_place(self) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["Tỉnh", "FDI", None, "DDI"])
            sheet.append([None, "Số dự án", "Vốn", "Số dự án"])
            sheet.merge_cells("B1:C1")
            sheet.merge_cells("A1:A2")

        assert read(fill).text == "Tỉnh | FDI |  | DDI\n | Số dự án | Vốn | Số dự án\n"

    def test_empty_columns_go_and_empty_rows_become_one_blank_line(self) -> None:
        def fill(sheet: Any) -> None:
            sheet["C3"], sheet["F3"], sheet["C9"], sheet["F9"] = "a", 1, "b", 2

        assert read(fill).text == "a | 1\n\nb | 2\n"

    def test_a_heading_over_the_table_stands_alone(self) -> None:
        def fill(sheet: Any) -> None:
            sheet["B1"] = "Biểu tổng hợp"
            sheet.append(["STT", "Chỉ tiêu"])

        assert read(fill).text == "Biểu tổng hợp\nSTT | Chỉ tiêu\n"


class TestSheets:
    @pytest.mark.parametrize(
        ("title", "heading"),
        [
            ("Sheet1", ""),
            ("Trang_tính2", ""),
            ("Năm 2019", "Năm 2019\n\n"),
            ("FDI", "FDI\n\n"),
            ("Nam2019", "Nam2019\n\n"),
        ],
    )
    def test_a_name_that_says_something_is_a_heading(self, title: str, heading: str) -> None:
        def fill(sheet: Any) -> None:
            sheet.title = title
            sheet["A1"] = "x"

        assert read(fill).text == f"{heading}x\n"

    def test_names_with_blanks_are_quoted_in_places(self) -> None:
        def fill(sheet: Any) -> None:
            sheet.title = "Năm 2019"
            sheet["B4"] = "x"

        assert [place.cell for place in read(fill).places] == ["'Năm 2019'!B4"]

    def test_hidden_sheets_rows_and_columns_are_left_out_and_named(self) -> None:
        def fill(sheet: Any) -> None:
            for row in (["a", "ẩn", 1], ["b", "ẩn", 2], ["c", "ẩn", 3]):
                sheet.append(row)
            sheet.row_dimensions[2].hidden = True
            sheet.row_dimensions[9].hidden = True
            sheet.column_dimensions["B"].hidden = True
            other = sheet.parent.create_sheet("Nháp")
            other["A1"], other.sheet_state = 99, "hidden"

        decoded = read(fill)
        assert decoded.text == "a | 1\nc | 3\n"
        assert decoded.decisions == (
            "hidden rows of sheet 'Sheet1' are left out: 2",
            "hidden columns of sheet 'Sheet1' are left out: B",
            "the hidden sheet 'Nháp' is left out",
        )


class TestFormulas:
    def test_a_stored_result_is_read(self) -> None:
        data = saved(lambda sheet: sheet.append(["Tổng", "=1+2"]))
        data = with_part(data, SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>3</v>").replace(b"<v/>", b"<v>3</v>"))
        decoded = read_spreadsheet(data)
        assert (decoded.text, decoded.decisions) == ("Tổng | 3\n", ())

    def test_a_formula_without_a_result_is_named(self) -> None:
        decoded = read(lambda sheet: sheet.append(["Tổng", "=1+2"]))
        assert decoded.text == "Tổng\n"
        assert len(decoded.decisions) == 1
        assert decoded.decisions[0].endswith("save it: Sheet1!B1")

    def test_many_are_counted(self) -> None:
        decoded = read(lambda sheet: sheet.append([f"={n}+1" for n in range(13)] + ["x"]))
        assert decoded.decisions[0].endswith("Sheet1!J1 and 3 more")

    def test_an_error_is_named_and_no_text(self) -> None:
        decoded = read(lambda sheet: sheet.append(["Tổng", "#DIV/0!"]))
        assert (decoded.text, decoded.decisions) == ("Tổng\n", ("cells that show an error are left empty: Sheet1!B1",))


def test_a_sheet_that_claims_all_rows_is_read_by_what_it_holds() -> None:
    data = saved(lambda sheet: sheet.append(["Xuất khẩu", 5]))
    data = with_part(data, SHEET, lambda xml: xml.replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"'))
    assert read_spreadsheet(data).text == "Xuất khẩu | 5\n"


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kcn_pipeline.documents.readers.spreadsheet._CELLS_AT_MOST", 20)
    with pytest.raises(ValueError, match="more than 20 cells"):
        read(lambda sheet: [sheet.append([1, 2, 3]) for _ in range(10)])
