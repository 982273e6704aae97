"""Plan and case become the document tree: clauses rendered, then numbers and references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from convgen.assembly.block_writer import MOST_PIECES, BlockWriter
from convgen.assembly.context import PartyView
from convgen.assembly.gaps import gap_mark, gap_text
from convgen.assembly.interpreter import Mentions, evaluate
from convgen.assembly.numbering import Numberer, anchor
from convgen.assembly.plan import Plan, PlannedClause, PlannedSection
from convgen.assembly.references import Reference, resolve_references
from convgen.assembly.terms import TermBook
from convgen.faults.diagnostic import Code, Diagnostic
from convgen.library.clause import Clause
from convgen.library.programme import Programme, SectionKind, SectionSpec
from convgen.model.absent import Absent, Gap
from convgen.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    Provenance,
    Row,
    Run,
    RunKind,
    Section,
)
from convgen.model.labels import Labels

_HEADINGS = {
    SectionKind.PART: BlockKind.PART,
    SectionKind.ARTICLE: BlockKind.ARTICLE,
    SectionKind.ANNEX: BlockKind.ANNEX,
}


# What a kind of block is in some sections only.
_CALLED = {
    SectionKind.PARTIES: (BlockKind.PARAGRAPH, BlockKind.PARTY),
    SectionKind.ANNEX: (BlockKind.SUB_ARTICLE, BlockKind.INTERTITLE),
}
_SAID: WeakKeyDictionary[Programme, dict[tuple[str, Provenance], BlockWriter]] = WeakKeyDictionary()


class AssembledAct(NamedTuple):
    """An act, the faults of its clauses, what they fulfil and what they read.

    `points` are those of the law, by key; `reads` paths of the case.
    """

    document: Document
    faults: list[Diagnostic]
    points: frozenset[str]
    reads: frozenset[str]


@dataclass(slots=True)
class Assembler:
    """Renders the clauses of one plan, and keeps what they say of terms and references."""

    plan: Plan
    context: Mapping[str, Any]
    mention: Mentions
    numberer: Numberer
    faults: list[Diagnostic] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    terms: TermBook = field(default_factory=TermBook)
    points: set[str] = field(default_factory=set)
    reads: set[str] = field(default_factory=set)
    room: int = MOST_PIECES * 4  # for what the whole act may write

    def sections(self) -> tuple[Section, ...]:
        """Every section of the act, references still to be resolved."""
        return tuple(self._section(planned) for planned in self.plan.sections)

    def _section(self, planned: PlannedSection) -> Section:
        said = [self._clause(clause, planned) for clause in planned.clauses]
        heading, spec = _heading(planned, self.numberer), planned.spec
        if planned.block is not None:
            said.append((self._signatures(planned.block, planned),))
        if spec.kind is SectionKind.ARTICLE and not any(said) and not self.faults:
            self.faults.append(_empty_article(spec))
        if spec.kind in _CALLED:
            called = _CALLED[spec.kind]
            said = [tuple([_renamed(block, *called) for block in blocks]) for blocks in said]
        blocks = self.numberer.number(said)
        return Section(spec.key, heading, blocks if heading else _marked(blocks, planned.gap))

    def _clause(
        self, planned: PlannedClause, section: PlannedSection, **names: Any
    ) -> tuple[Block, ...]:
        clause = planned.clause
        condition = " et ".join(filter(None, (section.spec.condition_text, planned.condition)))
        origin = Provenance(clause.name, clause.version, condition, planned.reason)
        if planned.missing is not None:
            return (_missing(planned.missing, origin),)
        known = {**self.context, **planned.parameters, **names}
        written = self._written(clause, known, origin, {**planned.paths, "partie": "parties"})
        if clause.origin is not None and not written.blocks:
            self.faults.append(_says_nothing(clause))
        self.references += [Reference(target, clause, line) for target, line in written.references]
        self.terms.read(written.terms, clause)
        self.points |= written.points
        self.reads |= written.reads
        return _marked(tuple(written.blocks), planned.gap)

    def _written(
        self,
        clause: Clause,
        names: Mapping[str, Any],
        origin: Provenance,
        paths: Mapping[str, str],
    ) -> BlockWriter:
        """What the clause says; said once for a whole cohort if it says the same to all."""
        programme = self.plan.programme
        general = clause.origin is None and programme.says_the_same_to_all(clause)
        kept = _SAID.setdefault(programme, {}) if general else {}
        if (clause.name, origin) in kept:
            return kept[clause.name, origin]
        room = min(self.room, MOST_PIECES)
        written, fault = evaluate(clause, names, origin, paths, self.mention, room)
        self.room -= room - max(written.room, 0)
        if fault is not None:
            self.faults.append(fault)
            written.close()  # what was said stands, and a gap for the rest
            written.blocks.append(_missing(Gap(clause.name), origin))
        kept[clause.name, origin] = written
        return written

    def _signatures(self, block: PlannedClause, section: PlannedSection) -> Block:
        """A cell for each party, the paragraphs of the block's clause; one to three in a row."""
        parties: tuple[PartyView, ...] = self.context["parties"]
        cells: list[Cell] = []
        for party in parties:
            blocks = self._clause(block, section, partie=party)
            cells.append(tuple(line.runs for line in blocks))
        origin = Provenance(block.clause.name, block.clause.version, section.spec.condition_text)
        rows = _abreast(cells, section.spec.columns)
        return Block(BlockKind.SIGNATURES, rows=rows, origin=origin)


