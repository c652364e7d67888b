"""Plainly synthetic documents with their truth, written apart from the rules they judge."""
