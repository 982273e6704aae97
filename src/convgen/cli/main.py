"""The `convgen` command: what it offers, and how it fails."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from convgen import __version__
from convgen.cli import check, render, show
from convgen.errors import ConvgenError

app = typer.Typer(
    name="convgen",
    help="Assemble des conventions prêtes à signer à partir d’une courte fiche YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("render", help=render.HELP)(render.render)
app.command("check", help=check.HELP)(check.check)
app.command("show", help=show.HELP)(show.show)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"convgen {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[  # noqa: ARG001 - read by its callback
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Donne la version."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command; a failure of convgen itself is one line and exit code 2."""
    _start_light()
    try:
        app()
    except ConvgenError as error:
        sys.stderr.write(f"convgen : {error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("convgen : interrompu, rien n’a été écrit à moitié\n")
        sys.exit(130)


def _start_light() -> None:
    """What a short process need not pay: frequent garbage collection, pydantic's plug-ins."""
    gc.set_threshold(100_000, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
