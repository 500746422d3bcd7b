"""Who has an account in hand: rows of its own, so that every change stays; the inbox filters by the latest.

Only a derived table gets a column: SQLite rebuilds it, and it has no guards to lose.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from heard.records.append_only import WriteOnce


class Migration(migrations.Migration):
    dependencies = [("records", "0009_attachments")]

    operations = [
        migrations.CreateModel(
            name="Holding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holdings", to="records.account"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.custodyentry"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"db_table": "holding"},
        ),
        WriteOnce("holding"),
        migrations.AddField(
            model_name="accountstanding",
            name="holder",
            field=models.CharField(blank=True, default="", max_length=32),
        ),
        migrations.AddIndex(
            model_name="accountstanding",
            index=models.Index(fields=["holder", "urgent", "account"], name="account_standing_holder"),
        ),
    ]
