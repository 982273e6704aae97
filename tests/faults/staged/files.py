"""Files that are missing, too large, empty, refused, or already there."""

from __future__ import annotations

from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.lint.targets import faults_at
from convgen.model.state import State
from convgen.output.written_file import write_file
from convgen.pipeline import assemble_case, assembler, fill_case, template_faults
from tests.library.shelf import CASE, FILES, PROGRAMME, build_file_tree

MISSION = "cases/mission.md"
_FIELD = "  mission: {type: texte_joint, facultatif: oui, libelle: fiche de mission}\n"
_ANNEX = "  - annexe: mission\n    intitule: Mission\n    texte: mission\n"


def _library(folder: Path, *more: str) -> Path:
    """A library, the text that its case joins, and more lines for the case; the case is given."""
    programme = FILES[PROGRAMME].replace("plan:\n", f"{_FIELD}plan:\n") + _ANNEX
    case = "".join([FILES[CASE], "mission: mission.md\n", *more])
    texts = {PROGRAMME: programme, CASE: case, MISSION: "Animer le jardin.\n"}
    build_file_tree(folder, {**FILES, **texts})
    return folder / CASE


def _checked(*files: Path) -> list[Diagnostic]:
    """What `convgen check` says of these files."""
    faults, cases = faults_at(files, None)
    for act in map(assembler(State.FINAL), cases):
        faults += [*act.diagnostics, *template_faults(act)]
    return faults


def misnamed(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """Two files that `check` cannot read: one is not there, the other is no case."""
    case = _library(folder)
    if faulty:
        return _checked(case.with_name("fiches.yaml"), folder / MISSION)
    return _checked(case)


def too_large(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A table taken for a case, and a case that holds all the lines of a table."""
    case = _library(folder)
    if not faulty:
        return _checked(case)
    table, lots = folder / "cases/subventions.csv", "  lots:\n" + "    - lot\n" * 50_000
    table.write_text("2026;Les Amis du Parc;2 000\n" * 40_000, encoding="utf-8")
    case.write_text(FILES[CASE].replace("terme:", f"{lots}terme:"), encoding="utf-8")
    return _checked(table, case)


def empty(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A case of which each line is still a comment."""
    case = _library(folder)
    if faulty:
        lines = case.read_text("utf-8").splitlines()
        case.write_text("".join(f"# {line}\n" for line in lines), encoding="utf-8")
    return _checked(case)


def common_file(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A case whose common file is not where it says."""
    case = _library(folder, f"commun: {'' if faulty else '../'}communs/valombre.yaml\n")
    build_file_tree(folder, {"communs/valombre.yaml": "terme: 31/12/2026\n"})
    return _checked(case)


def already_there(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """An act written for the second time."""
    case = _library(folder)
    act = fill_case(assemble_case(case, State.FINAL))
    assert act.data is not None, act.diagnostics
    first, second = case.with_suffix(".docx"), case.with_name("fiche-2.docx")
    written = write_file(act.data, first, overwrite=False)
    again = write_file(act.data, first if faulty else second, overwrite=False)
    return [*act.diagnostics, *written, *again]


def open_elsewhere(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """An act replaced while LibreOffice has it open."""
    case = _library(folder)
    act = fill_case(assemble_case(case, State.FINAL))
    assert act.data is not None, act.diagnostics
    lock = case.with_name(".~lock.fiche.docx#")
    if faulty:
        lock.write_text(",Hélène Girard,poste-12,01.12.2026 10:00,file:///fiche;", "utf-8")
    written = write_file(act.data, case.with_suffix(".docx"), overwrite=False)
    again = write_file(act.data, case.with_suffix(".docx"), overwrite=True)
    return [*act.diagnostics, *dict.fromkeys([*written, *again])]
