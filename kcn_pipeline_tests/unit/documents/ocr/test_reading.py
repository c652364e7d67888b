"""Reading images of pages with Tesseract."""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path

import pytest
from PIL import Image

from kcn_pipeline.documents.ocr import reading as ocr
from kcn_pipeline.documents.ocr import tesseract
from kcn_pipeline.documents.ocr.reading import PageReading, read_page, require_few_scans
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.reference.abbreviations import load_abbreviations
from kcn_pipeline.synthetic.degrading import Degradation, degrade
from kcn_pipeline.synthetic.rendering import PageStyle, page_images

REPORT = """Tình hình các khu công nghiệp sáu tháng đầu năm

Tính đến ngày 02/6/2019, Ban Quản lý đã cấp mới 23 dự án với tổng vốn đăng ký 1.234,5 triệu USD và 14.235,25 tỷ đồng, \
bằng 118,7% so với cùng kỳ; vốn thực hiện đạt 840,37 triệu USD, giảm 12,05%.

Tổng số lao động là 317.021 người, lao động nữ chiếm 50,6%. Tỷ lệ lấp đầy đạt 67,5% trên 1.886,13 ha đất công nghiệp.
"""
TABLE = """Chỉ tiêu | Đơn vị | Kết quả
Doanh thu | tỷ đồng | 58.630
Xuất khẩu | triệu USD | 2.318,4
Lao động | người | 98.412
"""
OFFICE_SCAN = Degradation(skew_degrees=0.5, blur_pixels=0.6, noise_levels=8, jpeg_quality=60)
NUMERAL = re.compile(r"\d(?:[\d.,/]*\d)?%?")


def drawn(text: str, font: Path, dpi: int) -> Image.Image:
    page, *others = page_images(text, PageStyle(font, size_points=12, dpi=dpi))
    assert not others
    return page


def text_of(reading: PageReading) -> str:
    return "\n".join(line.text for line in reading.lines)


def share_of_words_right(read: str, truth: str) -> float:
    words = truth.split()
    matches = difflib.SequenceMatcher(None, words, read.split(), autojunk=False).get_matching_blocks()
    return sum(match.size for match in matches) / len(words)


@pytest.mark.usefixtures("tesseract")
class TestReadPage:
    @pytest.mark.parametrize("dpi", [150, 300])
    def test_an_office_scan_is_read_with_every_figure(self, tinos: Path, dpi: int) -> None:
        reading = read_page(degrade(drawn(f"{REPORT}\n{TABLE}", tinos, dpi), OFFICE_SCAN, seed=1), dpi)
        read = text_of(reading)
        assert NUMERAL.findall(read) == NUMERAL.findall(REPORT + TABLE)
        assert share_of_words_right(read, REPORT + TABLE) >= 0.98
        assert "Doanh thu | tỷ đồng | 58.630" in read.splitlines()
        assert reading.confidence > 85

    def test_paragraphs_are_parted_and_lines_have_their_place(self, tinos: Path) -> None:
        page = drawn(REPORT, tinos, 150)
        lines = read_page(page, 150).lines
        assert [number for number, line in enumerate(lines) if not line.text][:1] == [1]
        boxes = [line.box for line in lines if line.box is not None]
        assert boxes == sorted(boxes, key=lambda box: box[1])
        # Margins of one inch: the first line begins 72 points from the left and the top.
        assert boxes[0][:2] == pytest.approx((72, 72), abs=12)

    @pytest.mark.parametrize(("turn", "told"), [(90, 270), (180, 180)])
    def test_a_page_on_its_side_or_head_is_turned(self, tinos: Path, turn: int, told: int) -> None:
        upright = drawn(REPORT, tinos, 150)
        reading = read_page(upright.rotate(turn, expand=True), 150)
        assert reading.decisions[0] == f"it was turned by {told} degrees"
        assert NUMERAL.findall(text_of(reading)) == NUMERAL.findall(REPORT)
        box, width = reading.lines[0].box, upright.width * 72 / 150
        assert box is not None
        if turn == 90:  # what was 72 points from the top is now so far from the left, and runs upwards
            assert (box[0], box[3]) == pytest.approx((72, width - 72), abs=12)
        else:
            assert (box[2], box[3]) == pytest.approx((width - 72, upright.height * 72 / 150 - 72), abs=12)

    def test_a_page_askew_is_straightened(self, tinos: Path) -> None:
        page = degrade(drawn(REPORT, tinos, 150), Degradation(skew_degrees=3), seed=1)
        assert NUMERAL.findall(text_of(read_page(page, 150))) == NUMERAL.findall(REPORT)

    def test_an_empty_page_has_no_lines(self) -> None:
        assert read_page(Image.new("L", (600, 800), 255), 100) == PageReading((), 0.0, ())

    def test_no_reading_has_more_pixels_than_allowed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LIMIT_IMAGE_PIXELS", "250000")
        sizes = []

        def note(image: Image.Image, dpi: float) -> tuple[tesseract.TextLine, ...]:
            sizes.append((*image.size, round(dpi)))
            return ()

        monkeypatch.setattr(ocr, "recognised_lines", note)
        read_page(Image.new("L", (1000, 1000), 255), 300)
        assert set(sizes) == {(500, 500, 150)}


def test_tesseract_is_told_every_abbreviation() -> None:
    told = tesseract.RECOGNISER_WORDS_FILE.read_text(encoding="utf-8").splitlines()
    assert told == sorted(load_abbreviations()), "write the forms of abbreviations.yaml into it, sorted, one a line"


class TestMissingTesseract:
    @pytest.fixture(autouse=True)
    def fresh_engine(self) -> None:
        tesseract._engine.cache_clear()

    def test_missing_data_are_told_with_the_cure(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tesseract, "_SYSTEM_FOLDERS", (f"{tmp_path}/*/tessdata",))
        monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
        with pytest.raises(UnreadableDocument, match="Vietnamese data") as caught:
            read_page(Image.new("L", (60, 80), 255), 100)
        assert "tesseract-ocr-vie" in caught.value.cure

    def test_the_library_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "tesserocr", None)
        with pytest.raises(UnreadableDocument, match="not installed"):
            read_page(Image.new("L", (60, 80), 255), 100)

    def test_the_folder_that_is_told_comes_first(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "tessdata").mkdir()
        (tmp_path / "tessdata" / "vie.traineddata").touch()
        monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
        assert tesseract.data_folder() == tmp_path / "tessdata"


def test_too_many_scans_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCN_LIMIT_SCANNED_PAGES", "3")
    require_few_scans(3)
    with pytest.raises(UnreadableDocument, match="4 scanned pages, more than the limit of 3") as caught:
        require_few_scans(4)
    assert "KCN_LIMIT_SCANNED_PAGES" in caught.value.cure
