"""What figures, once bound, tell of each other: sums, parts, restatements and doubtful decimal marks."""
