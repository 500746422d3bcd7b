"""Tables of the custody log and of the keys of single items."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _BigInteger = models.BigIntegerField[int, int]
else:
    _BigInteger = models.BigIntegerField  # takes no type arguments when it runs


class PositionField(_BigInteger):
    """A place in the log; on SQLite the row's own number, so that looking it up reads one tree, not two."""

    def db_type(self, connection: Any) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class CustodyEntry(models.Model):
    """One line of the log; every other row points at the line written with it."""

    index = PositionField(primary_key=True)
    leaf_hash = models.BinaryField(max_length=32)
    act = models.CharField(max_length=40)
    item = models.CharField(max_length=32)
    actor = models.CharField(max_length=32)
    at = models.DateTimeField()
    leaf = models.BinaryField()

    class Meta:
        db_table = "custody_entry"
        constraints = (models.CheckConstraint(condition=models.Q(index__gte=0), name="custody_entry_index"),)
        indexes = (
            models.Index(fields=("item", "index"), name="custody_entry_item"),
            models.Index(fields=("actor", "index"), name="custody_entry_actor"),
            models.Index(fields=("act", "index"), name="custody_entry_act"),
        )


class CustodyDetail(models.Model):
    """What only the register knows of an entry, and the salt that opens the leaf's commitment to it.

    The only rows beside item keys that may be deleted: the log stays whole, and the leaf becomes meaningless.
    """

    entry = models.OneToOneField(CustodyEntry, on_delete=models.PROTECT, primary_key=True, related_name="detail")
    detail = models.BinaryField()
    salt = models.BinaryField(max_length=32)

    class Meta:
        db_table = "custody_detail"


class CustodyTile(models.Model):
    """Hashes number `offset` and on of one tile above the leaves; the leaves' own hashes stand in their entries."""

    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    offset = models.PositiveSmallIntegerField()
    hashes = models.BinaryField()

    class Meta:
        db_table = "custody_tile"
        constraints = (
            models.UniqueConstraint(fields=("level", "index", "offset"), name="custody_tile_once"),
            models.CheckConstraint(condition=models.Q(level__gte=1, index__gte=0), name="custody_tile_place"),
        )


class CustodyHead(models.Model):
    """How far the log has come: one row, which whoever appends holds locked."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    size = models.BigIntegerField()
    peaks = models.BinaryField()

    class Meta:
        db_table = "custody_head"
        constraints = (models.CheckConstraint(condition=models.Q(id=1, size__gte=0), name="custody_head_single"),)


class CustodyCheckpoint(models.Model):
    """A signed statement of the log's size and root, and what witnesses added to it."""

    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    at = models.DateTimeField()
    note = models.TextField()

    class Meta:
        db_table = "custody_checkpoint"
        indexes = (models.Index(fields=("size", "id"), name="custody_checkpoint_size"),)


class ItemKey(models.Model):
    """The key of one sealed file, wrapped under the home's own; deleting it destroys the item for good.

    `sealed` is the SHA-256 of the sealed file, which is also its name.
    """

    item = models.CharField(max_length=32, primary_key=True)
    wrapped = models.BinaryField()
    sealed = models.CharField(max_length=64, unique=True)
    sealed_size = models.BigIntegerField()
    entry = models.ForeignKey(CustodyEntry, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "item_key"
