"""A dossier: a deliberation, the acts that its subjects join, and their summary sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from convgen.assembly.interpreter import said
from convgen.case.passes import TypedCase
from convgen.dossier.vote import vote_of
from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span, in_file_order
from convgen.kinds.other_case import OtherCase
from convgen.library.store import Library, find_library
from convgen.model.absent import known
from convgen.model.convention import Convention
from convgen.model.deliberation import Subject
from convgen.model.party import Authorisation, Party
from convgen.model.state import State
from convgen.pipeline import Around, Assembled, assemble_case
from convgen.yaml.nodes import locate

DELIBERATION, SHEET = "deliberation", "synthese"
"""What the first and the last pieces are called; the sheet has a programme of that name."""
_SLOT = "sujets"


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a dossier: what it is called, its act, and the state it is made in."""

    name: str
    assembled: Assembled
    state: State

    @property
    def can_be_written(self) -> bool:
        """Does no fault stand before it?"""
        return self.assembled.can_be_written(self.state)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A deliberation, the acts that it approves in their order, their sheet.

    The sheet is None when the deliberation cannot be read. `faults` are those of the whole.
    """

    deliberation: Piece
    acts: tuple[Piece, ...] = ()
    sheet: Piece | None = None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece, in order."""
        return (self.deliberation, *self.acts, *([self.sheet] if self.sheet else []))

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Every fault, once: one key may be read for several pieces."""
        acts = (d for piece in self.acts for d in piece.assembled.diagnostics)
        others = (d for p in self.pieces if p not in self.acts for d in p.assembled.diagnostics)
        known: dict[object, Diagnostic] = {}
        for fault in (*self.faults, *acts, *others):
            known.setdefault((fault.code, fault.span, _gist(fault)), fault)
        return in_file_order(list(known.values()))


def _gist(fault: Diagnostic) -> str:
    """What tells two faults of one place apart: a gap is the same under two names."""
    return "" if fault.code is Code.GAP else fault.message


def assemble_dossier(
    file: Path, state: State, library: Path | None = None, *, voted: bool = False
) -> Dossier:
    """Assemble every piece of a dossier in a state; `voted` asks for a vote that is complete."""
    found = find_library(file, library)
    opened = found if isinstance(found, Library) else library
    assembled = assemble_case(file, state, opened)
    deliberation = Piece(f"0-{DELIBERATION}", assembled, state)
    typed = assembled.typed
    vote = vote_of(typed) if typed is not None else None
    if typed is None or vote is None or not isinstance(found, Library):
        return Dossier(deliberation)
    if _SLOT not in typed.value.admitted or typed.value.programme == SHEET:
        return Dossier(deliberation, faults=(_no_deliberation(typed),))
    around, joined = Around(vote=vote.as_pass), _joined(typed)
    acts = [assemble_case(path, state, found, around) for path in joined.values()]
    pieces = [
        Piece(f"{rank}-{path.stem}", _as_annex(act, state, _mention(found, rank, typed)), state)
        for (rank, path), act in zip(joined.items(), acts, strict=True)
    ]
    sheet = assemble_case(file, state, found, Around(SHEET))
    faults = [*_not_joined(typed), *(vote.lacks() if voted else ())]
    return Dossier(deliberation, tuple(pieces), Piece(SHEET, sheet, state), tuple(faults))


def _as_annex(act: Assembled, state: State, mention: str) -> Assembled:
    """An act as the deliberation approves it: a project says which annex it is."""
    document = act.document
    if document is None or state is State.FINAL or not mention:
        return act
    remains = document.banner.removeprefix(document.status)
    banner = f"{document.status} – {mention}{remains}"
    return replace(act, document=replace(document, banner=banner))


def _subjects(case: Convention) -> Iterator[tuple[int, Subject]]:
    listed = case.sujets if isinstance(case.sujets, tuple) else ()
    return ((n, one) for n, one in enumerate(listed, 1) if isinstance(one, Subject))


def _joined(typed: TypedCase) -> dict[int, Path]:
    """The case of each act, by its rank from 1."""
    known = ((rank, subject.fiche) for rank, subject in _subjects(typed.value))
    return {rank: other.path for rank, other in known if isinstance(other, OtherCase)}


def _not_joined(typed: TypedCase) -> Iterator[Diagnostic]:
    for rank, subject in _subjects(typed.value):
        if subject.fiche is None:
            place = locate(typed.root, (_SLOT, rank - 1, "intitule")).span
            message = f"le sujet n° {rank} n’a pas de fiche : son acte ne sera pas dans le dossier"
            way_out = "ajoutez « fiche », ou joignez l’acte vous-même"
            yield Diagnostic(Code.DELIBERATION, message, place, way_out, Severity.WARNING)


def _no_deliberation(typed: TypedCase) -> Diagnostic:
    message = f"un dossier part d’une délibération, non du programme « {typed.value.programme} »"
    place: Span = locate(typed.root, ("programme",)).span
    return Diagnostic(Code.DELIBERATION, message, place, "donnez la fiche de la délibération")


def _mention(library: Library, rank: int, typed: TypedCase) -> str:
    """« annexe 1 à la délibération n° 27 de la commission permanente du 15 décembre 2023 »."""
    held = next((h[0] for h in typed.value.roles().values() if h), None)
    act = held.habilitation if isinstance(held, Party) else None
    is_known = isinstance(act, Authorisation)
    names = {name: known(getattr(act, name, None)) for name in ("numero", "organe", "date")}
    told = {"rang": rank, "connue": "oui" if is_known else None, **names}
    return said(library.mention("annexe"), told) or ""
