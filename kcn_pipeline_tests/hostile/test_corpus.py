"""Whatever is thrown into the inbox: it is registered, quarantined or refused, and the good file beside it gets in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.documents.ledger import read_ledger
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import read_document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.hostile import bad_archives, bad_images, bad_office, bad_pages, bad_pdfs, bad_texts
from kcn_pipeline_tests.hostile.corpus import CORPUS, LIMITS, BadFile
from kcn_pipeline_tests.hostile.sound_files import zip_file

MAKERS = (bad_texts, bad_pages, bad_office, bad_pdfs, bad_images, bad_archives)
GOOD = "Ban Quản lý các KCN tỉnh Bắc Giang báo cáo năm 2019: toàn tỉnh có 52 dự án mới.\n"


@pytest.fixture(autouse=True)
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in LIMITS.items():
        monkeypatch.setenv(f"KCN_LIMIT_{name.upper()}", str(limit))


def test_the_corpus_is_large_and_every_file_has_a_name_of_its_own() -> None:
    assert len(CORPUS) >= 60
    assert len({bad.name for bad in CORPUS}) == len({bad.made_by for bad in CORPUS}) == len(CORPUS)
    assert {bad.write.__module__ for bad in CORPUS} - {module.__name__ for module in MAKERS} <= {
        "kcn_pipeline_tests.hostile.corpus"
    }


@pytest.mark.parametrize("bad", CORPUS, ids=lambda bad: bad.made_by)
def test_a_bad_file_harms_nothing(bad: BadFile, tmp_path: Path) -> None:
    inbox, data = tmp_path / "inbox", DataDirectory(tmp_path / "data")
    inbox.mkdir()
    try:
        bad.write(inbox / bad.name)
    except OSError as error:
        pytest.skip(f"this file system refuses it: {error}")
    (inbox / "~good.txt").write_text(GOOD, encoding="utf-8")
    receipts = ingest([inbox], data)
    good = [receipt for receipt in receipts if receipt.path.name == "~good.txt"]
    assert [receipt.outcome for receipt in good] == ["registered"]
    told = [receipt for receipt in receipts if receipt not in good]
    assert {receipt.outcome for receipt in told} == {bad.outcome}, [receipt.reason for receipt in told]
    for receipt in told:
        assert receipt.outcome == "registered" or (receipt.reason and receipt.cure)
        assert re.search(bad.reason, receipt.reason or ""), receipt.reason
    assert len(read_ledger(data.ledger)) == len(receipts)
    stays_inside(tmp_path, inbox, data)


@pytest.mark.parametrize(
    "name",
    [
        *("../../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "..\\..\\outside.txt", "a/../../../b.txt"),
        *(
            "two\nlines.txt",
            "turned\u202etxt.exe",
            "n" * 300 + ".txt",
            "folder/" * 200 + "a.txt",
            "-rf",
            "con",
            "a:b*?.txt",
        ),
    ],
)
def test_a_name_in_an_archive_leads_nowhere_else(name: str, tmp_path: Path) -> None:
    inbox, data = tmp_path / "inbox", DataDirectory(tmp_path / "data")
    inbox.mkdir()
    (inbox / "a.zip").write_bytes(zip_file({name: GOOD.encode()}))
    receipts = ingest([inbox], data)
    assert [receipt.outcome for receipt in receipts] == ["registered", "unpacked"]
    [kept] = (path for path in data.raw.rglob("*") if path.is_file())
    assert kept.read_text(encoding="utf-8") == GOOD
    assert kept.name.isprintable()
    stays_inside(tmp_path, inbox, data)


# Each once took a later stage the square of its length, or might.
@pytest.mark.parametrize("maker", ["a_million_digits", "a_million_separated_digits", "a_flood_of_invisible_characters"])
def test_what_was_registered_harms_no_later_stage(maker: str, tmp_path: Path) -> None:
    [bad] = (bad for bad in CORPUS if bad.made_by == maker)
    bad.write(tmp_path / bad.name)
    document = read_document(tmp_path / bad.name)
    cleaned = clean_text(document.text)
    assert "44 dự án" in {fact.quote for fact in extract_facts(document, cleaned)}


def stays_inside(folder: Path, inbox: Path, data: DataDirectory) -> None:
    """Nothing lies beside inbox and data directory, and no link came into the latter."""
    assert set(folder.iterdir()) == {inbox, data.root}
    assert [path for path in data.root.rglob("*") if path.is_symlink()] == []
