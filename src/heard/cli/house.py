"""Keeping house: is everything as it was kept, how far has the log come, which passphrase opens it?"""

import sys
from collections.abc import Iterator

import click

from heard.cli.opening import open_register
from heard.cli.speaking import FAILED, errors_spoken
from heard.register.member import Member
from heard.terms.errors import NotFound

_HOME = click.option("--home", "folder", help="Folder of the register; HEARD_HOME, or .heard in your home folder.")
_BY = click.option("--by", "username", default="", help="User name of the member who does this.")


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
@_BY
def rebuild_register(folder: str | None, username: str) -> None:
    """Compute persons, places and incidents again from claims and judgements; say every difference."""
    with errors_spoken(), open_register(folder):
        from heard.procedures.rebuild import rebuild

        differences = rebuild(by=_member(username, role="documenter"))
        for difference in differences:
            click.echo(f"mended: {difference}")
        click.echo(f"{len(differences)} differences.")
        sys.exit(FAILED if differences else 0)


@click.command()
@_HOME
@_BY
def checkpoint(folder: str | None, username: str) -> None:
    """Sign how far the custody log has come, and print it: give it to people you trust, early and often.

    It tells how many entries there are and nothing else. Whoever keeps one can show that nothing before it was changed.
    """
    with errors_spoken(), open_register(folder):
        from heard.procedures.checkpoint_log import checkpoint_log

        click.echo(checkpoint_log(by=_member(username, role="administrator")).encoded().decode(), nl=False)


@click.command()
@_HOME
def passphrase(folder: str | None) -> None:
    """Change the passphrase of the register; the keys it wraps stay the same."""
    with errors_spoken():
        from heard.cli.opening import change_passphrase_of

        change_passphrase_of(folder)
        click.echo("The register opens with the new passphrase only. Backups made before still open with the old one.")


def _member(username: str, *, role: str) -> Member:
    """The member of this user name, or the first with this role."""
    from heard.records.models import MemberAccount

    wanted = {"username": username} if username else {"role": role}
    row = MemberAccount.objects.filter(**wanted).order_by("pk").first()
    if row is None:
        raise NotFound("member", username or role)
    return row.member
