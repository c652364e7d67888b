"""One report in every format and encoding gives the same facts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import documents_of, read_document
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.formats.comparing import Meaning, document_of_bytes, meanings, share_of_words_right
from kcn_pipeline_tests.formats.office_files import excel_file, wide_excel_file, word_file
from kcn_pipeline_tests.formats.page_files import image_file, pdf_with_text, scanned_pdf, scans
from kcn_pipeline_tests.formats.pages import portal_page
from kcn_pipeline_tests.formats.reports import BLOC, BOARD, REPORTS, Report
from kcn_pipeline_tests.formats.text_files import LEGACY_FILES, LEGACY_INSIDE_UNICODE, UNICODE_FILES, Writer
from kcn_pipeline_tests.unit.documents.damages import as_read_by_english_ocr

FEWEST_WORDS_RIGHT = 0.98

every_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
every_legacy_encoding = pytest.mark.parametrize(
    "encode", LEGACY_INSIDE_UNICODE.values(), ids=LEGACY_INSIDE_UNICODE.keys()
)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, frozenset[Meaning]]:
    """The facts of every report as it stands in plain UTF-8, by the name of the report."""
    folder = tmp_path_factory.mktemp("plain")
    return {report.name: meanings(document_of_bytes(report.text.encode(), folder)) for report in REPORTS}


Check = Callable[[Report, bytes], Document]


@pytest.fixture
def same_facts(expected: dict[str, frozenset[Meaning]], tmp_path: Path) -> Check:
    """Asserts that a file holds the report, its identity and its facts, no more and no less; gives the document."""

    def check(report: Report, data: bytes) -> Document:
        document = document_of_bytes(data, tmp_path)
        assert_identity(document, report)
        assert meanings(document) ^ expected[report.name] == frozenset()
        return document

    return check


@every_report
def test_plain_text_states_every_figure_of_the_report_and_no_other(
    report: Report, expected: dict[str, frozenset[Meaning]]
) -> None:
    stated = [meaning.stated for meaning in expected[report.name]]
    assert sorted(map(str, stated)) == sorted(map(str, report.figures))


@every_report
@pytest.mark.parametrize("write", UNICODE_FILES.values(), ids=UNICODE_FILES.keys())
def test_charsets(report: Report, write: Writer, same_facts: Check) -> None:
    same_facts(report, write(report.text))


@every_report
@pytest.mark.parametrize("write", LEGACY_FILES.values(), ids=LEGACY_FILES.keys())
def test_legacy_encodings(report: Report, write: Writer, same_facts: Check) -> None:
    same_facts(report, write(report.text))


@every_report
@every_legacy_encoding
def test_legacy_letters_in_a_unicode_file(report: Report, encode: Callable[[str], str], same_facts: Check) -> None:
    same_facts(report, encode(report.text).encode())


@every_report
@pytest.mark.parametrize("write", [LEGACY_FILES["tcvn3"], LEGACY_FILES["vni"]], ids=["tcvn3", "vni"])
def test_headline_in_a_font_of_capitals(report: Report, write: Writer, same_facts: Check) -> None:
    same_facts(report, write(report.with_title_in_capitals().text))


@every_report
def test_portal_page(report: Report, same_facts: Check) -> None:
    document = same_facts(report, portal_page(report).encode())
    assert document.decoded.title == report.title


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig"])
def test_portal_page_in_another_charset_than_it_declares(charset: str, same_facts: Check) -> None:
    same_facts(BOARD, portal_page(BOARD).encode(charset))


@every_report
@every_legacy_encoding
def test_legacy_letters_in_a_page(report: Report, encode: Callable[[str], str], same_facts: Check) -> None:
    same_facts(report, portal_page(report.written(encode)).encode())


@every_report
def test_word_document(report: Report, same_facts: Check) -> None:
    same_facts(report, word_file(report))


@every_report
@every_legacy_encoding
def test_legacy_letters_in_a_word_document(report: Report, encode: Callable[[str], str], same_facts: Check) -> None:
    same_facts(report, word_file(report.written(encode), font=".VnTime"))


@every_report
@pytest.mark.parametrize("write", [word_file, portal_page], ids=["word", "page"])
def test_a_table_repeats_the_figures_of_the_text(
    report: Report, write: Callable[..., bytes | str], same_facts: Check
) -> None:
    written = write(report, with_table=True)
    document = same_facts(report, written.encode() if isinstance(written, str) else written)
    assert " | ".join(report.table[1]) in document.text


@every_report
@pytest.mark.parametrize("numbers", [True, False], ids=["numbers", "texts"])
def test_a_spreadsheet_gives_the_facts_of_its_table(
    report: Report, numbers: bool, expected: dict[str, frozenset[Meaning]], tmp_path: Path
) -> None:
    document = document_of_bytes(excel_file(report, numbers=numbers), tmp_path)
    assert_identity(document, report)
    assert meanings(document) ^ tabled(report, expected) == frozenset()


@every_report
def test_a_spreadsheet_whose_header_gives_metric_and_unit(
    report: Report, expected: dict[str, frozenset[Meaning]], tmp_path: Path
) -> None:
    label = {"board": "Hải Dương", "bloc": "Toàn Khối thi đua"}[report.name]
    document = document_of_bytes(wide_excel_file(report, label), tmp_path)
    assert_identity(document, report)
    found = {(meaning.stated, meaning.period_end) for meaning in meanings(document)}
    assert found == {(meaning.stated, meaning.period_end) for meaning in tabled(report, expected)}


@every_report
def test_pdf_with_text(report: Report, tinos: Path, same_facts: Check) -> None:
    document = same_facts(report, pdf_with_text(report, tinos))
    assert {place.page for place in document.decoded.places} == {1}


@every_report
def test_pdf_with_a_table(report: Report, tinos: Path, same_facts: Check) -> None:
    same_facts(report, pdf_with_text(report, tinos, with_table=True))


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_scanned_pdf(dpi: int, tinos: Path, tesseract: Path, same_facts: Check) -> None:
    document = same_facts(BOARD, scanned_pdf(scans(BOARD, tinos, dpi)))
    assert_read_right(document, BOARD)


@pytest.mark.parametrize(("form", "dpi"), [("PNG", 200), ("JPEG", 150), ("TIFF", 300)])
def test_images(form: str, dpi: int, tinos: Path, tesseract: Path, same_facts: Check) -> None:
    document = same_facts(BLOC, image_file(scans(BLOC, tinos, dpi), form, dpi))
    assert_read_right(document, BLOC)


def test_a_poor_text_layer_over_a_scan_is_not_believed(tinos: Path, tesseract: Path, same_facts: Check) -> None:
    layer = as_read_by_english_ocr(BOARD.text)
    document = same_facts(BOARD, scanned_pdf(scans(BOARD, tinos, 200), layer, tinos))
    assert_read_right(document, BOARD)


def test_an_archive_of_several_formats(tinos: Path, expected: dict[str, frozenset[Meaning]], tmp_path: Path) -> None:
    files = {
        "thư mục/báo cáo.doc": word_file(BOARD),
        "thư mục/báo cáo.txt": LEGACY_FILES["tcvn3"](BOARD.text),
        "bao-cao.pdf.html": pdf_with_text(BOARD, tinos),
        "trang": portal_page(BOARD).encode(),
    }
    data = DataDirectory(tmp_path / "data")
    receipts = ingest([_archive(files, tmp_path / "gửi Bộ.rar")], data)
    assert [receipt.outcome for receipt in receipts] == ["registered"] * len(files) + ["unpacked"]
    (period,) = {receipt.period for receipt in receipts if receipt.period}
    for receipt in receipts[: len(files)]:
        document = read_document(data.root / str(receipt.place))
        assert_identity(document, BOARD)
        assert meanings(document) ^ expected[BOARD.name] == frozenset(), receipt.path
    filed = documents_of(data, document.identity.period)
    assert period == document.identity.period.label
    assert len(set(filed.groups.values())) == 1, "four formats of one report are one source"


def _archive(files: dict[str, bytes], path: Path) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


def assert_identity(document: Document, report: Report) -> None:
    identity = document.identity
    assert (identity.publisher, identity.window) == (report.publisher, report.window)


def assert_read_right(document: Document, report: Report) -> None:
    share = share_of_words_right(clean_text(document.text).text, report.text)
    assert share >= FEWEST_WORDS_RIGHT, f"{share:.1%} of the words came out right"


def tabled(report: Report, expected: dict[str, frozenset[Meaning]]) -> frozenset[Meaning]:
    return frozenset(meaning for meaning in expected[report.name] if meaning.stated in report.tabled)
