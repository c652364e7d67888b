"""Bad PDF files: cut, locked, circular, endless, or meant to exhaust.

Belongs here: PDF files, most written out by hand. Does not: pictures (`bad_images`).
"""

from __future__ import annotations

import zlib
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from kcn_pipeline_tests.hostile.corpus import bad_file
from kcn_pipeline_tests.hostile.sound_files import PLAIN, pdf_file

FONT = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
WORDS = f"BT /F1 12 Tf 60 700 Td ({PLAIN}) Tj ET".encode()


def written(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF file of these objects, numbered from 1."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        data
        + head
        + table
        + b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (*(len(objects) + 1, trailer, len(data)),)
    )


def stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), head, content)


def one_page(content: bytes, box: bytes = b"0 0 595 842", catalog: bytes = b"", page: bytes = b"") -> bytes:
    return written(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources%s%s>>" % (box, FONT, page),
        content,
    )


@bad_file("head.pdf", "quarantined")
def nothing_but_the_first_line() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@bad_file("cut.pdf", "quarantined")
def pdf_cut_in_its_page() -> bytes:
    return pdf_file()[:700]


@bad_file("tail.pdf", "quarantined")
def pdf_without_its_table() -> bytes:
    data = pdf_file()
    return data[: data.rindex(b"xref\n0")]


@bad_file("locked.pdf", "quarantined", "password|locked|encrypted")
def pdf_locked_with_a_password() -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(pdf_file())))
    writer.encrypt("bí mật", algorithm="AES-256")
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


@bad_file("long.pdf", "quarantined", "pages")
def ten_thousand_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 10_004))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources%s>>" % FONT
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 10000>>" % kids,
        stream(WORDS),
        *[page] * 10_000,
    )


@bad_file("claims.pdf", "quarantined")
def a_count_of_pages_that_is_a_lie() -> bytes:
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )


@bad_file("circle.pdf", "quarantined")
def a_tree_of_pages_that_is_a_circle() -> bytes:
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Parent 3 0 R/Kids[3 0 R]/Count 2>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 2>>",
    )


@bad_file("vast.pdf", "registered")
def a_page_of_astronomic_size() -> bytes:
    return one_page(stream(WORDS), box=b"0 0 99999999999 99999999999")


@bad_file("vast-scan.pdf", "quarantined")
def a_picture_on_a_vast_page() -> bytes:
    picture = stream(zlib.compress(bytes(8)), b"/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/"
                     b"ColorSpace/DeviceGray/Filter/FlateDecode")  # fmt: skip
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900000 900000]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        stream(b"q 900000 0 0 900000 0 0 cm /I Do Q"),
        picture,
    )


@bad_file("inverted.pdf", "registered")
def a_page_turned_inside_out() -> bytes:
    return one_page(stream(WORDS), box=b"595 842 0 0", page=b"/Rotate 450/UserUnit 1e30")


@bad_file("bomb.pdf", "quarantined")
def half_a_gigabyte_of_zeros() -> bytes:
    packer, piece = zlib.compressobj(9), bytes(1 << 20)
    packed = b"".join(packer.compress(piece) for _ in range(500)) + packer.flush()
    return one_page(stream(packed, b"/Filter/FlateDecode"))


@bad_file("filters.pdf", "registered")
def a_stream_packed_a_hundred_times() -> bytes:
    content = WORDS
    for _ in range(100):
        content = zlib.compress(content)
    return one_page(stream(content, b"/Filter[%s]" % (b"/FlateDecode" * 100)))


@bad_file("self.pdf", "quarantined")
def a_form_that_draws_itself() -> bytes:
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>",
        stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"),
    )


@bad_file("nested.pdf", "quarantined")
def arrays_within_arrays() -> bytes:
    return one_page(stream(b"[" * 200_000), catalog=b"/Names " + b"[" * 100_000 + b"]" * 100_000)


@bad_file("loop.pdf", "quarantined")
def a_table_that_refers_to_itself() -> bytes:
    data = one_page(stream(b""))
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


@bad_file("script.pdf", "registered")
def pdf_that_starts_programs() -> bytes:
    action = (
        b"/OpenAction<</S/Launch/F(/bin/sh)/Next<</S/JavaScript/JS(while(1){})/Next<</S/URI/URI(http://127.0.0.1:9)>>"
    )
    return one_page(stream(WORDS), catalog=action + b">>>>")


@bad_file("blank.pdf", "quarantined", "no text")
def a_blank_page() -> bytes:
    return one_page(stream(b""))


@bad_file("no-page.pdf", "quarantined")
def pdf_without_a_page() -> bytes:
    return written(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
