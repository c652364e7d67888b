"""Rows of the tables of reconciliation about single figures, for tests of publication and of Dagster's assets.

Belongs here: one row made from a fact. Does not: whole tables (`frames`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from kcn_pipeline.extraction.facts import Fact

_CELL: Final = ("entity", "metric", "origin", "unit", "period_start", "period_end")


def constraint_row(tied: Iterable[Fact], **fields: Any) -> dict[str, Any]:
    """A relation among `tied`: the first is the sum of the others."""
    figures = list(tied)
    named = figures[0].as_row()
    terms = [
        {"party": figure.origin, "unit": figure.unit, "coefficient": "-1" if n else "1", "figure_id": figure.figure_id}
        for n, figure in enumerate(figures)
    ]
    return {
        "constraint_id": "feedbeef01234567",
        "period": figures[0].period,
        "rule": "origin_sum",
        "code": "origin_sum",
        **{name: named[name] for name in _CELL},
        "hard": True,
        "cause": None,
        "terms": json.dumps([{"terms": terms, "lo": "0", "hi": "0"}]),
        "figure_ids": json.dumps([figure.figure_id for figure in figures]),
        "reference": '["metrics.yaml: projects_licensed"]',
        **fields,
    }


def suspect_row(accused: Fact, **fields: Any) -> dict[str, Any]:
    """One reading of `accused` under the only explanation of a contradiction."""
    named = accused.as_row()
    return {
        "period": accused.period,
        "contradiction": "c0ffee0123456789",
        "answer": 1,
        "reading": 1,
        "kind": "figure",
        **{name: named[name] for name in _CELL},
        "figure_id": accused.figure_id,
        "relation_id": None,
        "published": named["value"],
        **dict.fromkeys(("feasible_lo", "feasible_hi", "repair", "repaired", "repaired_lo", "repaired_hi")),
        "cost": 2.5,
        "probability": 1.0,
        "ambiguous": False,
        "hard": True,
        "finished": True,
        "strict": True,
        "explanation_vi": f"Số {accused.quote} có thể sai.",
        "explanation_en": f"{accused.quote} may be wrong.",
        **fields,
    }


def conflict_row(member: Fact, **fields: Any) -> dict[str, Any]:
    """`member` as one of the figures that contradict each other."""
    named = member.as_row()
    return {
        "period": member.period,
        "contradiction": "c0ffee0123456789",
        "conflict": "0123456789abcdef",
        "kind": "figure",
        **{name: named[name] for name in _CELL},
        "figure_id": member.figure_id,
        "relation_id": None,
        "rule": None,
        "hard": False,
        "proved": True,
        **fields,
    }


def bound_row(like: Fact, entity: str, lo: str | None, hi: str | None) -> dict[str, Any]:
    """What the cell of `entity` that corresponds to that of `like` can be."""
    named = like.as_row()
    return {
        "period": like.period,
        "kind": "unpublished",
        **{name: named[name] for name in ("metric", "origin", "unit", "period_start", "period_end")},
        "entity": entity,
        "lo": lo,
        "hi": hi,
        "set_aside": 0,
        "finished": True,
    }


def revision_row(old: Fact, new: Fact, **fields: Any) -> dict[str, Any]:
    """`new` stands for a cell in place of `old`, because it is of a later version."""
    named = new.as_row()
    return {
        "period": new.period,
        **{name: named[name] for name in _CELL},
        "kind": "revision",
        "reason": "later_version",
        **{f"old_{name}": old.as_row()[name] for name in ("figure_id", "value", "document")},
        **{f"new_{name}": named[name] for name in ("figure_id", "value", "document")},
        **dict.fromkeys(("correction_id", "decided_by", "against")),
        **fields,
    }


def decision_row(about: Fact, **fields: Any) -> dict[str, Any]:
    """Somebody put another value in the place of `about`."""
    named = about.as_row()
    return {
        "correction_id": "dec1510n01234567",
        "period": about.period,
        "action": "override",
        "figure_id": about.figure_id,
        "quote": about.quote,
        **{name: named[name] for name in _CELL},
        "value": "51390000",
        "expected_value": named["value"],
        "reason": "the decimal mark was misread",
        "decided_by": "reviewer",
        "decided_on": "2020-01-15",
        "state": "applied",
        "old_value": named["value"],
        "new_value": "51390000",
        "explanation_vi": f"Số {about.quote} được thay.",
        "explanation_en": f"{about.quote} was replaced.",
        **fields,
    }
