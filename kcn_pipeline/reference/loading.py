"""Reading reference files: YAML lists of rows, each checked against a model, refused with its line.

Belongs here: the base row, file and line of every error. Does not: what any one file contains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, model_validator

DATA: Final = Path(__file__).parent / "data"
# libyaml reads the reference data eight times faster, half of what `kcn extract` needs for one document.
_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_@-]*$")]


class BrokenReference(ValueError):
    """A broken row of a reference file: says file, line, what is wrong and how to mend it."""

    def __init__(self, path: Path, line: int, problem: str, cure: str) -> None:
        super().__init__(f"{path.name}:{line}: {problem}; {cure}")
        self.path, self.line, self.problem, self.cure = path, line, problem, cure


class Entry(BaseModel):
    """A row of a file that people edit: nothing unknown in it, and it knows its line."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _line: int = PrivateAttr(default=1)

    @property
    def line(self) -> int:
        """Line of its file on which the row begins."""
        return self._line


class Row(Entry):
    """What every reference row has: where it was taken from, and the days it is valid for, ends included."""

    source: str = Field(min_length=3)
    valid_from: date | None = None
    valid_to: date | None = None

    @model_validator(mode="after")
    def _validity_in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_from > self.valid_to:
            raise ValueError(f"valid_from {self.valid_from} is after valid_to {self.valid_to}")
        return self

    def valid_on(self, day: date) -> bool:
        """Whether the row holds on `day`; an open end holds for ever."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


RowT = TypeVar("RowT", bound=Entry)


def read_rows(path: Path, model: type[RowT], *, may_be_empty: bool = False) -> list[RowT]:
    """The rows of one YAML file, checked one by one.

    Errors: BrokenReference with file, line and cure for a file that cannot be read, is not a list of
    mappings or is empty where it must not be, and for the first broken row.
    """
    node = _compose(path)
    if may_be_empty and node is None:
        return []
    if not isinstance(node, yaml.SequenceNode) or not (node.value or may_be_empty):
        raise BrokenReference(path, 1, "the file is not a list of rows", "write one '- key: value' block a row")
    return [_checked(path, item, model) for item in node.value]


def _compose(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise BrokenReference(path, 1, f"cannot be read ({error.strerror})", "restore the file") from error
    except UnicodeDecodeError as error:
        raise BrokenReference(path, 1, "is not UTF-8", "save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BrokenReference(path, line, f"not YAML: {error.problem}", "mend indentation and quotes") from error
    except yaml.YAMLError as error:
        raise BrokenReference(path, 1, f"not YAML: {error}", "take out what is no text") from error


def _checked(path: Path, node: yaml.Node, model: type[RowT]) -> RowT:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise BrokenReference(path, line, "the row is not a mapping", "write 'key: value' pairs")
    _refuse_repeated_fields(path, node)
    try:
        row = model.model_validate(_values(path, node))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        problem = first["msg"].removeprefix("Value error, ")
        if not field:
            raise BrokenReference(path, line, problem, "correct the row") from error
        raise BrokenReference(path, line, f"{field}: {problem}", f"correct '{field}'") from error
    row._line = line
    return row


def _values(path: Path, node: yaml.MappingNode) -> Any:
    try:
        return yaml.SafeLoader("").construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or node.start_mark
        raise BrokenReference(path, mark.line + 1, f"not YAML: {error.problem}", "write plain values") from error
    except (ValueError, RecursionError) as error:
        # What looks like a day and is none, such as the 31st of February, is a bare ValueError of PyYAML.
        raise BrokenReference(path, node.start_mark.line + 1, str(error), "correct the row") from error


def _refuse_repeated_fields(path: Path, node: yaml.MappingNode) -> None:
    # YAML keeps the last of two equal fields without a word: half of an edit would be lost.
    seen: set[str] = set()
    for field, value in node.value:
        line = field.start_mark.line + 1
        if not isinstance(field, yaml.ScalarNode):
            raise BrokenReference(path, line, "a field has no plain name", "write 'key: value' pairs")
        if field.value in seen:
            raise BrokenReference(path, line, f"field '{field.value}' stands twice in one row", "keep one of them")
        seen.add(field.value)
        if isinstance(value, yaml.MappingNode) and value is not node:
            _refuse_repeated_fields(path, value)


def rows_by_key(path: Path, rows: Iterable[RowT], key: Callable[[RowT], str]) -> dict[str, RowT]:
    """The rows by their key, in the order of the file. Errors: BrokenReference at the second of two rows of one key."""
    found: dict[str, RowT] = {}
    for row in rows:
        name = key(row)
        if name in found:
            problem = f"'{name}' stands twice, first in line {found[name].line}"
            raise BrokenReference(path, row.line, problem, "merge the two rows")
        found[name] = row
    return found


def require_unique(path: Path, keys: Iterable[str]) -> None:
    """Refuse a file in which two rows share a key. Errors: BrokenReference."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise BrokenReference(path, 1, f"'{key}' stands twice", "merge the two rows")
        seen.add(key)


def require_known(path: Path, keys: Iterable[str], known: Iterable[str], what: str, line: int = 1) -> None:
    """Refuse a reference to a row that does not exist. Errors: BrokenReference at `line`."""
    missing = sorted(set(keys) - set(known))
    if missing:
        problem = f"unknown {what}: {', '.join(missing)}"
        raise BrokenReference(path, line, problem, f"add the {what} or correct the code")
