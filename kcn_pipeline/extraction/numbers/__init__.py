"""Figures as printed: numerals, scale, unit and hedge, those left out included; not what they count."""
