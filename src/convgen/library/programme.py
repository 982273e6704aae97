"""A programme: which fields its cases have, which clauses its conventions are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from convgen.faults.diagnostic import Span
from convgen.french.designation import Designation
from convgen.language.expressions import Expression, Literal, Read, parts_of
from convgen.language.scope import TERM, WORDS, PartySymbol, Scope, Symbol
from convgen.library.clause import Clause
from convgen.model.case_model import FieldSpec, case_model
from convgen.model.convention import NOT_SAID, Convention
from convgen.model.shape import Shape


class SectionKind(StrEnum):
    """What a line of a plan makes."""

    PARTIES = "comparution"
    PREAMBLE = "preambule"
    SECTION = "section"  # unnumbered, with a key of its own
    PART = "partie"
    ARTICLE = "article"
    ANNEX = "annexe"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """A clause named by a plan: what it is given, and when.

    `places` says where the text of `si` and of each parameter starts.
    """

    clause: str
    span: Span
    parameters: Mapping[str, Read | Literal] = field(default_factory=dict)
    condition: Expression | None = None
    condition_text: str = ""
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A line of a plan. `key` names an article for `renvoi`; `block` is the signature's clause,
    `columns` how many parties sign abreast (0: by their number).

    `text` is the path of the joined text that an annex is made of, None when it has clauses.
    `places` says where the text of `si` and of `texte` starts.
    """

    kind: SectionKind
    key: str
    span: Span
    title: str = ""
    clauses: tuple[ClauseUse, ...] = ()
    block: ClauseUse | None = None
    columns: int = 0
    text: Read | None = None
    condition: Expression | None = None
    condition_text: str = ""
    places: Mapping[str, Span] = field(default_factory=dict)

    @property
    def uses(self) -> tuple[ClauseUse, ...]:
        """Every clause that the line names, that of the signature's block last."""
        return (*self.clauses, *([self.block] if self.block else []))

    @property
    def can_be_referred_to(self) -> bool:
        """True for what carries a number of its own."""
        return self.kind in {SectionKind.ARTICLE, SectionKind.ANNEX}


@dataclass(frozen=True, eq=False)
class Programme:
    """One type of convention.

    `summary` is how it is told elsewhere: « objet », from the values of a case, and « depart »,
    what its duration starts from; `natures` are those that a party of a role may have, where
    not all. `required` and `admitted` are dotted paths of slots; `one_of` are groups of paths of
    which a case has exactly one.
    """

    name: str
    file: Path
    title: Clause
    description: str
    roles: Mapping[str, Designation]
    terms: Mapping[str, Designation]
    fields: tuple[FieldSpec, ...]
    required: tuple[str, ...]
    admitted: tuple[str, ...]
    one_of: tuple[tuple[str, ...], ...]
    sections: tuple[SectionSpec, ...]
    summary: Mapping[str, Clause] = field(default_factory=dict)
    natures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _models: dict[frozenset[str], type[Convention]] = field(default_factory=dict, repr=False)
    _general: dict[str, bool] = field(default_factory=dict, repr=False)
    _called: dict[tuple[tuple[str, Designation], ...], Programme] = field(
        default_factory=dict, repr=False
    )

    def model(self, chosen: Iterable[str] = ()) -> type[Convention]:
        """The model of the cases that take the `chosen` path of each group of `one_of`."""
        key = frozenset(chosen)
        if key not in self._models:
            self._models[key] = case_model(
                self.roles, self.fields, (*self.required, *key), self.admitted
            )
        return self._models[key]

    @property
    def headlines(self) -> tuple[Clause, ...]:
        """What is said of an act as a whole, before any of its clauses: title, summary."""
        return (self.title, *self.summary.values())

    def called(self, roles: Mapping[str, Designation]) -> Programme:
        """The same programme, whose parties have other designations; itself for the same ones."""
        if roles == self.roles:
            return self
        key = tuple(roles.items())
        if key not in self._called:
            self._called[key] = replace(
                self, roles=roles, _models=self._models, _general={}, _called={}
            )
        return self._called[key]

    @property
    def words(self) -> Mapping[str, Designation]:
        """What clauses write by a variable: the designations of parties, the defined terms."""
        return {**self.roles, **self.terms}

    def says_the_same_to_all(self, clause: Clause) -> bool:
        """True for a clause that reads no value of a case, only designations and terms."""
        if clause.name not in self._general:
            words = self.words
            paths = (read.path.split(".") for read in parts_of(clause.program, Read))
            self._general[clause.name] = not clause.parameters and all(
                first in words and set(rest) <= set(WORDS) for first, *rest in paths
            )
        return self._general[clause.name]

    @cached_property
    def scope(self) -> Scope:
        """The names that any clause of this programme may use."""
        model = next(iter(self._models.values()), None) or self.model()  # all have the same names
        case = Shape(model)
        names: dict[str, Symbol] = {}
        for name in model.admitted - NOT_SAID:
            child = case.child(name)
            if child is not None:
                names[name] = child
        names |= dict.fromkeys(self.terms, TERM)
        names |= dict.fromkeys(self.roles, PartySymbol())
        return Scope({**names, "parties": PartySymbol(many=True)})

    def uses(self) -> Iterator[tuple[SectionSpec, ClauseUse]]:
        """Every clause that the plan names, with the line that names it."""
        for spec in self.sections:
            for use in spec.uses:
                yield spec, use

    def scope_in(self, *, block: bool) -> Scope:
        """The names that a clause may use: in the signature's block, it speaks of one party."""
        return self.scope.within(partie=PartySymbol()).in_a_line() if block else self.scope

    def section(self, key: str) -> SectionSpec | None:
        """The line of the plan that `renvoi(key)` points to, if any."""
        return next((s for s in self.sections if s.can_be_referred_to and s.key == key), None)
