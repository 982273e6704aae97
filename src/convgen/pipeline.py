"""From a case file to a Word file: read, type, plan, assemble, judge, fill, verify, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from convgen.assembly.assemble import assemble, gaps_of
from convgen.assembly.context import context_of, read_path
from convgen.assembly.gaps import gap_text
from convgen.assembly.interpreter import evaluate
from convgen.assembly.legal_points import missing_points
from convgen.assembly.lost_values import lost_values
from convgen.assembly.plan import Plan, make_plan, questions_of
from convgen.case import alternatives, deduction, requirements, slots, validation
from convgen.case.passes import NO_VOTE, Deduced, Demands, Pass, TypedCase, run_passes
from convgen.case.raw_case import RawCase, read_case
from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span, has_errors, in_file_order
from convgen.joining.linking import joining
from convgen.joining.summary import as_called, summary_reader
from convgen.library.consistency import faults_of_programme
from convgen.library.programme import Programme
from convgen.library.store import Library, find_library, outside, real
from convgen.model.absent import Gap
from convgen.model.convention import Convention
from convgen.model.document import Document, Provenance, Run
from convgen.model.labels import DEFAULT, Labels
from convgen.model.state import State, may_stay_open, notice, status
from convgen.negotiation.changes import Changes
from convgen.rules.rule_context import RuleContext
from convgen.rules.rulebook import validate_case
from convgen.rules.several import Numbers
from convgen.word.door import fill, load_labels, load_template, read_back
from convgen.yaml.nodes import Loc, locate

_LINE = "_" * 20  # to write the reference on
# Faults of the case itself, when it can be read: a draft is written all the same.
_BEARABLE = ("CG0", "CG1", "CG3")


@dataclass(frozen=True, slots=True)
class Assembled:
    """What is known of a case: each part is None when a fault stands before it."""

    file: Path
    library: Library | None = None
    programme: Programme | None = None
    plan: Plan | None = None
    document: Document | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    typed: TypedCase | None = None

    @property
    def deduced(self) -> tuple[Deduced, ...]:
        """What the case does not write and other values tell."""
        return self.typed.deduced if self.typed is not None else ()

    def can_be_written(self, state: State) -> bool:
        """A draft bears the faults of its case; any other state bears no error."""
        if self.document is None:
            return False
        errors = [d for d in self.diagnostics if d.is_error]
        if state is State.DRAFT:
            return all(self._is_bearable(d) for d in errors)
        return not errors

    def _is_bearable(self, fault: Diagnostic) -> bool:
        """A fault of the case itself, of its own texts, or of what it has negotiated."""
        if fault.code.startswith(_BEARABLE) or (self.plan is not None and self.plan.changes):
            return True
        root = self.library.root if self.library else self.file
        library = ((root / name).resolve() for name in ("clauses", "templates"))
        return not any(fault.span.file.resolve().is_relative_to(folder) for folder in library)


@dataclass(frozen=True, slots=True)
class Filled:
    """The bytes of an act, checked against its tree; None when a fault stands before them."""

    data: bytes | None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def fill_case(assembled: Assembled) -> Filled:
    """Fill the programme's Word template with an assembled act, and read the file back."""
    library, programme, document = assembled.library, assembled.programme, assembled.document
    if library is None or programme is None or document is None:
        raise ConvgenError("rien à écrire : la fiche n’a pas pu être assemblée")
    file = library.word_template(programme.name)
    if not library.holds(file):
        return Filled(None, [outside(file)])
    template, faults = load_template(file)
    if template is None:
        return Filled(None, faults)
    data = fill(template, document)
    differences = read_back(data, document, template.styles)
    if differences:
        raise ConvgenError("le fichier relu diffère de l’acte :\n" + "\n".join(differences))
    return Filled(data)


def template_faults(assembled: Assembled) -> list[Diagnostic]:
    """The faults of the Word template that this act would fill."""
    if assembled.library is None or assembled.programme is None:
        return []
    from convgen.word.charte.inspect import inspect_template  # noqa: PLC0415 - only `check` wants it

    file = assembled.library.word_template(assembled.programme.name)
    return inspect_template(file) if assembled.library.holds(file) else [outside(file)]


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a case beside its own file.

    `programme` stands for the one that it names, unless empty; `vote` is what a dossier knows
    of it; `numbers` are the avenants met before it.
    """

    programme: str = ""
    vote: Pass = NO_VOTE
    numbers: Numbers = field(default_factory=Numbers)


def assembler(state: State, library: Path | None = None) -> Callable[[Path], Assembled]:
    """What assembles the cases of one command, as `assemble_case` does: a library opens once."""
    opened, around = dict[Path, Library](), Around()

    def assemble(file: Path) -> Assembled:
        found = find_library(file, library)
        known = opened.setdefault(found.root, found) if isinstance(found, Library) else library
        return assemble_case(file, state, known, around)

    return assemble


def assemble_case(
    file: Path,
    state: State,
    library: Library | Path | None = None,
    around: Around | None = None,
) -> Assembled:
    """Read a case and assemble its act, up to the document tree, with every fault found.

    `library` is a library already opened, a folder, or None to find it around the case.
    """
    around = around or Around()
    found = library if isinstance(library, Library) else find_library(file, library)
    if isinstance(found, Diagnostic):
        _, unread = read_case(file, [file.parent])
        return Assembled(file, diagnostics=unread if has_errors(unread) else [found])
    case, diagnostics = read_case(file, [file.parent, found.root])
    if case is None:
        return Assembled(file, found, diagnostics=diagnostics)
    named, place = case.programme
    programme, faults = found.programme(around.programme or named, place)
    diagnostics += faults
    if programme is None:
        return Assembled(file, found, diagnostics=in_file_order(diagnostics))
    open_paths = partial(may_stay_open, state=state)
    typed = _typed(found, case, programme, (real(file),), open_paths, around.vote)
    diagnostics += _beside(diagnostics, typed.diagnostics)
    programme = as_called(programme, typed)
    subject = RuleContext(typed.value, programme.roles, _places(typed, case), programme.natures)
    diagnostics += [*validate_case(subject), *around.numbers.faults(subject)]
    library_faults = faults_of_programme(found, programme)
    if library_faults:
        diagnostics += library_faults
        told = in_file_order(diagnostics)
        return Assembled(file, found, programme, diagnostics=told, typed=typed)
    plan, document, faults = _document(found, programme, typed, state, subject.place)
    diagnostics += faults
    diagnostics = in_file_order(diagnostics)
    return Assembled(file, found, programme, plan, document, diagnostics, typed)


_ANOTHER_MEANING = {Code.FORBIDDEN_CHARACTER, Code.YAML_FEATURE, Code.YAML_TRAP}


def _beside(read: list[Diagnostic], typed: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults of the values, but on lines that YAML has not read as they were meant.

    What it made of them would be told as well, with a way out that leads nowhere.
    """
    lines = {(d.span.file, d.span.line) for d in read if d.code in _ANOTHER_MEANING and d.is_error}
    return [d for d in typed if (d.span.file, d.span.line) not in lines]


