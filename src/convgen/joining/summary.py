"""What a case tells of itself to another one that joins it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from convgen.assembly.context import context_of
from convgen.assembly.interpreter import evaluate, said
from convgen.case.passes import TypedCase
from convgen.case.raw_case import RawCase, read_case
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.french.designation import Designation
from convgen.french.naming import act_named, person_named
from convgen.french.organs import read_organ
from convgen.joining.linking import AMENDED_ACT
from convgen.joining.merging import derived_scalar
from convgen.joining.persons import Person
from convgen.joining.told import A_CIRCLE, ITSELF, CaseSummary, SummaryReader, Untold
from convgen.kinds.choice import Choice
from convgen.library.clause import Clause
from convgen.library.programme import Programme
from convgen.library.store import Library, real
from convgen.model.absent import Absent, known
from convgen.model.amendment import InitialConvention
from convgen.model.document import Provenance, RunKind
from convgen.model.party import Authorisation, Party, PublicParty, Signatory, StateParty
from convgen.yaml.nodes import Entry, MappingNode, ScalarNode, locate

_AS_WRITTEN = ("numero", "exercice", "montant", "terme", "duree")
_SIGNED = ("signature", "date")
_OF_AN_ACT = ("acte", "organe", "numero", "date", "recue_le")


Complete = Callable[[Library, RawCase, Programme, tuple[Path, ...]], TypedCase]
"""Types a case of a programme, whatever it joins in its turn; the paths are those being read."""


def summary_reader(library: Library, above: tuple[Path, ...], complete: Complete) -> SummaryReader:
    """The reader of the cases that a case joins; `above` are those being read, outermost first."""

    def tell(file: Path) -> CaseSummary | Untold:
        if real(file) in above:
            return ITSELF if real(file) == above[-1] else A_CIRCLE
        case, unread = read_case(file, [file.parent, library.root])
        if case is None:
            return Untold(unread[0].message)
        programme, faults = library.programme(*case.programme)
        if programme is None:
            return Untold(faults[0].message)
        typed = complete(library, case, programme, (*above, real(file)))
        told = _told(library, as_called(programme, typed), typed, case.programme[1])
        errors = [fault for fault in (*unread, *typed.diagnostics) if fault.is_error]
        return replace(told, faults=tuple(_that_spoil(errors, told)))

    return tell


def as_called(programme: Programme, typed: TypedCase) -> Programme:
    """The programme, its parties called as the initial convention, or the case, calls them."""
    own = {
        role: held[0].designation
        for role, held in typed.value.roles().items()
        if len(held) == 1 and isinstance(held[0], Party)
    }
    given = {role: name for role, name in own.items() if isinstance(name, Designation)}
    return programme.called({**programme.roles, **typed.designations, **given})


def _that_spoil(errors: list[Diagnostic], told: CaseSummary) -> Iterator[Diagnostic]:
    """The errors that make what a case tells unsure.

    A gap is told as one, where it stands, unless it leaves the act without a title.
    """
    acte = told.values.entries["acte"].node
    titled = isinstance(acte, ScalarNode) and acte.text
    return (fault for fault in errors if fault.code is not Code.GAP or not titled)


def _told(library: Library, programme: Programme, typed: TypedCase, place: Span) -> CaseSummary:
    context = context_of(programme, typed.value)
    title = _without_gaps(programme.title, context)
    texts = {"acte": act_named(title) if title else None}
    texts |= {name: _without_gaps(text, context) for name, text in programme.summary.items()}
    entries = {
        name: Entry(name, place, derived_scalar(text, place)) for name, text in texts.items()
    }
    entries |= {entry.key: entry for entry in _written(typed, place)}
    parties = locate(typed.root, ("parties",))
    held = parties.value if parties.found and isinstance(parties.value, MappingNode) else None
    roles = {} if held is None else held.entries
    return CaseSummary(
        place=place,
        values=MappingNode(entries, place, flow=False),
        parties=MappingNode(
            {r: roles[r] for r in programme.roles if r in roles}, place, flow=False
        ),
        designations=dict(programme.roles),
        persons=tuple(_persons(library, typed)),
        amends=isinstance(typed.value.convention_initiale, InitialConvention),
    )


def _without_gaps(text: Clause, context: Mapping[str, Any]) -> str | None:
    """A title or a summary, None when something is missing in it."""
    written, fault = evaluate(text, context, Provenance())
    runs = [run for block in written.blocks for run in block.runs]
    if fault is not None or not runs or any(run.kind is RunKind.GAP for run in runs):
        return None
    return "".join(run.text for run in runs)


def _written(typed: TypedCase, place: Span) -> Iterator[Entry]:
    """The slots of a case as its tree has them; one that lacks what it must have tells a gap."""
    for name in _AS_WRITTEN:
        entry = typed.root.entries.get(name)
        if entry is not None:
            yield entry
        elif isinstance(getattr(typed.value, name), Absent):
            yield Entry(name, place, derived_scalar(None, place))
    signed = locate(typed.root, _SIGNED)
    if signed.found and signed.key_span and isinstance(signed.value, ScalarNode):
        for name in ("date", "signe_le"):
            yield Entry(name, signed.key_span, signed.value)
    amended = locate(typed.root, (AMENDED_ACT,))
    if amended.found and amended.key_span and isinstance(amended.value, MappingNode):
        yield Entry(AMENDED_ACT, amended.key_span, amended.value)
    grounds = next(_grounds(typed), None)
    if grounds is not None:
        yield grounds


def _grounds(typed: TypedCase) -> Iterator[Entry]:
    """The deliberation of the first public party, as a visa cites it."""
    for role, held in typed.value.roles().items():
        if not held or not isinstance(held[0], PublicParty):
            continue
        located = locate(typed.root, ("parties", role, 0, "habilitation"))
        if located.found and located.key_span and isinstance(located.value, MappingNode):
            kept = {
                key: entry
                for key, entry in located.value.entries.items()
                if key in {"organe", "date", "numero"}
            }
            group = MappingNode(kept, located.value.span, flow=False)
            yield Entry("deliberation", located.key_span, group)


def _persons(library: Library, typed: TypedCase) -> Iterator[Person]:
    for role, held in typed.value.roles().items():
        for rank, party in enumerate(held):
            written = locate(typed.root, ("parties", role, rank))
            node = (
                written.value if written.found and isinstance(written.value, MappingNode) else None
            )
            if not isinstance(party, Party):
                yield Person(node, None, None, "")
                continue
            name = party.denomination if isinstance(party.denomination, str) else None
            yield Person(node, name, _named(library, party), _authorisation(library, party))


def _named(library: Library, party: Party) -> str | None:
    """« l’association X », « l’État, représenté par le préfet de Y »; None if its name is a gap."""
    if not isinstance(party.denomination, str) or not isinstance(party.nature, Choice):
        return None
    signatory = party.signataire if isinstance(party, StateParty) else None
    office = signatory.qualite if isinstance(signatory, Signatory) else None
    names = {
        "nom": person_named(party.denomination, party.nature.key),
        "representant": _holder(office) if isinstance(office, str) else None,
    }
    return said(library.mention("personne"), names)


def _holder(office: str) -> str:
    try:
        return read_organ(office).nominative
    except ValueError:
        return office


def _authorisation(library: Library, party: Party) -> str:
    """What lets a party sign, as the sheet of a dossier sums it up."""
    act = party.habilitation if isinstance(party.habilitation, Authorisation) else None
    names = {name: known(getattr(act, name, None)) for name in _OF_AN_ACT}
    return said(library.mention("habilitation"), {**names, "nature": known(party.nature)}) or ""
