"""How verdicts and suspects are put into words, in Vietnamese and English."""
