"""Bad plain text: cut, binary, endless, or made to slow down whoever searches it.

Belongs here: bytes without markup, and files under a wrong name. Does not: HTML (`bad_pages`).
"""

from __future__ import annotations

import os
import random
from pathlib import Path

from kcn_pipeline_tests.hostile.corpus import bad_entry, bad_file
from kcn_pipeline_tests.hostile.sound_files import TEXT, html_file, pdf_file, spreadsheet_file, text_file, word_file

MILLION = 1_000_000


@bad_file("empty.txt", "quarantined", "empty")
def zero_bytes() -> bytes:
    return b""


@bad_file("one.txt", "quarantined", "period|zone")
def one_byte() -> bytes:
    return b"7"


@bad_file("blank.txt", "quarantined", "no text")
def nothing_but_line_ends() -> bytes:
    return b"\r\n" * 1000


@bad_file("nul.txt", "quarantined", "charset|binary")
def nothing_but_nul() -> bytes:
    return bytes(10_000)


@bad_file("nul-inside.txt", "quarantined", "binary|charset")
def nul_inside_a_report() -> bytes:
    return text_file() + b"\0\0\0" + text_file()


@bad_file("random.txt", "quarantined", "charset|binary")
def random_bytes() -> bytes:
    return random.Random(3).randbytes(50_000)  # noqa: S311


@bad_file("program.txt", "quarantined", "charset|binary")
def a_program() -> bytes:
    return b"\x7fELF\x02\x01\x01" + bytes(9) + random.Random(4).randbytes(5_000)  # noqa: S311


@bad_file("broken-utf8.txt", "quarantined", "charset|utf|binary|period|zone")
def invalid_utf8() -> bytes:
    return text_file().replace(b"44", b"\xc3\x28\xff\xfe")


@bad_file("surrogates.txt", "quarantined", "charset|period|zone")
def lone_surrogates() -> bytes:
    return text_file() + "\ud800 \udfff".encode(errors="surrogatepass") * 50


@bad_file("half-letter.txt", "quarantined", "utf-16")
def utf16_cut_in_the_middle() -> bytes:
    return TEXT.encode("utf-16")[:-1]


@bad_file("mark.txt", "quarantined", "no text|charset")
def a_byte_order_mark_alone() -> bytes:
    return b"\xff\xfe"


@bad_entry("huge.txt", "quarantined", "more than the limit")
def two_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.write(text_file())
        file.truncate(200 << 20)


@bad_file("endless-line.txt", "registered")
def endless_line() -> bytes:
    return TEXT.replace("\n", " ").encode() + b"x" * (20 << 20)


@bad_file("spaces.txt", "registered")
def a_million_spaces() -> bytes:
    return text_file() + b" " * MILLION + b"."


@bad_file("spaces-first.txt", "quarantined", "period|zone")
def a_million_spaces_before_the_report() -> bytes:
    return b" " * MILLION + b"."


@bad_file("commas.txt", "registered")
def a_million_commas() -> bytes:
    return text_file() + b"," * MILLION


@bad_file("digits.txt", "registered")
def a_million_digits() -> bytes:
    return text_file() + b"9" * MILLION


