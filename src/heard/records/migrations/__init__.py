"""Each migration is small, says why, and runs on both databases.

The table of members comes after the first migration, and Django lets other apps' tables point at "the first" one:
its migration therefore names them in `run_before`.
"""
