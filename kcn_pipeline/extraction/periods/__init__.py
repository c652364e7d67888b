"""When a figure holds, and whether it is an outcome, an aim or an amount of before."""
