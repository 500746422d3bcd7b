"""Colleagues log in, and each is added under a custody entry."""

import django.db.models.deletion
from django.apps import apps
from django.db import migrations, models

from heard.records.append_only import NeverRemove


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_custody"),
    ]

    # Django lets the tables of log-in point at "the first" migration; the table of members is in this one.
    run_before = [(app, "0001_initial") for app in ("account", "mfa") if apps.is_installed(f"allauth.{app}")]

    operations = [
        migrations.CreateModel(
            name="MemberAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("key", models.CharField(max_length=32)),
                ("username", models.CharField(max_length=150, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=40)),
                ("language", models.CharField(default="en", max_length=3)),
                ("is_active", models.BooleanField(default=True)),
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
                "db_table": "member_account",
                "constraints": [
                    models.UniqueConstraint(fields=("key",), name="member_account_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["documenter", "reviewer", "administrator", "machine"])),
                        name="member_account_role_known",
                    ),
                ],
            },
        ),
        NeverRemove("member_account"),
    ]
