"""The families of arithmetic relations among figures, and what became of each; not who is wrong."""
