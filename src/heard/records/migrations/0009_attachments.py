"""What is noted of a text as it was taken out, and which accounts came attached to which."""

import django.db.models.deletion
from django.db import migrations, models

from heard.records.append_only import WriteOnce


class Migration(migrations.Migration):
    dependencies = [("records", "0008_search")]

    operations = [
        migrations.CreateModel(
            name="AccountNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said", models.CharField(max_length=100)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="records.account"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.custodyentry"
                    ),
                ),
            ],
            options={"db_table": "account_note"},
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="attachment",
                        serialize=False,
                        to="records.account",
                    ),
                ),
                ("depth", models.PositiveSmallIntegerField()),
                (
                    "arrival",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.account"
                    ),
                ),
                (
                    "within",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attached", to="records.account"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.custodyentry"
                    ),
                ),
            ],
            options={"db_table": "attachment"},
        ),
        migrations.AddConstraint(
            model_name="accountnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("said", ""), _negated=True), name="account_note_said_said"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("depth__gte", 1)), name="attachment_within_something"
            ),
        ),
        WriteOnce("account_note", "attachment"),
    ]
