"""Prove: every figure tried against every other figure that should agree with it."""
