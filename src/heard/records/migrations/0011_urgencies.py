"""Why an account is urgent: rows of their own, so that every change stays; the inbox shows the latest.

Accounts kept before stay urgent without a reason. As in 0010, only a derived table gets a column.
"""

import django.db.models.deletion
from django.db import migrations, models

from heard.records.append_only import WriteOnce


class Migration(migrations.Migration):
    dependencies = [("records", "0010_holdings")]

    operations = [
        migrations.CreateModel(
            name="AccountUrgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("urgency", models.CharField(blank=True, max_length=40)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urgencies", to="records.account"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.custodyentry"
                    ),
                ),
            ],
            options={
                "db_table": "account_urgency",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("urgency__in", ["", "life", "health", "disappearance", "threat"])),
                        name="account_urgency_urgency_known",
                    )
                ],
            },
        ),
        WriteOnce("account_urgency"),
        migrations.AddField(
            model_name="accountstanding",
            name="urgency",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
    ]
