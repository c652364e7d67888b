"""Run every measurement and print it."""

from __future__ import annotations

from benchmarks.accuracy import write_accuracy
from benchmarks.injection import write_localisation
from benchmarks.restoration import write_restoration
from benchmarks.speed import write_speed


def main() -> None:
    """Each measurement into its file of `docs`, and on the terminal."""
    print(write_accuracy())
    print(write_localisation())
    print(write_restoration())
    print(write_speed())


if __name__ == "__main__":
    main()
