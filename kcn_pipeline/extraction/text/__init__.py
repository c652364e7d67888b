"""The text as extraction sees it: tokens, sentences, brackets, phrases of `reference/` at their places; no meaning."""
