"""What the formulas say of a case is what its act shows."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convgen.faults.diagnostic import Span
from convgen.language.instructions import Branch
from convgen.logic.domains import Domains
from convgen.logic.formula import Formula
from convgen.logic.trace import section_holds
from convgen.logic.translation import Bindings, formula_of
from convgen.model.document import Document
from tests.logic.conditions import Written, atoms_of, clause_atoms_of, conditions
from tests.logic.worlds import FACETS, Office, holds, world_of

RARE = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NUMBERS = count()
CHOICES = {name: st.sampled_from(options) for name, options in FACETS.items()}


def opened(tmp_path: Path, asked: list[Written], tested: list[Written]) -> Office:
    """A library with an article under each condition of `asked`, and a test of each `tested`."""
    plan = "".join(
        f"  - article: a{n}\n    si: '{one.plan}'\n    clauses: [objet/texte]\n"
        for n, one in enumerate(asked)
    )
    body = "\n".join(
        f"{{% if {one.clause} %}}\n\nOui {n}.\n\n{{% else %}}\n\nNon {n}.\n\n{{% endif %}}"
        for n, one in enumerate(tested)
    )
    plan += "  - preambule: [objet/tests]\n"
    clauses = {"objet/texte": "Texte.\n", "objet/tests": f"{body}\n"}
    return Office.opened(tmp_path / str(next(NUMBERS)), plan, clauses)


def formulas(office: Office) -> tuple[list[Formula], list[Formula]]:
    """What the articles and the tests of the library ask of a case."""
    span = Span(office.root)
    programme, faults = office.library.programme("essai", span)
    clause, unread = office.library.clause("objet/tests", span)
    assert programme is not None, faults
    assert clause is not None, unread
    names = Bindings(Domains(programme), {})
    sections = [section_holds(spec, names) for spec in programme.sections if spec.key[0] == "a"]
    tests = [formula_of(step.test, names) for step in clause.program if isinstance(step, Branch)]
    return sections, tests


def answers(document: Document) -> dict[int, bool]:
    """What each test of the clause has written."""
    texts = [block.text for section in document.sections for block in section.blocks]
    found = (re.fullmatch(r"(Oui|Non) (\d+)\.", text) for text in texts)
    return {int(match[2]): match[1] == "Oui" for match in found if match}


@RARE
@given(
    st.lists(conditions(atoms_of()), min_size=5, max_size=8),
    st.lists(conditions(clause_atoms_of()), min_size=5, max_size=8),
    st.data(),
)
def test_a_formula_says_what_an_act_shows(
    tmp_path: Path, asked: list[Written], tested: list[Written], data: st.DataObject
) -> None:
    office = opened(tmp_path, asked, tested)
    sections, tests = formulas(office)
    for _ in range(8):
        choice = data.draw(st.fixed_dictionaries(CHOICES))
        act, world = office.act(choice), world_of(choice)
        assert act.document is not None, act.diagnostics
        shown = {section.key for section in act.document.sections}
        for n, (one, formula) in enumerate(zip(asked, sections, strict=True)):
            assert (f"a{n}" in shown) is holds(formula, world), (one.plan, world)
        written = answers(act.document)
        for n, (one, formula) in enumerate(zip(tested, tests, strict=True)):
            assert written[n] is holds(formula, world), (one.clause, world)
