"""Where things lie and how much is allowed: every path and limit, and the environment that sets them.

Belongs here: folders under the data directory, the interface language. Does not: facts about
Vietnam (`reference`) or choices of one stage.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

DATA_DIR_VARIABLE: Final = "KCN_DATA_DIR"
LANGUAGE_VARIABLE: Final = "KCN_LANG"
LANGUAGES: Final = ("en", "vi")
LIMIT_VARIABLE_PREFIX: Final = "KCN_LIMIT_"
_MEBIBYTE: Final = 1024 * 1024
_MAX_DIGITS: Final = 18


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document or half-year may cost; each is set by `KCN_LIMIT_` and its name in capitals.

    `seconds` and `memory_bytes` bound the process that parses it, `seconds_a_scanned_page` is added for each page
    that is read from its image; `decompressed_bytes` and `compression_ratio` bound archives and office files.
    `localisation_seconds` bounds the search for the wrong figures of one half-year.
    """

    document_bytes: int = 64 * _MEBIBYTE
    pages: int = 2_000
    scanned_pages: int = 300
    seconds: int = 120
    seconds_a_scanned_page: int = 20
    memory_bytes: int = 2_048 * _MEBIBYTE
    decompressed_bytes: int = 256 * _MEBIBYTE
    compression_ratio: int = 200
    archive_members: int = 1_000
    image_pixels: int = 120_000_000
    localisation_seconds: int = 15


class BadLimit(ValueError):
    """An environment variable that should hold a limit and does not: `variable`, `written`."""

    def __init__(self, variable: str, written: str) -> None:
        self.variable, self.written = variable, written
        super().__init__(f"{variable} is {written!r}; set it to a positive whole number or unset it")


def limits() -> Limits:
    """The limits in force. Errors: BadLimit for a variable that is no positive whole number."""
    return Limits(**{field.name: _limit(field.name) for field in fields(Limits) if _variable(field.name) in os.environ})


def _variable(name: str) -> str:
    return LIMIT_VARIABLE_PREFIX + name.upper()


def _limit(name: str) -> int:
    written = os.environ[_variable(name)]
    # No machine has more than 10^18 of anything, and the system's calls take no more.
    if not written.isdecimal() or len(written) > _MAX_DIGITS or int(written) == 0:
        raise BadLimit(_variable(name), written)
    return int(written)


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
    def corrections(self) -> Path:
        """What people decided about single figures and cells; kept under version control."""
        return self.root / "corrections.yaml"

    @property
    def decoded(self) -> Path:
        """What parsers took out of the documents, so that they need not again; may be deleted at any time."""
        return self.root / "cache" / "decoded"

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
