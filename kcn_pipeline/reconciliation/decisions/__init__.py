"""Which published figure stands for a cell, and what people decided about it."""
