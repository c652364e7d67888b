"""The Pandera schema of every table: what each column means, and the source of the data dictionary.

Belongs here: columns, types, units and row rules of everything that is stored. Does not: rules that
need another table (asset checks in `defs`) or a phrase of a report. Amounts are decimal strings in
base units, so that no figure passes through a float before publication; the panel, for analysts,
holds floats. Dates are ISO strings; a stock has no `period_start`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa

from kcn_pipeline.quantities import BOUNDS, COMPARISONS, ORIGINS

VERDICTS: Final = (
    "EXACT",
    "ROUNDING",
    "ROUNDING_LOOSE",
    "PARTIAL_COMPATIBLE",
    "COVERAGE_BREAK",
    "INCOMPATIBLE",
    "INCOMPATIBLE_AMBIGUOUS",
    "NOT_PUBLISHED",
)
RULE_FAMILIES: Final = ("origin_sum", "bloc_sum", "window_order", "share", "growth", "plan", "subset", "ceiling")
CELL_STATUSES: Final = ("single", "agreement", "revision", "conflict")

# \Z, not $: a line break at the end of a key would make it another key.
_HALF_YEAR = r"[0-9]{4}-H[12]\Z"
_SHA256 = r"[0-9a-f]{64}\Z"
_ENTITY = r"(bloc|board|province|nation|zone|company|country):\S.*\Z"
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?", re.ASCII)


def _is_decimal(text: object) -> bool:
    # Decimal() itself also takes blanks, underscores, other scripts' digits, NaN and infinity.
    return _DECIMAL.fullmatch(str(text)) is not None


def _is_day(text: object) -> bool:
    try:
        return date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False


def _text(description: str, *checks: pa.Check, nullable: bool = False, unique: bool = False) -> pa.Column:
    return pa.Column(str, list(checks), nullable=nullable, unique=unique, description=description)


def _count(description: str, *, nullable: bool = False) -> pa.Column:
    return pa.Column("Int64" if nullable else int, pa.Check.ge(0), nullable=nullable, description=description)


def _share(description: str) -> pa.Column:
    return pa.Column(float, pa.Check.in_range(0, 1), description=description)


def _decimal(description: str, *, nullable: bool = False) -> pa.Column:
    check = pa.Check(_is_decimal, element_wise=True, name="decimal", error="a finite decimal number")
    return _text(description, check, nullable=nullable)


def _day(description: str, *, nullable: bool = False) -> pa.Column:
    check = pa.Check(_is_day, element_wise=True, name="day", error="a day of the calendar, as 2019-06-30")
    return _text(description, check, nullable=nullable)


def _one_of(description: str, values: tuple[str, ...], *, nullable: bool = False) -> pa.Column:
    return _text(description, pa.Check.isin(values), nullable=nullable)


def _half_year(description: str) -> pa.Column:
    return _text(description, pa.Check.str_matches(_HALF_YEAR))


def _sha256(description: str, *, nullable: bool = False, unique: bool = False) -> pa.Column:
    return _text(description, pa.Check.str_matches(_SHA256), nullable=nullable, unique=unique)


def _entity(description: str, *, nullable: bool = False) -> pa.Column:
    return _text(description, pa.Check.str_matches(_ENTITY), nullable=nullable)


def _ordered(lo: str, hi: str) -> pa.Check:
    def in_order(frame: pd.DataFrame) -> pd.Series[bool]:
        pairs = zip(frame[lo], frame[hi], strict=True)
        kept = [pd.isna(a) or pd.isna(b) or Decimal(a) <= Decimal(b) for a, b in pairs]
        return pd.Series(kept, index=frame.index, dtype=bool)

    return pa.Check(in_order, name=f"{lo}_le_{hi}", error=f"{lo} must not exceed {hi}")


def _table(name: str, description: str, columns: dict[str, pa.Column], *checks: pa.Check) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        columns, checks=list(checks), name=name, description=description, strict=True, ordered=True, coerce=True
    )


_JSON_LIST = "JSON list"

RAW_DOCUMENTS: Final = _table(
    "raw_documents",
    "Register of the documents of a half-year with their decoded text (văn bản gốc).",
    {
        "document_id": _sha256("SHA-256 of the bytes as received", unique=True),
        "document": _text("File name"),
        "path": _text("Path below the data directory"),
        "period": _half_year("Half-year of the reporting period (kỳ báo cáo); a yearly report: the second half"),
        "window_start": _day("First day the report covers"),
        "window_end": _day("Last day the report covers"),
        "publisher": _entity("Board or bloc that reports (đơn vị báo cáo)", nullable=True),
        "kind": _one_of("Kind of document", ("bloc_report", "board_report", "press")),
        "published_on": _day("Day of publication where the text tells it", nullable=True),
        "title": _text("First line or HTML title"),
        "url": _text("Source address from the sidecar", nullable=True),
        "media_type": _text("Media type, from the content"),
        "charset": _text("Charset of the bytes"),
        "source_group": _sha256("First of the copies of one text that several sites published: they are one source"),
        "superseded_by": _sha256("Document that is the next version of this one", nullable=True),
        "size_bytes": _count("Size of the file, bytes"),
        "characters": _count("Length of the decoded text, characters"),
        "evidence": _text(f"{_JSON_LIST} of what period and publisher were read from"),
        "places": _text(
            f"{_JSON_LIST} of [start, end, page, box, cell]: where stretches of the text stand in the source"
        ),
        "decisions": _text(f"{_JSON_LIST} of what the reader had to choose"),
        "text": _text("Decoded text: the coordinate system of every span"),
    },
)

CLEANED_TEXTS: Final = _table(
    "cleaned_texts",
    "Correct Vietnamese with its alignment to the decoded text (văn bản đã làm sạch).",
    {
        "document_id": _sha256("Document", unique=True),
        "document": _text("File name"),
        "period": _half_year("Half-year of the document"),
        "text": _text("Cleaned text, NFC"),
        "segments": _text(
            f"{_JSON_LIST} of the changed stretches: raw_start, raw_end, text, kind, rule, score, alternatives"
        ),
        "damage": _text(f"{_JSON_LIST} of the damage found, paragraph by paragraph, with its evidence"),
        "words": _count("Words of the decoded text"),
        "words_restored": _count("Words that cleaning changed"),
        "characters_removed": _count("Characters of page furniture removed"),
        "impossible_before": _share("Words of the decoded text that are no syllables (âm tiết), a word"),
        "impossible_after": _share("Words of the cleaned text that are no syllables, foreign names among them, a word"),
        "doubtful_words": _count("Restored words that may well be another one (chữ chưa chắc)"),
        "doubtful_near_numbers": _count("Doubtful words with a digit close by"),
    },
)

FACTS: Final = _table(
    "extracted_metrics",
    "Every figure a document publishes, understood or seen only (số liệu trích xuất).",
    {
        "figure_id": _text("Hash of document SHA-256, start, end and ordinal; never of the metric", unique=True),
        "document_id": _sha256("Document"),
        "document": _text("File name"),
        "period": _half_year("Half-year of the document"),
        "start": _count("Offset of the quote in the decoded text"),
        "end": _count("Offset after the quote in the decoded text"),
        "quote": _text("The shortest stretch with number and unit"),
        "entity": _entity("Whom the figure speaks of", nullable=True),
        "metric": _text("Code of the vocabulary; null for a figure seen but not understood", nullable=True),
        "comparison": _one_of("What the figure compares", COMPARISONS),
        "base": _text("Metric that a share or excess is a ratio to", nullable=True),
        "base_period": _text("Period of growth against anything but the same period last year", nullable=True),
        "origin": _one_of("Origin of the investment (FDI, DDI)", ORIGINS, nullable=True),
        "period_start": _day("First day; null for a stock", nullable=True),
        "period_end": _day("Last day, or as-of date of a stock", nullable=True),
        "value": _decimal("Value in base units, as the accepted reading gives it"),
        "unit": _text("Base unit: USD, VND, project, person, ha, percent …"),
        "literal_value": _decimal("Conventional reading where the accepted one differs", nullable=True),
        "bound": _one_of("What the hedge says of the true value", BOUNDS),
        "hedge": _text("The hedge word", nullable=True),
        "lo": _decimal("Least value that precision and hedge allow", nullable=True),
        "hi": _decimal("Greatest value that precision and hedge allow", nullable=True),
        "coverage": _text(f"{_JSON_LIST}, subset of kcn, kcx, kkt, ccn, outside"),
        "target": pa.Column(bool, description="True for plans and aims"),
        "rule": _text("Rule that bound the figure, or the reason why none did"),
        "cues": _text(f"{_JSON_LIST} of the spans of metric, entity, period and hedge words"),
        "review": _text(
            f"{_JSON_LIST} of the doubtful words among those (cần xem lại): start, end, word, alternatives, margin"
        ),
    },
    _ordered("lo", "hi"),
    pa.Check(lambda f: f["start"] < f["end"], name="start_lt_end", error="a quote has at least one character"),
)

_CELL_COLUMNS: Final[dict[str, pa.Column]] = {
    "entity": _entity("Board or bloc"),
    "metric": _text("Code of the vocabulary"),
    "origin": _one_of("Origin of the investment; null where the metric is not split", ORIGINS, nullable=True),
    "unit": _text("Base unit; USD and VND are separate cells"),
    "period_start": _day("First day; null for a stock", nullable=True),
    "period_end": _day("Last day, or as-of date of a stock"),
    "value": _decimal("Value of the figure that stands for the cell"),
    "lo": _decimal("Least value that precision and hedge allow", nullable=True),
    "hi": _decimal("Greatest value that precision and hedge allow", nullable=True),
    "bound": _one_of("What the hedge says of the true value", BOUNDS),
    "coverage": _text(f"{_JSON_LIST} of what the figure covers"),
    "status": _one_of("Whether several documents agree", CELL_STATUSES),
    "sources": _count("Sources that publish the cell; copies of one text are one"),
    "figure_ids": _text(f"{_JSON_LIST} of the figures, the one that stands for the cell first"),
    "review": pa.Column(bool, description="True where a word of one of them is doubtful (cần xem lại)"),
}

BOARD_TOTALS: Final = _table(
    "board_totals",
    "Level figures of the boards, one row a cell (số liệu từng ban quản lý).",
    {"period": _half_year("Half-year that holds period_end"), **_CELL_COLUMNS},
    _ordered("lo", "hi"),
)

BLOC_TOTALS: Final = _table(
    "bloc_totals",
    "Level figures of the emulation blocs, one row a cell (số liệu từng khối thi đua).",
    {"period": _half_year("Half-year that holds period_end"), **_CELL_COLUMNS},
    _ordered("lo", "hi"),
)

RECONCILED_AGGREGATES: Final = _table(
    "reconciled_aggregates",
    "What became of every arithmetic relation among the figures (kết quả đối chiếu).",
    {
        "verdict_id": _text("Hash of rule, entity, metric, origin, unit and period", unique=True),
        "period": _half_year("Half-year of the latest cell of the relation"),
        "rule": _one_of("Family of the relation", RULE_FAMILIES),
        "entity": _entity("Whose relation it is"),
        "metric": _text("Code of the vocabulary"),
        "origin": _one_of("Origin of the investment", ORIGINS, nullable=True),
        "unit": _text("Base unit of both sides"),
        "period_start": _day("First day; null for a stock", nullable=True),
        "period_end": _day("Last day, or as-of date of a stock"),
        "verdict": _one_of("Outcome", VERDICTS),
        "stated_lo": _decimal("Least value of the published side", nullable=True),
        "stated_hi": _decimal("Greatest value of the published side", nullable=True),
        "derived_lo": _decimal("Least value computed from the other figures", nullable=True),
        "derived_hi": _decimal("Greatest value computed from the other figures", nullable=True),
        "residual_lo": _decimal("Least published minus derived", nullable=True),
        "residual_hi": _decimal("Greatest published minus derived", nullable=True),
        "members": _count("Parties of the relation, published or not"),
        "members_published": _text(f"{_JSON_LIST} of the parties with a figure"),
        "members_missing": _text(f"{_JSON_LIST} of the parties without one"),
        "share_covered": pa.Column(
            float, pa.Check.ge(0), nullable=True, description="Part of the total that the published parties make up"
        ),
        "smallest_visible_error": _decimal("Least error that this relation could have seen, base units", nullable=True),
        "explanation_vi": _text("One sentence in Vietnamese"),
        "explanation_en": _text("One sentence in English"),
        "figure_ids": _text(f"{_JSON_LIST} of the figures tried"),
    },
    _ordered("stated_lo", "stated_hi"),
    _ordered("derived_lo", "derived_hi"),
)

PANEL: Final = _table(
    "panel",
    "One row per entity, metric, origin, unit and period: the published data set (bảng số liệu).",
    {
        "entity": _entity("Board or bloc"),
        "entity_name": _text("Name in Vietnamese"),
        "metric": _text("Code of the vocabulary"),
        "metric_name": _text("Name in Vietnamese"),
        "origin": _one_of("Origin of the investment", ORIGINS, nullable=True),
        "unit": _text("Base unit; currencies apart"),
        "period": _half_year("Half-year that holds period_end"),
        "period_start": _day("First day; null for a stock", nullable=True),
        "period_end": _day("Last day, or as-of date of a stock"),
        "value": pa.Column(float, description="Value, base units; the exact decimal is in the totals"),
        "lo": pa.Column(float, nullable=True, description="Least value that precision and hedge allow"),
        "hi": pa.Column(float, nullable=True, description="Greatest value that precision and hedge allow"),
        "bound": _one_of("What the hedge says of the true value", BOUNDS),
        "status": _one_of("Whether several documents agree", CELL_STATUSES),
        "sources": _count("Sources that publish the cell; copies of one text are one"),
        "worst_verdict": _one_of("Worst verdict of the relations it stands in", VERDICTS, nullable=True),
        "figure_ids": _text(f"{_JSON_LIST} of the figures behind the row"),
        "review": pa.Column(bool, description="True where a word of one of them is doubtful (cần xem lại)"),
        "vintage": _day("Day this row was computed"),
    },
)

TABLES: Final[dict[str, pa.DataFrameSchema]] = {
    str(schema.name): schema
    for schema in (
        RAW_DOCUMENTS,
        CLEANED_TEXTS,
        FACTS,
        BOARD_TOTALS,
        BLOC_TOTALS,
        RECONCILED_AGGREGATES,
        PANEL,
    )
}


def frame_of(schema: pa.DataFrameSchema, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as a frame with exactly the columns of `schema`, in order; no rows give an empty typed frame.

    Errors: pandera's SchemaErrors listing every broken rule; KeyError on a missing column; TypeError
    on a float in a column of text, which pandera would print and so round.
    """
    dtypes = {name: object if str(c.dtype) == "str" else str(c.dtype) for name, c in schema.columns.items()}
    for name in (name for name, dtype in dtypes.items() if dtype is object):
        _refuse_floats(f"{schema.name}.{name}", [row[name] for row in rows])
    frame = pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in dtypes})
    return schema.validate(frame.astype(dtypes) if frame.empty else frame, lazy=True)


def _refuse_floats(column: str, values: list[Any]) -> None:
    for value in values:
        if isinstance(value, float) and not pd.isna(value):
            raise TypeError(f"{column}: {value!r} is a float; write the decimal as text (facts.plain_decimal)")
