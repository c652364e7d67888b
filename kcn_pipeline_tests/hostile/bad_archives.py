"""Bad archives: bombs, names that lead elsewhere, locks, and formats without a reader.

Belongs here: archives of files. Does not: office files (`bad_office`).
"""

from __future__ import annotations

import gzip
import io
import stat
import struct
import tarfile
import zipfile
import zlib

from kcn_pipeline_tests.hostile.corpus import bad_file
from kcn_pipeline_tests.hostile.sound_files import saved, text_file, zip_file

ZEROS = bytes(32 << 20)


def overlapping(entries: int) -> bytes:
    """Many entries that share one body, as in David Fifield's bomb of 2019."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = body.compress(bytes(1 << 20)) + body.flush()
    check = zlib.crc32(bytes(1 << 20))
    sizes = struct.pack("<III", check, len(packed), 1 << 20)
    data = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", 1, 0) + b"0" + packed
    directory = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
        + struct.pack("<HHHHHII", len(b"%d" % number), 0, 0, 0, 0, 0, 0) + b"%d" % number
        for number in range(entries)
    )  # fmt: skip
    end = struct.pack("<HHHHIIH", 0, 0, entries, entries, len(directory), len(data), 0)
    return data + directory + b"PK\x05\x06" + end


@bad_file("bomb.zip", "quarantined", "unpacks to more")
def a_flat_bomb() -> bytes:
    return zip_file({"a.txt": ZEROS})


@bad_file("nested.zip", "quarantined", "unpacks to more|archives within")
def a_bomb_in_an_archive() -> bytes:
    return zip_file({f"{number}.zip": zip_file({"a.txt": bytes(1 << 20)}) for number in range(40)})


@bad_file("overlap.zip", "quarantined", "unpacks to more|Overlapped|broken")
def a_bomb_of_overlapping_files() -> bytes:
    return overlapping(90)


@bad_file("deep.zip", "quarantined", "archives within archives")
def archives_within_archives() -> bytes:
    data = text_file()
    for _ in range(30):
        data = zip_file({"a.zip": data})
    return data


@bad_file("many.zip", "quarantined", "more than 100 files")
def sixty_thousand_files() -> bytes:
    return overlapping(60_000)


@bad_file("locked.zip", "quarantined", "locked")
def an_archive_locked_with_a_password() -> bytes:
    data = bytearray(zip_file({"a.txt": text_file()}))
    directory = data.rindex(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    return bytes(data)


@bad_file("cut.zip", "quarantined", "cut off")
def an_archive_cut_off() -> bytes:
    return zip_file()[:-30]


@bad_file("empty.zip", "quarantined", "no file")
def an_archive_without_files() -> bytes:
    return saved(lambda kept: zipfile.ZipFile(kept, "w").close())


@bad_file("check.zip", "quarantined", "broken")
def a_checksum_that_is_wrong() -> bytes:
    data = zip_file()
    check = struct.pack("<I", zlib.crc32(text_file()))
    return data.replace(check, b"\0\0\0\0")


@bad_file("method.zip", "quarantined", "method")
def packed_by_a_rare_method() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", text_file())
    return kept.getvalue()


@bad_file("pointer.zip", "quarantined", "no file|link")
def nothing_but_a_link() -> bytes:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    return kept.getvalue()


@bad_file("report.txt.gz", "quarantined", "gzip")
def a_gzip_archive() -> bytes:
    return gzip.compress(ZEROS)


@bad_file("report.tar", "quarantined", "tar")
def a_tar_archive() -> bytes:
    kept = io.BytesIO()
    with tarfile.open(fileobj=kept, mode="w") as archive:
        entry = tarfile.TarInfo("../../a.txt")
        entry.size = len(text_file())
        archive.addfile(entry, io.BytesIO(text_file()))
    return kept.getvalue()


@bad_file("report.7z", "quarantined", "7z")
def a_seven_zip_archive() -> bytes:
    return b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(100)


@bad_file("report.rar", "quarantined", "RAR")
def a_rar_archive() -> bytes:
    return b"Rar!\x1a\x07\x01\0" + bytes(100)
