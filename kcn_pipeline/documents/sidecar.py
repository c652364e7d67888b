"""The sidecar `<file>.meta.yaml`: what a person knows of a document, which overrules what its text says.

Belongs here: the model, reading and refusing it. Does not: what the text says (`identification`).
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from kcn_pipeline.documents.files import SIDECAR_SUFFIX, is_regular
from kcn_pipeline.documents.problems import BrokenSidecar
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards

PRESS: Final = "press"
MAX_SIDECAR_BYTES: Final = 64 * 1024

_PERIOD_FORMS: Final = "2019-H1, 2019, or 2019-01/2019-09 for the months it covers"
_YEAR: Final = re.compile(r"\d{4}")
_MONTHS: Final = re.compile(r"(?P<year>\d{4})-(?P<first>\d{2})/(?P<end_year>\d{4})-(?P<last>\d{2})")


class Sidecar(BaseModel):
    """What a sidecar may say; everything may be left out.

    period: `2019-H1`, `2019`, or months `2019-01/2019-09`. publisher: `board:…`, `bloc:…`, or `press`.
    supersedes: name or SHA-256 of the document of the same half-year that this one takes the place of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    url: str | None = None
    title: str | None = None
    published_on: date | None = None
    period: str | None = None
    publisher: str | None = None
    supersedes: str | None = None

    @field_validator("period", mode="before")
    @classmethod
    def _year_as_text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value

    @field_validator("period")
    @classmethod
    def _period_is_known(cls, value: str | None) -> str | None:
        if value is not None:
            _window_of(value)
        return value

    @field_validator("publisher")
    @classmethod
    def _publisher_is_known(cls, value: str | None) -> str | None:
        if value is None or value == PRESS:
            return value
        known = {row.entity for row in load_boards().values()} | {row.entity for row in load_blocs().values()}
        if value not in known:
            raise ValueError(f"'{value}' is no board or bloc; write board:ha-noi, bloc:red-river-delta or press")
        return value

    @property
    def half_year(self) -> HalfYear | None:
        """The half-year, where only that is said: the text may still tell which months of it are covered."""
        return HalfYear.parse(self.period) if self.period and "H" in self.period else None

    @property
    def window(self) -> Window | None:
        """The period said, as a window."""
        return _window_of(self.period) if self.period else None


def _window_of(period: str) -> Window:
    if _YEAR.fullmatch(period):
        return Window.of_year(int(period))
    if months := _MONTHS.fullmatch(period):
        if months["year"] != months["end_year"]:
            raise ValueError("a period may not cross the end of a year")
        return Window.of_months(int(months["year"]), int(months["first"]), int(months["last"]))
    # HalfYear.parse also takes the partition key 2019-01, which a person would mean as a month.
    if "H" not in period:
        raise ValueError(f"'{period}' is no period; write {_PERIOD_FORMS}")
    half = HalfYear.parse(period)
    return Window(half.start, half.end)


def sidecar_path(document: Path) -> Path:
    """Where the sidecar of a document lies, whether or not there is one."""
    return document.with_name(document.name + SIDECAR_SUFFIX)


def read_sidecar(document: Path) -> Sidecar | None:
    """The sidecar beside a document, None where there is none or only a link.

    Errors: BrokenSidecar with file, line and cure.
    """
    path = sidecar_path(document)
    if not is_regular(path):
        return None
    try:
        if path.stat().st_size > MAX_SIDECAR_BYTES:
            raise _broken(path, 1, f"has more than {MAX_SIDECAR_BYTES:,} bytes", "keep to its fields")
        return _parsed(path, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise _broken(path, 1, "is not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise _broken(path, 1, f"cannot be read ({error.strerror})", "restore the file") from error


def _parsed(path: Path, text: str) -> Sidecar:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    # PyYAML lets bare ValueErrors through where a scalar looks like a date and is none.
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise _broken(path, mark.line + 1 if mark else 1, f"not YAML: {problem}", "mend it or delete it") from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        raise _broken(path, 1, "is not a list of 'field: value' lines", f"write {', '.join(Sidecar.model_fields)}")
    lines = {str(field.value): field.start_mark.line + 1 for field, _ in node.value}
    try:
        return Sidecar.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else ""
        problem = f"{field}: {first['msg'].removeprefix('Value error, ')}"
        fields = ", ".join(Sidecar.model_fields)
        raise _broken(path, lines.get(field, 1), problem, f"correct '{field}' (fields: {fields})") from error


def _broken(path: Path, line: int, problem: str, cure: str) -> BrokenSidecar:
    return BrokenSidecar(f"line {line}: {problem}", cure, name=path.name)
