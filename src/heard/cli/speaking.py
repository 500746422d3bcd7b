"""How the command speaks: errors as sentences, steps with their results."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from heard.terms.errors import HeardError, Unreadable
from heard.terms.names import visible

if TYPE_CHECKING:
    from heard.desk.words import Explanation

FAILED = 1


def say_error(error: HeardError, about: str = "") -> None:
    """Print what happened and what to do, on standard error."""
    from heard.desk.words import explain

    facts = ", ".join(str(fact) for fact in error.args)
    _say(explain(error), about, facts=facts, unread=isinstance(error, Unreadable))


def say_code(code: str, about: str) -> None:
    """The same for a file that could not be read, known by its error's code."""
    from heard.desk.words import explain_code

    _say(explain_code(code), about, unread=True)


def _say(words: "Explanation", about: str, *, facts: str = "", unread: bool = False) -> None:
    from heard.desk.words import UNTOUCHED

    head = f"{visible(about)}: {words.title}" if about else str(words.title)
    click.echo(click.style(head, fg="red") + (f" ({facts})" if facts else ""), err=True)
    untouched = f" {UNTOUCHED}" if unread else ""
    click.echo(f"  {words.happened}{untouched}\n  {words.todo}", err=True)


@contextmanager
def errors_spoken() -> Iterator[None]:
    """Turn an error with a name, or one of the system's own, into a sentence and exit code 1."""
    from heard.records.engine.failures import failures_named

    try:
        with failures_named():
            yield
    except HeardError as error:
        say_error(error)
        sys.exit(FAILED)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(click.style(f"{where}{error.strerror or error}", fg="red"), err=True)
        click.echo("  The system refused this; nothing was left half done. Name another place.", err=True)
        sys.exit(FAILED)
