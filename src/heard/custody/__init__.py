"""The append-only log of who did what to which item, and its proofs. Standard library and cryptography only."""