def _abreast(cells: list[Cell], columns: int) -> tuple[Row, ...]:
    """Cells in rows; unless told otherwise, three abreast, but four parties two by two."""
    width = columns or (2 if len(cells) in (2, 4) else 3)
    return tuple(tuple(cells[i : i + width]) for i in range(0, len(cells), width))


def _says_nothing(clause: Clause) -> Diagnostic:
    message, way_out = "ce texte n’écrit rien dans cet acte", "retirez-le, ou complétez-le"
    return Diagnostic(Code.PARTICULAR_CLAUSE, message, clause.place(1), way_out)


def _missing(absence: Absent, origin: Provenance) -> Block:
    """What stands where a text of the case cannot be used."""
    run = Run(gap_text(absence.label, absence.raw), RunKind.GAP, about=absence.label)
    return Block(BlockKind.PARAGRAPH, (run,), origin=origin)


def _renamed(block: Block, usual: BlockKind, here: BlockKind) -> Block:
    return replace(block, kind=here) if block.kind is usual else block


def _marked(blocks: tuple[Block, ...], gap: str) -> tuple[Block, ...]:
    """Blocks that rest on a gap say so on the first of them, unless they print it."""
    if not gap or not blocks:
        return blocks
    if gap in {run.about for block in blocks for run in block.all_runs()}:
        return blocks
    return (_with_mark(blocks[0], gap), *blocks[1:])


def _with_mark(block: Block, gap: str) -> Block:
    """A table says it in its first cell: it has no text of its own."""
    if not block.rows:
        return replace(block, runs=(gap_mark(gap), *block.runs))
    (first, *others), *rows = block.rows
    lines = ((gap_mark(gap), *(first[0] if first else ())), *first[1:])
    return replace(block, rows=((lines, *others), *rows))


def _empty_article(spec: SectionSpec) -> Diagnostic:
    return Diagnostic(
        Code.PROGRAMME_FAULT,
        f"l’article « {spec.key} » n’a aucun texte dans cet acte",
        spec.span,
        "mettez-lui une condition « si », ou une clause qui tient dans tous les cas",
    )


def _heading(planned: PlannedSection, numberer: Numberer) -> Block | None:
    kind, spec = planned.spec.kind, planned.spec
    if not spec.title and kind not in _HEADINGS:
        return None
    line = spec.places["intitule"].line if "intitule" in spec.places else spec.span.line
    runs = (Run(spec.title, line=line),) if spec.title else ()
    if planned.gap:
        runs = (gap_mark(planned.gap), *runs)
    origin = Provenance(condition=spec.condition_text)
    if kind not in _HEADINGS:
        return Block(BlockKind.SECTION, runs, origin=origin)
    label = anchor(kind, spec.key) if spec.can_be_referred_to else ""
    number = numberer.heading(_HEADINGS[kind])
    return Block(_HEADINGS[kind], runs, number=number, anchor=label, origin=origin)


def assemble(  # noqa: PLR0913, PLR0917 - all that an act is made of
    plan: Plan,
    context: Mapping[str, Any],
    mention: Mentions,
    title: tuple[Run, ...],
    reference: str,
    labels: Labels,
) -> AssembledAct:
    """Build the document tree of one act, numbered as `labels` say, and its clauses' faults.

    `mention` gives the texts that a value takes to be written.
    """
    keys = [party.key for party in context["parties"]]
    shared = frozenset(key for key in keys if keys.count(key) > 1)
    assembler = Assembler(plan, context, mention, Numberer(labels), terms=TermBook(shared))
    opening = Section("titre", None, (Block(BlockKind.TITLE, title),))
    sections = (opening, *assembler.sections())
    sections, faults = resolve_references(plan, sections, assembler.references)
    document = Document("".join(run.text for run in title), sections, reference)
    told = assembler.terms.faults(plan.programme, plan.changes)
    every = [*assembler.faults, *told, *faults]
    return AssembledAct(document, every, frozenset(assembler.points), frozenset(assembler.reads))


def gaps_of(document: Document) -> set[str]:
    """What is missing or invalid in a document: the label of each, once."""
    runs = (run for block in document.all_blocks() for run in block.all_runs())
    return {run.about for run in runs if run.kind is RunKind.GAP}
