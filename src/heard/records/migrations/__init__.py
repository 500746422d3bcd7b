"""Each migration is small, says why, and runs on both databases."""
