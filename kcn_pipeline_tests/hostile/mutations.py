"""Random damage to files, the same every time.

Belongs here: flipped bits, cuts, doubled and moved blocks, inserted bytes. Does not: what must come of it.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Final

_LONGEST_BLOCK: Final = 200
_MOST_CHANGES: Final = 4


def mutated(data: bytes, seed: int) -> bytes:
    """`data` damaged in one to four places; the same damage for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        data = chance.choice(_KINDS)(data, chance)
    return data


def mutated_within(archive: bytes, seed: int) -> bytes:
    """A ZIP archive or office file with one of its parts damaged before it was packed, so that checksums are right."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        damaged = random.Random(seed).choice(old.namelist())  # noqa: S311
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), seed) if name == damaged else old.read(name))
    return kept.getvalue()


def _flip_bit(data: bytes, chance: random.Random) -> bytes:
    start, _ = _block(data, chance)
    return data[:start] + bytes(byte ^ 1 << chance.randrange(8) for byte in data[start : start + 1]) + data[start + 1 :]


def _set_byte(data: bytes, chance: random.Random) -> bytes:
    start, _ = _block(data, chance)
    return data[:start] + bytes([chance.choice((0, 1, 0x7F, 0x80, 0xFF))]) + data[start + 1 :]


def _cut_end(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _block(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _block(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 5) + data[end:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _block(data, chance)
    rest = data[:start] + data[end:]
    place = chance.randint(0, len(rest))
    return rest[:place] + data[start:end] + rest[place:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    start, end = _block(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[start:]


def _change_number(data: bytes, chance: random.Random) -> bytes:
    """A number of the file, written out or in four bytes, made very large."""
    digits = [place for place, byte in enumerate(data) if byte in b"0123456789"]
    if digits and chance.random() < 0.5:
        place = chance.choice(digits)
        return data[:place] + b"99999999" + data[place + 1 :]
    start, _ = _block(data, chance)
    return data[:start] + b"\xff\xff\xff\x7f" + data[start + 4 :]


def _block(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(1, _LONGEST_BLOCK))


_KINDS: Final[tuple[Callable[[bytes, random.Random], bytes], ...]] = (
    *(_flip_bit, _set_byte, _cut_end, _cut_out, _double, _move, _insert, _change_number),
)
