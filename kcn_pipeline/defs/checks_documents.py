"""What must hold of the register of documents.

Belongs here: the rules of `raw_documents`. Does not: files that could not be read (`assets_documents`
reports them where it meets them).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.defs.checks import Exhibit, Finding, Rule, checks_on, schema_rule
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reference.blocs import load_blocs, membership


def period_inside_partition(exhibit: Exhibit) -> Finding:
    """Each document is filed under the half-year that holds the end of its window."""
    period = _period(exhibit)
    rows = rows_of(exhibit.rows, "document", "period", "window_end")
    inside = (period.start.isoformat(), period.end.isoformat())
    strays = [r for r in rows if r["period"] != period.label or not inside[0] <= r["window_end"] <= inside[1]]
    return Finding(len(rows), strays, f"{len(strays)} of {len(rows)} documents do not belong to {period}")


def publisher_known(exhibit: Exhibit) -> Finding:
    """Each report of a board or bloc names who reports; the press need not."""
    rows = exhibit.rows[exhibit.rows["kind"] != "press"]
    unknown = rows_of(rows[rows["publisher"].isna()], "document", "kind", "title")
    message = (
        f"{len(unknown)} of {len(rows)} reports name no publisher; add 'publisher' to a .meta.yaml beside the file"
    )
    return Finding(len(rows), unknown, message, "WARN")


def expected_boards_reported(exhibit: Exhibit) -> Finding:
    """Each board that is known to be in a bloc has a document; one row a bloc that lacks some."""
    period = _period(exhibit)
    reported = set(exhibit.rows["publisher"].dropna())
    expected, lacking = 0, []
    for code, bloc in load_blocs().items():
        known = membership(code, period.year)
        members = [f"board:{member}" for member in known.members or ()]
        missing = [member for member in members if member not in reported]
        expected += len(members)
        if missing:
            assumed = f"members as of {known.source_year}" if known.assumed else "members of the year"
            lacking.append(
                {"bloc": bloc.entity, "missing": ", ".join(missing), "basis": assumed, "count": len(missing)}
            )
    count = sum(int(str(row["count"])) for row in lacking)
    return Finding(expected, lacking, f"{count} of {expected} boards have no document for {period}", "WARN")


RULES: Final = (
    schema_rule("raw_documents"),
    Rule(
        "period_inside_partition",
        "The reporting period of each document ends in the half-year it is filed under.",
        period_inside_partition,
    ),
    Rule("publisher_known", "Each report of a board or bloc names its publisher (đơn vị báo cáo).", publisher_known),
    Rule(
        "expected_boards_reported",
        "Each board that is a known member of an emulation bloc (khối thi đua) sent a document.",
        expected_boards_reported,
    ),
)

RAW_DOCUMENTS_CHECKS: Final = checks_on("raw_documents", RULES)


def _period(exhibit: Exhibit) -> HalfYear:
    if exhibit.period is None:
        raise ValueError("this rule judges one half-year at a time")
    return exhibit.period
