"""Writing and listing files for the tests of ingestion, and texts to write.

Belongs here: helpers that several tests of this folder share. Does not: assertions.
"""

from __future__ import annotations

from pathlib import Path

HALF = "Ban Quản lý các KCN Bắc Ninh sơ kết 6 tháng đầu năm 2019. Có {} dự án."
YEAR = "Ban Quản lý các KCN Bắc Giang tổng kết năm 2016. Có {} dự án."
UNCLEAR = "Ban Quản lý các KCN tỉnh họp về {} dự án."


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
