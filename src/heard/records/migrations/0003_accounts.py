"""Sources, exhibits and accounts are kept as they arrived; only destruction on request may empty their words."""

import django.db.models.deletion
from django.db import migrations, models

from heard.records.append_only import NeverRemove, WriteOnce
from heard.records.guards import Update


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_members"),
    ]

    operations = [
        migrations.CreateModel(
            name="Exhibit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("sha256", models.CharField(max_length=64)),
                ("sealed", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=300)),
                ("media_type", models.CharField(max_length=200)),
                ("size", models.BigIntegerField()),
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
                "db_table": "exhibit",
            },
        ),
        migrations.CreateModel(
            name="Destruction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "exhibit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="destruction", to="records.exhibit"
                    ),
                ),
            ],
            options={
                "db_table": "destruction",
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("label", models.CharField(max_length=200)),
                ("relation", models.CharField(max_length=40)),
                ("name", models.CharField(blank=True, max_length=300)),
                ("shareable_name", models.BooleanField()),
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
                "db_table": "source",
            },
        ),
        migrations.CreateModel(
            name="ConsentAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("use", models.CharField(max_length=40)),
                ("answer", models.CharField(max_length=40)),
                ("note", models.TextField(blank=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="records.source"
                    ),
                ),
            ],
            options={
                "db_table": "consent_answer",
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("title", models.CharField(max_length=500)),
                ("told", models.CharField(blank=True, max_length=100)),
                ("urgent", models.BooleanField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "exhibit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="account", to="records.exhibit"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.source",
                    ),
                ),
            ],
            options={
                "db_table": "account",
            },
        ),
        migrations.CreateModel(
            name="SourceGrade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grade", models.CharField(max_length=1)),
                ("reason", models.TextField(blank=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grades", to="records.source"
                    ),
                ),
            ],
            options={
                "db_table": "source_grade",
            },
        ),
        migrations.CreateModel(
            name="UnreadableAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40)),
                ("extractor", models.CharField(max_length=100)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="failures", to="records.account"
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
                "db_table": "unreadable_account",
            },
        ),
        migrations.CreateModel(
            name="AccountText",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="text",
                        serialize=False,
                        to="records.account",
                    ),
                ),
                ("content", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("language", models.CharField(max_length=3)),
                ("page_starts", models.JSONField()),
                ("paragraph_starts", models.JSONField()),
                ("extractor", models.CharField(max_length=100)),
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
                "db_table": "account_text",
            },
        ),
        migrations.AddIndex(
            model_name="exhibit",
            index=models.Index(fields=["sha256"], name="exhibit_sha256"),
        ),
        migrations.AddConstraint(
            model_name="exhibit",
            constraint=models.UniqueConstraint(fields=("key",), name="exhibit_key_once"),
        ),
        migrations.AddConstraint(
            model_name="exhibit",
            constraint=models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="exhibit_holds_something"),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="destruction_reason_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(fields=("key",), name="source_key_once"),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "relation__in",
                        ["self", "witness", "relative", "lawyer", "official", "document", "member", "unknown"],
                    )
                ),
                name="source_relation_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("label", ""), _negated=True), name="source_label_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="consentanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["granted", "ask_first", "refused", "withdrawn", "not_asked"])),
                name="consent_answer_answer_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="consentanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("use", ""), _negated=True), name="consent_answer_use_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(fields=("key",), name="account_key_once"),
        ),
        migrations.AddConstraint(
            model_name="sourcegrade",
            constraint=models.CheckConstraint(
                condition=models.Q(("grade__in", ["A", "B", "C", "D", "E", "F"])), name="source_grade_grade_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="unreadableaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(("code", ""), _negated=True), name="unreadable_account_code_said"
            ),
        ),
        WriteOnce("source", "source_grade", "consent_answer", "destruction", "unreadable_account"),
        NeverRemove("exhibit", "account", "account_text"),
        Update("exhibit", {"name": "", "sha256": ""}),
        Update("account", {"title": ""}),
        Update("account_text", {"content": "", "sha256": ""}),
    ]
