"""Who reports on which period, told by the words of a decoded text; not how it was decoded."""
