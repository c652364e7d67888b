"""Run every measurement and print it."""

from __future__ import annotations

from benchmarks.accuracy import write_accuracy
from benchmarks.injection import write_localisation
from benchmarks.restoration import write_restoration
from benchmarks.speed import speed_table


def main() -> None:
    """Accuracy into docs/accuracy.md, restoration into docs/restoration.md, then speed on the terminal."""
    print(write_accuracy())
    print(write_localisation())
    print(write_restoration())
    print(speed_table())


if __name__ == "__main__":
    main()
