"""Value types that are cheap to make: equal by their fields, hashable, and the same after copying and pickling."""

from __future__ import annotations

import copy
import pickle
from dataclasses import fields, replace

import pytest

from kcn_pipeline.quantities import Span
from kcn_pipeline.values import value_type


@value_type()
class Named:
    """A name with a default."""

    name: str
    count: int = 1


@value_type(order=True)
class Place:
    """A place among others."""

    line: int
    column: int


def test_equal_fields_make_equal_values_with_one_hash() -> None:
    assert Named("a") == Named("a", 1)
    assert Named("a") != Named("a", 2)
    assert len({Named("a"), Named("a", 1), Named("b")}) == 2


def test_values_are_ordered_by_their_fields_where_asked_for() -> None:
    assert sorted([Place(2, 1), Place(1, 9)]) == [Place(1, 9), Place(2, 1)]
    with pytest.raises(TypeError, match="not supported between"):
        sorted([Named("b"), Named("a")])  # type: ignore[type-var]


def test_a_value_has_no_room_for_other_fields() -> None:
    with pytest.raises(AttributeError):
        Named("a").other = 1  # type: ignore[attr-defined]


def test_values_can_be_replaced_copied_and_pickled() -> None:
    assert replace(Named("a"), count=3) == Named("a", 3)
    assert copy.deepcopy(Named("a", 2)) == Named("a", 2)
    assert pickle.loads(pickle.dumps(Span(3, 8))) == Span(3, 8)  # noqa: S301


def test_a_value_is_a_dataclass() -> None:
    assert [field.name for field in fields(Span)] == ["start", "end"]


def test_a_type_checks_itself_when_made() -> None:
    with pytest.raises(ValueError, match="negative or reversed"):
        Span(8, 3)
