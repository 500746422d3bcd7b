"""Readers propose and people decide; of two who decide at once, one wins."""

import django.db.models.deletion
from django.db import migrations, models

from heard.records.append_only import NeverRemove, WriteOnce
from heard.records.guards import Quoting, Update


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_claims"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reader", models.CharField(max_length=100)),
                ("version", models.CharField(max_length=100)),
                ("drafts", models.IntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="records.account",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
            ],
            options={
                "db_table": "reading",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=40)),
                ("type", models.CharField(blank=True, max_length=40)),
                ("polarity", models.CharField(max_length=40)),
                ("start", models.IntegerField()),
                ("end", models.IntegerField()),
                ("quote", models.TextField()),
                ("page", models.IntegerField()),
                ("paragraph", models.IntegerField()),
                ("arguments", models.JSONField()),
                ("maker", models.CharField(max_length=200)),
                ("confidence", models.FloatField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="records.account",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.reading",
                    ),
                ),
            ],
            options={
                "db_table": "draft",
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ordinal", models.PositiveIntegerField()),
                ("verdict", models.CharField(max_length=40)),
                ("reason", models.TextField(blank=True)),
                (
                    "claim",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision",
                        to="records.claim",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="records.draft",
                    ),
                ),
            ],
            options={
                "db_table": "decision",
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "ordinal"), name="decision_one_wins"),
                    models.CheckConstraint(condition=models.Q(("ordinal__gte", 1)), name="decision_ordinal_from_1"),
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["accepted", "edited", "rejected", "undone"])),
                        name="decision_verdict_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("verdict__in", ["accepted", "edited"])),
                            models.Q(("claim__isnull", True), ("verdict__in", ["rejected", "undone"])),
                            _connector="OR",
                        ),
                        name="decision_makes_a_claim",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), ("verdict", "rejected"), _negated=True),
                        name="decision_rejects_with_reason",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(fields=("account", "reader", "version"), name="reading_once"),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(fields=["account", "start", "id"], name="draft_in_order"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("key",), name="draft_key_once"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__gte", 0), ("start__lt", models.F("end"))), name="draft_spans_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["act", "status", "count", "position", "demand"])),
                name="draft_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("polarity__in", ["asserted", "denied"])), name="draft_polarity_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)), name="draft_confidence_is_a_share"
            ),
        ),
        WriteOnce("reading", "decision"),
        NeverRemove("draft"),
        Quoting("draft", "quote"),
        Update("draft", {"quote": "", "arguments": "[]"}),
    ]
