"""Cases rendered: where each goes, what is written, what is told; for whichever command does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import typer

from convgen import pipeline
from convgen.cli.reporting import say_put_back
from convgen.faults.diagnostic import Diagnostic, has_errors
from convgen.model.state import State
from convgen.pipeline import Assembled
from convgen.report.visible_text import named, shown_path, visible

Write = Callable[[bytes, Path], list[Diagnostic]]
"""Writes a file, or gives the faults that stand in its way."""

_SAID = {State.FINAL: "définitif"}  # as it is said; the option is typed without an accent


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of the cases done so far: their faults, a line or more an act, those refused."""

    faults: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    refused: list[Path] = field(default_factory=list)

    def add(self, assembled: Assembled, target: Path, state: State, write: Write) -> None:
        """Write the act of a case at `target`, unless a fault forbids it."""
        faults, done = _written(assembled, target, state, write)
        self.faults.extend(faults)
        if done:
            self.lines.extend(_announcement(assembled, target, state))
        else:
            self.refused.append(assembled.file)

    def refusal(self) -> str:
        """What is said of the cases refused; empty when there are none."""
        if not self.refused:
            return ""
        if not self.lines:
            return "rien n’a été écrit"
        several = "s" * (len(self.refused) > 1)
        names = named([shown_path(case) for case in self.refused])
        return f"{len(self.refused)} fiche{several} refusée{several} : {names}"


def targets_of(cases: list[Path], output: Path | None) -> list[Path]:
    """Where each case goes. Raise typer.BadParameter when two would go to one file."""
    if output is None:
        targets = [case.parent / f"{case.stem}.docx" for case in cases]
    elif output.suffix.casefold() == ".docx" and not output.is_dir():
        targets = [output for _ in cases]
    elif output.suffix and not output.is_dir():
        raise typer.BadParameter("donnez un fichier .docx ou un dossier", param_hint="-o")
    else:
        targets = [output / f"{case.stem}.docx" for case in cases]
    if len(set(targets)) < len(targets):
        raise typer.BadParameter("plusieurs fiches iraient dans le même fichier", param_hint="-o")
    return targets


def _written(
    assembled: Assembled, target: Path, state: State, write: Write
) -> tuple[list[Diagnostic], bool]:
    """Every fault of one case, and whether its file was written."""
    if not assembled.can_be_written(state):
        return assembled.diagnostics, False
    filled = pipeline.fill_case(assembled)
    faults = [*assembled.diagnostics, *filled.diagnostics]
    if filled.data is None:
        return faults, False
    say_put_back(target.parent)
    told = write(filled.data, target)
    return [*faults, *told], not has_errors(told)


def _announcement(assembled: Assembled, target: Path, state: State) -> Iterator[str]:
    """The file written, then what the case has changed in the plan of its programme, and why."""
    act = assembled.document
    remains = act.banner.removeprefix(act.status) if act is not None else ""
    rest = remains.replace("\u00a0: ", ", ")
    yield visible(f"écrit : {target} ({_SAID.get(state, state)}{rest})")
    for change in assembled.plan.changes if assembled.plan else ():
        yield visible(f"  clause particulière : {change.told} – motif : {change.reason}")
