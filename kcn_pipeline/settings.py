"""Where things lie and how much is allowed: every path and limit, and the environment that sets them.

Belongs here: folders under the data directory, the interface language. Does not: facts about
Vietnam (`reference`) or choices of one stage.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DATA_DIR_VARIABLE: Final = "KCN_DATA_DIR"
LANGUAGE_VARIABLE: Final = "KCN_LANG"
LANGUAGES: Final = ("en", "vi")
MAX_DOCUMENT_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """The folders below one data directory; nothing is created by looking at them."""

    root: Path

    @property
    def raw(self) -> Path:
        """Registered documents, one folder a half-year: `raw/2019-H1/<file>`."""
        return self.root / "raw"

    @property
    def inbox(self) -> Path:
        """Where operators drop files for the sensor to pick up."""
        return self.root / "inbox"

    @property
    def quarantine(self) -> Path:
        """Files that could not be placed, each with a `.reason.yaml` beside it."""
        return self.root / "quarantine"

    @property
    def ledger(self) -> Path:
        """Append-only JSON lines: what happened to every file ever received."""
        return self.root / "ledger.jsonl"

    @property
    def warehouse(self) -> Path:
        """One Parquet file per asset and partition."""
        return self.root / "warehouse"

    @property
    def mart(self) -> Path:
        """The DuckDB file that analysts open; its stem must differ from every schema name."""
        return self.root / "mart" / "kcn_mart.duckdb"

    @property
    def report(self) -> Path:
        """Entry page of the report site."""
        return self.root / "report" / "index.html"

    @property
    def dagster_home(self) -> Path:
        """Run history, schedules and logs of Dagster."""
        return self.root / "dagster"


def data_directory(override: str | os.PathLike[str] | None = None) -> DataDirectory:
    """The data directory: `override`, else `KCN_DATA_DIR`, else `data` in the working directory."""
    chosen = override or os.environ.get(DATA_DIR_VARIABLE) or "data"
    return DataDirectory(Path(chosen).expanduser().resolve())


def language() -> str:
    """`vi` or `en`, from `KCN_LANG`; English when unset or unknown."""
    chosen = os.environ.get(LANGUAGE_VARIABLE, "en").lower()[:2]
    return chosen if chosen in LANGUAGES else "en"
