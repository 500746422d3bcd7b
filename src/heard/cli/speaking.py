"""How the command speaks: errors as sentences, steps with their results."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from heard.terms.errors import HeardError

FAILED, UNUSABLE = 1, 2


def say_error(error: HeardError, about: str = "") -> None:
    """Print what happened and what to do, on standard error."""
    from heard.desk.words import explain

    words = explain(error)
    facts = ", ".join(str(fact) for fact in error.args)
    head = f"{about}: {words.title}" if about else str(words.title)
    click.echo(click.style(head, fg="red") + (f" ({facts})" if facts else ""), err=True)
    click.echo(f"  {words.happened}\n  {words.todo}", err=True)


def say_code(code: str, about: str) -> None:
    """The same for an error that was kept by its code."""
    from heard.desk.words import explain_code

    words = explain_code(code)
    click.echo(click.style(f"{about}: {words.title}", fg="red"), err=True)
    click.echo(f"  {words.happened}\n  {words.todo}", err=True)


@contextmanager
def errors_spoken() -> Iterator[None]:
    """Turn an error with a name into a sentence and exit code 1."""
    try:
        yield
    except HeardError as error:
        say_error(error)
        sys.exit(FAILED)
