"""Reading reference files: YAML lists of rows, each checked against a model, refused with its line.

Belongs here: the base row, file and line of every error. Does not: what any one file contains.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

DATA: Final = Path(__file__).parent / "data"

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_@-]*$")]


class BrokenReference(ValueError):
    """A broken row of a reference file: says file, line, what is wrong and how to mend it."""

    def __init__(self, path: Path, line: int, problem: str, cure: str) -> None:
        super().__init__(f"{path.name}:{line}: {problem}; {cure}")
        self.path, self.line, self.problem, self.cure = path, line, problem, cure


class Row(BaseModel):
    """What every reference row has: where it was taken from, and the years it is valid for."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    source: str = Field(min_length=3)
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the row holds on `day`; an open end holds for ever."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


RowT = TypeVar("RowT", bound=Row)


def read_rows(path: Path, model: type[RowT]) -> list[RowT]:
    """The rows of one YAML file, checked one by one.

    Errors: BrokenReference with file, line and cure for the first broken row, for a file that is
    not a list of mappings, and for an empty one.
    """
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise BrokenReference(path, 1, "the file is not a list of rows", "write one '- key: value' block a row")
    constructor = yaml.SafeLoader("")
    rows = []
    for item in node.value:
        line = item.start_mark.line + 1
        values = constructor.construct_document(item)
        rows.append(_checked(path, line, values, model))
    return rows


def _checked(path: Path, line: int, values: Any, model: type[RowT]) -> RowT:
    if not isinstance(values, dict):
        raise BrokenReference(path, line, "the row is not a mapping", "write 'key: value' pairs")
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "row"
        raise BrokenReference(path, line, f"{field}: {first['msg']}", f"correct '{field}'") from error


def require_unique(path: Path, keys: Iterable[str]) -> None:
    """Refuse a file in which two rows share a key. Errors: BrokenReference."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise BrokenReference(path, 1, f"'{key}' stands twice", "merge the two rows")
        seen.add(key)


def require_known(path: Path, keys: Iterable[str], known: Iterable[str], what: str) -> None:
    """Refuse a reference to a row that does not exist. Errors: BrokenReference."""
    missing = sorted(set(keys) - set(known))
    if missing:
        raise BrokenReference(path, 1, f"unknown {what}: {', '.join(missing)}", f"add the {what} or correct the code")
