"""`make bench`: accuracy and speed, measured and written down with date and commit."""
