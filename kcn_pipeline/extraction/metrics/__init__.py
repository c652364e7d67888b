"""Which metric an amount states, by the wordings around it."""
