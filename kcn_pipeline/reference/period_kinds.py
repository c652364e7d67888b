"""The kinds of expressions of time that `period_patterns.yaml` has.

Belongs here: their names. Does not: the patterns (`patterns`), or what window each names (`extraction`).
"""

from __future__ import annotations

from typing import Literal

PeriodKind = Literal[
    "range",
    "compared",
    "as_of_day",
    "as_of_mid_month",
    "as_of_month",
    "as_of_month_start",
    "as_of_quarter",
    "as_of_year",
    "horizon",
    "first_months",
    "months",
    "last_months",
    "first_half",
    "this_month",
    "planned_year",
    "planned_quarter",
    "planned_month",
    "second_half",
    "quarter",
    "last_quarter",
    "month",
    "day",
    "year",
    "whole_year",
    "this_year",
    "next_year",
    "last_year",
    "same_day",
    "year_to_date",
    "since_year",
    "rest_of_year",
    "whole_quarter",
    "past_year",
    "past_years",
    "months_last_year",
    "as_of_year_start",
    "year_to_day",
    "year_to_month",
    "span_of_days",
    "span_of_months",
    "span_of_quarters",
    "in_last_year",
    "whole_term",
    "ignored",
]
