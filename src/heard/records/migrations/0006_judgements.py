"""People judge and find; nobody approves their own finding."""

import django.db.models.deletion
from django.db import migrations, models

from heard.records.append_only import WriteOnce
from heard.records.guards import SecondPerson


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_drafts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("standard", models.CharField(max_length=40)),
                ("conclusion", models.CharField(max_length=40)),
                ("reasons", models.TextField()),
                ("author", models.CharField(max_length=32)),
                (
                    "about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.claim"
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
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.finding",
                    ),
                ),
            ],
            options={
                "db_table": "finding",
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("author", models.CharField(max_length=32)),
                ("approver", models.CharField(max_length=32)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.custodyentry",
                    ),
                ),
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="records.finding"
                    ),
                ),
            ],
            options={
                "db_table": "approval",
            },
        ),
        migrations.CreateModel(
            name="FindingGround",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("supports", models.BooleanField()),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.claim"
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
                    "finding",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grounds",
                        to="records.finding",
                    ),
                ),
            ],
            options={
                "db_table": "finding_ground",
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("subject", models.CharField(max_length=40)),
                ("verdict", models.CharField(max_length=40)),
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
                    "left_claim",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.claim"
                    ),
                ),
                (
                    "left_mention",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.mention"
                    ),
                ),
                (
                    "right_claim",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.claim"
                    ),
                ),
                (
                    "right_mention",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.mention"
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.judgement",
                    ),
                ),
            ],
            options={
                "db_table": "judgement",
            },
        ),
        migrations.CreateModel(
            name="UndoneJudgement",
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
                    "judgement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="undoing", to="records.judgement"
                    ),
                ),
            ],
            options={
                "db_table": "undone_judgement",
            },
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("key",), name="finding_key_once"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("conclusion__in", ["met", "not_met", "cannot_say"])),
                name="finding_conclusion_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("reasons", ""), _negated=True), name="finding_reasons_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("standard", ""), _negated=True), name="finding_standard_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(("approver", models.F("author")), _negated=True), name="approval_by_another_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="findingground",
            constraint=models.UniqueConstraint(fields=("finding", "claim"), name="finding_ground_once"),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.UniqueConstraint(fields=("key",), name="judgement_key_once"),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="judgement_reason_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["same", "different", "unsure"])), name="judgement_verdict_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("left_claim__isnull", True),
                        ("left_mention__lt", models.F("right_mention")),
                        ("right_claim__isnull", True),
                        ("subject", "mentions"),
                    ),
                    models.Q(
                        ("left_claim__lt", models.F("right_claim")),
                        ("left_mention__isnull", True),
                        ("right_mention__isnull", True),
                        ("subject", "claims"),
                    ),
                    _connector="OR",
                ),
                name="judgement_of_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_mention__isnull", False), ("supersedes__isnull", True)),
                fields=("left_mention", "right_mention"),
                name="judgement_first_of_mentions",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_claim__isnull", False), ("supersedes__isnull", True)),
                fields=("left_claim", "right_claim"),
                name="judgement_first_of_claims",
            ),
        ),
        migrations.AddConstraint(
            model_name="undonejudgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="undone_judgement_reason_said"
            ),
        ),
        WriteOnce("judgement", "undone_judgement", "finding", "finding_ground", "approval"),
        SecondPerson("approval"),
    ]
