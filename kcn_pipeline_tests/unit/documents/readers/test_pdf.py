"""PDF files: text, place, and when a page is read from its image."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, RectangleObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kcn_pipeline.documents.ocr.page_texts import PageLine
from kcn_pipeline.documents.ocr.reading import PageReading
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import pdf
from kcn_pipeline.documents.readers.pdf import count_pages, read_pdf
from kcn_pipeline.synthetic.rendering import PageStyle, page_images

PAGE = (595, 842)
SOUND = "Năm 2018, tổng vốn đầu tư đăng ký đạt 1.234,5 triệu USD, vượt 12,5% kế hoạch."
LOST = "Nam 2018, tong von dau tu dang ky dat 1.234,5 trieu USD, vugt 12,5% ke hoach."
Draw = Callable[[Canvas], object]


@pytest.fixture(scope="module")
def make(tinos: Path) -> Callable[..., bytes]:
    """A PDF of pages, each drawn by a function of the canvas."""
    pdfmetrics.registerFont(TTFont("Tinos", tinos))

    def written(*pages: Draw) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=PAGE)
        for draw in pages:
            canvas.setFont("Tinos", 12)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return written


def lines(*texts: str, top: float = 72, step: float = 17) -> Draw:
    """Lines of text, their feet `step` apart, the first `top` points from the upper edge."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(72, PAGE[1] - top - number * step, text)

    return draw


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *PAGE)


def both(*draws: Draw) -> Draw:
    return lambda canvas: [draw(canvas) for draw in draws]


def rewritten(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture
def images(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Image.Image, float]]:
    """The page images that are read; each says a sentence in sound Vietnamese."""
    given: list[tuple[Image.Image, float]] = []

    def read(image: Image.Image, dpi: float) -> PageReading:
        given.append((image, dpi))
        return PageReading((PageLine(SOUND, (1, 2, 3, 4)),), 95.0, ("the figure 12,5% may also be 125%",))

    monkeypatch.setattr(pdf, "read_page", read)
    return given


