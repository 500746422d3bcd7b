"""`heard read`: draft claims with their spans, one JSON object a file, or sentences for a person."""

import json
import sys
from pathlib import Path

import click

from heard.cli.opening import start_django
from heard.cli.speaking import FAILED, say_error
from heard.outside.extraction import extract_apart
from heard.reading.extract import Extraction
from heard.reading.prediction import prediction
from heard.reading.rules import RuleReader
from heard.terms.errors import HeardError
from heard.terms.names import visible


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file and line, for programs.")
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """Read FILES into draft claims, each tied to its exact words. Nothing is kept."""
    start_django()
    failed = False
    for file in files:
        try:
            taken = extract_apart(file.read_bytes(), file.name)
        except HeardError as error:
            failed = True
            say_error(error, about=str(file))
            if as_json:
                click.echo(json.dumps({"file": str(file), "error": error.code}, ensure_ascii=False))
            continue
        _print_json(file, taken) if as_json else _print_sentences(file, taken)
    sys.exit(FAILED if failed else 0)


def _print_json(file: Path, taken: Extraction) -> None:
    reader = RuleReader()
    found = prediction(taken.text, reader.read(taken.text), reader.names(taken.text), str(file))
    click.echo(json.dumps(found | {"notes": list(taken.notes)}, ensure_ascii=False))


def _print_sentences(file: Path, taken: Extraction) -> None:
    from heard.desk.notes import note_sentence

    click.echo(click.style(f"{visible(str(file))}  [{taken.text.language}]", bold=True))
    for said in taken.notes:
        click.echo(f"  {visible(note_sentence(said))}")
    for draft in RuleReader().read(taken.text):
        what = f"{draft.kind} {draft.type}".strip()
        parts = "; ".join(f"{part.role}: {visible(part.quote.text)}" for part in draft.arguments)
        denied = click.style("denied ", fg="yellow") if draft.polarity == "denied" else ""
        page = taken.text.page_at(draft.evidence.start)
        click.echo(f"  {denied}{click.style(what, fg='cyan')}  {parts}  (page {page})")
        click.echo(f"    “{visible(' '.join(draft.evidence.text.split()))}”")
