"""What a passage lends the figures in it, and what earlier sentences and rules have decided of them."""
