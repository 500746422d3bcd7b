"""The append-only log of who did what to which item, and its proofs. Standard library and cryptography only."""

from heard.custody.acts import Act
from heard.custody.entry import Detail, Entry, commit, enter, open_detail, read_detail, read_entry
from heard.custody.tiles import TilesInMemory, TileSource, consistency_path, inclusion_path, root_at
from heard.custody.tree import Frontier, TilePiece, leaf_hash, root_of, verify_consistency, verify_inclusion

__all__ = [
    "Act",
    "Detail",
    "Entry",
    "Frontier",
    "TilePiece",
    "TileSource",
    "TilesInMemory",
    "commit",
    "consistency_path",
    "enter",
    "inclusion_path",
    "leaf_hash",
    "open_detail",
    "read_detail",
    "read_entry",
    "root_at",
    "root_of",
    "verify_consistency",
    "verify_inclusion",
]
