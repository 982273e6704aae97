"""What is told of a clause happens to some case, and whatever happens to a case is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.lint.held import broken_promises
from convgen.logic.trace import trace_acts
from tests.library.shelf import HEADER
from tests.logic.conditions import Written, atoms_of, clause_atoms_of, conditions
from tests.logic.worlds import Office, choices, facet_of

Lines = tuple[str, ...]
Fault = tuple[str, int]  # what is wrong, and the line where that is known
NUMBERS = count()
ABSENT, DANGLING, UNDEFINED, TWICE, EMPTY = "absent", "sans cible", "indéfini", "redéfini", "vide"
PRINTED = {
    "nom": "{{ nom }}",
    "mode": "{{ mode }}",
    "duree": "{{ delai }}",
    "nombre": "{{ delai | renouvelee(nombre) if duree }}",
    "ouvert": "{{ ouvert }}",
    "lots": "{{ lots | compte }}",
    "formation.lieu": "{{ formation.lieu | de }}",
    "formation.jours": "{{ formation.jours if formation else nom }}",
    "association.siren": "{{ association.siren }}",
    "association.siege": "{{ association.siege if association.nature != 'État' }}",
    "association.habilitation": "{{ association.habilitation.date }}",
    "projet.fin": "{{ projet.fin if not debut else debut }}",
    "debut": "{{ debut }}",
    "signature.lieu": "{{ signature.lieu }}",
}
OF_A_PARTY = (
    "{{ partie.siren }}",
    "{{ partie.siege.commune | de }}",
    "{{ partie.habilitation.acte }}",
)
HEADER_OF_THE_CLAUSE = HEADER.replace("sources", "parametres: {delai: duree}\nsources")


def _of_a_turn(*tests: str) -> st.SearchStrategy[Written]:
    return st.sampled_from([Written("", test) for test in tests])


OF_A_TURN = _of_a_turn("loop.first", "loop.last", "not loop.last")
OF_A_TURN_OF_PARTIES = _of_a_turn(
    "loop.first", "loop.last", "partie.siren", "partie.habilitation", "partie.nature == 'État'"
)


def _line(text: str) -> Lines:
    return (text, "")


def _if(test: Written, body: Lines, other: Lines) -> Lines:
    kept = ("{% else %}", "", *other) if other else ()
    return (f"{{% if {test.clause} %}}", "", *body, *kept, "{% endif %}", "")


def _for_each(loop: str, body: Lines) -> Lines:
    return (f"{{% for {loop} %}}", "", *body, "{% endfor %}", "")


def _texts(
    facets: Iterable[str], tests: st.SearchStrategy[Written], *more: str
) -> st.SearchStrategy[Lines]:
    """Lines of a clause, without a loop, that read some parts of a case."""
    printed = [text for name, text in PRINTED.items() if facet_of(name) in facets]
    told = [*printed, *more, '{{ renvoi("a0") }}', '{{ renvoi("a1") }}']
    written = st.sampled_from([*told, "{{ travaux }}", "{{ travaux.definition }}"]).map(_line)
    return st.recursive(
        written,
        lambda inner: st.one_of(
            st.builds(_if, tests, inner, st.one_of(st.just(()), inner)),
            st.builds(lambda one, other: one + other, inner, inner),
        ),
        max_leaves=6,
    )


@st.composite
def clauses(draw: st.DrawFn, facets: tuple[str, ...]) -> tuple[list[Written], Lines]:
    """The conditions of two articles, and the body of a clause, that read some parts of a case."""
    asked = draw(st.lists(conditions(atoms_of(facets)), min_size=2, max_size=2))
    tests = conditions(clause_atoms_of(facets))
    texts = _texts(facets, tests)
    if "lots" in facets:
        inner = _texts(facets, st.one_of(OF_A_TURN, tests), "{{ lot }}")
        texts = st.one_of(texts, inner.map(partial(_for_each, "lot in lots")))
    if "association" in facets:
        inner = _texts(facets, st.one_of(OF_A_TURN_OF_PARTIES, tests), *OF_A_PARTY)
        texts = st.one_of(texts, inner.map(partial(_for_each, "partie in parties")))
    body = draw(st.lists(texts, min_size=1, max_size=4))
    return asked, tuple(line for one in body for line in one)


def opened(folder: Path, asked: list[Written], body: Lines) -> Office:
    articles = "".join(
        f"  - article: a{n}\n    si: '{one.plan}'\n    clauses: [objet/texte]\n"
        for n, one in enumerate(asked)
    )
    plan = f"  - article: objet\n    clauses: [objet/objet: {{delai: duree}}]\n{articles}"
    text = HEADER_OF_THE_CLAUSE + "\n".join([*body, ""])
    return Office.opened(folder, plan, {"objet/texte": "Texte.\n", "objet/objet": text})


KINDS = {Code.DANGLING_REFERENCE: DANGLING, Code.UNKNOWN_REFERENCE: DANGLING}


def faults_of(diagnostics: Iterable[Diagnostic]) -> Iterator[Fault]:
    """What lint and assembly both tell, in one language."""
    for fault in diagnostics:
        line = fault.span.line
        if fault.code is Code.ABSENT_VALUE:
            yield ABSENT, line
        elif fault.code in KINDS:
            yield DANGLING, line
        elif fault.code is Code.UNDEFINED_TERM:
            yield (UNDEFINED if "sans définition" in fault.message else TWICE), 0
        elif "aucun texte" in fault.message:
            yield EMPTY, 0
        else:
            raise AssertionError(fault)


@pytest.mark.parametrize(
    "facets",
    [
        ("lots",),
        ("alternative", "duree"),
        ("duree", "nombre"),
        ("formation", "nom"),
        ("mode", "ouvert"),
        ("lots", "signature"),
        ("association",),
    ],
    ids="-".join,
)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_is_told_is_what_happens(
    tmp_path: Path, facets: tuple[str, ...], data: st.DataObject
) -> None:
    asked, body = data.draw(clauses(facets))
    office = opened(tmp_path / str(next(NUMBERS)), asked, body)
    programme, unread = office.library.programme("essai", Span(office.root))
    assert programme is not None, unread
    told = set(faults_of(broken_promises(trace_acts(office.library, programme))))
    happened: set[Fault] = set()
    for choice in choices(facets):
        act = office.act(choice)
        happened |= set(faults_of(fault for fault in act.diagnostics if fault.is_error))
    text = "\n".join([*(one.plan for one in asked), *body])
    assert happened <= told, text
    if "association" in facets:
        return  # more natures, and parts left out, than are tried here
    assert not told or first(told) in happened, text
    if not any(kind == ABSENT for kind, _ in told):  # which stops a clause, and hides the rest
        assert told == happened, text


def first(told: set[Fault]) -> Fault:
    """The first value that stops the clause, if any."""
    return min(told, key=lambda fault: (fault[0] != ABSENT, fault[1]))
