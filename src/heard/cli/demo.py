"""`heard demo`: the whole way on the example accounts, each step said and checked, then the desk."""

import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console

from heard.cli.opening import passing_home, start_django
from heard.cli.speaking import FAILED, errors_spoken


@click.command()
@click.option("--check", is_flag=True, help="Walk the way and check each step, without serving the desk.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the brief and the bundle.")
@click.option("--port", default=8765, show_default=True, help="Where to serve the desk afterwards.")
def demo(check: bool, out: Path | None, port: int) -> None:
    """Take the example accounts the whole way: keep, read, decide, link, brief, bundle, verify; then serve the desk.

    The register of the demo is encrypted, lives in a temporary folder, and is gone when the demo ends.
    """
    start_django()
    from heard.cli.demo_walk import StepFailed, walk

    console = Console(highlight=False)
    with tempfile.TemporaryDirectory(prefix="heard-demo-") as folder, errors_spoken():
        target = out or Path("out/demo")
        home = Path(folder) / "home"
        with passing_home(home) as words:
            try:
                login = walk(console, out=target)
            except StepFailed as failed:
                console.print(f"[red]This step's result is wrong:[/red] {failed}")
                sys.exit(FAILED)
            if not check:
                _serve(console, home, words, port=port, login=login)


def _serve(console: Console, home: Path, words: str, *, port: int, login: tuple[str, str]) -> None:
    from heard.desk import prepare, serve_open_home

    prepare(home, words)
    console.print(f"\nThe desk is at [bold]http://localhost:{port}/[/bold]")
    console.print(f"  user name [bold]{login[0]}[/bold] (documenter), second (reviewer) or admin (no content)")
    console.print(f"  password [bold]{login[1]}[/bold] for all three")
    console.print("Stop it with Ctrl-C; the demo's register is then gone.")
    serve_open_home(port=port, second_factor=False)
