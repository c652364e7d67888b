"""How checks are made: a rule judges the rows of one partition, and what it found becomes a check result.

Belongs here: rules, findings, the schema rule that every table has, and turning a list of rules into
one Dagster op. Does not: the rules of a stage (`checks_documents` … `checks_publication`).

One op an asset, because every op is a step that costs time; a dozen rules at most, so that an
operator can take them in. A rule that had nothing to try says so and never passes silently.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Final, Literal

import dagster as dg
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from kcn_pipeline.defs.describing import table_of
from kcn_pipeline.defs.partitions import AROUND, HALF_YEARS, around, unfinished_api_accepted
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.defs.storage import stored_table
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.tables import TABLES

Severity = Literal["ERROR", "WARN"]
Reach = Literal["same", "around", "every"]
"""Which half-years of another table a rule reads: the one judged, those within reach of it, or all."""
ROWS_SHOWN: Final = 20
MOST_RULES: Final = 12

_MAPPINGS: Final[dict[Reach, dg.PartitionMapping | None]] = {
    "same": None,
    "around": AROUND,
    "every": dg.AllPartitionMapping(),
}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What a rule judges: the rows of an asset, its half-year (None without one) and the tables beside it."""

    rows: pd.DataFrame
    period: HalfYear | None = None
    beside: Mapping[str, pd.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: how much it tried, what failed, and a sentence for the case that something did."""

    tried: int
    failing: Sequence[Mapping[str, Any]]
    message: str
    severity: Severity = "ERROR"


@dataclass(frozen=True, slots=True)
class Rule:
    """One named check of an asset; a blocking one stops what lies downstream when it fails with ERROR."""

    name: str
    description: str
    judge: Callable[[Exhibit], Finding]
    _: KW_ONLY
    blocking: bool = False


def checks_on(
    asset: str, rules: Sequence[Rule], *, beside: Mapping[str, Reach] | None = None, partitioned: bool = True
) -> dg.AssetChecksDefinition:
    """One op that judges an asset by several rules, any subset of which can be run.

    beside: further tables that the rules read, by asset name, and which half-years of them.
    Errors: ValueError for more rules than an operator can take in.
    """
    if len(rules) > MOST_RULES:
        raise ValueError(f"{asset}: {len(rules)} checks, at most {MOST_RULES}; put related rules into one")
    by_name = {rule.name: rule for rule in rules}
    reaches = dict(beside or {})

    @dg.multi_asset_check(
        name=f"{asset}_checks",
        specs=_specs(asset, rules, reaches, partitioned=partitioned),
        can_subset=True,
        ins={"rows": dg.AssetIn(asset)},
    )
    def judge(
        context: dg.AssetCheckExecutionContext, rows: pd.DataFrame, data: DataResource
    ) -> Iterator[dg.AssetCheckResult]:
        period = HalfYear.parse(context.partition_key) if partitioned else None
        # Not as inputs of the op: Dagster gives a check's inputs neither offsets nor leave to be missing.
        tables = {name: _table(data, name, reach, period) for name, reach in reaches.items()}
        exhibit = Exhibit(rows, period, tables)
        for name in sorted(key.name for key in context.selected_asset_check_keys):
            yield as_result(asset, name, by_name[name].judge(exhibit))

    return judge


def _specs(
    asset: str, rules: Sequence[Rule], reaches: Mapping[str, Reach], *, partitioned: bool
) -> list[dg.AssetCheckSpec]:
    deps = [dg.AssetDep(name, partition_mapping=_MAPPINGS[reach]) for name, reach in reaches.items()]
    with unfinished_api_accepted():
        return [
            dg.AssetCheckSpec(
                rule.name,
                asset=asset,
                description=rule.description,
                blocking=rule.blocking,
                additional_deps=deps,
                partitions_def=HALF_YEARS if partitioned else None,
            )
            for rule in rules
        ]


def _table(data: DataResource, name: str, reach: Reach, period: HalfYear | None) -> pd.DataFrame:
    warehouse = data.directory.warehouse
    if period is None or reach == "every":
        return stored_table(warehouse, name)
    return stored_table(warehouse, name, [period] if reach == "same" else around([period]))


def as_result(asset: str, check: str, finding: Finding) -> dg.AssetCheckResult:
    """A finding as Dagster shows it: exact counts, and the first rows that failed."""
    passed = not finding.failing
    metadata: dict[str, Any] = {"rows tried": finding.tried, "rows failing": len(finding.failing)}
    if not passed:
        metadata["first failing rows"] = table_of([dict(row) for row in finding.failing], ROWS_SHOWN)
    held = f"{finding.tried} rows tried" if finding.tried else "0 rows tried: there was nothing to judge"
    return dg.AssetCheckResult(
        passed=passed,
        asset_key=asset,
        check_name=check,
        severity=dg.AssetCheckSeverity.ERROR if finding.severity == "ERROR" else dg.AssetCheckSeverity.WARN,
        description=held if passed else finding.message,
        metadata=metadata,
    )


def schema_rule(table: str) -> Rule:
    """The rule that every table has: its Pandera schema from `tables`, with the failing columns and rows."""
    schema = TABLES[table]
    return Rule(
        name="schema",
        description=f"Every column of {table} has its type, range and vocabulary; rows are whole and unique.",
        judge=lambda exhibit: schema_finding(schema, exhibit.rows),
        blocking=True,
    )


def schema_finding(schema: pa.DataFrameSchema, rows: pd.DataFrame) -> Finding:
    """What breaks the schema, one entry a value; a rule across columns counts once a row."""
    try:
        schema.validate(rows, lazy=True)
    except SchemaErrors as errors:
        broken = _broken(errors.failure_cases)
        columns = ", ".join(sorted({str(case["column"]) for case in broken}))
        return Finding(len(rows), broken, f"{len(broken)} values break the schema, in: {columns}")
    return Finding(len(rows), [], "")


def _broken(cases: pd.DataFrame) -> list[dict[str, Any]]:
    across = (cases["schema_context"] == "DataFrameSchema") & cases["index"].notna()
    # A rule across columns lists every column of a failing row: one entry a row is what an operator counts.
    whole_rows = cases[across].drop_duplicates(["check", "index"]).assign(column="(row)", failure_case=None)
    kept = pd.concat([cases[~across], whole_rows]).sort_values("index", kind="stable", key=lambda s: s.astype(str))
    return [
        {
            "column": str(case["column"] or "(table)"),
            "check": str(case["check"]),
            "row": None if pd.isna(case["index"]) else int(case["index"]),
            "value": None if case["failure_case"] is None else str(case["failure_case"])[:200],
        }
        for case in kept.to_dict("records")
    ]
