"""Restore: from decoded text to correct Vietnamese, every character still traceable."""
