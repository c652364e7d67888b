"""The ledger: one line of JSON for everything that happens."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from kcn_pipeline.documents.ledger import Receipt, printable, read_ledger, record

RECEIPT = Receipt(Path("/in/báo cáo.txt"), "0" * 64, "registered", "raw/2019-H1/báo cáo.txt", "2019-H1", "board:ha-noi")


def test_a_line_says_when_what_and_where(tmp_path: Path) -> None:
    ledger = tmp_path / "new" / "ledger.jsonl"
    before = datetime.now(UTC).replace(microsecond=0)
    record(ledger, RECEIPT)
    [row] = read_ledger(ledger)
    assert before <= datetime.fromisoformat(row.pop("time")) <= datetime.now(UTC)
    assert row == {
        "path": "/in/báo cáo.txt",
        "name": "báo cáo.txt",
        "sha256": "0" * 64,
        "outcome": "registered",
        "place": "raw/2019-H1/báo cáo.txt",
        "period": "2019-H1",
        "publisher": "board:ha-noi",
        "reason": None,
        "cure": None,
        "archive": None,
    }


def test_lines_are_only_ever_added(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    record(ledger, RECEIPT)
    first = ledger.read_bytes()
    record(ledger, RECEIPT)
    assert ledger.read_bytes().startswith(first)
    assert len(read_ledger(ledger)) == 2


def test_a_line_cut_short_spoils_no_other(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    record(ledger, RECEIPT)
    ledger.write_bytes(ledger.read_bytes() + b'{"time": "2019-01-01T00:00:00+00:00", "na')
    record(ledger, RECEIPT)
    assert [row["outcome"] for row in read_ledger(ledger)] == ["registered", "registered"]
    assert ledger.read_bytes().endswith(b"\n")


def test_names_that_are_no_utf8_are_written_readably(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    record(ledger, Receipt(Path("n\udce3m.txt"), "", "refused", reason="một\nhai"))
    assert len(ledger.read_bytes().splitlines()) == 1
    assert json.loads(ledger.read_text(encoding="utf-8"))["name"] == "n\ufffdm.txt"


def test_no_ledger_has_no_lines(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none") == []


def test_printable_text_stays_as_it_is() -> None:
    assert printable("Đồng Nai 1") == "Đồng Nai 1"
