"""The custody log comes first: everything else points at its entries."""

import django.db.models.deletion
from django.db import migrations, models

import heard.records.models.custody
from heard.records.append_only import NeverChange, NeverRemove, WriteOnce


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CustodyEntry",
            fields=[
                ("index", heard.records.models.custody.PositionField(primary_key=True, serialize=False)),
                ("leaf_hash", models.BinaryField(max_length=32)),
                ("act", models.CharField(max_length=40)),
                ("item", models.CharField(max_length=32)),
                ("actor", models.CharField(max_length=32)),
                ("at", models.DateTimeField()),
                ("leaf", models.BinaryField()),
            ],
            options={
                "db_table": "custody_entry",
            },
        ),
        migrations.CreateModel(
            name="CustodyHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("peaks", models.BinaryField()),
            ],
            options={
                "db_table": "custody_head",
            },
        ),
        migrations.CreateModel(
            name="CustodyTile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("level", models.PositiveSmallIntegerField()),
                ("index", models.BigIntegerField()),
                ("offset", models.PositiveSmallIntegerField()),
                ("hashes", models.BinaryField()),
            ],
            options={
                "db_table": "custody_tile",
            },
        ),
        migrations.CreateModel(
            name="ItemKey",
            fields=[
                ("item", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
                ("sealed", models.CharField(max_length=64, unique=True)),
                ("sealed_size", models.BigIntegerField()),
            ],
            options={
                "db_table": "item_key",
            },
        ),
        migrations.CreateModel(
            name="CustodyCheckpoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField(max_length=32)),
                ("at", models.DateTimeField()),
                ("note", models.TextField()),
            ],
            options={
                "db_table": "custody_checkpoint",
                "indexes": [models.Index(fields=["size", "id"], name="custody_checkpoint_size")],
            },
        ),
        migrations.CreateModel(
            name="CustodyDetail",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="detail",
                        serialize=False,
                        to="records.custodyentry",
                    ),
                ),
                ("detail", models.BinaryField()),
                ("salt", models.BinaryField(max_length=32)),
            ],
            options={
                "db_table": "custody_detail",
            },
        ),
        migrations.AddIndex(
            model_name="custodyentry",
            index=models.Index(fields=["item", "index"], name="custody_entry_item"),
        ),
        migrations.AddIndex(
            model_name="custodyentry",
            index=models.Index(fields=["actor", "index"], name="custody_entry_actor"),
        ),
        migrations.AddIndex(
            model_name="custodyentry",
            index=models.Index(fields=["act", "index"], name="custody_entry_act"),
        ),
        migrations.AddConstraint(
            model_name="custodyentry",
            constraint=models.CheckConstraint(condition=models.Q(("index__gte", 0)), name="custody_entry_index"),
        ),
        migrations.AddConstraint(
            model_name="custodyhead",
            constraint=models.CheckConstraint(
                condition=models.Q(("id", 1), ("size__gte", 0)), name="custody_head_single"
            ),
        ),
        migrations.AddConstraint(
            model_name="custodytile",
            constraint=models.UniqueConstraint(fields=("level", "index", "offset"), name="custody_tile_once"),
        ),
        migrations.AddConstraint(
            model_name="custodytile",
            constraint=models.CheckConstraint(
                condition=models.Q(("index__gte", 0), ("level__gte", 1)), name="custody_tile_place"
            ),
        ),
        migrations.AddField(
            model_name="itemkey",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.custodyentry"
            ),
        ),
        WriteOnce("custody_entry", "custody_tile", "custody_checkpoint"),
        NeverChange("custody_detail", "item_key"),
        NeverRemove("custody_head"),
    ]
