"""`convgen watch`: cases rendered again at each save, until interrupted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from convgen.cli.options import (
    Cases,
    Force,
    Library,
    Output,
    ReportFormat,
    StateOption,
)
from convgen.model.state import State

if TYPE_CHECKING:
    from convgen.cli.rendering import Rendered, Write
    from convgen.watching.rounds import Round
    from convgen.watching.watched_case import WatchedCase

HELP = (
    "Produit la convention Word de chaque fiche à chaque enregistrement, ou dit ce qui s’y "
    "oppose ; Ctrl-C l’arrête."
)


def watch(  # noqa: PLR0913, PLR0917 - one parameter an option
    cases: Cases,
    output: Output = None,
    state: StateOption = State.FINAL,
    force: Force = False,
    library: Library = None,
    output_format: ReportFormat = None,
) -> None:
    """Render the cases that each save changes; nothing but an interruption ends it."""
    from convgen.cli.rendering import targets_of  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import say  # noqa: PLC0415
    from convgen.output.own_files import OwnFiles  # noqa: PLC0415
    from convgen.watching.rounds import rounds  # noqa: PLC0415
    from convgen.watching.watched_case import WatchedCase  # noqa: PLC0415

    targets = dict(zip(cases, targets_of(cases, output), strict=True))
    write = OwnFiles(overwrite=force).write
    watched = [WatchedCase(case, library) for case in targets]
    say(_watched(watched))
    for one in rounds(watched, say):
        rendered, failures = _rendered(one, targets, state, library, write)
        _tell(one, rendered, failures, output_format)


def _rendered(
    one: Round, targets: dict[Path, Path], state: State, library: Path | None, write: Write
) -> tuple[Rendered, list[str]]:
    """What came of the cases of a round, and what failed: it may well not at the next one."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.failures import told  # noqa: PLC0415
    from convgen.cli.rendering import Rendered  # noqa: PLC0415

    assemble = pipeline.assembler(state, library)
    rendered = Rendered()
    failures = []
    for case in one.cases:
        try:
            assembled = case.assembled(assemble, one.look)
            rendered.add(assembled, targets[case.file], state, write)
        except Exception as error:
            failures.append(told(error))
    return rendered, failures


def _tell(one: Round, rendered: Rendered, failures: list[str], output_format: str | None) -> None:
    """The time, the files saved and how many faults there are; then all that `render` says."""
    from datetime import datetime  # noqa: PLC0415 - `--help` stays light

    from convgen.cli.reporting import print_report, say  # noqa: PLC0415
    from convgen.report.visible_text import named, shown_path  # noqa: PLC0415

    number = len({*rendered.faults})
    found = f"{number} faute{'s' * (number > 1)}" if number else "aucune faute"
    files = named([shown_path(file) for file in one.saved])
    say(f"\n{datetime.now():%H:%M:%S} – {files} : {'échec' if failures and not number else found}")
    print_report(rendered.faults, output_format, sys.stderr)
    sys.stdout.flush()  # who reads a pipe has each round at its end
    for line in (*rendered.lines, rendered.refusal(), *failures):
        if line:
            say(line)


def _watched(cases: list[WatchedCase]) -> str:
    from convgen.faults.diagnostic import Diagnostic  # noqa: PLC0415 - `--help` stays light
    from convgen.library.store import find_library  # noqa: PLC0415
    from convgen.report.visible_text import named, shown_path, visible  # noqa: PLC0415

    files = named([shown_path(case.file) for case in cases])
    found = (find_library(case.file, case.library) for case in cases)
    roots = dict.fromkeys(
        str(one.root.resolve()) for one in found if not isinstance(one, Diagnostic)
    )
    libraries = f", et la bibliothèque {', '.join(roots)}" if roots else ""
    return visible(f"surveille : {files}, ce qui s’y joint{libraries} (Ctrl-C pour arrêter)")
