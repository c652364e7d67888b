"""Whose a figure is, among the names around it."""
