"""`heard check` and `heard rebuild`: is everything as it was kept?"""

import sys
from collections.abc import Iterator

import click

from heard.cli.opening import open_register
from heard.cli.speaking import FAILED, errors_spoken

_HOME = click.option("--home", "folder", help="Folder of the register; HEARD_HOME, or .heard in your home folder.")


@click.command()
@_HOME
def check(folder: str | None) -> None:
    """Check the custody log and every sealed exhibit against what was recorded."""
    with errors_spoken(), open_register(folder):
        from heard.records.rehash import rehash

        click.echo(f"The custody log holds: {rehash().size} entries, each checked.")
        broken = tuple(_broken_exhibits())
        for item, code in broken:
            click.echo(click.style(f"Exhibit {item}: {code}", fg="red"))
        if broken:
            sys.exit(FAILED)
        click.echo("Every sealed exhibit is as it was kept.")


def _broken_exhibits() -> Iterator[tuple[str, str]]:
    from heard.records import exhibits
    from heard.terms.errors import HeardError

    for item in exhibits.items():
        try:
            exhibits.check(item)
        except HeardError as error:
            yield item, error.code


@click.command("rebuild")
@_HOME
def rebuild_register(folder: str | None) -> None:
    """Compute persons, places and incidents again from claims and judgements; say every difference."""
    with errors_spoken(), open_register(folder):
        from heard.procedures.rebuild import rebuild
        from heard.records.models import MemberAccount
        from heard.register.member import MemberRole

        documenter = MemberAccount.objects.filter(role=MemberRole.DOCUMENTER.value).order_by("pk")[0]
        differences = rebuild(by=documenter.member)
        for difference in differences:
            click.echo(f"mended: {difference}")
        click.echo(f"{len(differences)} differences.")
        sys.exit(FAILED if differences else 0)
