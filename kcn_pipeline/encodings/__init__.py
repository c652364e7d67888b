"""Legacy Vietnamese encodings: writing them, recognising them in text, and what their letters are in Unicode."""