@bad_file("separated.txt", "registered")
def a_million_separated_digits() -> bytes:
    return text_file() + b"1.234," * (MILLION // 6)


@bad_file("brackets.txt", "registered")
def many_nested_brackets() -> bytes:
    return text_file() + b"([{" * (MILLION // 3) + b"}])" * (MILLION // 3)


@bad_file("years.txt", "quarantined", "more than one year|period")
def a_report_of_every_year() -> bytes:
    board = "Ban Quản lý các khu công nghiệp tỉnh Bắc Ninh. "
    return (board + "".join(f"Năm {1990 + n % 40} có 5 dự án. " for n in range(20_000))).encode()


@bad_file("names.txt", "quarantined", "more than one|board|bloc")
def a_report_of_every_board() -> bytes:
    names = ("Bắc Ninh", "Bắc Giang", "Hải Dương", "Hưng Yên")
    return ("Năm 2019. " + "".join(f"Ban Quản lý các KCN tỉnh {names[n % 4]}. " for n in range(10_000))).encode()


@bad_file("punctuation.txt", "quarantined", "period|zone")
def nothing_but_punctuation() -> bytes:
    return b".,;:!?-()" * 10_000


@bad_file("numbers.txt", "quarantined", "period|zone")
def nothing_but_digits() -> bytes:
    return b"0123456789" * 10_000


@bad_file("turned.txt", "registered")
def writing_direction_turned_around() -> bytes:
    return TEXT.replace("44", "\u202e44\u202c\u2066\u200f").encode()


@bad_file("marks.txt", "quarantined", "more than any writing")
def a_letter_under_a_hundred_thousand_marks() -> bytes:
    return text_file() + b"a" + ("\u0301\u0327" * 50_000).encode()


@bad_file("invisible.txt", "registered")
def a_flood_of_invisible_characters() -> bytes:
    return text_file() + "\u200b\u200d\ufeff".encode() * 100_000


@bad_file("escapes.txt", "quarantined", "binary")
def commands_to_a_terminal() -> bytes:
    return text_file() + b"\x1b]0;title\x07\x1b[2J\x1b[8m" * 500


@bad_file("bao-cao.pdf", "registered")
def text_named_as_pdf() -> bytes:
    return text_file()


@bad_file("bao-cao.txt", "registered")
def word_named_as_text() -> bytes:
    return word_file()


@bad_file("bao-cao.docx", "registered")
def page_named_as_word() -> bytes:
    return html_file()


@bad_file("bao-cao.html", "registered")
def sheet_named_as_page() -> bytes:
    return spreadsheet_file()


@bad_file("bao-cao.jpg", "registered")
def pdf_named_as_picture() -> bytes:
    return pdf_file()


@bad_file("bao-cao.meta.yaml.txt", "registered")
def text_named_almost_as_sidecar() -> bytes:
    return text_file()


@bad_entry("cut-sidecar.txt", "quarantined", "title")
def a_sidecar_that_is_a_bomb(path: Path) -> None:
    path.write_bytes(text_file())
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    path.with_name(f"{path.name}.meta.yaml").write_text(f"a0: &a0 [lol]\n{levels}title: *a29\n", encoding="utf-8")


@bad_entry("linked-sidecar.txt", "registered")
def a_sidecar_that_is_a_link(path: Path) -> None:
    path.write_bytes(text_file())
    path.with_name(f"{path.name}.meta.yaml").symlink_to("/etc/passwd")


@bad_entry("turned\u202etxt.exe", "registered")
def a_name_turned_around(path: Path) -> None:
    path.write_bytes(text_file())


@bad_entry("two\nlines.txt", "registered")
def a_name_of_two_lines(path: Path) -> None:
    path.write_bytes(text_file())


@bad_entry(f"{'n' * 251}.txt", "registered")
def the_longest_name(path: Path) -> None:
    path.write_bytes(text_file())


@bad_entry("-rf", "registered")
def a_name_like_an_option(path: Path) -> None:
    path.write_bytes(text_file())


@bad_entry(os.fsdecode(b"b\xe1o c\xe1o.txt"), "quarantined", "name is not UTF-8")
def a_name_that_is_no_utf8(path: Path) -> None:
    path.write_bytes(text_file())


@bad_entry("link.txt", "refused", "link")
def a_link_to_a_file(path: Path) -> None:
    path.symlink_to("/etc/passwd")


@bad_entry("folder", "refused", "link")
def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to("/etc")


@bad_entry("circle", "refused", "link")
def a_link_to_its_own_folder(path: Path) -> None:
    path.symlink_to(path.parent)


@bad_entry("dangling.txt", "refused", "link")
def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


@bad_entry("zero.txt", "refused", "link")
def a_link_to_endless_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


@bad_entry("pipe.txt", "refused", "no regular file")
def a_pipe_nobody_writes_to(path: Path) -> None:
    os.mkfifo(path)
