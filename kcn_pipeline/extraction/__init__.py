"""Understand: from cleaned text to figures bound to metric, entity and period."""
