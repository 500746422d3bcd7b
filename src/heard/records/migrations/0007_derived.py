"""What follows from claims and judgements is kept for speed; these tables alone may change."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_judgements"),
    ]

    operations = [
        migrations.CreateModel(
            name="IncidentMembership",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="incident",
                        serialize=False,
                        to="records.claim",
                    ),
                ),
                ("incident", models.CharField(max_length=32)),
            ],
            options={
                "db_table": "incident_membership",
                "indexes": [models.Index(fields=["incident", "claim"], name="incident_membership_incident")],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "mention",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="membership",
                        serialize=False,
                        to="records.mention",
                    ),
                ),
                ("referent", models.CharField(max_length=32)),
            ],
            options={
                "db_table": "membership",
                "indexes": [models.Index(fields=["referent", "mention"], name="membership_referent")],
            },
        ),
        migrations.CreateModel(
            name="Referent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=40)),
                ("name", models.TextField()),
                ("mentions", models.IntegerField()),
            ],
            options={
                "db_table": "referent",
                "indexes": [models.Index(fields=["kind", "mentions", "key"], name="referent_most_named")],
                "constraints": [models.UniqueConstraint(fields=("key",), name="referent_key_once")],
            },
        ),
        migrations.CreateModel(
            name="AccountStanding",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="standing",
                        serialize=False,
                        to="records.account",
                    ),
                ),
                ("state", models.CharField(max_length=40)),
                ("urgent", models.BooleanField()),
                ("language", models.CharField(blank=True, max_length=3)),
                ("opening", models.CharField(blank=True, max_length=200)),
                ("drafts", models.IntegerField()),
                ("decided", models.IntegerField()),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.source",
                    ),
                ),
            ],
            options={
                "db_table": "account_standing",
                "indexes": [
                    models.Index(fields=["urgent", "account"], name="account_standing_all"),
                    models.Index(fields=["state", "urgent", "account"], name="account_standing_state"),
                    models.Index(fields=["language", "urgent", "account"], name="account_standing_language"),
                    models.Index(fields=["source", "urgent", "account"], name="account_standing_source"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimStanding",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="standing",
                        serialize=False,
                        to="records.claim",
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("type", models.CharField(blank=True, max_length=40)),
                ("polarity", models.CharField(max_length=40)),
                ("reviewed", models.BooleanField()),
                ("start", models.IntegerField()),
                ("dated", models.BooleanField()),
                ("earliest", models.DateField(null=True)),
                ("latest", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.account",
                    ),
                ),
            ],
            options={
                "db_table": "claim_standing",
                "indexes": [
                    models.Index(fields=["account", "start", "claim"], name="claim_standing_account"),
                    models.Index(fields=["kind", "claim"], name="claim_standing_kind"),
                    models.Index(fields=["type", "claim"], name="claim_standing_type"),
                    models.Index(fields=["polarity", "claim"], name="claim_standing_polarity"),
                    models.Index(fields=["reviewed", "claim"], name="claim_standing_reviewed"),
                    models.Index(fields=["earliest", "latest", "claim"], name="claim_standing_period"),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("referent", models.CharField(max_length=32)),
                (
                    "claim",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.claim",
                    ),
                ),
            ],
            options={
                "db_table": "named_part",
                "indexes": [
                    models.Index(fields=["referent", "claim", "role"], name="named_part_referent"),
                    models.Index(fields=["referent", "role", "claim"], name="named_part_role"),
                ],
                "constraints": [models.UniqueConstraint(fields=("claim", "role", "referent"), name="named_part_once")],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.IntegerField()),
                ("end", models.IntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.account",
                    ),
                ),
            ],
            options={
                "db_table": "passage",
                "constraints": [models.UniqueConstraint(fields=("account", "start"), name="passage_once")],
            },
        ),
    ]
