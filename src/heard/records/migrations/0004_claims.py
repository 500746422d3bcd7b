"""Claims say what an account says, at a quote that the database itself compares with the text."""

import django.db.models.deletion
from django.db import migrations, models

from heard.records.append_only import NeverRemove, WriteOnce
from heard.records.guards import Quoting, Update


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_accounts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Claim",
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
                ("credibility", models.CharField(max_length=1)),
                ("maker", models.CharField(max_length=200)),
                ("reviewed", models.BooleanField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
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
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.claim",
                    ),
                ),
            ],
            options={
                "db_table": "claim",
            },
        ),
        migrations.CreateModel(
            name="Denial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "claim",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="denials",
                        to="records.claim",
                    ),
                ),
                (
                    "denies",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="denied", to="records.claim"
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
                "db_table": "denial",
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=40)),
                ("start", models.IntegerField()),
                ("end", models.IntegerField()),
                ("words", models.TextField()),
                ("page", models.IntegerField()),
                ("folded", models.TextField(blank=True)),
                ("maker", models.CharField(max_length=200)),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
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
                "db_table": "mention",
            },
        ),
        migrations.CreateModel(
            name="ClaimArgument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ordinal", models.PositiveIntegerField()),
                ("role", models.CharField(max_length=40)),
                ("start", models.IntegerField()),
                ("end", models.IntegerField()),
                ("words", models.TextField()),
                ("value", models.CharField(max_length=200, null=True)),
                (
                    "claim",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arguments",
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
                    "mention",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arguments",
                        to="records.mention",
                    ),
                ),
            ],
            options={
                "db_table": "claim_argument",
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="records.claim"
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
                "db_table": "withdrawal",
            },
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["account", "start", "id"], name="claim_in_order"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.UniqueConstraint(fields=("key",), name="claim_key_once"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__gte", 0), ("start__lt", models.F("end"))), name="claim_spans_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["act", "status", "count", "position", "demand"])),
                name="claim_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("polarity__in", ["asserted", "denied"])), name="claim_polarity_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("credibility__in", ["1", "2", "3", "4", "5", "6"])), name="claim_credibility_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "count"), ("type", "")),
                    models.Q(models.Q(("kind", "count"), _negated=True), models.Q(("type", ""), _negated=True)),
                    _connector="OR",
                ),
                name="claim_type_fits_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="denial",
            constraint=models.UniqueConstraint(fields=("claim", "denies"), name="denial_once"),
        ),
        migrations.AddConstraint(
            model_name="denial",
            constraint=models.CheckConstraint(
                condition=models.Q(("claim", models.F("denies")), _negated=True), name="denial_of_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(fields=("key",), name="mention_key_once"),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__gte", 0), ("start__lt", models.F("end"))), name="mention_spans_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["person", "body", "post", "place"])), name="mention_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(fields=("account", "start", "end", "kind"), name="mention_once"),
        ),
        migrations.AddConstraint(
            model_name="claimargument",
            constraint=models.UniqueConstraint(fields=("claim", "ordinal"), name="claim_argument_once"),
        ),
        migrations.AddConstraint(
            model_name="claimargument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "victim",
                            "perpetrator",
                            "place",
                            "date",
                            "period",
                            "count",
                            "person",
                            "duration",
                            "article",
                            "authority",
                            "n",
                            "of",
                            "caller",
                            "target",
                            "measure",
                            "beneficiary",
                            "holder",
                            "post",
                            "body",
                            "source",
                        ],
                    )
                ),
                name="claim_argument_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="claimargument",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__gte", 0), ("start__lt", models.F("end"))),
                name="claim_argument_spans_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="withdrawal_reason_said"
            ),
        ),
        WriteOnce("withdrawal", "denial"),
        NeverRemove("claim", "mention", "claim_argument"),
        Quoting("claim", "quote"),
        Quoting("mention", "words"),
        Quoting("claim_argument", "words"),
        Update("claim", {"quote": ""}),
        Update("mention", {"words": "", "folded": ""}),
        Update("claim_argument", {"words": "", "value": ""}),
    ]
