"""Run every measurement and print it."""

from __future__ import annotations

from benchmarks.accuracy import write_accuracy
from benchmarks.speed import speed_table


def main() -> None:
    """Accuracy into docs/accuracy.md, then speed on the terminal."""
    print(write_accuracy())
    print(speed_table())


if __name__ == "__main__":
    main()
