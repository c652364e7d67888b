"""Which words are taken for legacy letters, which are left alone, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.encodings import detection
from kcn_pipeline.encodings.detection import encodings_in, legacy_replacements, name_of
from kcn_pipeline.synthetic.legacy import encode
from kcn_pipeline_tests.unit.encodings.wordings import ENCODINGS, LINE, REPORT, WITH_CAPITALS, decoded

COMPOSED = Path(__file__).parents[2] / "golden" / "composed"
PLACES = (
    "Khu chế xuất Linh Trung nằm ở thành phố Thủ Đức",
    "Khu kinh tế Vân Đồn thuộc tỉnh Quảng Ninh",
    "Doanh nghiệp trong nước góp thêm 1.250 tỷ đồng",
    "Tổng số lao động đến cuối kỳ là 86.300 người",
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [LINE, REPORT, REPORT + WITH_CAPITALS, *PLACES])
def test_what_was_written_in_an_encoding_is_read_again(text: str, encoding: str) -> None:
    shown = encode(text, encoding)
    assert encodings_in(shown) == (encoding,)
    assert decoded(shown) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_replacements_are_ordered_apart_and_hold_no_digit(encoding: str) -> None:
    shown = encode(REPORT, encoding)
    at = 0
    for one in legacy_replacements(shown):
        assert at <= one.start < one.end
        assert not any(map(str.isdecimal, one.text + shown[one.start : one.end]))
        assert one.text != shown[one.start : one.end]
        at = one.end


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        WITH_CAPITALS,
        "© 2019 Company® Ltd. The cost is ±5% of 30 m² at 25 °C, §4, 12 µm.",
        "Saint-Gobain à Évry, où l'été fut déjà très chaud; Loïc, Noël et Gaëlle s'y plaisent.",
        "Khu công nghiệp “VSIP” của Loïc Müller tại Hà Nội, rộng 500 m², đất 25 µg",
        "Größe und Maße für die Straßen, señor Muñoz em São Paulo, Øresund på Åland",
        "hoá chất, thuỷ sản, khoá sổ, toà nhà, hoạt động của công ty TNHH xây dựng",
        "It's 5 o'clock: why don't you e-mail a.b@c.vn or see www.a.vn/?q=o+u (it's $1.50)? DDI, FDI; C++ a+b=c^2",
        "Dia chi: so 5 duong Le Loi, Tp. Hue. Co gi moi? Chua co gi, se bao sau.",
        "THỊ XÃ “BÀ RỊA” VÀ XÃ… ĐÃ”",
        "Chiu ngày 12/07 ti thành ph H Long, các khu công nghip ca tnh",
        "Khéi thi dua Ban Quan ly cac khu cong nghi¢p, Héi nghi¢p doan cac tinh, té chirc",
        "Société Générale S.A. ®, Citroën, Nestlé®, Pokémon™, naïve café",
    ],
)
def test_what_is_not_clearly_legacy_is_left_alone(text: str) -> None:
    assert legacy_replacements(text) == ()


def test_no_report_of_the_collection_holds_legacy_letters() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(COMPOSED.glob("0*.txt"))}
    assert len(texts) >= 80
    assert [name for name, text in texts.items() if legacy_replacements(text)] == []


def test_damaged_reports_hold_no_legacy_letters(shared_dir: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((shared_dir / "seeds").glob("*.txt"))}
    assert len(texts) == 5
    assert [name for name, text in texts.items() if legacy_replacements(text)] == []


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "mojibake"])
def test_a_legacy_run_within_a_unicode_sentence_is_read_and_the_rest_kept(encoding: str) -> None:
    run = encode("đường Nguyễn Huệ", encoding)
    text = f"Trụ sở của Ban Quản lý đặt tại số 12 {run}, thành phố Huế, từ năm 2008"
    assert decoded(text) == "Trụ sở của Ban Quản lý đặt tại số 12 đường Nguyễn Huệ, thành phố Huế, từ năm 2008"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
def test_lines_of_two_kinds_stay_apart(encoding: str) -> None:
    lines = REPORT.splitlines()
    text = "\n".join([lines[0], encode(lines[1], encoding), lines[2]])
    assert decoded(text) == "\n".join(lines)


def test_one_word_alone_is_read_only_in_a_document_that_has_more() -> None:
    assert legacy_replacements("Hạng mục: tØnh") == ()
    text = f"{encode(REPORT, 'tcvn3')}Hạng mục của t\xd8nh"
    assert decoded(text).endswith("Hạng mục của tỉnh")


def test_two_encodings_in_one_document_are_told_apart() -> None:
    lines = REPORT.splitlines()
    text = "\n".join([encode(lines[0], "tcvn3"), encode(lines[1], "vni"), encode(lines[2], "mojibake")])
    assert decoded(text) == "\n".join(lines)
    assert set(encodings_in(text)) == {"tcvn3", "vni", "mojibake"}


def test_viscii_is_read_whichever_western_charset_it_came_through() -> None:
    shown = encode(WITH_CAPITALS + REPORT, "viscii")
    as_windows = "".join(bytes([ord(c)]).decode("cp1252", "replace") if "\x80" <= c < "\xa0" else c for c in shown)
    assert as_windows != shown
    assert "\ufffd" not in as_windows
    assert decoded(as_windows) == WITH_CAPITALS + REPORT


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("UBND tØnh §¾k L¾k vµ Q§-UBND", "UBND tỉnh Đắk Lắk và QĐ-UBND"),
        ("gi¸ 500.000® cho mçi chç ®ç « t«", "giá 500.000đ cho mỗi chỗ đỗ ô tô"),
        ("·  C«ng ty Toyota ®Çu t­ 15 m² ®Êt", "·  Công ty Toyota đầu tư 15 m² đất"),
        ("“Khu c«ng nghiÖp” – dù ¸n…", "“Khu công nghiệp” – dự án…"),
    ],
)
def test_signs_that_are_letters_and_signs_that_are_signs(shown: str, text: str) -> None:
    assert decoded(shown) == text


def test_encodings_have_names_for_people() -> None:
    assert name_of("tcvn3") == "TCVN3 (ABC)"


def test_an_endless_line_is_read_in_pieces_without_losing_a_word() -> None:
    text = " ".join([LINE] * 400)
    assert decoded(encode(text, "tcvn3")) == text


def test_a_large_file_of_something_else_is_given_up() -> None:
    odd = "Les œuvres «naïves» reçues ça et là par la société d'Évry l'ont très intéressée. "
    assert legacy_replacements(odd * 5_000 + encode(LINE, "tcvn3")) == ()
    assert decoded(odd * 10 + "\n" + encode(REPORT, "tcvn3")).endswith(REPORT)


@pytest.mark.parametrize(("text", "odd"), [("84.000 m² và 5 km³", False), ("84.000 ²", True), ("5 M²", True)])
def test_square_metres_alone_are_no_reason_to_look_closer(text: str, odd: bool) -> None:
    assert bool(list(detection._stretches(text, detection._TRIGGERS, len(text)))) == odd
