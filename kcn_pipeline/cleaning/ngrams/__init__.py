"""The syllable trigram model: what is counted, how it is smoothed, kept in a file, looked up and searched.

Belongs here: everything about how likely one syllable is after two others, and the likeliest way through candidates.
Does not: which candidates a damaged word has, and what damage makes of each (`channels`, `shortlists`).
"""
