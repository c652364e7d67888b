"""Tables that became lines of text, read out as sentences; prose is left as it is."""