class TestText:
    def test_lines_and_pages(self, make: Callable[..., bytes]) -> None:
        decoded = read_pdf(make(lines("Đầu trang", "thứ hai"), lines("trang cuối")))
        assert decoded.text == "Đầu trang\nthứ hai\n\ftrang cuối"
        assert (decoded.media_type, decoded.decisions) == ("application/pdf", ())

    def test_each_line_has_its_page_and_box(self, make: Callable[..., bytes]) -> None:
        decoded = read_pdf(make(lines("Dự án", "khác"), lines("Lao động")))
        assert [decoded.text[place.start : place.end] for place in decoded.places] == ["Dự án", "khác", "Lao động"]
        assert [place.page for place in decoded.places] == [1, 1, 2]
        box = decoded.places[1].box
        assert box is not None
        assert (box[0], box[3]) == pytest.approx((72, 72 + 17), abs=4)
        assert 8 < box[3] - box[1] < 20

    def test_boxes_are_those_of_the_page_as_it_is_shown(self, make: Callable[..., bytes]) -> None:
        data = make(lines("Dự án"))
        turned = rewritten(data, lambda writer: writer.pages[0].update({NameObject("/Rotate"): NumberObject(90)}))
        upright_box, box = read_pdf(data).places[0].box, read_pdf(turned).places[0].box
        assert upright_box is not None and box is not None
        left, top, right, bottom = upright_box
        # The upper edge comes to the right.
        assert box == pytest.approx((PAGE[1] - bottom, left, PAGE[1] - top, right), abs=0.1)

    def test_a_cropped_page_begins_at_its_corner(self, make: Callable[..., bytes]) -> None:
        data = make(lines("Dự án"))
        cropped = rewritten(
            data, lambda writer: setattr(writer.pages[0], "cropbox", RectangleObject((50, 100, 595, 812)))
        )
        whole_box, box = read_pdf(data).places[0].box, read_pdf(cropped).places[0].box
        assert whole_box is not None and box is not None
        assert box[:2] == pytest.approx((whole_box[0] - 50, whole_box[1] - 30), abs=0.1)

    def test_more_space_begins_a_paragraph(self, make: Callable[..., bytes]) -> None:
        page = both(lines("một", "hai"), lines("ba", "bốn", top=72 + 17 + 26))
        assert read_pdf(make(page)).text == "một\nhai\n\nba\nbốn"

    def test_rows_of_a_table_have_cells(self, make: Callable[..., bytes]) -> None:
        def table(canvas: Canvas) -> None:
            for number, row in enumerate(
                [("Chỉ tiêu", "Năm 2018"), ("Doanh thu thuần", "58.630"), ("Lao động", "98.412")]
            ):
                canvas.drawString(72, 700 - number * 17, row[0])
                canvas.drawString(300, 700 - number * 17, row[1])

        assert read_pdf(make(table)).text == "Chỉ tiêu | Năm 2018\nDoanh thu thuần | 58.630\nLao động | 98.412"

    def test_words_set_one_by_one_are_no_cells(self, make: Callable[..., bytes]) -> None:
        def justified(canvas: Canvas) -> None:
            left = 72.0
            for word in ("vốn", "đăng", "ký", "mới"):
                canvas.drawString(left, 700, word)
                left += canvas.stringWidth(word, "Tinos", 12) + 7

        assert read_pdf(make(justified)).text == "vốn đăng ký mới"

    def test_a_hyphen_at_the_end_of_a_line_stays(self, make: Callable[..., bytes]) -> None:
        assert (
            read_pdf(make(lines("tăng 17-", "18% ở khu cong-", "nghiep"))).text == "tăng 17-\n18% ở khu cong-\nnghiep"
        )

    def test_scripts_and_attached_files_are_ignored(self, make: Callable[..., bytes]) -> None:
        def add(writer: PdfWriter) -> None:
            writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
                {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('7');")}
            )
            writer.add_attachment("so-lieu.txt", b"9 du an")

        assert read_pdf(rewritten(make(lines("Dự án")), add)).text == "Dự án"

    def test_reading_twice_gives_the_same(self, make: Callable[..., bytes]) -> None:
        data = make(lines(SOUND, SOUND))
        assert read_pdf(data) == read_pdf(data)


