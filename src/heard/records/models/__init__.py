"""Every table, under the one app label `records`."""

from heard.records.models.custody import (
    CustodyCheckpoint,
    CustodyDetail,
    CustodyEntry,
    CustodyHead,
    CustodyTile,
    ItemKey,
)

__all__ = ["CustodyCheckpoint", "CustodyDetail", "CustodyEntry", "CustodyHead", "CustodyTile", "ItemKey"]
