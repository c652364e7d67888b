"""Speed of the readers beside the libraries they stand on, one core, written to `docs/readers.md`.

Belongs here: timing of readers. Does not: the documents (`corpora`), files of them (`kcn_pipeline_tests.formats`).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pypdfium2
import trafilatura

from benchmarks.accuracy import commit
from benchmarks.corpora import REPOSITORY, composed
from kcn_pipeline.documents.ocr.tesseract import data_folder
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import confinement, isolation
from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline.documents.readers.html import read_html
from kcn_pipeline.documents.readers.images import read_image
from kcn_pipeline.documents.readers.pdf import read_pdf
from kcn_pipeline.synthetic.rendering import MissingFont, font_file
from kcn_pipeline_tests.formats.page_files import image_file, pdf_with_text, scans
from kcn_pipeline_tests.formats.pages import portal_page
from kcn_pipeline_tests.formats.reports import BOARD, Report
from kcn_pipeline_tests.formats.text_files import LEGACY_FILES, UNICODE_FILES

REPORT: Final = REPOSITORY / "docs" / "readers.md"
RUNS: Final = 7
MEGABYTE: Final = 1_000_000
LONG_FILE_BYTES: Final = 8 * MEGABYTE
FASTEST_PLAIN_TEXT: Final = 20
MOST_OF_LIBRARY: Final = 1.3
SCANS_DPI: Final = (150, 200, 300)

EXPLANATION: Final = f"""One core, medians of {RUNS} runs; reader and library take turns on the same files, so that a
busy machine slows both. The files are the composed documents of the tests as plain text, as pages of a news portal and
as PDF. *Library* is a call of it that gives the text alone: trafilatura with the settings that our reader gives it and
with its own, pypdfium2 page by page. Parsers run in a worker process; what that adds is measured apart."""


def write_readers(path: Path = REPORT) -> str:
    """Time every reader, write the table and give its text."""
    reports = [_as_report(document.document.text) for document in composed()]
    head = f"Measured {datetime.now(UTC):%Y-%m-%d} at commit {commit()} by `make bench`."
    parts = ["# Speed of the readers", head, EXPLANATION, _plain_text(reports), _beside_libraries(reports)]
    text = "\n\n".join([*parts, _worker(reports), _scanned_pages()]) + "\n"
    path.write_text(text, encoding="utf-8")
    return text


def _as_report(text: str) -> Report:
    return replace(BOARD, paragraphs=tuple(line for line in text.splitlines() if line.strip()))


def _plain_text(reports: Sequence[Report]) -> str:
    text = "\n".join(report.text for report in reports)
    long = text * (LONG_FILE_BYTES // len(text.encode()) + 1)
    sizes = (
        f"one file of {LONG_FILE_BYTES // MEGABYTE} MB | {len(reports)} files of {len(text) // len(reports):,} letters"
    )
    rows = [f"| plain text, MB/s (wanted: {FASTEST_PLAIN_TEXT}) | {sizes} |", "|---|---:|---:|"]
    for name in ("utf-8", "utf-16 little-endian with mark", "cp1258", "tcvn3"):
        write = {**UNICODE_FILES, **LEGACY_FILES}[name]
        speeds = (_megabytes_a_second([write(one) for one in texts]) for texts in ([long], [r.text for r in reports]))
        rows.append(f"| {name} | " + " | ".join(f"{speed:,.1f}" for speed in speeds) + " |")
    return "\n".join(rows)


def _megabytes_a_second(files: Sequence[bytes]) -> float:
    (seconds,) = _median_seconds(lambda: [decode(data, "report.txt") for data in files])
    return sum(map(len, files)) / MEGABYTE / seconds


def _beside_libraries(reports: Sequence[Report]) -> str:
    pages = [portal_page(report).encode() for report in reports]
    header = (
        f"| reader | files | ms a file | library, ms a file | times the library (wanted: {MOST_OF_LIBRARY}) |\n"
        "|---|---:|---:|---:|---:|"
    )
    rows = [
        _compared("HTML, trafilatura as the reader calls it", pages, read_html, _trafilatura_as_called),
        _compared("HTML, trafilatura with its own settings", pages, read_html, trafilatura.extract),
    ]
    try:
        font = font_file("Tinos-Regular")
    except MissingFont as missing:
        return "\n".join([header, *rows, f"\nPDF: {missing}"])
    files = [pdf_with_text(report, font) for report in reports]
    return "\n".join([header, *rows, _compared("PDF text", files, read_pdf, _pdfium_alone)])


def _compared(
    name: str, files: Sequence[bytes], ours: Callable[[bytes], object], library: Callable[[bytes], object]
) -> str:
    seconds = _median_seconds(lambda: list(map(ours, files)), lambda: list(map(library, files)))
    each = [one / len(files) * 1000 for one in seconds]
    return f"| {name} | {len(files)} | {each[0]:.2f} | {each[1]:.2f} | {seconds[0] / seconds[1]:.2f} |"


def _trafilatura_as_called(data: bytes) -> object:
    return trafilatura.bare_extraction(data.decode(), include_comments=False, favor_precision=True, fast=True)


def _pdfium_alone(data: bytes) -> list[str]:
    texts = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        layer = page.get_textpage()
        texts.append(layer.get_text_range())
        layer.close()
        page.close()
    document.close()
    return texts


def _worker(reports: Sequence[Report]) -> str:
    """What calling a reader in another process costs: starting the worker, then each file."""
    page = portal_page(reports[0]).encode()
    reader = "kcn_pipeline.documents.readers.html:read_html"
    starts = []
    for _ in range(3):
        # A worker of our own for each start: the one of the process stays alive on purpose.
        worker = isolation._Worker()
        begin = time.perf_counter()
        worker.ask(confinement.read, reader, page, 60)
        starts.append(time.perf_counter() - begin)
        worker._discard()
    isolation.run(reader, page)
    within, apart = _median_seconds(lambda: read_html(page), lambda: isolation.run(reader, page))
    return "\n".join(
        [
            "| worker process | ms |",
            "|---|---:|",
            f"| start, with the imports of the first HTML page | {statistics.median(starts) * 1000:,.0f} |",
            f"| each page after that, beyond reading it | {(apart - within) * 1000:,.1f} |",
        ]
    )


def _scanned_pages() -> str:
    try:
        font = font_file("Tinos-Regular")
        data_folder()
    except (MissingFont, UnreadableDocument) as missing:
        return f"Scanned pages: {missing}"
    rows = ["| scanned page | s a page |", "|---|---:|"]
    for dpi in SCANS_DPI:
        pages = scans(BOARD, font, dpi)
        data = image_file(pages, "TIFF", dpi)
        (seconds,) = _median_seconds(lambda data=data: read_image(data), runs=3)  # type: ignore[misc]
        rows.append(f"| {dpi} dpi | {seconds / len(pages):.1f} |")
    return "\n".join(rows)


def _median_seconds(*works: Callable[[], object], runs: int = RUNS) -> list[float]:
    """The median seconds of each work; they take turns, after one turn that does not count."""
    seconds: list[list[float]] = [[] for _ in works]
    for run in range(runs + 1):
        for number, work in enumerate(works):
            begin = time.perf_counter()
            work()
            if run:
                seconds[number].append(time.perf_counter() - begin)
    return [statistics.median(one) for one in seconds]