class TestImageOrText:
    def test_a_scan_is_read_from_its_image(
        self, make: Callable[..., bytes], images: list[tuple[Image.Image, float]]
    ) -> None:
        decoded = read_pdf(make(lines("Trang có chữ"), scan))
        assert decoded.text == f"Trang có chữ\n\f{SOUND}"
        assert decoded.decisions == (
            "page 2 was read from its image (95% sure)",
            "page 2: the figure 12,5% may also be 125%",
        )
        assert decoded.places[1].box == (1, 2, 3, 4)
        image, dpi = images[0]
        assert image.mode == "L"
        assert (image.width, dpi) == pytest.approx((595 * 300 / 72, 300), abs=2)

    def test_so_is_a_scan_whose_text_lost_its_vietnamese(
        self, make: Callable[..., bytes], images: list[object]
    ) -> None:
        decoded = read_pdf(make(both(scan, lines(*[LOST] * 8))))
        assert decoded.text == SOUND
        assert len(images) == 1

    def test_so_is_a_scan_with_a_few_words_upon_it(self, make: Callable[..., bytes], images: list[object]) -> None:
        assert read_pdf(make(both(scan, lines("Ký bởi: Ban Quản lý")))).text == SOUND
        assert len(images) == 1

    def test_a_sound_text_over_a_scan_is_kept(self, make: Callable[..., bytes], images: list[object]) -> None:
        decoded = read_pdf(make(both(scan, lines(*[SOUND] * 8))))
        assert decoded.text == "\n".join([SOUND] * 8)
        assert (images, decoded.decisions) == ([], ())

    def test_the_image_must_say_more(self, make: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf, "read_page", lambda *_: PageReading((PageLine("~ ;", None),), 30.0, ()))
        decoded = read_pdf(make(both(scan, lines(LOST))))
        assert decoded.text == LOST
        assert decoded.decisions == ("page 1 was read from its text, its image gives no more Vietnamese",)

    def test_text_in_an_old_font_is_no_reason(self, make: Callable[..., bytes], images: list[object]) -> None:
        def with_logo(canvas: Canvas) -> None:
            canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 72, 700, 100, 100)

        assert read_pdf(make(both(with_logo, lines("Tæng vèn ®Çu t ®¨ng ký")))).text == "Tæng vèn ®Çu t ®¨ng ký"
        assert images == []

    def test_an_empty_page_is_not_looked_at(self, make: Callable[..., bytes], images: list[object]) -> None:
        writer = PdfWriter(PdfReader(io.BytesIO(make(lines("Dự án")))))
        writer.insert_blank_page(*PAGE, index=0)
        buffer = io.BytesIO()
        writer.write(buffer)
        decoded = read_pdf(buffer.getvalue())
        assert decoded.text == "\n\fDự án"
        assert [place.page for place in decoded.places] == [1, 2]
        assert images == []

    def test_a_scan_without_text_is_told(self, make: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf, "read_page", lambda *_: PageReading((), 0.0, ()))
        assert read_pdf(make(scan, lines("Dự án"))).decisions == ("page 1 shows no text",)

    @pytest.mark.usefixtures("tesseract")
    def test_a_drawn_scan_is_read(self, make: Callable[..., bytes], tinos: Path) -> None:
        drawn = page_images(SOUND, PageStyle(tinos, size_points=12, dpi=150))[0]
        text = read_pdf(make(lambda canvas: canvas.drawImage(ImageReader(drawn), 0, 0, *PAGE))).text
        assert " ".join(text.split()) == SOUND


class TestRefused:
    def test_locked(self, make: Callable[..., bytes]) -> None:
        data = rewritten(make(lines("Dự án")), lambda writer: writer.encrypt("khoa", algorithm="AES-256"))
        for reader in (read_pdf, count_pages):
            with pytest.raises(UnreadableDocument, match="locked with a password; save it without the password"):
                reader(data)

    def test_locked_only_against_changes_is_read(self, make: Callable[..., bytes]) -> None:
        data = rewritten(make(lines("Dự án")), lambda writer: writer.encrypt("", "chu", algorithm="AES-256"))
        assert read_pdf(data).text == "Dự án"

    def test_too_many_pages(self, make: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        data = make(*[lines("Dự án")] * 3)
        assert count_pages(data) == 3
        monkeypatch.setenv("KCN_LIMIT_PAGES", "2")
        with pytest.raises(UnreadableDocument, match="3 pages, more than the limit of 2"):
            read_pdf(data)

    def test_too_many_scans_are_refused_before_any_is_read(
        self, make: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch, images: list[object]
    ) -> None:
        monkeypatch.setenv("KCN_LIMIT_SCANNED_PAGES", "1")
        with pytest.raises(UnreadableDocument, match="2 scanned pages"):
            read_pdf(make(scan, scan))
        assert images == []

    @pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 and then nothing of the kind"])
    def test_not_a_pdf_after_all(self, data: bytes) -> None:
        with pytest.raises(UnreadableDocument, match="the PDF cannot be opened"):
            read_pdf(data)

    def test_a_page_that_cannot_be_read_is_named(self, make: Callable[..., bytes]) -> None:
        data = make(lines("một"), lines("hai"))
        # The tree of pages counts two, but the second is no page any more.
        second = data.rfind(b"/Type /Page\n")
        broken = data[:second] + b"/Type /Gone\n" + data[second + 12 :]
        assert second > 0 and count_pages(broken) == 2
        with pytest.raises(UnreadableDocument, match="page 2 of the PDF cannot be read"):
            read_pdf(broken)
