"""Django's settings: the same on every machine; what differs from home to home is in the home."""

INSTALLED_APPS = ["heard.records"]
#: Filled by `heard.records.home.open_home`; until then every connection raises Locked.
DATABASES = {"default": {"ENGINE": "heard.records.engine.sqlcipher", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
SECRET_KEY = "replaced when a home is opened"  # noqa: S105
