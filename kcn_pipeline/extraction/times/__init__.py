"""Expressions of time and the windows they name, for a sentence, paragraph or section; not which figure they date."""
