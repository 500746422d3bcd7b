"""`heard verify`: the check that every bundle carries in its own one file, run from here."""

import sys

import click


@click.command()
@click.argument("bundle", type=click.Path())
@click.option("--key", help="The log's key, received another way than the bundle.")
@click.option("--language", type=click.Choice(["en", "az", "ru"]), default="en", show_default=True)
def verify(bundle: str, key: str | None, language: str) -> None:
    """Check BUNDLE (a zip, or the folder that came out of it) offline; name everything that is wrong with it."""
    from heard.custody import verifier

    sys.exit(verifier.main([bundle, "--language", language, *(["--key", key] if key else [])]))
