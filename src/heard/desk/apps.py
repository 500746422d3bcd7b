"""The desk as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "heard.desk"
    label = "desk"
