"""Acts of a library, rendered one after the other, and the ways that they take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from convgen import pipeline
from convgen.assembly.plan import Plan
from convgen.coverage.building import PRESENT, Setting
from convgen.coverage.exceptions import Exempt, idle, read_exceptions
from convgen.coverage.probes import ProbedLibrary, Way
from convgen.coverage.sample_writing import write_sample
from convgen.coverage.samples import Sample, samples_of, variant
from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic
from convgen.library.consistency import faults_of_programme
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.logic.domains import FREE, Domains
from convgen.logic.forks import REACHED, Asked, Fork, conditions_of, forks_of, title_of
from convgen.logic.formula import ABSENT, OTHER, Formula, both, no
from convgen.logic.solving import TooManyCasesError, Values, solve
from convgen.logic.trace import Trace, trace_acts
from convgen.model.state import State


@dataclass(slots=True)
class Coverage:
    """What acts take of the ways of a library.

    `cases` counts the real cases rendered, `drafts` those of them that are not complete, whose
    ways do not count; `samples` the cases made up from the declarations.
    """

    forks: list[Fork] = field(default_factory=list)
    taken: Counter[Way] = field(default_factory=Counter)
    exempt: dict[Way, Exempt] = field(default_factory=dict)
    cases: int = 0
    drafts: int = 0
    samples: int = 0
    faults: list[Diagnostic] = field(default_factory=list)

    def ways(self) -> Iterator[tuple[Fork, bool]]:
        """Every way that some case may take."""
        for fork in self.forks:
            for way in sorted(fork.ways, reverse=True):
                yield fork, way

    @property
    def share(self) -> tuple[int, int]:
        """How many ways are taken, and of how many, exceptions aside."""
        asked = [(f.key, way) for f, way in self.ways() if (f.key, way) not in self.exempt]
        return sum(way in self.taken for way in asked), len(asked)

    def missed(self) -> Iterator[tuple[Fork, bool]]:
        """The ways that no act takes, without an exception."""
        for fork, way in self.ways():
            if not self.taken[fork.key, way] and (fork.key, way) not in self.exempt:
                yield fork, way


def measure(library: Library, folder: Path) -> Coverage:
    """Render the cases of a library, and those made up from its programmes, in `folder`.

    A fault of the library, of a complete case, or a way not taken is in the `faults`. Raise
    ConvgenError when a written file differs from its act.
    """
    probed = ProbedLibrary(library.root)
    if (nothing := library.without_programmes()) is not None:
        return Coverage(faults=[nothing])
    programmes, faults = probed.programmes()
    faults += [f for one in programmes for f in faults_of_programme(probed, one)]
    if faults:
        return Coverage(faults=faults)
    plain, _ = library.programmes()
    readings = [trace_acts(library, one) for one in plain]
    run = _Run(probed, folder, Coverage(forks_of(readings)))
    for programme, reading in zip(programmes, readings, strict=True):
        run.programme(programme, reading)
    exempt, faults = read_exceptions(library)
    run.coverage.faults += faults
    _judge(run.coverage, exempt)
    return run.coverage


def _judge(coverage: Coverage, exceptions: list[Exempt]) -> None:
    """Tell the ways that no act takes, and the exceptions that exempt none of them."""
    for exempt in exceptions:
        found = [(f.key, way) for f, way in coverage.missed() if exempt.covers(f, way)]
        coverage.exempt |= dict.fromkeys(found, exempt)
        if not found:
            coverage.faults.append(idle(exempt))
    coverage.faults += [_missed(fork, way) for fork, way in coverage.missed()]


def _missed(fork: Fork, way: bool) -> Diagnostic:
    never = f"cette condition n’est jamais {'remplie' if way else 'écartée'} : « {fork.written} »"
    message = never if fork.written else f"aucun acte n’emploie la clause « {fork.owner} »"
    way_out = "ajoutez une fiche complète qui passe par là, ou une exception à couverture.yaml"
    return Diagnostic(Code.COVERAGE, message, fork.place, way_out)


@dataclass(slots=True)
class _Run:
    library: ProbedLibrary
    folder: Path
    coverage: Coverage

    def programme(self, programme: Programme, reading: Trace) -> None:
        """Render the cases of a programme, made-up ones first, then what its plan still asks."""
        conditions = conditions_of(reading)
        for sample in samples_of(programme):
            self._sample(programme, sample, conditions)
        for asked in conditions:
            for way, wanted in ((True, asked.holds), (False, no(asked.holds))):
                if not self.coverage.taken[asked.key, way]:
                    self._sought(programme, both(asked.when, wanted), reading.domains, conditions)
        for file in sorted((self.library.root / "cases" / programme.name).glob("*.yaml")):
            self._case(programme, file, conditions)

    def _sought(
        self, programme: Programme, wanted: Formula, domains: Domains, conditions: list[Asked]
    ) -> None:
        """Render a case for which a condition of the plan, or its contrary, holds."""
        try:
            values = solve(wanted, domains)
        except TooManyCasesError:
            return
        if values is None:
            return
        name = f"plan-{self.coverage.samples}"
        sample = variant(programme, _settings(values), name)
        if sample is not None:
            self._sample(programme, sample, conditions)

    def _sample(self, programme: Programme, sample: Sample, conditions: list[Asked]) -> None:
        folder = self.folder / programme.name
        file = write_sample(sample, folder)
        act = pipeline.assemble_case(file, State.FINAL, self.library)
        self.coverage.samples += 1
        if not act.can_be_written(State.FINAL):
            self.coverage.faults += [d for d in act.diagnostics if d.is_error]
        elif self._filled(act, file):
            self._count(act.plan, conditions)
        self.library.passed.clear()

    def _case(self, programme: Programme, file: Path, conditions: list[Asked]) -> None:
        act = pipeline.assemble_case(file, State.FINAL, self.library)
        self.coverage.cases += 1
        if act.can_be_written(State.FINAL):
            self._count(act.plan, conditions if act.programme is programme else [])
        else:
            self.coverage.drafts += 1
            act = pipeline.assemble_case(file, State.DRAFT, self.library)
        if act.can_be_written(State.DRAFT):
            self._filled(act, None)
        else:
            self.coverage.faults += [d for d in act.diagnostics if d.is_error]
        self.library.passed.clear()

    def _filled(self, act: pipeline.Assembled, file: Path | None) -> bool:
        """Write the act beside its case, if it was made up, once read back."""
        try:
            filled = pipeline.fill_case(act)
        except ConvgenError as error:
            raise ConvgenError(f"{act.file} : {error}") from error
        self.coverage.faults += filled.diagnostics
        if filled.data is not None and file is not None:
            file.with_suffix(".docx").write_bytes(filled.data)
        return filled.data is not None

    def _count(self, plan: Plan | None, conditions: list[Asked]) -> None:
        if plan is None:
            return
        self.coverage.taken += self.library.passed
        self.coverage.taken.update(_written(plan))
        if not plan.changes:
            self.coverage.taken.update(_ways_of_plan(plan, conditions))


def _written(plan: Plan) -> Iterator[Way]:
    """The clauses that an act is made of, and its title."""
    yield (title_of(plan.programme), REACHED), True
    for section in plan.sections:
        for planned in section.all_clauses:
            yield (planned.clause.name, REACHED), True


def _settings(values: Values) -> dict[str, Setting]:
    """What a search has found, as a made-up case takes it."""
    return {
        path: None if value == ABSENT else PRESENT if value == OTHER else value
        for path, value in values.items()
        if not path.startswith(FREE)
    }


def _ways_of_plan(plan: Plan, conditions: list[Asked]) -> Iterator[Way]:
    """How an act answers the conditions of its plan, but those that are not asked."""
    sections = {planned.spec.span: planned for planned in plan.sections}
    for asked in conditions:
        planned = sections.get(asked.spec.span)
        if asked.use is None:
            yield asked.key, planned is not None
        elif planned is not None:
            yield (
                asked.key,
                any(
                    (one.clause.name, one.condition) == (asked.use.clause, asked.use.condition_text)
                    for one in planned.all_clauses
                ),
            )