def case_passes(join: Pass, vote: Pass) -> tuple[Pass, ...]:
    """What makes a typed case of a tree, in order."""
    return (
        alternatives.PASS,
        join,
        vote,
        requirements.PASS,
        deduction.PASS,
        slots.PASS,
        validation.PASS,
    )


def _typed(  # noqa: PLR0913, PLR0917 - what stands around a case, and what it may leave open
    library: Library,
    case: RawCase,
    programme: Programme,
    above: tuple[Path, ...],
    open_paths: Callable[[Loc], bool] = lambda _loc: False,
    vote: Pass = NO_VOTE,
) -> TypedCase:
    """Type a case; those that it joins are typed in the same way, in their turn."""
    demands = Demands(programme.model, programme.one_of, open_paths)
    join = joining(summary_reader(library, above, _typed), library.mention)
    return run_passes(case_passes(join, vote), case, demands)


def _places(typed: TypedCase, case: RawCase) -> Any:
    def place(*loc: str | int) -> Span:
        return locate(typed.root, loc).span if typed.root.entries else case.fallback

    return place


def _document(
    library: Library,
    programme: Programme,
    typed: TypedCase,
    state: State,
    places: Callable[..., Span],
) -> tuple[Plan, Document | None, list[Diagnostic]]:
    case = typed.value
    context = context_of(programme, case)
    changes = _changes(library, programme, typed)
    plan, unanswered = make_plan(library, programme, partial(read_path, context), changes)
    title, faults = _title(programme, context)
    reference = _reference(case, state)
    labels = _labels(library, programme)
    around = library.mention, title, reference, labels
    document, more, points, reads = assemble(plan, context, *around)
    more += missing_points(library, plan, case, points)
    more += lost_values(case, reads | questions_of(plan), places)
    more += _faults_of_own_texts(plan, programme)
    open_ = len(gaps_of(document)) if state is State.DRAFT else _left_open(typed, reference)
    document = replace(document, status=status(state), banner=notice(state, open_))
    return plan, document, [*unanswered, *faults, *more]


def _changes(library: Library, programme: Programme, typed: TypedCase) -> Changes:
    """What the case changes in its plan; most change nothing."""
    if not isinstance(typed.value.clauses_particulieres, tuple):
        return Changes()
    from convgen.negotiation.change_reading import read_changes  # noqa: PLC0415 - few cases do

    return read_changes(library, programme, typed.value, typed.root)


def _faults_of_own_texts(plan: Plan, programme: Programme) -> Iterator[Diagnostic]:
    """What is judged of the texts that the case brings itself, as of the library's."""
    planned = (clause for section in plan.sections for clause in section.all_clauses)
    own = {one.clause.name: one.clause for one in planned if one.clause.origin is not None}
    if not own:
        return
    from convgen.lint.designations import articles_typed_in  # noqa: PLC0415 - few cases have any
    from convgen.lint.sound_text import faults_of_text  # noqa: PLC0415

    for clause in own.values():
        yield from (*faults_of_text(clause), *articles_typed_in(clause, programme))


def _labels(library: Library, programme: Programme) -> Labels:
    """How the Word template numbers; one that cannot be used is told by other steps."""
    file = library.word_template(programme.name)
    return (load_labels(file) if library.holds(file) else None) or DEFAULT


def _title(
    programme: Programme, context: Mapping[str, Any]
) -> tuple[tuple[Run, ...], list[Diagnostic]]:
    written, fault = evaluate(programme.title, context, Provenance())
    blocks = written.blocks
    return (blocks[0].runs if blocks else ()), [fault] if fault else []


def _reference(case: Convention, state: State) -> str:
    """The reference of the act; a project leaves a line to write it on."""
    if isinstance(case.reference, str):
        return case.reference
    if isinstance(case.reference, Gap):
        return gap_text(case.reference.label, case.reference.raw)
    return _LINE if state is State.PROJECT and "reference" in case.admitted else ""


def _left_open(typed: TypedCase, reference: str) -> int:
    """How many values a project leaves to write by hand, that a final act must have."""
    places = {*typed.left_open, *([("reference",)] if reference == _LINE else [])}
    return sum(not may_stay_open(place, State.FINAL) for place in places)
