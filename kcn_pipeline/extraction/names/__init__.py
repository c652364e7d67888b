"""Whom a text names: boards, blocs, provinces, zones, companies and the nation, as mentions; not whose a figure is."""
