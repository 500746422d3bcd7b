"""The append-only log of who did what to which item, and its proofs. Standard library and cryptography only."""

from heard.custody.acts import Act
from heard.custody.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from heard.custody.cosignature import cosign, require_witnesses, verify_cosignature
from heard.custody.entry import (
    Detail,
    Entry,
    commit,
    enter,
    open_detail,
    read_detail,
    read_entry,
    read_opened,
    write_opened,
)
from heard.custody.keys import KeyType, SignerKey, VerifierKey
from heard.custody.note import Note
from heard.custody.proof import Proof, prove, verify_proof
from heard.custody.tiles import TilesInMemory, TileSource, consistency_path, frontier_at, inclusion_path, root_at
from heard.custody.tree import Frontier, TilePiece, leaf_hash, root_of, verify_consistency, verify_inclusion
from heard.custody.verify import VerifiedBundle, verify_bundle, verify_growth, verify_leaves, verify_tiles

__all__ = [
    "Act",
    "Checkpoint",
    "Detail",
    "Entry",
    "Frontier",
    "KeyType",
    "Note",
    "Proof",
    "SignerKey",
    "TilePiece",
    "TileSource",
    "TilesInMemory",
    "VerifiedBundle",
    "VerifierKey",
    "commit",
    "consistency_path",
    "cosign",
    "enter",
    "frontier_at",
    "inclusion_path",
    "leaf_hash",
    "open_checkpoint",
    "open_detail",
    "prove",
    "read_detail",
    "read_entry",
    "read_opened",
    "require_witnesses",
    "root_at",
    "root_of",
    "sign_checkpoint",
    "verify_bundle",
    "verify_consistency",
    "verify_cosignature",
    "verify_growth",
    "verify_inclusion",
    "verify_leaves",
    "verify_proof",
    "verify_tiles",
    "write_opened",
]
