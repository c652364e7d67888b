"""Whose investment a figure speaks of: foreign, domestic or both."""
