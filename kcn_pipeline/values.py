"""How small value types are made that a text has thousands of.

Belongs here: the decorator that makes them. Does not: any such type.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value_type(*, order: bool = False) -> Callable[[type[T]], type[T]]:
    """`dataclass(frozen=True, slots=True)` to type checkers, which forbid to alter one; the interpreter does not.

    A dataclass that guards itself at run time takes three times as long to make.
    """
    return dataclass(slots=True, unsafe_hash=True, order=order)
