"""The `convgen` command: what it offers, and how it fails."""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from convgen import __version__
from convgen.cli import commands
from convgen.cli.failures import told
from convgen.cli.french import FrenchCommand, FrenchGroup, UsageError, explain
from convgen.neighbours import modules_in

INTERRUPTED = 130

app = typer.Typer(
    name="convgen",
    cls=FrenchGroup,
    rich_markup_mode=None,
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE …",
    help="Assemble des conventions prêtes à signer à partir d’une courte fiche YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in modules_in(commands.__name__, str(commands.__file__)):
    name = module.__name__.rpartition(".")[2]
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name, help=module.HELP)
    else:
        app.command(name, cls=FrenchCommand, help=module.HELP)(getattr(module, name))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"convgen {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Donne la version."),
    ] = False,
) -> None:
    pass


def run() -> NoReturn:
    """Run the command as a process of its own, which ends without undoing what it has loaded.

    Every file is closed by then; to empty the memory first takes a sixth of a short command.
    """
    try:
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # who reads has gone
            code = code or 1
    os._exit(code)


def main() -> None:
    """Run the command; a failure of convgen itself is one line and exit code 2."""
    _start_light()
    _speak_utf8()
    code, message = _run()
    if message:
        sys.stderr.write(f"{message}\n")
    sys.exit(code)


def _run() -> tuple[int, str]:
    """The exit code of the command, and what is still to be told."""
    try:
        code = app(standalone_mode=False, prog_name="convgen") or 0
    except UsageError as error:
        return 2, explain(error)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Exception as error:
        return 2, told(error)
    interrupted = "convgen : interrompu, rien n’a été écrit à moitié"
    return code, interrupted if code == INTERRUPTED else ""


def _speak_utf8() -> None:
    """Files and pipes get UTF-8, whatever the system’s own; a terminal, what it can show."""
    nowhere = Path(os.devnull)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, nowhere.open("w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _start_light() -> None:
    """What a short process need not pay: frequent garbage collection, pydantic's plug-ins."""
    gc.set_threshold(100_000, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
