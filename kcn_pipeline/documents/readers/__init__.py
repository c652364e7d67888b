"""One reader for each format, from bytes to decoded text with its places; not what the text says."""
