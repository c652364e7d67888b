"""Vietnam's industrial-zone reports: damaged prose in, a proven half-year panel out."""

__version__ = "0.1.0"
