"""The `heard` command."""

import importlib
import sys

import click

import heard

_COMMANDS = {
    "brief": "heard.cli.brief:brief",
    "check": "heard.cli.house:check",
    "checkpoint": "heard.cli.house:checkpoint",
    "demo": "heard.cli.demo:demo",
    "desk": "heard.cli.desk:desk",
    "passphrase": "heard.cli.house:passphrase",
    "read": "heard.cli.read:read",
    "rebuild": "heard.cli.house:rebuild_register",
    "verify": "heard.cli.verify:verify",
}


class _Commands(click.Group):
    """Commands are imported when asked for, so that `heard verify` does not wait for a web site to load."""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(_COMMANDS)

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(heard.__version__, prog_name="heard")
def main() -> None:
    """Take accounts of abuse from those who lived them to those who must act, with nothing lost on the way."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
